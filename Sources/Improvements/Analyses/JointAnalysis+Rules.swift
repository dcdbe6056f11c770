public import QualityCore

extension JointAnalysis {
    /// What is required of every joint analysis.
    public static var rules: [RecordRule<JointAnalysis>] { figureRules + conclusionRules }

    private static var figureRules: [RecordRule<JointAnalysis>] {
        [
            rule("units", sv: "enheterna som analyseras krävs", en: "the units that are analysed are required") {
                $0.units.isEmpty
            },
            rule(
                "figures.cutOff",
                sv: "siffrorna är tagna innan perioden var slut",
                en: "the figures were taken before the period had ended"
            ) { analysis in
                analysis.figures.values.contains {
                    if case .count(_, let cutOff) = $0 { cutOff < analysis.period.last } else { false }
                }
            },
            rule(
                "figures.unit",
                sv: "siffran gäller en enhet som inte analyseras",
                en: "the figure is of a unit that is not analysed"
            ) { analysis in
                analysis.figures.values.contains {
                    if case .count(let byUnit, _) = $0 {
                        !Set(byUnit.keys).isSubset(of: analysis.units)
                    } else {
                        false
                    }
                }
            },
            rule("figures.reason", sv: "en saknad siffra ska motiveras", en: "a missing figure needs a reason") {
                $0.figures.values.contains { if case .missing(let reason) = $0 { reason.isBlank } else { false } }
            },
            rule("patterns", sv: "ett funnet mönster ska beskrivas", en: "a pattern that was found must be told") {
                if case .found(let patterns)? = $0.patterns {
                    patterns.isEmpty || patterns.contains { $0.isBlank }
                } else {
                    false
                }
            },
        ]
    }

    private static var conclusionRules: [RecordRule<JointAnalysis>] {
        [
            rule(
                "figures",
                sv: "varje underlag ska ha en siffra eller ett skäl",
                en: "every source needs a figure or a reason"
            ) { $0.phase == .concluded && $0.figures.count < Source.allCases.count },
            rule("participants", sv: "deltagarna krävs", en: "the participants are required") {
                $0.phase == .concluded && $0.participants.value?.isEmpty == true
            },
            rule(
                "patterns.answer",
                sv: "det ska framgå om mönster finns",
                en: "it must be said whether there are patterns"
            ) { $0.phase == .concluded && $0.patterns == nil },
            rule("conclusion", sv: "slutsatsen krävs", en: "the conclusion is required") {
                $0.phase == .concluded && $0.conclusion?.isBlank ?? true
            },
            rule(
                "consequence",
                sv: "det ska framgå vad analysen leder till, eller varför inget",
                en: "it must be said what follows, or why nothing"
            ) { analysis in
                guard analysis.phase == .concluded else { return false }
                return switch analysis.consequence {
                case .records(let records)?: records.isEmpty
                case .nothing(let reason)?: reason.isBlank
                case nil: true
                }
            },
        ]
    }

    private static func rule(
        _ field: String,
        sv: String,
        en: String,
        _ isBroken: @escaping @Sendable (JointAnalysis) -> Bool
    ) -> RecordRule<JointAnalysis> {
        RecordRule("D-ANA-1", field, sv: sv, en: en, duty: .compile, on: { $0.period.last }, isBroken)
    }

    /// Unit, days, status and codes of the record.
    public var facts: RecordFacts {
        let answer: CategoryCode? =
            switch patterns {
            case .found?: "found"
            case .noneFound?: "noneFound"
            case .tooLittleData?: "tooLittleData"
            case nil: nil
            }
        return RecordFacts(
            unit: unit,
            reported: period.first,
            dueOn: phase == .draft ? period.last : nil,
            status: phase.rawValue,
            observations: [RecordFacts.Observation(codes: [.patterns: answer.map { [$0] } ?? []])]
        )
    }
}

extension CodeDimension {
    /// Whether a joint analysis found patterns (*mönster*).
    public static let patterns = CodeDimension(rawValue: "patterns")
}
