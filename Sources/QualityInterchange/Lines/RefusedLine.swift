public import QualityCore

/// A line that could not become a record, with the reason and without anything of its content (*avvisad rad*).
public struct RefusedLine: Error, Hashable, Sendable {
    /// Why a line is refused. Closed.
    public enum Problem: Hashable, Sendable {
        /// It is no JSON object with `kind`, `schemaVersion` from 1 and `record`.
        case malformed
        /// No known type of record has its kind.
        case unknownKind
        /// It was written by a newer version of the type than the one known here.
        case newerVersion(Int, known: Int)
        /// A field is missing or not of its form; `nil` where the whole record is no object.
        case undecodable(field: String?)
        /// Its parts cannot stand together, whatever the law.
        case structure(RuleViolation)
        /// It breaks rules of law, board or practice: all of them, in their order.
        case rules([RuleViolation])
        /// The identity is a personal identity number (D-SEC-5).
        case identityNumber
        /// An earlier line holds the same record.
        case duplicate(ofLine: Int)
        /// The record cannot be written as JSON, such as a number that is none.
        case unwritable
    }

    /// The line, from 1.
    public let line: Int
    /// The record; `nil` where kind or identity could not be read.
    public let record: RecordReference?
    /// Why it is refused.
    public let problem: Problem

    /// A refused line.
    public init(line: Int, record: RecordReference?, problem: Problem) {
        self.line = line
        self.record = record
        self.problem = problem
    }

    /// The field at fault, or each of them; empty where the line as a whole is.
    public var fields: [String] {
        switch problem {
        case .malformed: []
        case .unknownKind: ["kind"]
        case .newerVersion: ["schemaVersion"]
        case .undecodable(let field): field.map { [$0] } ?? ["record"]
        case .structure(let violation): [violation.field]
        case .rules(let violations): violations.map(\.field)
        case .identityNumber, .duplicate: ["id"]
        case .unwritable: ["record"]
        }
    }

    /// The ids of the rules: `D-DEV-1`, or `IMPORT-…` for form.
    public var rules: [String] {
        switch problem {
        case .malformed: ["IMPORT-MALFORMED"]
        case .unknownKind: ["IMPORT-KIND"]
        case .newerVersion: ["IMPORT-VERSION"]
        case .undecodable: ["IMPORT-FIELD"]
        case .structure(let violation): [violation.rule]
        case .rules(let violations): violations.map(\.rule)
        case .identityNumber: ["D-SEC-5"]
        case .duplicate: ["IMPORT-DUPLICATE"]
        case .unwritable: ["IMPORT-UNWRITABLE"]
        }
    }
}

extension RefusedLine: CustomStringConvertible {
    /// Line, record, rules and fields; never data of the record.
    public var description: String {
        let places = zip(rules, fields.isEmpty ? ["-"] : fields).map { "\($0) \($1)" }.joined(separator: ", ")
        return "line \(line)" + (record.map { " \($0)" } ?? "") + ": " + places
    }
}
