import QualityCore
import QualityStorage
import Synchronization

extension FaultyStorage {
    func commit(_ request: CommitRequest) async throws(StorageError) -> CommitReceipt {
        var request = faulty(request)
        if fault == .batchCut { request.writes = Array(request.writes.prefix(1_000)) }
        if fault == .emptyAttachmentRefused {
            let sizes = request.writes.flatMap { $0.payload?.content.attachments ?? [] }.map(\.size)
            if sizes.contains(0) { throw StorageError(.invalidRequest) }
        }
        if let key = request.idempotencyKey, fault == .refusedKeyTaken, let error = state.withLock({ $0.refused[key] })
        {
            throw error
        }
        let slot = slot(request)
        if let slot, let receipt = state.withLock({ $0.receipts[slot] }) { return receipt }
        do {
            let receipt = try await answer(write(request), request)
            if let slot { state.withLock { $0.receipts[slot] = receipt } }
            return receipt
        } catch  where error.code == .conflict {
            return try await afterConflict(error, request)
        } catch  where error.code == .invalidRequest {
            if fault == .requestsUnchecked { return CommitReceipt(number: .zero, digest: .zero) }
            guard fault == .attachmentsUnchecked else { throw error }
            for index in request.writes.indices {
                guard var content = request.writes[index].payload?.content else { continue }
                content.attachments = []
                request.writes[index].payload = SealedPayload(content, salt: [])
            }
            return try await base.commit(request)
        }
    }

    /// Where a fault remembers a key: for all tenants together, or in one case and normal form.
    private func slot(_ request: CommitRequest) -> [UInt8]? {
        guard let key = request.idempotencyKey else { return nil }
        return switch fault {
        case .keyGlobal: Array(key.utf8)
        case .keyCanonical: Array("\(request.tenant.rawValue) \(key.lowercased())".utf8)
        default: nil
        }
    }

    private func write(_ request: CommitRequest) async throws(StorageError) -> CommitReceipt {
        guard fault == .cancelledCommitMade else { return try await base.commit(request) }
        let base = base
        let task = Task.detached { () async -> Result<CommitReceipt, StorageError> in
            do throws(StorageError) { return .success(try await base.commit(request)) } catch { return .failure(error) }
        }
        return try await task.value.get()
    }

    private func afterConflict(_ error: StorageError, _ request: CommitRequest) async throws(StorageError)
        -> CommitReceipt
    {
        var request = request
        switch fault {
        case .halfBatch:
            request.writes = Array(request.writes.prefix { $0.reference != error.record })
            if !request.writes.isEmpty { _ = try await base.commit(request) }
        case .refusedTakesNumber:
            request.writes = [filler(request, "refused")]
            _ = try? await base.commit(request)
        case .conflictUnnamed: throw StorageError(.conflict)
        case .refusedKeyTaken:
            if let key = request.idempotencyKey { state.withLock { $0.refused[key] = error } }
        case .lastWriterWins, .versionReused, .tombstoneIsAbsent:
            guard let index = request.writes.firstIndex(where: { $0.reference == error.record }),
                try await forgives(request.writes[index], error.currentVersion, request.tenant)
            else { break }
            request.writes[index].precondition = error.currentVersion.map { .version($0) } ?? .absent
            return try await commit(request)
        default: break
        }
        throw error
    }

    /// Whether the fault lets a write pass whose precondition does not hold.
    private func forgives(
        _ write: CommitRequest.Write,
        _ current: CommitNumber?,
        _ tenant: TenantID
    ) async throws(StorageError) -> Bool {
        if fault == .lastWriterWins { return true }
        let history = try await base.revisions(
            RevisionRequest(tenant: tenant, .history(write.reference), includesPayload: true)
        ).revisions
        if fault == .tombstoneIsAbsent { return write.precondition == .absent && history.last?.standing == .tombstone }
        guard case .version(let expected) = write.precondition else { return false }
        return history.contains { $0.version == expected && $0.payload == history.last?.payload }
    }

    private func filler(_ request: CommitRequest, _ name: String) -> CommitRequest.Write {
        var write = request.writes[0]
        write.reference = RecordReference(kind: write.reference.kind, id: "\(name) \(ContinuousClock.now)")
        write.precondition = .absent
        return write
    }

    /// The request as the fault sends it on.
    private func faulty(_ request: CommitRequest) -> CommitRequest {
        var request = request
        let asked = request.tenant
        request.tenant = known(asked)
        switch fault {
        case .keyIgnored: request.idempotencyKey = nil
        case .keyForgotten:
            let newest = state.withLock(\.newestKey)
            let isKnown = request.idempotencyKey.map { key in state.withLock { $0.refused[key] != nil } } ?? false
            if isKnown && newest != request.idempotencyKey { request.idempotencyKey = nil }
        case .reasonTrimmed:
            let trimmed = request.reason.drop { $0 == " " }
            request.reason = String(trimmed)
        default: break
        }
        return request
    }

    private func answer(_ receipt: CommitReceipt, _ request: CommitRequest) async throws(StorageError) -> CommitReceipt
    {
        var receipt = receipt
        state.withLock { state in
            state.times[Array(request.tenant.rawValue.utf8), default: [:]][receipt.number] = request.recordedAt
            state.newestKey = request.idempotencyKey
        }
        if let key = request.idempotencyKey {
            switch fault {
            case .keyForgotten: state.withLock { $0.refused[key] = StorageError(.conflict) }
            default: break
            }
        }
        if fault == .receiptRepeats && receipt.number.rawValue % 7 == 0 {
            receipt.number = CommitNumber(rawValue: receipt.number.rawValue - 1)
        }
        if fault == .receiptDigestZero { receipt.digest = .zero }
        return receipt
    }
}
