public import QualityCore

/// What a walk through a register's journal showed.
public struct JournalReport: Hashable, Sendable {
    /// How far the journal comes.
    public let head: JournalHead
    /// Where it is not what was written; empty when all holds.
    public let findings: [JournalFinding]
}

extension QualityStore {
    /// Walks the whole journal and recomputes digests, seals, succession, attachments, and the facts of known kinds.
    ///
    /// That the newest commits were cut off shows only against an earlier head.
    ///
    /// - Parameters:
    ///   - earlier: heads that were noted before, such as those of a board's minutes.
    ///   - types: the kinds of record whose facts are recomputed from their payloads.
    public func verify(
        since earlier: [JournalHead] = [],
        recomputing types: [any QualityRecord.Type] = []
    ) async throws(StorageError) -> JournalReport {
        try await require(.verify, for: .verify)
        let recomputed = Dictionary(types.map { ($0.kind, $0) }, uniquingKeysWith: { first, _ in first })
        var verifier = JournalVerifier(since: earlier)
        var request = JournalRequest(tenant: tenant, includesPayload: true)
        let newest = try await backend.head(of: tenant, at: nil).number
        while true {
            let page: JournalPage
            do {
                page = try await backend.journal(request)
            } catch  where error.code == .damaged || error.code == .coding {
                guard request.limit == 1 else {
                    request.limit = 1
                    continue
                }
                let number = CommitNumber(rawValue: request.after.rawValue + 1)
                verifier.skip(error.commit ?? number, record: error.record)
                request.after = max(number, error.commit ?? number)
                guard request.after < newest else { break }
                continue
            }
            for commit in page.commits {
                verifier.take(commit)
                for entry in commit.entries {
                    verifier.check(entry, at: commit.cover.number, recomputing: recomputed)
                    for attachment in entry.payload?.content.attachments ?? [] {
                        guard try await holds(attachment) else {
                            verifier.noteAttachment(of: entry.link.reference, at: commit.cover.number)
                            continue
                        }
                    }
                }
            }
            guard let last = page.commits.last else { break }
            request.after = last.cover.number
        }
        return JournalReport(head: verifier.head, findings: verifier.finish())
    }

    private func holds(_ facts: AttachmentFacts) async throws(StorageError) -> Bool {
        var digest = ContentDigest.Accumulator()
        var size: Int64 = 0
        var index = 0
        do {
            while let piece = try await backend.attachment(facts.id, of: tenant, piece: index) {
                digest.append(piece.bytes)
                size += Int64(piece.bytes.count)
                index += 1
            }
        } catch  where error.code == .damaged {
            return false
        }
        return size == facts.size && digest.digest == facts.digest
    }
}
