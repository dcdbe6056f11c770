import QualityCore

extension ScreeningRule.Criterion {
    enum Answer {
        case holds(LocalizedText)
        case fails
        case missing(String)
    }

    func answer(for deviation: Deviation) -> Answer {
        switch self {
        case .legalBasis(let bases):
            guard let stated = deviation.legalBases.value else { return .missing("legalBases") }
            guard let basis = bases.first(where: stated.contains) else { return .fails }
            return .holds(LocalizedText(sv: "lagrum \(basis.rawValue)", en: "legal basis \(basis.rawValue)"))
        case .severity(let least):
            return level(deviation.risk?.severity, least, "allvarlighetsgrad", "severity")
        case .probability(let least):
            return level(deviation.risk?.probability, least, "sannolikhet", "probability")
        case .riskValue(let least):
            guard let estimate = deviation.risk, let severity = estimate.severity else { return .missing("severity") }
            guard let probability = estimate.probability else { return .missing("probability") }
            return level(severity * probability, least, "riskvärde", "risk value")
        case .consequence(let least):
            return consequence(of: deviation, atLeast: least)
        case .category(let codes):
            guard let stated = deviation.category.value else { return .missing("category") }
            guard codes.contains(where: { $0 == stated || $0 == stated.unlistedParent }) else { return .fails }
            return .holds(LocalizedText(sv: "kategorin är en av reglens", en: "the category is one of the rule's"))
        case .word(let words):
            guard let account = deviation.account.value else { return .missing("account") }
            let spoken = account.lowercased().split { !$0.isLetter && !$0.isNumber }
            let found = words.first { word in
                let start = word.lowercased()
                return !start.isEmpty && spoken.contains { $0.hasPrefix(start) }
            }
            guard let found else { return .fails }
            return .holds(
                LocalizedText(sv: "ordet ”\(found)” i beskrivningen", en: "the word “\(found)” in the account")
            )
        }
    }

    private func level(_ level: Int?, _ least: Int, _ swedish: String, _ english: String) -> Answer {
        guard let level else { return .missing(english) }
        guard level >= least else { return .fails }
        return .holds(
            LocalizedText(sv: "\(swedish) \(level), minst \(least)", en: "\(english) \(level), at least \(least)")
        )
    }

    private func consequence(of deviation: Deviation, atLeast least: ConsequenceLevel) -> Answer {
        guard let assessment = deviation.assessment, let bound = least.rank else { return .missing("assessment") }
        let ranks = [assessment.actual.rank, assessment.possible.rank]
        if ranks.contains(where: { ($0 ?? -1) >= bound }) {
            return .holds(
                LocalizedText(
                    sv: "konsekvens minst \(least.label.swedish.lowercased())",
                    en: "consequence at least \(least.label.english.lowercased())"
                )
            )
        }
        return ranks.contains(nil) ? .missing("assessment") : .fails
    }
}
