import ProcessMaps
import TestSupport
import Testing

/// What a net lets happen, seen by the cost of cases against it.
@Suite("The nets of maps")
struct NetTests {
    private func fits(_ map: ProcessMap, _ activities: String...) throws -> Bool {
        try Aligner(PetriNet(map)).align(activities).fits
    }

    @Test("Steps of a sub-process are part of the net, and an event on its border ends it wherever it is")
    func insideAndBorder() throws {
        let map = ProcessMap("m") {
            start()
            subProcess("inside") {
                step("a")
                step("b")
            }
            .on("late", .timer(.unspecified)) { step("remind") }
            step("c")
            end()
        }
        #expect(try fits(map, "a", "b", "c"))
        #expect(try fits(map, "a", "remind", "c"))
        #expect(try fits(map, "remind", "c"))
        #expect(try !fits(map, "a", "remind", "b", "c"))
        #expect(try !fits(map, "a", "c"))
    }

    @Test("What does not interrupt runs beside the rest")
    func beside() throws {
        let map = ProcessMap("m") {
            start()
            step("a").on("late", .timer(.unspecified), isInterrupting: false) {
                step("remind")
                end("reminded")
            }
            step("b")
            end()
        }
        #expect(try fits(map, "a", "b"))
        #expect(try fits(map, "remind", "a", "b"))
        #expect(try fits(map, "a", "b", "remind"))
        #expect(try !fits(map, "a", "remind"))
    }

    @Test("An inclusive split takes one or more ways, and its join waits for those")
    func inclusiveWays() throws {
        let map = ProcessMap("m") {
            start()
            choices("which?") {
                branch { step("a") }
                branch { step("b") }
                branch { step("c") }
            }
            step("d")
            end()
        }
        #expect(try fits(map, "c", "a", "d"))
        #expect(try fits(map, "b", "d"))
        #expect(try fits(map, "c", "b", "a", "d"))
        #expect(try !fits(map, "d"))
        #expect(try !fits(map, "a", "d", "b"))
    }

    @Test("Steps in any order, loops, event sub-processes and ends that stop everything")
    func others() throws {
        let map = ProcessMap("m") {
            start()
            subProcess("any", .adHoc) {
                step("a")
                step("b")
            }
            step("c").repeated(.loop)
            subProcess("stop", .event) {
                start("complaint", .message(nil))
                step("answer")
            }
            parallel {
                branch {
                    step("d")
                    end("done", .terminate)
                }
                branch {
                    step("f")
                    end("never", .terminate)
                }
            }
        }
        #expect(try fits(map, "b", "a", "b", "c", "c", "d"))
        #expect(try fits(map, "c", "f", "d"))
        #expect(try fits(map, "a", "answer"))
        #expect(try !fits(map, "a", "answer", "c", "d"))
        #expect(try !fits(map, "a", "d"))
    }

    @Test("Several processes run side by side, or one of them alone")
    func pools() throws {
        let map = ProcessMap("m") {
            pool("one") {
                start()
                step("a")
                end()
            }
            pool("two") {
                start()
                step("b")
                end()
            }
        }
        #expect(try fits(map, "b", "a"))
        let one = PetriNet(map, process: map.pools[0].process?.id)
        #expect(try Aligner(one).align(["a"]).fits)
        #expect(try !Aligner(one).align(["b", "a"]).fits)
    }

    @Test("A map of a thousand steps in deep blocks is turned and judged in time that grows with it")
    func large() {
        let map = RandomMap(seed: 7, size: 1_000, gateways: [.exclusive(), .parallel, .inclusive()]).map
        #expect(PetriNet(map).transitions.count > 500)
        #expect(map.soundness() == .sound)
    }
}
