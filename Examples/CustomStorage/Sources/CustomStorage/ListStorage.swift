import QualityCore
import QualityStorage

/// A store that keeps commits in a list.
///
/// Several handles can be opened on one shelf; closing one leaves the shelf as it is.
public struct ListStorage: StorageBackend {
    /// What handles share.
    public actor Shelf {
        var lists: [[UInt8]: CommitList] = [:]

        /// An empty shelf.
        public init() {}

        func read<Answer: Sendable>(
            _ tenant: TenantID,
            _ body: @Sendable (CommitList) throws(StorageError) -> Answer
        ) throws(StorageError) -> Answer {
            try body(lists[Array(tenant.rawValue.utf8)] ?? CommitList())
        }

        func write<Answer: Sendable>(
            _ tenant: TenantID,
            _ body: @Sendable (inout CommitList) throws(StorageError) -> Answer
        ) throws(StorageError) -> Answer {
            try body(&lists[Array(tenant.rawValue.utf8), default: CommitList()])
        }
    }

    private actor Door {
        private(set) var isClosed = false
        func close() { isClosed = true }
    }

    private let shelf: Shelf
    private let door = Door()

    /// A handle on a shelf.
    public init(on shelf: Shelf) {
        self.shelf = shelf
    }

    /// Another handle on the same shelf.
    public func reopened() -> ListStorage {
        ListStorage(on: shelf)
    }

    private func checkOpen() async throws(StorageError) {
        if await door.isClosed { throw StorageError(.closed) }
    }

    /// Does nothing: a list needs no preparation.
    public func prepare() async throws(StorageError) {
        try await checkOpen()
    }

    /// Writes a commit.
    public func commit(_ request: CommitRequest) async throws(StorageError) -> CommitReceipt {
        try await checkOpen()
        try request.validate()
        return try await write(request)
    }

    /// Writes tombstones.
    public func redact(_ request: RedactionRequest) async throws(StorageError) -> CommitReceipt {
        try await checkOpen()
        try request.commit.validate(isRedaction: true)
        return try await write(request.commit)
    }

    private func write(_ request: CommitRequest) async throws(StorageError) -> CommitReceipt {
        if Task.isCancelled { throw StorageError(.cancelled) }
        return try await shelf.write(request.tenant) { (list) throws(StorageError) in try list.write(request) }
    }

    /// Reads revisions.
    public func revisions(_ request: RevisionRequest) async throws(StorageError) -> RevisionPage {
        try await checkOpen()
        try request.validate()
        return try await shelf.read(request.tenant) { $0.page(request) }
    }

    /// Reads commits.
    public func journal(_ request: JournalRequest) async throws(StorageError) -> JournalPage {
        try await checkOpen()
        try request.validate()
        return try await shelf.read(request.tenant) { $0.journal(request) }
    }

    /// Tells the head.
    public func head(of tenant: TenantID, at instant: Timestamp?) async throws(StorageError) -> JournalHead {
        try await checkOpen()
        return try await shelf.read(tenant) { $0.head(at: instant) }
    }

    /// Writes a commit of an archive.
    public func restore(_ commit: JournalCommit) async throws(StorageError) {
        try await checkOpen()
        try await shelf.write(commit.cover.tenant) { (list) throws(StorageError) in try list.restore(commit) }
    }

    /// Takes a piece.
    public func attach(_ piece: AttachmentPiece) async throws(StorageError) {
        try await checkOpen()
        try piece.validate()
        try await shelf.write(piece.tenant) { (list) throws(StorageError) in try list.attach(piece) }
    }

    /// Gives a piece.
    public func attachment(
        _ id: AttachmentID,
        of tenant: TenantID,
        piece: Int
    ) async throws(StorageError) -> AttachmentPiece? {
        try await checkOpen()
        return try await shelf.read(tenant) { list in
            let pieces = list.pieces[Array(id.rawValue.utf8)] ?? []
            guard pieces.indices.contains(piece) else { return nil }
            return AttachmentPiece(tenant: tenant, id: id, index: piece, bytes: pieces[piece])
        }
    }

    /// Closes the handle.
    public func close() async throws(StorageError) {
        await door.close()
    }
}
