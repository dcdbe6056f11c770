import ProcessMaps

/// Three maps of how a claim is handled, with the steps of the example log.
enum ExampleMaps {
    static let all = [asDone, strict, open]

    /// The way the cases of the example log go.
    static let asDone = ProcessMap("As done") {
        start("s")
        step("register request", id: "register")
        choice("", id: "again") { branch() }
        parallel(id: "examine") {
            branch {
                choice("", id: "how") {
                    branch { step("examine casually", id: "casually") }
                    branch { step("examine thoroughly", id: "thoroughly") }
                }
            }
            branch { step("check ticket", id: "check") }
        }
        step("decide", id: "decide")
        choice("", id: "result") {
            branch {
                step("reinitiate request", id: "reinitiate")
                go(to: "again")
            }
            branch { step("pay compensation", id: "pay") }
            branch { step("reject request", id: "reject") }
        }
        end("e")
    }

    /// One step after the other, with a check that may be left out.
    static let strict = ProcessMap("Strict") {
        start("s")
        step("register request", id: "register")
        choice("", id: "how") {
            branch { step("examine casually", id: "casually") }
            branch { step("examine thoroughly", id: "thoroughly") }
        }
        choice("", id: "checked") {
            branch { step("check ticket", id: "check") }
            branch()
        }
        step("decide", id: "decide")
        choice("", id: "result") {
            branch { step("pay compensation", id: "pay") }
            branch { step("reject request", id: "reject") }
        }
        end("e")
    }

    /// Three ways at once, two of them with a choice to do nothing.
    static let open = ProcessMap("Open") {
        start("s")
        step("register request", id: "register")
        parallel(id: "all") {
            branch {
                choice("", id: "casual") {
                    branch { step("examine casually", id: "casually") }
                    branch()
                }
            }
            branch {
                choice("", id: "thorough") {
                    branch { step("examine thoroughly", id: "thoroughly") }
                    branch()
                }
            }
            branch {
                step("check ticket", id: "check")
                step("decide", id: "decide")
            }
        }
        choice("", id: "result") {
            branch { step("pay compensation", id: "pay") }
            branch { step("reject request", id: "reject") }
        }
        end("e")
    }
}
