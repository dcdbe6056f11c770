public import QualityCore

/// What happens in a store, for a host's log and metrics; never holds data of a record.
public enum StorageEvent: Hashable, Sendable {
    /// A commit was made, with so many writes.
    case commit(CommitNumber, writes: Int)
    /// A commit was refused because someone else was first.
    case conflict(RecordReference?)
    /// A request is tried again, for this reason.
    case retry(StorageError.Code)
    /// A request took longer than the host asked to be told of.
    case slowRequest(String, Duration)
    /// The tables were brought from one schema version to the next.
    case migration(from: Int, to: Int)
    /// An actor was refused to read.
    case refusedRead(ActorID, RecordReference?)
}
