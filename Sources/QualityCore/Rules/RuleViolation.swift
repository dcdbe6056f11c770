/// A breach of one rule by one field of one record, worded without any data of the record (*regelbrott*).
public struct RuleViolation: Error, Hashable, Sendable, Codable {
    /// The id of the rule, such as `D-DEV-1`.
    public let rule: String
    /// The record; `nil` when it has no identity yet.
    public let record: RecordReference?
    /// The field that breaks the rule, as its coding key.
    public let field: String
    /// The provision behind the rule, such as *SOSFS 2011:9 5 kap. 3 §*; `nil` where the rule is our design.
    public let citation: String?
    /// What is wrong, in Swedish and English.
    public let message: LocalizedText

    /// A breach of a rule.
    public init(
        rule: String,
        record: RecordReference?,
        field: String,
        citation: String? = nil,
        message: LocalizedText
    ) {
        self.rule = rule
        self.record = record
        self.field = field
        self.citation = citation
        self.message = message
    }
}

extension RuleViolation: CustomStringConvertible {
    /// Rule, record, field and the English message; never data of the record.
    public var description: String {
        let place = record.map { "\($0).\(field)" } ?? field
        return "\(rule) \(place): \(message.english)" + (citation.map { " (\($0))" } ?? "")
    }
}
