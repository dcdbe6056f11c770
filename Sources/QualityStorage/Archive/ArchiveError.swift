public import QualityCore

/// Why an archive was refused, and at which line; never holds data of a record.
public struct ArchiveError: Error, Hashable, Sendable {
    /// What is wrong.
    public enum Fault: Hashable, Sendable {
        /// The line is not of the archive's form.
        case malformed
        /// The archive is of a newer version than this one knows.
        case newerVersion
        /// The line is not the one that was written there: changed, missing, doubled or moved.
        case changed
        /// The archive ends before its last line.
        case partial
        /// Lines follow the last one.
        case trailing
        /// A commit does not follow from those before it, or holds what its seals do not say.
        case journal(JournalFinding.Fault)
        /// A record was written by a newer version than this one knows.
        case newerSchema
        /// A record cannot be read.
        case unreadable
        /// A revision breaks rules that the one before it did not.
        case rules([RuleViolation])
        /// The attachment was never named by a commit, or comes out of turn.
        case attachment
    }

    /// The number of the line, from 1.
    public let line: Int
    /// The record; `nil` when the line as such is meant.
    public let record: RecordReference?
    /// What is wrong.
    public let fault: Fault

    /// A refusal.
    public init(line: Int, record: RecordReference? = nil, fault: Fault) {
        self.line = line
        self.record = record
        self.fault = fault
    }
}

extension ArchiveError: CustomStringConvertible {
    /// Line, record and fault.
    public var description: String {
        "line \(line)\(record.map { ", \($0)" } ?? ""): \(fault)"
    }
}
