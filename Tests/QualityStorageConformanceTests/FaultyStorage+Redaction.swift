import QualityCore
import QualityStorage
import Synchronization

extension FaultyStorage {
    func redact(_ request: RedactionRequest) async throws(StorageError) -> CommitReceipt {
        var commit = request.commit
        commit.tenant = known(commit.tenant)
        if [.redactionKeyIgnored, .keyIgnored].contains(fault) { commit.idempotencyKey = nil }
        if [.redactionKeepsHistory, .erasedStillFound].contains(fault) {
            for write in commit.writes {
                let history = RevisionRequest(tenant: commit.tenant, .history(write.reference), includesPayload: true)
                let revisions = try await base.revisions(history).revisions
                state.withLock { $0.erased += revisions.filter { $0.facts != nil } }
            }
        }
        do throws(StorageError) {
            guard fault == .redactionOneByOne else {
                return try await erasingMore(base.redact(RedactionRequest(commit)), commit)
            }
            var newest: CommitReceipt?
            for write in commit.writes {
                var single = commit
                single.writes = [write]
                newest = try await base.redact(RedactionRequest(single))
            }
            guard let receipt = newest else { throw StorageError(.invalidRequest) }
            return receipt
        } catch  where error.code == .invalidRequest && fault == .requestsUnchecked {
            return CommitReceipt(number: .zero, digest: .zero)
        } catch  where error.code == .conflict {
            switch fault {
            case .halfRedaction:
                commit.writes = Array(commit.writes.prefix { $0.reference != error.record })
                if !commit.writes.isEmpty { _ = try await base.redact(RedactionRequest(commit)) }
            case .redactionUnchecked, .lastWriterWins:
                guard let index = commit.writes.firstIndex(where: { $0.reference == error.record }),
                    let version = error.currentVersion
                else { break }
                commit.writes[index].precondition = .version(version)
                return try await redact(RedactionRequest(commit))
            default: break
            }
            throw error
        }
    }

    private func erasingMore(_ receipt: CommitReceipt, _ commit: CommitRequest) async throws(StorageError)
        -> CommitReceipt
    {
        guard fault == .redactionErasesAll else { return receipt }
        let all = RevisionRequest(tenant: commit.tenant, .newest(.everything), includesPayload: false)
        for revision in try await base.revisions(all).revisions where revision.standing == .kept {
            guard var write = commit.writes.first else { break }
            write.reference = revision.reference
            write.precondition = .version(revision.version)
            var more = commit
            more.idempotencyKey = nil
            more.writes = [write]
            _ = try await base.redact(RedactionRequest(more))
        }
        return receipt
    }
}
