public import QualityCore

/// What a disposal would take and what it would leave, as of a day: looked through before anything is erased
/// (*gallringsförslag*).
public struct DisposalPlan: Hashable, Sendable {
    /// A record that may be disposed of.
    public struct Entry: Hashable, Sendable {
        /// The record.
        public let record: RecordReference
        /// The version that was judged; a record changed since is a conflict.
        public let version: CommitNumber
        /// The rule that keeps it longest.
        public let rule: RetentionRule
        /// The last day that it is kept.
        public let lastDay: CalendarDate
        let schemaVersion: Int
        let facts: RecordFacts
    }

    /// A record whose time is out but that may not be disposed of.
    public struct Stopped: Hashable, Sendable {
        /// The record.
        public let record: RecordReference
        /// The last day that it is kept by the rule.
        public let lastDay: CalendarDate
        /// Why it is left.
        public let stops: Set<RetentionStanding.Stop>
    }

    /// The day that the plan is as of.
    public let day: CalendarDate
    /// What would be disposed of, in byte order of kind and identity.
    public let entries: [Entry]
    /// What would be left though its time is out.
    public let stopped: [Stopped]
}

/// What a disposal did: how many records of what kind by which rule, who and when; it points at no person
/// (*gallringsprotokoll*).
public struct DisposalProtocol: Hashable, Sendable {
    /// The records of one kind that one rule disposed of in one commit.
    public struct Line: Hashable, Sendable {
        /// The kind of record.
        public let kind: RecordKind
        /// The name of the rule, or the reason of an erasure without one.
        public let rule: String
        /// How many.
        public let count: Int
        /// Who disposed of them.
        public let actor: ActorID
        /// When.
        public let recordedAt: Timestamp
        /// The commit that did it.
        public let commit: CommitNumber
    }

    /// The lines in the order of their commits.
    public let lines: [Line]
}
