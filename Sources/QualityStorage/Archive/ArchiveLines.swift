#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif
import QualityCore

/// A register as the lines of an archive, pulled page by page: a header, each commit after the pieces of the
/// attachments that it names first, and an end that names the head.
///
/// Each line is JSON in UTF-8 without its line end. A line's `digest` is SHA-256 of the digest of the line before (32
/// zero bytes for the first) and the bytes of its `body`. Days are texts, bytes are Base64, times are microseconds.
public struct ArchiveLines: AsyncSequence, Sendable {
    /// A line without its line end.
    public typealias Element = [UInt8]

    let backend: any StorageBackend
    let tenant: TenantID

    /// Starts at the header.
    public func makeAsyncIterator() -> Iterator {
        Iterator(backend: backend, tenant: tenant)
    }

    /// The place in a register that is being archived.
    public struct Iterator: AsyncIteratorProtocol, Sendable {
        private enum Stage {
            case header
            case commits
            case done
        }

        private let backend: any StorageBackend
        private let tenant: TenantID
        private let encoder: JSONEncoder
        private var stage = Stage.header
        private var waiting: ArraySlice<JournalCommit> = []
        private var pieces: (commit: JournalCommit, attachments: ArraySlice<AttachmentFacts>, index: Int)?
        private var written: Set<AttachmentID> = []
        private var digest = ContentDigest.zero
        private var head = JournalHead.empty

        init(backend: any StorageBackend, tenant: TenantID) {
            self.backend = backend
            self.tenant = tenant
            encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        }

        /// The next line.
        public mutating func next(
            isolation actor: isolated (any Actor)?
        ) async throws(StorageError) -> [UInt8]? {
            switch stage {
            case .header:
                stage = .commits
                return try line(.header(ArchiveLine.Header(tenant: tenant)))
            case .done:
                return nil
            case .commits:
                if let piece = try await nextPiece() { return try line(.piece(piece)) }
                if let commit = pieces?.commit {
                    pieces = nil
                    head = JournalHead(number: commit.cover.number, digest: commit.digest)
                    return try line(.commit(ArchiveLine.Commit(commit)))
                }
                stage = .done
                return try line(.end(ArchiveLine.End(head: head.number, digest: head.digest)))
            }
        }

        private mutating func nextPiece() async throws(StorageError) -> ArchiveLine.Piece? {
            if pieces == nil { pieces = try await nextCommit() }
            while let attachment = pieces?.attachments.first, let index = pieces?.index {
                if let piece = try await backend.attachment(attachment.id, of: tenant, piece: index) {
                    pieces?.index += 1
                    return ArchiveLine.Piece(attachment: attachment.id, index: index, bytes: Data(piece.bytes))
                }
                written.insert(attachment.id)
                pieces?.attachments.removeFirst()
                pieces?.index = 0
            }
            return nil
        }

        private mutating func nextCommit() async throws(StorageError) -> (
            JournalCommit, ArraySlice<AttachmentFacts>, Int
        )? {
            if waiting.isEmpty {
                let after = pieces?.commit.cover.number ?? head.number
                waiting = try await backend.journal(
                    JournalRequest(tenant: tenant, after: after, includesPayload: true)
                ).commits[...]
            }
            guard let commit = waiting.popFirst() else { return nil }
            let attachments = commit.entries.flatMap { $0.payload?.content.attachments ?? [] }
            return (commit, attachments.filter { !written.contains($0.id) }[...], 0)
        }

        private mutating func line(_ body: ArchiveLine.Body) throws(StorageError) -> [UInt8] {
            let (line, digest) = try ArchiveLine.write(body, after: digest, encoder)
            self.digest = digest
            return line
        }
    }
}

extension QualityStore {
    /// The whole register as an archive, line by line, for a role that may write one; logged once, at the start.
    public func archive() async throws(StorageError) -> ArchiveLines {
        try await require(.archive, for: .archive)
        try await log(.archive, .read, [])
        return ArchiveLines(backend: backend, tenant: tenant)
    }
}
