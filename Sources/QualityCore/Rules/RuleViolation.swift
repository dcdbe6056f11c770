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
    /// How firm the ground of that provision is in this package's reading; `nil` where no provision is cited.
    public let ground: Provision.Ground?
    /// What is wrong, in Swedish and English.
    public let message: LocalizedText

    /// A breach of a rule.
    public init(
        rule: String,
        record: RecordReference?,
        field: String,
        citation: String? = nil,
        ground: Provision.Ground? = nil,
        message: LocalizedText
    ) {
        self.rule = rule
        self.record = record
        self.field = field
        self.citation = citation
        self.ground = ground
        self.message = message
    }
}

extension RuleViolation: CustomStringConvertible {
    /// Rule, record, field, the English message, the provision and how firm it is; never data of the record.
    public var description: String {
        let place = record.map { "\($0).\(field)" } ?? field
        let reference = [citation, ground?.label.english].compactMap(\.self).joined(separator: "; ")
        return "\(rule) \(place): \(message.english)" + (reference.isEmpty ? "" : " (\(reference))")
    }
}
