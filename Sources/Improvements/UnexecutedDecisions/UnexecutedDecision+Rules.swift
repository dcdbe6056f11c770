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
        ] + reporting(of: .sol, .reportUnexecutedSocialService) + reporting(of: .lss, .reportUnexecutedSupport)
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

    private static func reporting(
        of basis: LegalBasis,
        _ duty: Provision.Duty
    ) -> [RecordRule<UnexecutedDecision>] {
        func rule(
            _ field: String,
            sv: String,
            en: String,
            _ isBroken: @escaping @Sendable (UnexecutedDecision) -> Bool
        ) -> RecordRule<UnexecutedDecision> {
            RecordRule("D-EVB-1", field, sv: sv, en: en, duty: duty, on: { $0.origin.countedFrom }) {
                $0.legalBasis == basis && isBroken($0)
            }
        }
        return [
            rule(
                "reports.quarter",
                sv: "beslutet rapporteras inte för det kvartalet",
                en: "the decision is not reported for that quarter"
            ) { decision in
                decision.reports.contains {
                    if case .quarter(let quarter) = $0.content { !decision.isReportable(in: quarter) } else { false }
                }
            },
            rule(
                "reports.execution",
                sv: "beslutet är inte verkställt",
                en: "the decision is not carried out"
            ) { decision in
                decision.reports.contains { report in
                    guard report.content == .execution else { return false }
                    return decision.closing.map { $0.ground != .executed || report.day < $0.day } ?? true
                }
            },
            rule(
                "reports.reasons",
                sv: "rapporten saknar skäl till dröjsmålet",
                en: "the report has no reason for the delay"
            ) { decision in
                decision.reports.contains { report in
                    report.content != .execution && !decision.reasons.contains { $0.day <= report.day }
                }
            },
            rule(
                "reports.day",
                sv: "rapporten är daterad innan beslutet blev rapporteringspliktigt",
                en: "the report is dated before the decision was to be reported"
            ) { decision in
                decision.reports.contains { report in
                    report.content != .execution && decision.reportableFrom.map { report.day < $0 } ?? true
                }
            },
            rule(
                "reports.receiver",
                sv: "mottagaren får inte rapporten",
                en: "that receiver does not get the report"
            ) { decision in
                decision.reports.contains { !decision.receivers.contains($0.receiver) }
            },
        ]
    }
}
