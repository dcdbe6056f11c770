import ProcessMaps
import QualityCore
import TestSupport
import Testing

/// Drawn contents and days of processes and routines.
extension Draws {
    fileprivate mutating func date() -> CalendarDate { later(day("2020-01-01"), 0...59) }

    fileprivate mutating func words() -> String { happens(percent: 8) ? " " : "text" }

    fileprivate mutating func seldom<Value>(_ flaw: Value, else value: Value) -> Value {
        happens(percent: 4) ? flaw : value
    }

    fileprivate mutating func description() throws -> ProcessDescription {
        let need: ProcessStep.RoutineNeed =
            happens(percent: 50) ? .routines(seldom([], else: [Made.id("r1")])) : .none(reason: words())
        let step = Made.step(
            name: seldom(" ", else: "Planera"),
            role: seldom(nil, else: "handläggare"),
            need: .value(need)
        )
        return try Made.description(
            purpose: .value(seldom(" ", else: "text")),
            start: .value(seldom(" ", else: "text")),
            end: .value(seldom(" ", else: "text")),
            inputs: .value(seldom([], else: ["in"])),
            outputs: .value(seldom([" "], else: ["ut"])),
            roles: .value(seldom([], else: ["handläggare"])),
            steps: .value(seldom([], else: [step])),
            inside: seldom(nil, else: .value(.none(reason: "ensam"))),
            outside: seldom(nil, else: .value(.none(reason: "ensam")))
        )
    }
}

/// A process on its way through drawn acts.
struct ProcessWalk: Walker {
    private(set) var record: CareProcess
    private(set) var broken: Set<String> = []
    private var draws: Draws
    private let law: Law

    init(seed: UInt64, law: Law) throws {
        draws = Draws(seed: seed)
        self.law = law
        record = try Made.process()
    }

    var phase: String { statusText(record.versions) }

    mutating func step(trying name: String?) throws -> String? {
        let before = record
        do {
            let (act, made) = try act(name)
            broken = Invariant.broken(in: record).map { [$0] } ?? []
            let past = made.map { draws.later($0, -30 ... -1) } ?? day("2019-12-31")
            if record.versions.inForce(on: past)?.number != before.versions.inForce(on: past)?.number {
                broken.insert("what was in force before the act has changed")
            }
            return act
        } catch is RuleViolation {
            return nil
        }
    }

    static let acts = [
        "begin", "revise", "approve", "review", "withdraw", "assignOwner", "releaseOwner", "rename", "place",
    ]

    /// Its name, and the day from which it may change what is in force.
    private mutating func act(_ name: String?) throws -> (String, CalendarDate?) {
        let date = draws.date()
        let later = draws.later(date, -2...17)
        let signature = Signature("p1", title: draws.words(), on: date)
        let number = 1 + draws.below(max(1, record.versions.versions.count))
        let drawn = draws.pick(Self.acts + ["revise", "approve", "approve", "place"])
        switch name ?? drawn {
        case "begin":
            try record.beginVersion(draws.description(), under: law)
            return ("begin", nil)
        case "revise":
            try record.revise(draws.description(), under: law)
            return ("revise", nil)
        case "approve":
            let review = draws.later(later, -2...27)
            try record.approve(by: signature, reason: draws.words(), validFrom: later, reviewBy: review, under: law)
            return ("approve", date)
        case "review":
            let review = VersionReview(reviewer: signature, conclusion: draws.words(), reviewBy: later)
            try record.review(number, review, under: law)
            return ("review", date)
        case "withdraw":
            try record.withdraw(number, by: signature, reason: draws.words(), lastDay: later, under: law)
            return ("withdraw", date)
        case "assignOwner":
            try record.assignOwner("p2", title: draws.words(), from: date, under: law)
            return ("assignOwner", nil)
        case "releaseOwner":
            try record.releaseOwner(lastDay: date, under: law)
            return ("releaseOwner", nil)
        case "rename":
            try record.rename(to: draws.words(), under: law)
            return ("rename", nil)
        default:
            try record.place(in: draws.happens(percent: 20) ? [] : ["O1"], under: law)
            return ("place", nil)
        }
    }
}

/// A routine on its way through drawn acts.
struct RoutineWalk: Walker {
    private(set) var record: Routine
    private var draws: Draws
    private let law: Law

    init(seed: UInt64, law: Law) throws {
        draws = Draws(seed: seed)
        self.law = law
        record = try Made.routine()
    }

    var phase: String { statusText(record.versions) }

    var broken: Set<String> { Invariant.broken(in: record).map { [$0] } ?? [] }

    mutating func step(trying name: String?) throws -> String? {
        do {
            return try act(name)
        } catch is RuleViolation {
            return nil
        }
    }

    static let acts = ["begin", "revise", "approve", "review", "withdraw", "place", "acknowledge"]

    private mutating func act(_ name: String?) throws -> String {
        let date = draws.date()
        let later = draws.later(date, -2...17)
        let signature = Signature("p1", title: draws.words(), on: date)
        let content = Routine.Content(instruction: .value(draws.words()), responsible: .value(draws.words()))
        let number = 1 + draws.below(max(1, record.versions.versions.count))
        let drawn = draws.pick(Self.acts + ["approve"])
        switch name ?? drawn {
        case "begin":
            try record.beginVersion(content, under: law)
            return "begin"
        case "revise":
            try record.revise(content, under: law)
            return "revise"
        case "approve":
            let review = draws.later(later, -2...27)
            try record.approve(by: signature, reason: draws.words(), validFrom: later, reviewBy: review, under: law)
            return "approve"
        case "review":
            let review = VersionReview(reviewer: signature, conclusion: draws.words(), reviewBy: later)
            try record.review(number, review, under: law)
            return "review"
        case "withdraw":
            try record.withdraw(number, by: signature, reason: draws.words(), lastDay: later, under: law)
            return "withdraw"
        case "place":
            try record.place(in: ["O2"], under: law)
            return "place"
        default:
            try record.acknowledge(number, by: draws.pick(["a", "b", "c"]), on: date, under: law)
            return "acknowledge"
        }
    }
}

private func statusText<Content>(_ history: VersionHistory<Content>) -> String {
    history.versions.last.flatMap { history.status(of: $0.number, on: day("2020-02-01")) }?.rawValue ?? "none"
}

@Suite("No sequence of acts", .long, .requirement("D-PRO-1", "D-PRO-2", "D-PRO-3", "D-PRO-7"))
struct ProcessWalkTests {
    private static let phases = VersionStatus.allCases.map(\.rawValue) + ["none"]

    private static var processes: Walk<ProcessWalk> {
        Walk(
            acts: ProcessWalk.acts,
            phases: phases,
            steps: 40,
            start: ProcessWalk.init
        )
    }

    private static var routines: Walk<RoutineWalk> {
        Walk(
            acts: RoutineWalk.acts,
            phases: phases,
            steps: 40,
            start: RoutineWalk.init
        )
    }

    @Test(
        "brings a process to a state that breaks an invariant, or changes what was in force before its day",
        arguments: Seeds.some(1)
    )
    func processHolds(seed: UInt64) throws { try Self.processes.verify(seed: seed) }

    @Test("keeps a process sound with a rule switched off: the invariants find it", arguments: Seeds.some(1))
    func processNeeded(seed: UInt64) throws { try Self.processes.verifyRulesAreNeeded(seed: seed) }

    @Test("brings a routine to a state that breaks an invariant", arguments: Seeds.some(1))
    func routineHolds(seed: UInt64) throws { try Self.routines.verify(seed: seed) }

    @Test("keeps a routine sound with a rule switched off: the invariants find it", arguments: Seeds.some(1))
    func routineNeeded(seed: UInt64) throws { try Self.routines.verifyRulesAreNeeded(seed: seed) }
}
