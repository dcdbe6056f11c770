import Improvements
import QualityCore
import TestSupport
import Testing

@Suite("Every sequence of acts on a risk analysis", .requirement("D-RSK-1", "D-RSK-2", "D-RSK-4"))
struct RiskAnalysisWalkTests {
    @Test("keeps what must hold", arguments: Seeds.some(1))
    func holds(seed: UInt64) throws { try Self.model.verify(seed: seed) }

    @Test("breaks it when a rule is switched off", arguments: Seeds.some(1))
    func needed(seed: UInt64) throws { try Self.model.verifyRulesAreNeeded(seed: seed) }

    private typealias Model = RecordModel<RiskAnalysis>

    private static var model: RecordModel<RiskAnalysis> {
        RecordModel(
            draft: { draws throws(RuleViolation) in
                try RiskAnalysis(
                    id: identity("r:1"),
                    unit: "U1",
                    begun: draws.today(),
                    assignment: assignment(&draws),
                    events: draws.happens(percent: 80) ? [event(&draws)] : []
                )
            },
            acts: [
                Model.Act("assign") { analysis, draws, law throws(RuleViolation) in
                    try analysis.assign(assignment(&draws), under: law)
                },
                Model.Act("add") { analysis, draws, law throws(RuleViolation) in
                    try analysis.add(event(&draws), under: law)
                },
                Model.Act("explain") { analysis, draws, law throws(RuleViolation) in
                    let causes: [CategoryCode] = draws.happens(percent: 15) ? [] : ["routines"]
                    try analysis.explain(draws.number(0...1), causes: causes, barriers: [], under: law)
                },
                Model.Act("assess") { analysis, draws, law throws(RuleViolation) in
                    try analysis.assess(draws.number(0...1), as: assessment(&draws), under: law)
                },
                Model.Act("meet") { analysis, draws, law throws(RuleViolation) in
                    let measure = RecordReference(kind: Measure.kind, id: "m:1")
                    try analysis.meet(draws.number(0...1), by: measure, under: law)
                },
                Model.Act("approve") { analysis, draws, law throws(RuleViolation) in
                    let by = draws.signature()
                    try analysis.approve(by: by, reviewOn: draws.later(by.day, -2...40), under: law)
                },
                Model.Act("review") { analysis, draws, law throws(RuleViolation) in
                    try analysis.review(by: draws.signature(), under: law)
                },
            ],
            invariants: invariants,
            phases: ["draft", "approved", "underReview"]
        )
    }

    private static func assignment(_ draws: inout Draws) -> RiskAnalysis.Assignment {
        RiskAnalysis.Assignment(
            trigger: draws.pick(RiskAnalysis.Trigger.allCases),
            change: draws.happens(percent: 85) ? RecordReference(kind: RecordKind(rawValue: "process"), id: "P") : nil,
            scope: draws.happens(percent: 10) ? .notStated(source: "csv") : draws.stated(),
            participants: .value(draws.happens(percent: 5) ? [] : [RiskAnalysis.Participant("p1", title: "chef")])
        )
    }

    private static func assessment(_ draws: inout Draws) -> RiskAnalysis.Assessment {
        RiskAnalysis.Assessment(
            likelihood: draws.number(0...4),
            consequence: draws.number(1...5),
            stage: draws.pick(RiskAnalysis.Assessment.Stage.allCases),
            by: draws.signature()
        )
    }

    private static func event(_ draws: inout Draws) -> RiskAnalysis.PossibleEvent {
        RiskAnalysis.PossibleEvent(
            account: draws.stated(),
            causes: draws.happens(percent: 50) ? ["staffing"] : nil,
            barriers: draws.happens(percent: 50) ? ["dubbelkontroll"] : nil,
            assessments: draws.happens(percent: 50) ? [assessment(&draws)] : []
        )
    }

    private static func isApproved(_ analysis: RiskAnalysis) -> Bool {
        analysis.approvals.count == analysis.reviews.count + 1
    }

    private static var invariants: [Model.Invariant] {
        [
            .init("D-RSK-1") { $0.events.allSatisfy { $0.account.value == "Text" } },
            .init("D-RSK-1") { !isApproved($0) || $0.events.count > 0 },
            .init("D-RSK-1") { analysis in
                !isApproved(analysis) || analysis.events.allSatisfy { $0.assessments.count > 0 }
            },
            .init("D-RSK-1") { analysis in
                !isApproved(analysis) || analysis.events.allSatisfy { ($0.causes?.count ?? 0) > 0 }
            },
            .init("D-RSK-1") { analysis in
                !isApproved(analysis) || analysis.events.allSatisfy { $0.barriers != nil }
            },
            .init("D-RSK-2") { analysis in
                analysis.events.allSatisfy { event in
                    guard let first = event.assessments.firstIndex(where: { $0.stage == .residual }) else {
                        return true
                    }
                    return first > 0 && event.measures.count > 0
                }
            },
            .init("D-RSK-4") { analysis in
                analysis.assignment.change != nil
                    || ![RiskAnalysis.Trigger.reorganisation, .processVersion].contains(analysis.assignment.trigger)
            },
            .init("D-RSK-4") { $0.assignment.scope.value != " " },
            .init("D-RSK-4") { $0.assignment.participants.value != [] },
            .init("D-RSK-4") { $0.approvals.allSatisfy { $0.by.day < $0.reviewOn } },
            .init("D-RSK-1") { analysis in
                analysis.events.flatMap(\.assessments).allSatisfy {
                    (1...4).contains($0.likelihood) && (1...4).contains($0.consequence)
                }
            },
            .init("D-RSK-2") { analysis in
                analysis.events.allSatisfy { event in
                    let found = [analysis.begun] + event.assessments.map(\.by.day)
                    return found == found.sorted()
                }
            },
        ]
    }
}
