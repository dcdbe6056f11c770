/// A record that a person is filling in: everything may be missing, and nothing is a record until it is submitted (*utkast*).
///
/// The identity of the record is fixed in the draft, so that one made without a network and sent twice gives one record.
public protocol Draft: Codable, Hashable, Sendable, Identifiable where ID == RecordID<Record> {
    /// What the draft becomes.
    associatedtype Record: QualityRecord

    /// The day on which it was begun.
    var begun: CalendarDate { get }

    /// The last day on which someone wrote in it.
    var edited: CalendarDate { get }

    /// What each field lacks, at most one problem a field, in the order of the form; empty when it can be submitted.
    func problems(under law: Law) -> [DraftProblem]

    /// The record; the only way from a draft to one.
    ///
    /// The same draft always gives the same record.
    ///
    /// - Throws: ``DraftError`` with every problem, where there is any.
    func submit(under law: Law) throws(DraftError) -> Record
}

/// What one field of a draft lacks, worded without anything that was written in it (*brist i utkast*).
public struct DraftProblem: Hashable, Sendable, Codable {
    /// The field, as its coding key.
    public let field: String
    /// The id of the rule behind it.
    public let rule: String
    /// What is wrong, in Swedish and English.
    public let message: LocalizedText

    /// A problem of a field.
    public init(field: String, rule: String, message: LocalizedText) {
        self.field = field
        self.rule = rule
        self.message = message
    }

    /// A refusal by a rule, as a problem of its field.
    public init(_ violation: RuleViolation) {
        self.init(field: violation.field, rule: violation.rule, message: violation.message)
    }
}

/// That a draft cannot be submitted, with all that it lacks (*ofullständigt utkast*).
public struct DraftError: Error, Hashable, Sendable, Codable, CustomStringConvertible {
    /// The record that the draft was to become.
    public let record: RecordReference
    /// What it lacks, at most one problem a field; never empty.
    public let problems: [DraftProblem]

    /// The refusal of a draft; `nil` when there is no problem.
    public init?(record: RecordReference, problems: [DraftProblem]) {
        guard !problems.isEmpty else { return nil }
        self.record = record
        self.problems = problems
    }

    /// The refusal of a draft for one problem.
    public init(record: RecordReference, problem: DraftProblem) {
        self.record = record
        problems = [problem]
    }

    /// Record, rules and fields; never data of the draft.
    public var description: String {
        "\(record): " + problems.map { "\($0.rule) \($0.field): \($0.message.english)" }.joined(separator: "; ")
    }
}
