public import QualityCore

/// What happens in a store, for a host's log and metrics; never holds data of a record. Closed.
///
/// ``QualityStore`` tells of commits, conflicts, refusals and slow requests, an adapter of its migrations and of what it
/// asked a server again, `QualitySystem` of acts that it tries again; each takes a closure `observe`.
public enum StorageEvent: Hashable, Sendable {
    /// A request that a store made of its back-end. Closed.
    public enum Request: String, Hashable, Sendable, CaseIterable {
        /// To write revisions.
        case commit
        /// To read revisions.
        case revisions
        /// To count.
        case counts
        /// To read commits.
        case journal
        /// To tell how far the journal has come.
        case head
        /// To erase.
        case redact
        /// To write a commit of an archive.
        case restore
        /// To take a piece of an attachment.
        case attach
        /// To read a piece of an attachment.
        case attachment
    }

    /// A commit was made, with so many writes.
    case commit(CommitNumber, writes: Int)
    /// A commit was refused because someone else was first.
    case conflict(RecordReference?)
    /// A request or an act is tried again, because it failed so.
    case retry(StorageError.Code)
    /// A request took longer than the host asked to be told of.
    case slowRequest(Request, Duration)
    /// The tables were brought from one schema version to another; from 0 when they were made.
    case migration(from: Int, to: Int)
    /// An actor was refused to read.
    case refusedRead(ActorID, RecordReference?)
}
