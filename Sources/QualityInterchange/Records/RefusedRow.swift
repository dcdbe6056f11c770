public import QualityCore

/// A row of a file that could not become a record, with the reason and without anything of its content.
public struct RefusedRow: Error, Hashable, Sendable {
    /// The file, as the caller named it.
    public let file: String
    /// The line where the row begins, from 1; `nil` when the reason is not in one row.
    public let line: Int?
    /// The record that the row would have belonged to; `nil` when its number could not be read.
    public let record: RecordReference?
    /// The head of the column at fault; `nil` when the whole row is.
    public let column: String?
    /// The id of the rule: `D-DEV-1`, or `CSV-…` and `IMPORT-…` for form.
    public let rule: String
    /// What is wrong.
    public let message: LocalizedText

    /// A refused row.
    public init(
        file: String,
        line: Int?,
        record: RecordReference?,
        column: String?,
        rule: String,
        message: LocalizedText
    ) {
        self.file = file
        self.line = line
        self.record = record
        self.column = column
        self.rule = rule
        self.message = message
    }

    init(_ error: CSVError) {
        self.init(
            file: error.file,
            line: error.line,
            record: nil,
            column: error.column,
            rule: "CSV-\(error.code.rawValue)",
            message: error.reason
        )
    }

    /// A row refused for a rule that its record breaks; `heads` tells which column holds a field.
    init(_ violation: RuleViolation, at place: RowPlace, heads: [String: String]) {
        self.init(
            file: place.file,
            line: place.line,
            record: violation.record,
            column: heads[violation.field] ?? violation.field,
            rule: violation.rule,
            message: violation.message
        )
    }
}
