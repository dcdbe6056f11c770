public import QualityCore

/// What an archive brought.
public struct ArchiveRestoration: Hashable, Sendable {
    /// How far the register comes now.
    public let head: JournalHead
    /// Commits that were written; those that the register held already are not among them.
    public let commits: Int
}

/// Why a restoration stopped.
public enum RestorationError: Error, Sendable {
    /// The archive is refused; nothing was written.
    case archive(ArchiveError)
    /// The archive is another tenant's; nothing was written.
    case otherTenant
    /// The store refused or failed; doing it again takes up where it stopped.
    case storage(StorageError)
    /// The lines could not be read; what was written before stands, and doing it again takes up there.
    case source(any Error)
}

extension QualityStore {
    /// Brings a register in from an archive, commit by commit as it was, digests, erased records and all.
    ///
    /// The archive is read twice: all of it is checked before anything is written. A register that holds the beginning
    /// of the archive is continued, so that a restoration that was cut off can be done again.
    ///
    /// - Parameters:
    ///   - types: the kinds whose rules are judged; a revision that would add a breach is refused with its line.
    ///   - lines: gives the lines of the archive, without their line ends, from the first, each time it is called.
    public func restore<Lines: AsyncSequence>(
        judging types: [any QualityRecord.Type],
        from lines: () throws -> Lines
    ) async throws(RestorationError) -> ArchiveRestoration where Lines.Element == [UInt8] {
        do {
            try await require(.restore, for: .restore)
        } catch {
            throw .storage(error)
        }
        try await walk(lines, judging: types) { (_) async throws(StorageError) in }
        var commits = 0
        var held = try await storage { () async throws(StorageError) in try await backend.head(of: tenant, at: nil) }
        try await walk(lines, judging: types) { content async throws(StorageError) in
            switch content {
            case .piece(let piece):
                do throws(StorageError) {
                    try await backend.attach(piece)
                } catch  where error.code == .conflict {
                    // Named by a commit that the register holds already, or the restoration says so at that commit.
                }
            case .commit(let commit) where commit.cover.number > held.number:
                try await backend.restore(commit)
                held = JournalHead(number: commit.cover.number, digest: commit.digest)
                commits += 1
            case .commit, .header, .end: break
            }
        }
        let newest = try await storage { () async throws(StorageError) in try await backend.head(of: tenant, at: nil) }
        return ArchiveRestoration(head: newest, commits: commits)
    }

    private func walk<Lines: AsyncSequence>(
        _ lines: () throws -> Lines,
        judging types: [any QualityRecord.Type],
        _ body: (ArchiveReader.Content) async throws(StorageError) -> Void
    ) async throws(RestorationError) where Lines.Element == [UInt8] {
        var reader = ArchiveReader(law: law, judging: types)
        do {
            for try await line in try lines() {
                let content = try reader.read(line)
                if case .header(let tenant) = content, tenant != self.tenant { throw RestorationError.otherTenant }
                try await body(content)
            }
            try reader.finish()
        } catch let error as ArchiveError {
            throw .archive(error)
        } catch let error as StorageError {
            throw .storage(error)
        } catch let error as RestorationError {
            throw error
        } catch {
            throw .source(error)
        }
    }

    private func storage(
        _ body: () async throws(StorageError) -> JournalHead
    ) async throws(RestorationError) -> JournalHead {
        do {
            return try await body()
        } catch {
            throw .storage(error)
        }
    }
}
