import ProcessMaps
import QualityCore
import TestSupport
import Testing

/// A tree on its way through drawn edits.
struct ProcessTreeWalk: Walker {
    private(set) var record: ProcessTree
    private(set) var broken: Set<String> = []
    private var draws: Draws
    private static let processes = (0..<8).map { Made.id("n\($0)", of: CareProcess.self) }

    init(seed: UInt64, law: Law) throws {
        draws = Draws(seed: seed)
        record = try ProcessTree(id: Made.id("t"), unit: "N")
    }

    mutating func step(trying name: String?) throws -> String? {
        let before = record
        let process = draws.pick(Self.processes)
        let other = draws.happens(percent: 30) ? nil : draws.pick(Self.processes)
        let act = name ?? draws.pick(["add", "move", "move", "remove"])
        do throws(RuleViolation) {
            switch act {
            case "add": try record.add(process, under: other)
            case "move":
                let sibling = draws.happens(percent: 20) ? draws.pick(Self.processes) : nil
                try record.move(process, under: other, before: sibling)
            default: try record.remove(process)
            }
        } catch {
            return nil
        }
        broken = breaches(after: act, of: process, from: before)
        return act
    }

    private func breaches(after act: String, of process: RecordID<CareProcess>, from before: ProcessTree) -> Set<String>
    {
        var broken: Set<String> = []
        let change = ["add": 1, "remove": -1][act] ?? 0
        if record.nodes.count != before.nodes.count + change { broken.insert("a process is lost") }
        var reached: Set<RecordID<CareProcess>> = []
        var next = record.nodes.filter { $0.parent == nil }.map(\.process)
        while let process = next.popLast() {
            if !reached.insert(process).inserted { return ["two ways to a process"] }
            next += record.nodes.filter { $0.parent == process }.map(\.process)
        }
        if reached.count != record.nodes.count { broken.insert("a process hangs on nothing") }
        if act == "move", record.children(of: process) != before.children(of: process) {
            broken.insert("a process loses its parts in a move")
        }
        return broken
    }
}

@Suite("The process tree through any sequence of edits", .requirement("D-PRO-4"))
struct ProcessTreeWalkTests {
    @Test("stays a tree", arguments: Seeds.some(1))
    func holds(seed: UInt64) throws {
        try Walk(acts: ["add", "move", "remove"], phases: ["kept"], steps: 20, start: ProcessTreeWalk.init)
            .verify(seed: seed)
    }
}
