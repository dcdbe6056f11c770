/// Where revisions are kept: the requirements that every adapter meets alike.
///
/// An adapter keeps one journal for each tenant. It numbers the commits of a tenant 1, 2, 3 … without a gap, writes a
/// commit wholly or not at all, keeps every revision, and never looks into a payload. ``InMemoryStorage`` is the
/// specification that can be run: where words are unclear, an adapter does what it does.
public protocol StorageBackend: Sendable {
    /// Makes the store ready for use. Safe to call any number of times, from any number of processes.
    func prepare() async throws(StorageError)

    /// Writes all revisions of a commit or none.
    ///
    /// Throws ``StorageError/Code/conflict`` when a precondition does not hold, ``StorageError/Code/invalidRequest``
    /// for a commit without writes or with two of one record. A known idempotency key returns its first receipt.
    func commit(_ request: CommitRequest) async throws(StorageError) -> CommitReceipt

    /// Reads the newest revision of each record that the request names.
    func revisions(_ request: RevisionRequest) async throws(StorageError) -> RevisionPage

    /// Tells how far the journal of a tenant has come.
    func head(of tenant: TenantID) async throws(StorageError) -> JournalHead

    /// Lets go of everything the store holds; every later request throws ``StorageError/Code/closed``.
    func close() async throws(StorageError)
}
