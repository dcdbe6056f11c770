import QualityCore
import QualityStorage

extension FaultyStorage {
    func journal(_ asked: JournalRequest) async throws(StorageError) -> JournalPage {
        var request = asked
        request.tenant = known(asked.tenant)
        if request.limit < 1 && fault == .requestsUnchecked { return JournalPage(commits: []) }
        if fault == .limitOverflows && request.limit == .max { throw StorageError(.backend) }
        if fault == .journalInclusive && request.after != .zero {
            request.after = CommitNumber(rawValue: request.after.rawValue - 1)
        }
        if fault == .payloadAlways { request.includesPayload = true }
        var page = try await base.journal(request)
        if fault == .journalGap { page.commits.removeAll { $0.cover.number.rawValue == 5 } }
        if fault == .journalLags {
            let head = try await base.head(of: request.tenant, at: nil).number
            page.commits.removeAll { $0.cover.number == head }
        }
        for index in page.commits.indices { change(&page.commits[index], asked.tenant) }
        return page
    }

    private func change(_ commit: inout JournalCommit, _ tenant: TenantID) {
        commit.cover.recordedAt = stored(commit.cover.recordedAt, commit.cover.number, tenant)
        switch fault {
        case .entriesReversed: commit.entries.reverse()
        case .unchained:
            commit.digest = CommitChain.digest(after: .zero, commit.cover, commit.entries.map(\.link))
        default: break
        }
        for index in commit.entries.indices {
            switch fault {
            case .saltsLost:
                commit.entries[index].facts = commit.entries[index].facts.map {
                    SealedFacts(stored: $0.facts, seal: Seal(salt: [], digest: $0.seal.digest))
                }
            case .successionLost: commit.entries[index].supersededBy = nil
            case .erasedLinksLost where commit.entries[index].facts == nil: commit.entries[index].link.payload = nil
            default: break
            }
        }
    }
}
