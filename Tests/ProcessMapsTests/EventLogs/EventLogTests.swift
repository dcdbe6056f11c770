import ProcessMaps
import QualityCore
import TestSupport
import Testing

@Suite("Event logs")
struct EventLogTests {
    private func event(_ activity: String, _ hour: Int64?, _ moment: LoggedEvent.Moment? = nil) -> LoggedEvent {
        LoggedEvent(activity, at: hour.map { Timestamp(microsecondsSince1970: $0 * 3_600_000_000) }, moment: moment)
    }

    private func log(_ cases: [[LoggedEvent]]) -> EventLog {
        EventLog(of: cases.enumerated(), id: { "\($0.offset)" }, events: { $0.element })
    }

    @Test("A log of records has their changes in the order of time")
    func ordered() {
        let log = log([[event("b", 2), event("x", nil), event("a", 1), event("c", 2)]])
        #expect(log.cases[0].activities == ["a", "b", "x", "c"])
        #expect(log.cases[0].id == "0")
    }

    @Test("A log is written and read without loss")
    func coding() throws {
        var log = log([[event("a", 1, .start), event("a", 3, .complete)]])
        log.attributes = [LogAttribute("k", .list([LogAttribute("n", .number(0.5))]))]
        #expect(try JSON.roundTrip(log) == log)
    }

    @Test("What follows on what is counted with its waits, and the usual ways come first")
    func follows() throws {
        let log = log([
            [event("a", 0), event("b", 4)],
            [event("a", 1), event("b", 3), event("b", 6)],
            [event("a", 0), event("b", 10)],
        ])
        let graph = DirectlyFollowsGraph(log)
        let edge = try #require(graph.edge("a", "b"))
        #expect(edge.count == 3)
        #expect(edge.waits.median == .seconds(4 * 3_600))
        #expect(edge.waits.mean == .seconds(16 * 1_200))
        #expect(edge.waits.longest == .seconds(36_000))
        #expect(graph.edge("b", "a") == nil)
        #expect(graph.starts == ["a": 3] && graph.ends == ["b": 3] && graph.activities == ["a": 3, "b": 4])
        #expect(log.variants.map(\.cases) == [[0, 2], [1]])
    }

    @Test("Time at work runs from start to completion, and waiting before it")
    func times() throws {
        let log = log([
            [event("a", 0, .start), event("a", 2, .complete), event("b", 5, .start), event("b", 6, .complete)]
        ])
        let times = log.stepTimes
        #expect(times.map(\.activity) == ["a", "b"])
        #expect(times[0].work.median == .seconds(7_200) && times[0].wait.count == 0)
        #expect(times[1].work.median == .seconds(3_600) && times[1].wait.median == .seconds(10_800))
    }

    @Test(
        "Moments of the standard lifecycle before, instead of or short of completion complete nothing",
        arguments: [
            "schedule", "assign", "reassign", "start", "suspend", "resume", "withdraw", "autoskip", "manualskip",
            "ate_abort", "pi_abort",
        ]
    )
    func unfinished(_ word: String) {
        for word in [word, word.uppercased()] {
            let log = log([[event("a", 0, LoggedEvent.Moment(rawValue: word)), event("b", 1)]])
            #expect(log.cases[0].activities == ["b"])
            #expect(DirectlyFollowsGraph(log).activities == ["b": 1])
        }
    }

    @Test(
        "Every other word for a moment, and none, completes",
        arguments: ["complete", "COMPLETE", "In Progress", "Closed", "unknown", "", nil]
    )
    func finished(_ word: String?) {
        let log = log([[event("a", 0, word.map { LoggedEvent.Moment(rawValue: $0) })]])
        #expect(log.cases[0].activities == ["a"])
        #expect(DirectlyFollowsGraph(log).activities == ["a": 1])
    }

    @Test("A graph counts completions, or every event where that is asked for")
    func counting() throws {
        let log = log([[event("a", 0, .start), event("a", 2, .complete), event("b", 5)]])
        let done = DirectlyFollowsGraph(log)
        #expect(done.activities == ["a": 1, "b": 1] && done.edge("a", "a") == nil)
        let every = DirectlyFollowsGraph(log, counting: .everyEvent)
        #expect(every.activities == ["a": 2, "b": 1] && every.edge("a", "b")?.count == 1)
        #expect(every.edge("a", "a")?.waits.median == .seconds(7_200))
    }

    @Test(
        "Time at work is told by words in letters of any case",
        arguments: [("START", "COMPLETE"), ("Start", "Done")]
    )
    func capitals(_ start: String, _ end: String) throws {
        let log = log([
            [event("a", 0, LoggedEvent.Moment(rawValue: start)), event("a", 2, LoggedEvent.Moment(rawValue: end))]
        ])
        let times = try #require(log.stepTimes.first)
        #expect(times.count == 1 && times.work.median == .seconds(7_200))
    }

    @Test("The middle of the times is told by quartiles, and of few times that they are few")
    func spread() {
        let log = log([0, 1, 3, 7, 8, 12].map { hours in [event("a", 0), event("b", hours)] } + [[event("b", nil)]])
        let times = log.stepTimes[1]
        #expect(times.count == 7 && times.work.count == 0)
        let spread = LogDurations.Spread.quartiles(
            lower: .seconds(5_400),
            median: .seconds(18_000),
            upper: .seconds(27_900),
            count: 6
        )
        #expect(times.wait.spread() == spread && times.wait.spread(needed: 6) == spread)
        #expect(times.wait.spread(needed: 7) == .tooLittleData(needed: 7, available: 6))
        #expect(times.work.spread(needed: 0) == .tooLittleData(needed: 1, available: 0))
        #expect(times.wait.total == .seconds(31 * 3_600))
        #expect(times.work.total == .zero && times.work.mean == nil)
    }

    @Test("A case that goes as the map has it lacks no token and departs nowhere")
    func fitting() throws {
        let net = PetriNet(ExampleMaps.asDone)
        let activities = [
            "register request", "check ticket", "examine casually", "decide", "reinitiate request",
            "examine thoroughly", "check ticket", "decide", "reject request",
        ]
        let tokens = TokenReplay(net).count(activities)
        #expect(tokens.fits && tokens.fitness == 1)
        #expect(try Aligner(net).align(activities).fits)
    }

    @Test("Departures are told by step: skipped, out of order, done again, not in the map")
    func departures() {
        func run(_ activities: [String]) -> [LoggedEvent] { activities.map { LoggedEvent($0) } }
        let log = log([
            run(["register request", "examine casually", "check ticket", "decide", "pay compensation"]),
            run(["register request", "check ticket", "decide", "pay compensation"]),
            run(["register request", "examine casually", "decide", "check ticket", "pay compensation"]),
            run([
                "register request", "register request", "examine casually", "call", "check ticket", "decide",
                "pay compensation",
            ]),
        ])
        let conformance = MapConformance(of: log, with: ExampleMaps.asDone)
        #expect(conformance.fittingCases == 1)
        #expect(conformance.unexpected == ["call": 1])
        #expect(conformance.departures["register"]?.repeated == 1)
        let skipped = conformance.departures.values.reduce(0) { $0 + $1.skipped }
        let moved = conformance.departures.values.reduce(0) { $0 + $1.outOfOrder }
        #expect(skipped == 1 && moved == 1)
        #expect(conformance.departures.count == 3)
        #expect(conformance.tokens.fitness < 1)
        #expect(conformance.alignments.compactMap(\.?.cost).count == 4 && conformance.undecidedCases == 0)
        let short = MapConformance(of: log, with: ExampleMaps.asDone, states: 5)
        #expect(short.undecidedCases == 4 && short.departures.isEmpty)
        #expect(Set(short.outcomes) == [.failure(.tooManyStates(5))])
    }

    @Test("A step done again is counted in the process of the cases", arguments: ["p", "q"])
    func sameNames(_ process: String) throws {
        let processes = ["p", "q"].map { name in
            let start = MapElementID(rawValue: name + "s")
            let step = MapElementID(rawValue: name + "a")
            let end = MapElementID(rawValue: name + "e")
            let nodes: [MapNode] = [
                MapNode(id: start, kind: .event(MapEvent(.start))),
                MapNode(id: step, name: "a", kind: .activity(MapActivity())),
                MapNode(id: end, kind: .event(MapEvent(.end))),
            ]
            let flows = [
                MapSequenceFlow(id: MapElementID(rawValue: name + "1"), from: start, to: step),
                MapSequenceFlow(id: MapElementID(rawValue: name + "2"), from: step, to: end),
            ]
            let body = MapBody(nodes: nodes, sequenceFlows: flows)
            return MapProcess(id: MapElementID(rawValue: name), body: body)
        }
        let map = ProcessMap(id: "m", processes: processes)
        let log = log([[event("a", 0), event("a", 1)]])
        let conformance = MapConformance(of: log, with: map, process: MapElementID(rawValue: process))
        #expect(Array(conformance.departures.keys) == [MapElementID(rawValue: process + "a")])
        #expect(conformance.departures.values.map(\.repeated) == [1])
    }

    @Test("A join of two ways of one choice lacks a token for every case")
    func joinedChoice() throws {
        let nodes: [MapNode] = [
            MapNode(id: "s", kind: .event(MapEvent(.start))), MapNode(id: "c", kind: .gateway(.exclusive())),
            MapNode(id: "j", kind: .gateway(.parallel)), MapNode(id: "a", name: "a", kind: .activity(MapActivity())),
            MapNode(id: "e", kind: .event(MapEvent(.end))),
        ]
        let flows = [
            MapSequenceFlow(id: "1", from: "s", to: "c"), MapSequenceFlow(id: "2", from: "c", to: "j"),
            MapSequenceFlow(id: "3", from: "c", to: "j"), MapSequenceFlow(id: "4", from: "j", to: "a"),
            MapSequenceFlow(id: "5", from: "a", to: "e"),
        ]
        let body = MapBody(nodes: nodes, sequenceFlows: flows)
        let map = ProcessMap(id: "m", processes: [MapProcess(id: "x", body: body)])
        let tokens = TokenReplay(PetriNet(map)).count(["a"])
        #expect(tokens.missing == 1)
        #expect(tokens.remaining == 0)
        #expect(throws: AlignmentError.noWayThrough) { try Aligner(PetriNet(map)).align(["a"]) }
        let conformance = MapConformance(of: log([[event("a", 0)]]), with: map)
        #expect(conformance.outcomes == [.failure(.noWayThrough)] && conformance.alignments == [nil])
        #expect(conformance.undecidedCases == 0 && conformance.fittingCases == 0)
    }

    @Test("A sub-process with the identity of what it lies in is passed as a step")
    func insideItself() throws {
        let inner = MapNode(id: "x", kind: .activity(MapActivity(.subProcess(MapSubProcess()))))
        let body = MapBody(
            nodes: [
                MapNode(id: "s", kind: .event(MapEvent(.start))), inner, MapNode(id: "e", kind: .event(MapEvent(.end))),
            ],
            sequenceFlows: [MapSequenceFlow(id: "1", from: "s", to: "x"), MapSequenceFlow(id: "2", from: "x", to: "e")]
        )
        let map = ProcessMap(id: "m", processes: [MapProcess(id: "x", body: body)])
        #expect(try Aligner(PetriNet(map)).align([]).fits)
        #expect(TokenReplay(PetriNet(map)).count([]).fits)
    }

    @Test("A search that takes too many states is given up, and a map without an end has no way through")
    func limits() {
        let net = PetriNet(ExampleMaps.open)
        #expect(throws: AlignmentError.tooManyStates(5)) { try Aligner(net, states: 5).align(["decide", "decide"]) }
        let endless = ProcessMap(id: "m", processes: [MapProcess(id: "p", body: MapBody())])
        #expect(throws: AlignmentError.noWayThrough) { try Aligner(PetriNet(endless)).align([]) }
    }
}
