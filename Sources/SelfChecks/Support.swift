import QualityCore

extension QualityRecord {
    func violation(_ rule: String, field: String, sv swedish: String, en english: String) -> RuleViolation {
        RuleViolation(
            rule: rule,
            record: reference,
            field: field,
            message: LocalizedText(sv: swedish, en: english)
        )
    }
}

extension String {
    /// Whether the text says nothing.
    var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
