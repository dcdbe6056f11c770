public import QualityCore

extension RiskAnalysis {
    /// What is required of every risk analysis.
    public static var rules: [RecordRule<RiskAnalysis>] { eventRules + assignmentRules }

    private static var eventRules: [RecordRule<RiskAnalysis>] {
        [
            rule("D-RSK-1", "events.account", sv: "händelsen ska beskrivas", en: "the event must be described") {
                $0.events.contains { $0.account.isBlank }
            },
            rule(
                "D-RSK-1",
                "events",
                sv: "en godkänd analys har minst en händelse",
                en: "an approved analysis has at least one event"
            ) { $0.phase == .approved && $0.events.isEmpty },
            rule(
                "D-RSK-1",
                "events.assessments",
                sv: "varje händelse ska bedömas före godkännande",
                en: "every event is assessed before approval"
            ) { $0.phase == .approved && $0.events.contains { $0.assessments.isEmpty } },
            rule(
                "D-RSK-1",
                "events.causes",
                sv: "varje händelse ska ha orsaker före godkännande",
                en: "every event has causes before approval"
            ) { $0.phase == .approved && $0.events.contains { $0.causes?.isEmpty ?? true } },
            rule(
                "D-RSK-1",
                "events.barriers",
                sv: "barriärer ska anges, eller att inga finns, före godkännande",
                en: "barriers, or that there are none, are told before approval"
            ) { $0.phase == .approved && $0.events.contains { $0.barriers == nil } },
            rule(
                "D-RSK-2",
                "events.residual",
                sv: "kvarstående risk bedöms efter en tidigare bedömning och åtgärder",
                en: "what is left is assessed after an earlier assessment and measures"
            ) {
                $0.events.contains { event in
                    event.assessments.contains { $0.stage == .residual }
                        && (event.measures.isEmpty || event.assessments.first?.stage == .residual)
                }
            },
        ]
    }

    private static var assignmentRules: [RecordRule<RiskAnalysis>] {
        [
            rule(
                "D-RSK-4",
                "assignment.change",
                sv: "förändringen som föranledde analysen ska pekas ut",
                en: "the change that asked for the analysis must be pointed out"
            ) {
                [.reorganisation, .processVersion].contains($0.assignment.trigger) && $0.assignment.change == nil
            },
            rule(
                "D-RSK-4",
                "assignment.scope",
                sv: "analysens avgränsning krävs",
                en: "the scope of the analysis is required"
            ) { $0.assignment.scope.isBlank },
            rule(
                "D-RSK-4",
                "assignment.participants",
                sv: "analysens deltagare krävs",
                en: "the participants of the analysis are required"
            ) { $0.assignment.participants.value?.isEmpty == true },
            rule(
                "D-RSK-4",
                "approvals.reviewOn",
                sv: "översynen ska ligga efter godkännandet",
                en: "the review must lie after the approval"
            ) { $0.approvals.contains { $0.reviewOn <= $0.by.day } },
        ]
    }

    private static func rule(
        _ id: String,
        _ field: String,
        sv: String,
        en: String,
        _ isBroken: @escaping @Sendable (RiskAnalysis) -> Bool
    ) -> RecordRule<RiskAnalysis> {
        RecordRule(
            id,
            field,
            sv: sv,
            en: en,
            duty: .analyseRisks,
            on: { $0.approvals.last?.by.day ?? $0.begun },
            isBroken
        )
    }
}
