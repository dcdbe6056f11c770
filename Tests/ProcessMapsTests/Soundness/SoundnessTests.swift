import ProcessMaps
import TestSupport
import Testing

@Suite("The soundness of maps", .requirement("D-PRO-5"))
struct SoundnessTests {
    private func flaw(_ map: ProcessMap) throws -> SoundnessFlaw {
        guard case .notSound(let flaw) = map.soundness() else {
            Issue.record("\(map.soundness())")
            throw CancellationError()
        }
        return flaw
    }

    @Test("A choice that is joined as if all ways were taken stands still, and the trace shows where")
    func standstill() throws {
        let map = ProcessMap("m") {
            start("s")
            choice("c") {
                branch { step("a") }
                branch { step("b") }
            }
            end("e")
        }
        var wrong = map
        let join = try #require(wrong.processes[0].body.nodes.firstIndex { $0.id == "c-join" })
        wrong.processes[0].body.nodes[join].kind = .gateway(.parallel)
        #expect(map.soundness() == .sound)
        let flaw = try flaw(wrong)
        #expect(flaw.reason == .standstill)
        #expect(flaw.nodes == ["c-join"])
        #expect(flaw.trace?.map(\.node) == ["s", "c", "a"])
        #expect(flaw.trace?.last?.tokens == ["a-c-join"])
    }

    @Test("Ways taken at once and joined as a choice do what follows twice")
    func doubled() throws {
        var map = ProcessMap("m") {
            start("s")
            parallel(id: "p") {
                branch { step("a") }
                branch { step("b") }
            }
            step("c")
            end("e")
        }
        let join = try #require(map.processes[0].body.nodes.firstIndex { $0.id == "p-join" })
        map.processes[0].body.nodes[join].kind = .gateway(.exclusive())
        let flaw = try flaw(map)
        #expect(flaw.reason == .doubled)
        #expect(flaw.trace?.map(\.node) == ["s", "p", "a", "b", "p-join"])
    }

    @Test("Parallel ways with ends of their own leave work when the first ends")
    func leftOver() throws {
        let map = ProcessMap("m") {
            start("s")
            parallel(id: "p") {
                branch {
                    step("a")
                    end("x")
                }
                branch {
                    step("b")
                    end("y")
                }
            }
        }
        let flaw = try flaw(map)
        #expect(flaw.reason == .leftOver)
        #expect(flaw.trace?.map(\.node) == ["s", "p", "a", "x"])
        #expect(flaw.nodes == ["x"])
    }

    @Test("An end that stops everything leaves no work")
    func terminate() {
        let map = ProcessMap("m") {
            start("s")
            parallel(id: "p") {
                branch {
                    step("a")
                    end("x", .terminate)
                }
                branch {
                    step("b")
                    end("y", .terminate)
                }
            }
        }
        #expect(map.soundness() == .sound)
    }

    @Test("A step that nothing leads to, and one that leads nowhere, are named")
    func structure() throws {
        var map = ProcessMap("m") {
            start("s")
            step("a")
            end("e")
        }
        map.processes[0].body.nodes.append(MapNode(id: "lost", kind: .activity(MapActivity())))
        #expect(try flaw(map).reason == .unreachable)
        #expect(try flaw(map).nodes == ["lost"])
        map.processes[0].body.nodes.removeLast()
        map.processes[0].body.sequenceFlows.removeLast()
        map.processes[0].body.nodes.removeLast()
        map.processes[0].body.nodes.append(MapNode(id: "e", kind: .event(MapEvent(.end))))
        #expect(try flaw(map).reason == .unreachable)
    }

    @Test("What holds nothing but event sub-processes and compensation has no flow to be judged")
    func besideTheFlow() {
        func judged(_ nodes: MapNode...) -> [FlowSoundness] {
            let map = ProcessMap(id: "m", processes: [MapProcess(id: "p", body: MapBody(nodes: nodes))])
            #expect(map.soundness() == .sound)
            #expect(!map.findings().contains { [.standstill, .unreachable, .notDecided].contains($0.kind) })
            return MapIndex(map).soundness()
        }
        let told = MapNode(id: "told", kind: .event(MapEvent(.start, [.message(nil)])))
        let done = MapNode(id: "done", kind: .event(MapEvent(.end)))
        let flow = MapSequenceFlow(id: "flow", from: "told", to: "done")
        let inside = MapSubProcess(.event, body: MapBody(nodes: [told, done], sequenceFlows: [flow]))
        let event = MapNode(id: "event", kind: .activity(MapActivity(.subProcess(inside))))
        let undo = MapNode(id: "undo", kind: .activity(MapActivity(isForCompensation: true)))
        let step = MapNode(id: "step", kind: .activity(MapActivity()))
        #expect(judged(event).map(\.id) == ["event"])
        #expect(judged(undo).isEmpty)
        #expect(judged(event, undo).map(\.id) == ["event"])
        #expect(judged(event, step).map(\.id) == ["p", "event"])
    }

    @Test("A flow of thousands of choices that do not come in pairs is checked in little time")
    func manyCrossings() {
        var body = MapBody(nodes: [MapNode(id: "start", kind: .event(MapEvent(.start)))])
        func add(_ id: String, _ kind: MapNode.Kind) { body.nodes.append(MapNode(id: MapElementID(id), kind: kind)) }
        func lead(_ source: String, _ targets: String...) {
            for target in targets {
                body.sequenceFlows.append(
                    MapSequenceFlow(
                        id: MapElementID("\(source)>\(target)"),
                        from: MapElementID(source),
                        to: MapElementID(target)
                    )
                )
            }
        }
        var last = "start"
        for number in 0..<400 {
            let (split, one, two) = ("split\(number)", "one\(number)", "two\(number)")
            let (left, right, end) = ("left\(number)", "right\(number)", "end\(number)")
            for gateway in [split, left, right] { add(gateway, .gateway(.parallel)) }
            for gateway in [one, two, end] { add(gateway, .gateway(.exclusive())) }
            lead(last, split)
            lead(split, one, two)
            for choice in [one, two] { lead(choice, left, right) }
            for join in [left, right] { lead(join, end) }
            last = end
        }
        add("end", .event(MapEvent(.end)))
        lead(last, "end")
        let map = ProcessMap(id: "m", processes: [MapProcess(id: "p", body: body)])
        var kinds: [MapFinding.Kind] = []
        let time = ProcessorTime.seconds { kinds = map.findings().map(\.kind) }
        #expect(kinds == [.standstill])
        #expect(time < 0.7, "\(time) s")
    }

    @Test("What can never begin is told without a way to it, where an end can stop everything at any time")
    func neverBegins() throws {
        let nodes: [MapNode] = [
            MapNode(id: "s", kind: .activity(MapActivity())), MapNode(id: "p", kind: .gateway(.parallel)),
            MapNode(id: "stuck", kind: .activity(MapActivity())),
            MapNode(id: "stop", kind: .event(MapEvent(.end, [.terminate]))),
        ]
        let flows = [
            MapSequenceFlow(id: "sp", from: "s", to: "p"), MapSequenceFlow(id: "pp", from: "p", to: "p"),
            MapSequenceFlow(id: "pk", from: "p", to: "stuck"),
        ]
        let body = MapBody(nodes: nodes, sequenceFlows: flows)
        let flaw = try flaw(ProcessMap(id: "m", processes: [MapProcess(id: "x", body: body)]))
        #expect(flaw.reason == .deadEnd)
        #expect(flaw.nodes.contains("stuck"))
        #expect(flaw.trace == [])
    }

    @Test("Inclusive ways that meet again are sound, and so are such as meet at an inclusive join after a choice")
    func inclusive() {
        let map = ProcessMap("m") {
            start("s")
            choices("which?") {
                branch { step("a") }
                branch {
                    step("b")
                    choices("more?") {
                        branch { step("c") }
                        branch { step("d") }
                        branch { step("f") }
                    }
                }
            }
            end("e")
        }
        #expect(map.soundness() == .sound)
        var mixed = map
        for node in mixed.processes[0].body.nodes.indices where mixed.processes[0].body.nodes[node].id == "which" {
            mixed.processes[0].body.nodes[node].kind = .gateway(.exclusive())
        }
        #expect(mixed.soundness() == .sound)
    }

    @Test("An inclusive split that meets at an exclusive join is explored, and what follows can be done twice")
    func inclusiveSplit() throws {
        var map = ProcessMap("m") {
            start("s")
            choices("which?") {
                branch { step("a") }
                branch { step("b") }
            }
            end("e")
        }
        let join = try #require(map.processes[0].body.nodes.firstIndex { $0.id == "which-join" })
        map.processes[0].body.nodes[join].kind = .gateway(.exclusive())
        #expect(try !map.soundness().isSound && [.doubled, .leftOver].contains(flaw(map).reason))
    }

    @Test("Events on the border of a step and of a sub-process take their own way", arguments: [true, false])
    func borders(isInterrupting: Bool) {
        let map = ProcessMap("m") {
            start("s")
            subProcess("inside") {
                start("t")
                parallel {
                    branch { step("a") }
                    branch { step("b") }
                }
                end("u")
            }
            .on("late", .timer(.unspecified), isInterrupting: isInterrupting) {
                step("remind")
                end("reminded")
            }
            end("e")
        }
        #expect(map.soundness() == .sound)
        #expect(MapIndex(map).soundness().count == 2)
    }

    @Test("What does not interrupt and comes back does what follows twice")
    func comesBack() {
        let map = ProcessMap("m") {
            start("s")
            step("a").on("late", .timer(.unspecified), isInterrupting: false) { step("remind") }
            step("b")
            end("e")
        }
        #expect(!map.soundness().isSound)
    }

    @Test("Forty parallel ways are decided, whether or not one of them is wrong")
    func wide() throws {
        let ways = (0..<40).map { number in MapElementID("w\(number)") }
        var body = MapBody(
            nodes: [
                MapNode(id: "s", kind: .event(MapEvent(.start))), MapNode(id: "p", kind: .gateway(.parallel)),
                MapNode(id: "q", kind: .gateway(.parallel)), MapNode(id: "e", kind: .event(MapEvent(.end))),
            ],
            sequenceFlows: [
                MapSequenceFlow(id: "sp", from: "s", to: "p"), MapSequenceFlow(id: "qe", from: "q", to: "e"),
            ]
        )
        for way in ways {
            body.nodes.append(MapNode(id: way, kind: .activity(MapActivity())))
            body.sequenceFlows.append(MapSequenceFlow(id: MapElementID("p\(way)"), from: "p", to: way))
            body.sequenceFlows.append(MapSequenceFlow(id: MapElementID("\(way)q"), from: way, to: "q"))
        }
        var map = ProcessMap(id: "m", processes: [MapProcess(id: "process", body: body)])
        #expect(map.soundness() == .sound)
        map.processes[0].body.nodes[2].kind = .gateway(.exclusive())
        #expect(try flaw(map).reason == .doubled || flaw(map).reason == .leftOver)
        map.processes[0].body.nodes[2].kind = .gateway(.parallel)
        map.processes[0].body.nodes[1].kind = .gateway(.exclusive())
        #expect(try flaw(map).trace?.count == 3)
    }
}
