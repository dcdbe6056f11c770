public import QualityCore

extension UnexecutedDecision {
    /// What is required of every decision that is not carried out.
    public static var rules: [RecordRule<UnexecutedDecision>] {
        [
            RecordRule(
                "D-EVB-1",
                "legalBasis",
                sv: "bara beslut enligt SoL eller LSS rapporteras",
                en: "only decisions under SoL or LSS are reported"
            ) { ![.sol, .lss].contains($0.legalBasis) }
        ] + reporting
            + [
                RecordRule(
                    "D-EVB-2",
                    "reasons",
                    sv: "skälet till dröjsmålet ska beskrivas",
                    en: "the reason for the delay must be told"
                ) { $0.reasons.contains { $0.text.isBlank } },
                RecordRule(
                    "D-EVB-2",
                    "reports",
                    sv: "mottagaren har redan rapporten",
                    en: "the receiver has that report already"
                ) { decision in
                    let keys = decision.reports.map { SentReport($0.content, to: $0.receiver, on: .earliest) }
                    return Set(keys).count < keys.count
                },
            ]
    }

    /// Rules on each sent report, which cite the provision in force on the day of the report (D-LAW-1).
    private static var reporting: [RecordRule<UnexecutedDecision>] {
        func rule(
            _ field: String,
            duty: Provision.Duty = .reportNotCarriedOut,
            sv: String,
            en: String,
            _ isWrong: @escaping @Sendable (UnexecutedDecision, SentReport) -> Bool
        ) -> RecordRule<UnexecutedDecision> {
            RecordRule(
                "D-EVB-1",
                field: field,
                duty: duty,
                message: LocalizedText(sv: sv, en: en),
                basis: { $0.legalBasis },
                arisen: { $0.origin.countedFrom },
                selectedBy: { decision in
                    let wrong = decision.reports.first { isWrong(decision, $0) }
                    return wrong.map { max($0.day, decision.origin.countedFrom) }
                }
            ) { decision, _ in
                [.sol, .lss].contains(decision.legalBasis) && decision.reports.contains { isWrong(decision, $0) }
            }
        }
        return [
            rule(
                "reports.quarter",
                sv: "beslutet rapporteras inte för det kvartalet",
                en: "the decision is not reported for that quarter"
            ) { decision, report in
                if case .quarter(let quarter) = report.content { !decision.isReportable(in: quarter) } else { false }
            },
            rule(
                "reports.execution",
                duty: .reportCarriedOut,
                sv: "beslutet är inte verkställt",
                en: "the decision is not carried out"
            ) { decision, report in
                guard report.content == .execution else { return false }
                return decision.closing.map { $0.ground != .executed || report.day < $0.day } ?? true
            },
            rule(
                "reports.reasons",
                sv: "rapporten saknar skäl till dröjsmålet",
                en: "the report has no reason for the delay"
            ) { decision, report in
                report.content != .execution && !decision.reasons.contains { $0.day <= report.day }
            },
            rule(
                "reports.day",
                sv: "rapporten är daterad innan beslutet blev rapporteringspliktigt",
                en: "the report is dated before the decision was to be reported"
            ) { decision, report in
                report.content != .execution && decision.reportableFrom.map { report.day < $0 } ?? true
            },
            rule(
                "reports.receiver",
                sv: "mottagaren får inte rapporten",
                en: "that receiver does not get the report"
            ) { decision, report in !decision.receivers.contains(report.receiver) },
        ]
    }
}
