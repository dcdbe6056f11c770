import QualityCore

extension Deviation {
    private static let lexSarahCase = RecordKind(rawValue: "lexSarahCase")

    static var otherRules: [RecordRule<Deviation>] {
        [
            rule(
                "D-DEV-6",
                "suspicions",
                sv: "en misstanke ska leda till ett Lex Sarah-ärende",
                en: "a suspicion must lead to a Lex Sarah case",
                duty: .reportMisconduct
            ) { $0.suspicions.contains { $0.caseReference.kind != lexSarahCase } },
            exchangeRule("principal", sv: "huvudmannen ska anges", en: "the principal must be named", \.principal),
            exchangeRule("content", sv: "innehållet ska anges", en: "the content must be told", \.content),
            exchangeRule(
                "secrecyGround",
                sv: "grunden för att lämna över uppgifterna ska anges",
                en: "the ground on which the data may cross must be stated",
                \.secrecyGround
            ),
            rule(
                "D-DEV-12",
                "trackAnswers",
                sv: "ett ja ska ha en beteckning och ett nej ett skäl",
                en: "a yes needs a reference and a no a reason"
            ) {
                $0.trackAnswers.contains { answer in
                    switch answer.outcome {
                    case .yes(let reference): reference.isBlank
                    case .no(let reason): reason.isBlank
                    }
                }
            },
            rule(
                "D-DEV-12",
                "trackAnswers.aware",
                sv: "tidpunkten då incidenten blev känd ska anges",
                en: "the instant when the breach became known must be stated"
            ) {
                $0.trackAnswers.contains { answer in
                    guard answer.track == .personalDataBreach, case .yes = answer.outcome else { return false }
                    return answer.aware == nil
                }
            },
        ]
    }

    private static func exchangeRule(
        _ field: String,
        sv swedish: String,
        en english: String,
        _ text: @escaping @Sendable (PrincipalExchange) -> String
    ) -> RecordRule<Deviation> {
        rule("D-DEV-11", "exchanges.\(field)", sv: swedish, en: english) {
            $0.exchanges.contains { text($0).isBlank }
        }
    }
}
