public import QualityCore

/// Why a store refused or failed, in a form that a program can act on; never holds data of a record.
public struct StorageError: Error, Sendable {
    /// What went wrong. Open: adapters may add codes; compare with the static members.
    public struct Code: RawRepresentable, Hashable, Sendable {
        /// The name of the code.
        public let rawValue: String

        /// A code by its name.
        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// A precondition does not hold: someone else wrote the record, or it exists already.
        public static let conflict = Code(rawValue: "conflict")
        /// The record breaks a rule of law, board or practice.
        public static let ruleViolation = Code(rawValue: "ruleViolation")
        /// The request itself makes no sense, whatever the store holds.
        public static let invalidRequest = Code(rawValue: "invalidRequest")
        /// A saved payload could not be read, or a record could not be encoded.
        public static let coding = Code(rawValue: "coding")
        /// The store was written by a newer version than this one knows; nothing was touched.
        public static let newerSchema = Code(rawValue: "newerSchema")
        /// The store is closed.
        public static let closed = Code(rawValue: "closed")
        /// The database or the file system failed; the underlying code says how.
        public static let backend = Code(rawValue: "backend")
    }

    /// What went wrong.
    public let code: Code
    /// The record in question, where there is one.
    public let record: RecordReference?
    /// The newest version of the record, for a conflict; `nil` when it does not exist.
    public let currentVersion: CommitNumber?
    /// The rules that were broken, all at once.
    public let violations: [RuleViolation]
    /// What the adapter's library said, such as a result code and its standard text.
    public let detail: String?

    /// An error of a store.
    public init(
        _ code: Code,
        record: RecordReference? = nil,
        currentVersion: CommitNumber? = nil,
        violations: [RuleViolation] = [],
        detail: String? = nil
    ) {
        self.code = code
        self.record = record
        self.currentVersion = currentVersion
        self.violations = violations
        self.detail = detail
    }
}

extension StorageError: CustomStringConvertible {
    /// Code, record and rules; never data of a record.
    public var description: String {
        var parts = [code.rawValue]
        if let record { parts.append("\(record)") }
        if let currentVersion { parts.append("now at version \(currentVersion.rawValue)") }
        parts += violations.map(\.description)
        if let detail { parts.append(detail) }
        return parts.joined(separator: ": ")
    }
}
