import ProcessMaps
import QualityCore
import TestSupport
import Testing

/// The invariants of D-PRO-1 to D-PRO-3 and D-PRO-7, written a second time and judged after every act.
enum Invariant {
    static func broken(in process: CareProcess) -> String? {
        let approved = process.versions.versions.filter { $0.state.approval != nil }
        for version in approved {
            let text = version.content
            for field in [text.purpose, text.start, text.end] where blank(field.value ?? "") {
                return "a text is blank"
            }
            if text.inputs.value?.isEmpty ?? true { return "no inputs" }
            if text.outputs.value?.isEmpty ?? true { return "no outputs" }
            guard let steps = text.steps.value, !steps.isEmpty else { return "no steps" }
            for step in steps {
                if step.role == nil { return "a step without role" }
                switch step.routineNeed?.value {
                case .routines(let routines)? where !routines.isEmpty: break
                case .none(let reason)? where !blank(reason): break
                default: return "a step without routine"
                }
            }
            if text.coOperationInside == nil || text.coOperationOutside == nil { return "co-operation not answered" }
            if let signed = version.state.approval?.approver.value?.day, process.owners.owner(on: signed) == nil {
                return "approved without owner"
            }
        }
        if !approved.isEmpty, process.operations.value?.isEmpty ?? true { return "no operation" }
        if !approved.isEmpty, blank(process.name) { return "no name" }
        return brokenVersions(process.versions)
    }

    static func broken(in routine: Routine) -> String? {
        for version in routine.versions.versions where version.state != .draft {
            if blank(version.content.instruction.value ?? "") { return "no instruction" }
            if blank(version.content.responsible.value ?? "") { return "nobody responsible" }
        }
        for one in routine.acknowledgements {
            guard let approval = routine.versions[one.number]?.state.approval else { return "a draft acknowledged" }
            if let signed = approval.approver.value?.day, one.day < signed { return "acknowledged before approval" }
        }
        let pairs = routine.acknowledgements.map { "\($0.number) \($0.person.rawValue)" }
        if Set(pairs).count != pairs.count { return "acknowledged twice" }
        return brokenVersions(routine.versions)
    }

    private static func brokenVersions<Content>(_ history: VersionHistory<Content>) -> String? {
        for version in history.versions {
            guard let approval = version.state.approval else { continue }
            guard let approver = approval.approver.value, !blank(approver.title) else { return "no approver" }
            if blank(approval.reason.value ?? "") { return "no reason" }
            guard let review = approval.reviewBy.value, review >= approval.validFrom else { return "no review day" }
            if approval.validFrom < approver.day { return "valid before approval" }
            if approval.reviews.contains(where: { blank($0.conclusion) }) { return "a review without conclusion" }
            if let withdrawal = version.state.withdrawal {
                if blank(withdrawal.reason.value ?? "") { return "withdrawn without reason" }
                if let signed = withdrawal.signature.value?.day, withdrawal.lastDay < signed {
                    return "withdrawn backwards"
                }
            }
        }
        for date in stride(from: 0, through: 60, by: 1).compactMap({ day("2020-01-01").adding(days: $0) }) {
            let valid = history.versions.filter { history.status(of: $0.number, on: date)?.isInForce == true }
            if valid.count > 1 { return "two versions in force" }
            if valid.first != history.inForce(on: date) { return "status and force differ" }
        }
        return nil
    }

    private static func blank(_ text: String) -> Bool { text.allSatisfy(\.isWhitespace) }
}

@Suite("No sequence of acts", .requirement("D-PRO-1", "D-PRO-2", "D-PRO-3", "D-PRO-7"))
struct ProcessSequenceTests {
    private static func date(_ draw: inout Draw) -> CalendarDate {
        day("2020-01-01").adding(days: draw.below(60)) ?? day("2020-01-01")
    }

    private static func text(_ draw: inout Draw) -> String { draw.happens(percent: 8) ? " " : "text" }

    private static func description(_ draw: inout Draw) throws -> ProcessDescription {
        let need: ProcessStep.RoutineNeed =
            draw.happens(percent: 50)
            ? .routines(draw.happens(percent: 5) ? [] : [Made.id("r1")]) : .none(reason: text(&draw))
        return try Made.description(
            purpose: .value(text(&draw)),
            inputs: .value(draw.happens(percent: 5) ? [] : ["in"]),
            steps: .value([
                Made.step(role: draw.happens(percent: 5) ? nil : "handläggare", need: .value(need))
            ]),
            outside: draw.happens(percent: 5) ? nil : .value(.none(reason: "ensam"))
        )
    }

    private static func step(
        _ process: inout CareProcess,
        _ draw: inout Draw,
        under law: Law
    ) throws -> (act: String, day: CalendarDate?) {
        let date = date(&draw)
        let later = date.adding(days: draw.below(20) - 2) ?? date
        let signature = Signature("p1", title: text(&draw), on: date)
        let number = 1 + draw.below(max(1, process.versions.versions.count))
        switch draw.below(10) {
        case 0: try process.beginVersion(description(&draw), under: law); return ("begin", nil)
        case 1: try process.revise(description(&draw), under: law); return ("revise", nil)
        case 2, 3, 4:
            try process.approve(
                by: signature,
                reason: text(&draw),
                validFrom: later,
                reviewBy: later.adding(days: draw.below(30) - 2) ?? later,
                under: law
            )
            return ("approve", date)
        case 5:
            let review = VersionReview(reviewer: signature, conclusion: text(&draw), reviewBy: later)
            try process.review(number, review, under: law)
            return ("review", date)
        case 6:
            try process.withdraw(number, by: signature, reason: text(&draw), lastDay: later, under: law)
            return ("withdraw", date)
        case 7:
            try process.assignOwner("p2", title: text(&draw), from: date, under: law)
            return ("assignOwner", nil)
        case 8 where draw.happens(percent: 50):
            try process.releaseOwner(lastDay: date, under: law)
            return ("releaseOwner", nil)
        case 8:
            try process.rename(to: text(&draw), under: law)
            return ("rename", nil)
        default:
            try process.place(in: draw.happens(percent: 20) ? [] : ["O1"], under: law)
            return ("place", nil)
        }
    }

    private static func step(_ routine: inout Routine, _ draw: inout Draw, under law: Law) throws -> String {
        let date = date(&draw)
        let later = date.adding(days: draw.below(20) - 2) ?? date
        let signature = Signature("p1", title: text(&draw), on: date)
        let content = Routine.Content(instruction: .value(text(&draw)), responsible: .value(text(&draw)))
        let number = 1 + draw.below(max(1, routine.versions.versions.count))
        switch draw.below(8) {
        case 0: try routine.beginVersion(content, under: law); return "begin"
        case 1: try routine.revise(content, under: law); return "revise"
        case 2, 3:
            let review = later.adding(days: draw.below(30) - 2) ?? later
            try routine.approve(by: signature, reason: text(&draw), validFrom: later, reviewBy: review, under: law)
            return "approve"
        case 4:
            let review = VersionReview(reviewer: signature, conclusion: text(&draw), reviewBy: later)
            try routine.review(number, review, under: law)
            return "review"
        case 5:
            try routine.withdraw(number, by: signature, reason: text(&draw), lastDay: later, under: law)
            return "withdraw"
        case 6:
            try routine.place(in: ["O2"], under: law)
            return "place"
        default:
            try routine.acknowledge(number, by: draw.one(of: ["a", "b", "c"]), on: date, under: law)
            return "acknowledge"
        }
    }

    private func phase<Content>(_ history: VersionHistory<Content>, on date: CalendarDate) -> String {
        history.versions.last.flatMap { history.status(of: $0.number, on: date) }?.rawValue ?? "none"
    }

    @Test("brings a process to a state that breaks an invariant, or changes what was in force before its day")
    func processes() throws {
        var draw = Draw(seed: ProcessRun.seed)
        var accepted: [String: [String: Int]] = [:]
        for _ in 0..<ProcessRun.count {
            var process = try Made.process()
            for _ in 0..<30 {
                let before = process
                do {
                    let (act, made) = try Self.step(&process, &draw, under: Made.law)
                    accepted[act, default: [:]][phase(process.versions, on: day("2020-02-01")), default: 0] += 1
                    let past = made.flatMap { $0.adding(days: -1 - draw.below(30)) } ?? day("2019-12-31")
                    try #require(
                        process.versions.inForce(on: past)?.number == before.versions.inForce(on: past)?.number
                    )
                } catch is RuleViolation {
                    try #require(process == before, "a refused act changes nothing")
                }
                try #require(Invariant.broken(in: process) == nil)
                try #require(process.violations(under: Made.law).isEmpty)
                if ProcessRun.isFull || draw.happens(percent: 20) {
                    try #require(try JSON.roundTrip(process) == process)
                }
            }
        }
        report("process", accepted, acts: 9)
    }

    @Test("brings a routine to a state that breaks an invariant")
    func routines() throws {
        var draw = Draw(seed: ProcessRun.seed)
        var accepted: [String: [String: Int]] = [:]
        for _ in 0..<ProcessRun.count {
            var routine = try Made.routine()
            for _ in 0..<30 {
                let before = routine
                do {
                    let act = try Self.step(&routine, &draw, under: Made.law)
                    accepted[act, default: [:]][phase(routine.versions, on: day("2020-02-01")), default: 0] += 1
                } catch is RuleViolation {
                    try #require(routine == before, "a refused act changes nothing")
                }
                try #require(Invariant.broken(in: routine) == nil)
                if ProcessRun.isFull || draw.happens(percent: 20) {
                    try #require(try JSON.roundTrip(routine) == routine)
                }
            }
        }
        report("routine", accepted, acts: 7)
    }

    private func report(_ record: String, _ accepted: [String: [String: Int]], acts: Int) {
        print("\(record): seed \(ProcessRun.seed), sequences \(ProcessRun.count)")
        for (act, phases) in accepted.sorted(by: { $0.key < $1.key }) {
            print(
                "  \(act): \(phases.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", "))"
            )
            #expect(phases.values.reduce(0, +) >= ProcessRun.enough, "\(act) is reached too seldom")
        }
        #expect(accepted.count == acts)
        let reached = Set(accepted.values.flatMap(\.keys))
        for status in VersionStatus.allCases {
            #expect(reached.contains(status.rawValue), "\(status) is never reached")
        }
    }

    @Test("stays sound with a rule switched off: the invariants find it", arguments: ["D-PRO-1", "D-PRO-2", "D-PRO-3"])
    func suspended(rule: String) throws {
        var draw = Draw(seed: ProcessRun.seed)
        let law = Made.law.suspending(rule)
        for _ in 0..<ProcessRun.count {
            var process = try Made.process()
            for _ in 0..<30 {
                _ = try? Self.step(&process, &draw, under: law)
                if Invariant.broken(in: process) != nil { return }
            }
        }
        Issue.record("no sequence shows that \(rule) is off")
    }
}
