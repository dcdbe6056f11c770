/// What one field of a draft lacks, worded without anything that was written in it (*brist i utkast*).
public struct DraftProblem: Hashable, Sendable, Codable {
    /// The field by its stable path, such as `account` or `viewpoints.0.kind`.
    public let field: String
    /// The id of the rule behind it.
    public let rule: String
    /// The provision behind the rule; `nil` where it is practice or design.
    public let citation: String?
    /// How firm that provision is.
    public let ground: Provision.Ground?
    /// What is wrong, in Swedish and English.
    public let message: LocalizedText

    /// A problem of a field.
    public init(
        field: String,
        rule: String,
        citation: String? = nil,
        ground: Provision.Ground? = nil,
        message: LocalizedText
    ) {
        self.field = field
        self.rule = rule
        self.citation = citation
        self.ground = ground
        self.message = message
    }
}

/// That a draft cannot be submitted, with all that it lacks (*ofullständigt utkast*).
public struct DraftError: Error, Hashable, Sendable, Codable, CustomStringConvertible {
    /// The record that the draft was to become.
    public let record: RecordReference
    /// What it lacks, at most one problem a field; never empty.
    public let problems: [DraftProblem]

    init(record: RecordReference, problems: [DraftProblem]) {
        self.record = record
        self.problems = problems
    }

    /// The problems as breaches of the record to be, for code that knows no drafts.
    public var violations: [RuleViolation] {
        problems.map {
            RuleViolation(
                rule: $0.rule,
                record: record,
                field: $0.field,
                citation: $0.citation,
                ground: $0.ground,
                message: $0.message
            )
        }
    }

    /// Record, rules and fields; never data of the draft.
    public var description: String {
        "\(record): " + problems.map { "\($0.rule) \($0.field): \($0.message.english)" }.joined(separator: "; ")
    }
}
