public import QualityCore

/// Finds deviations that someone should look at as possible misconducts; it decides and reclassifies nothing (*screening*).
///
/// A hit is a question to a person. What cannot be judged, for a fact is missing, is told beside the hits and never
/// taken for a no.
public struct MisconductScreening: Hashable, Sendable, Codable {
    /// One deviation that met a rule, with one reason for each criterion.
    public struct Hit: Hashable, Sendable {
        /// The deviation.
        public let deviation: RecordReference
        /// The rule that it met.
        public let rule: ScreeningRule.ID
        /// What in it met the rule, in terms of the rule and never in words of the record.
        public let reasons: [LocalizedText]
    }

    /// One deviation that a rule could not judge.
    public struct Unjudged: Hashable, Sendable {
        /// The deviation.
        public let deviation: RecordReference
        /// The rule.
        public let rule: ScreeningRule.ID
        /// The facts that are missing, as coding keys.
        public let missing: [String]
    }

    /// What a screening found.
    public struct Findings: Hashable, Sendable {
        /// The hits, in the order of the deviations and then of the rules.
        public let hits: [Hit]
        /// What could not be judged.
        public let unjudged: [Unjudged]
    }

    /// The board's rules.
    public let rules: [ScreeningRule]

    /// A screening by rules.
    public init(rules: [ScreeningRule]) {
        self.rules = rules
    }

    /// Screens the deviations that are not cancelled and have no report of misconduct yet.
    public func findings(in deviations: [Deviation]) -> Findings {
        var hits: [Hit] = []
        var unjudged: [Unjudged] = []
        for deviation in deviations where deviation.phase != .cancelled && deviation.suspicions.isEmpty {
            for rule in rules where !rule.criteria.isEmpty {
                var reasons: [LocalizedText] = []
                var missing: [String] = []
                var isRuledOut = false
                for criterion in rule.criteria {
                    switch criterion.answer(for: deviation) {
                    case .holds(let reason): reasons.append(reason)
                    case .missing(let field): missing.append(field)
                    case .fails: isRuledOut = true
                    }
                }
                if isRuledOut { continue }
                if missing.isEmpty {
                    hits.append(Hit(deviation: deviation.reference, rule: rule.id, reasons: reasons))
                } else {
                    unjudged.append(Unjudged(deviation: deviation.reference, rule: rule.id, missing: missing))
                }
            }
        }
        return Findings(hits: hits, unjudged: unjudged)
    }

    /// An example for a board to begin with: grave events in services under SoL or LSS (D-RSK-3, practice).
    ///
    /// A risk value of at least 8 with a severity of at least 3, or a consequence that was or could have been
    /// considerable. No rule is law; a hit is a question and decides nothing.
    public static let example = MisconductScreening(rules: [
        ScreeningRule(
            id: "risk",
            label: LocalizedText(sv: "Högt riskvärde i socialtjänst eller LSS", en: "High risk value under SoL or LSS"),
            criteria: [.legalBasis(anyOf: [.sol, .lss]), .riskValue(atLeast: 8), .severity(atLeast: 3)]
        ),
        ScreeningRule(
            id: "consequence",
            label: LocalizedText(
                sv: "Betydande konsekvens enligt SoL eller LSS",
                en: "Considerable consequence under SoL or LSS"
            ),
            criteria: [.legalBasis(anyOf: [.sol, .lss]), .consequence(atLeast: .considerable)]
        ),
    ])
}
