import Improvements
import QualityCore
import TestSupport
import Testing

@Suite("Every sequence of acts on a decision not carried out", .requirement("D-EVB-1", "D-EVB-2"))
struct UnexecutedDecisionWalkTests {
    @Test("keeps what must hold", arguments: Seeds.some(1))
    func holds(seed: UInt64) throws { try Self.model.verify(seed: seed) }

    @Test("breaks it when a rule is switched off", arguments: Seeds.some(1))
    func needed(seed: UInt64) throws { try Self.model.verifyRulesAreNeeded(seed: seed) }

    private typealias Model = RecordModel<UnexecutedDecision>

    private static var model: RecordModel<UnexecutedDecision> {
        RecordModel(
            draft: { draws throws(RuleViolation) in
                let decided = draws.later(draws.clock, -120 ... -40)
                return try UnexecutedDecision(
                    id: identity("e:1"),
                    unit: "U1",
                    legalBasis: draws.pick([.sol, .sol, .lss, .lss, .hsl]),
                    service: draws.happens(percent: 10) ? .notStated(source: "csv") : .value("housing"),
                    origin: draws.happens(percent: 50)
                        ? .notCarriedOut(decided: decided)
                        : .interrupted(decided: decided, interrupted: draws.later(decided, -1...20)),
                    reporter: draws.happens(percent: 30) ? .ofStay(requested: decided) : .deciding
                )
            },
            acts: [
                Model.Act("explain") { decision, draws, law throws(RuleViolation) in
                    let text = draws.text()
                    let reason = UnexecutedDecision.DelayReason("lackOfResources", text: text, on: draws.today())
                    try decision.explain(reason, under: law)
                },
                Model.Act("offer") { decision, draws, law throws(RuleViolation) in
                    let offer = UnexecutedDecision.Offer(on: draws.today(), isDeclined: draws.pick([true, false, nil]))
                    try decision.offer(offer, under: law)
                },
                Model.Act("close") { decision, draws, law throws(RuleViolation) in
                    let ground = draws.pick([.executed] + UnexecutedDecision.Closing.Ground.allCases)
                    try decision.close(UnexecutedDecision.Closing(ground, on: draws.today()), under: law)
                },
                Model.Act("report") { decision, draws, law throws(RuleViolation) in
                    let quarter = UnexecutedDecision.Quarter(containing: draws.later(draws.clock, -60...10))
                    let receiver = draws.pick(UnexecutedDecision.Receiver.allCases)
                    let content = UnexecutedDecision.SentReport.Content.quarter(quarter)
                    let report = UnexecutedDecision.SentReport(content, to: receiver, on: draws.today())
                    try decision.send(report, under: law)
                },
                Model.Act("tellExecution") { decision, draws, law throws(RuleViolation) in
                    let receiver = draws.pick(UnexecutedDecision.Receiver.allCases)
                    let report = UnexecutedDecision.SentReport(.execution, to: receiver, on: draws.today())
                    try decision.send(report, under: law)
                },
            ],
            invariants: invariants,
            phases: ["open", "executed", "endedAtRequest", "replaced", "died", "moved"]
        )
    }

    private static func quarterly(
        _ decision: UnexecutedDecision
    ) -> [(quarter: UnexecutedDecision.Quarter, report: UnexecutedDecision.SentReport)] {
        decision.reports.compactMap { report in
            if case .quarter(let quarter) = report.content { (quarter, report) } else { nil }
        }
    }

    private static func start(_ decision: UnexecutedDecision) -> CalendarDate {
        switch decision.origin {
        case .notCarriedOut(let day): day
        case .interrupted(_, let day): day
        }
    }

    private static func firstDay(_ decision: UnexecutedDecision) -> CalendarDate? {
        start(decision).adding(months: 3)?.adding(days: 1)
    }

    private static var invariants: [Model.Invariant] {
        [
            .init("D-EVB-1") { ["SoL", "LSS"].contains($0.legalBasis.rawValue) },
            .init("D-EVB-1") { decision in
                guard let first = firstDay(decision) else { return false }
                return quarterly(decision).allSatisfy { quarter, _ in
                    let days = quarter.period
                    guard let closed = decision.closing?.day else { return first <= days.last }
                    return first <= days.last && first <= closed && days.first <= closed
                }
            },
            .init("D-EVB-1") { decision in
                decision.reports.filter { $0.content == .execution }.allSatisfy { report in
                    guard let closing = decision.closing else { return false }
                    return closing.ground == .executed && closing.day <= report.day
                }
            },
            .init("D-EVB-1") { decision in
                quarterly(decision).allSatisfy { _, report in decision.reasons.contains { $0.day <= report.day } }
            },
            .init("D-EVB-1") { decision in
                guard let first = firstDay(decision) else { return false }
                return quarterly(decision).allSatisfy { $0.report.day >= first }
            },
            .init("D-EVB-1") { decision in
                let outsider: UnexecutedDecision.Receiver =
                    if case .deciding = decision.reporter { .council } else { .auditors }
                return !decision.reports.contains { $0.receiver == outsider }
            },
            .init("D-EVB-2") { $0.reasons.allSatisfy { $0.text == "Text" } },
            .init("D-EVB-2") { decision in
                decision.reports.indices.allSatisfy { index in
                    decision.reports[..<index].allSatisfy {
                        $0.content != decision.reports[index].content || $0.receiver != decision.reports[index].receiver
                    }
                }
            },
            .init("D-EVB-2") { decision in
                decision.closing.map { $0.day >= start(decision) } ?? true
            },
        ]
    }
}
