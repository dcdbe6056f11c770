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
        /// The actor may not do this, or may not know whether there is such a record.
        public static let accessDenied = Code(rawValue: "accessDenied")
        /// Fields of the record are hidden from the actor, so it cannot be written as the actor knows it.
        public static let maskedRecord = Code(rawValue: "maskedRecord")
        /// There is no such record.
        public static let notFound = Code(rawValue: "notFound")
        /// A saved payload could not be read, or a record could not be encoded.
        public static let coding = Code(rawValue: "coding")
        /// What the store holds is not what was written.
        public static let damaged = Code(rawValue: "damaged")
        /// The store was written by a newer version than this one knows; nothing was touched.
        public static let newerSchema = Code(rawValue: "newerSchema")
        /// The database is set to lose commits that it acknowledged; nothing was touched.
        public static let weakDurability = Code(rawValue: "weakDurability")
        /// The store is closed.
        public static let closed = Code(rawValue: "closed")
        /// The task was cancelled; nothing was written.
        public static let cancelled = Code(rawValue: "cancelled")
        /// A wait came to its deadline; nothing was written.
        public static let timedOut = Code(rawValue: "timedOut")
        /// Others held the store for longer than a request waits; nothing was written.
        public static let busy = Code(rawValue: "busy")
        /// The server cannot be reached or takes no more connections; nothing was written.
        public static let unavailable = Code(rawValue: "unavailable")
        /// The connection was cut before the answer: whether the commit was made shows when it is sent again with the
        /// same idempotency key.
        public static let unknownOutcome = Code(rawValue: "unknownOutcome")
        /// No space is left; nothing was written.
        public static let full = Code(rawValue: "full")
        /// The store can only be read.
        public static let readOnly = Code(rawValue: "readOnly")
        /// The database or the file system failed; the underlying code says how.
        public static let backend = Code(rawValue: "backend")

        /// Whether the same request may succeed later without a change.
        ///
        /// A conflict is no such case: the record must be read again first. An unknown outcome is one only with an
        /// idempotency key.
        public var isRetryable: Bool {
            [.timedOut, .busy, .unavailable, .unknownOutcome].contains(self)
        }
    }

    /// What went wrong.
    public let code: Code
    /// The record in question, where there is one.
    public let record: RecordReference?
    /// The commit in question, where there is one.
    public let commit: CommitNumber?
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
        commit: CommitNumber? = nil,
        currentVersion: CommitNumber? = nil,
        violations: [RuleViolation] = [],
        detail: String? = nil
    ) {
        self.code = code
        self.record = record
        self.commit = commit
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
        if let commit { parts.append("commit \(commit.rawValue)") }
        if let currentVersion { parts.append("now at version \(currentVersion.rawValue)") }
        parts += violations.map(\.description)
        if let detail { parts.append(detail) }
        return parts.joined(separator: ": ")
    }
}
