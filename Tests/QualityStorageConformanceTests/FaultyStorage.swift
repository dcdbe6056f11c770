import QualityCore
import QualityStorage
import Synchronization

/// A store in memory with one fault, which the wrapper puts into requests or answers.
final class FaultyStorage: StorageBackend {
    struct State {
        var base = InMemoryStorage()
        var isPrepared = false
        var isClosed = false
        var waits = 0
        var receipts: [[UInt8]: CommitReceipt] = [:]
        var newestKey: String?
        var refused: [String: StorageError] = [:]
        var times: [[UInt8]: [CommitNumber: Timestamp]] = [:]
        var tenants: [[UInt8]: TenantID] = [:]
        /// Revisions as they were before a redaction.
        var erased: [Revision] = []
        var pieces: [AttachmentPiece] = []
    }

    let fault: Fault
    let state = Mutex(State())

    init(_ fault: Fault) {
        self.fault = fault
    }

    var base: InMemoryStorage { state.withLock(\.base) }

    func prepare() async throws(StorageError) {
        if fault == .prepareErases {
            state.withLock { state in
                if state.isPrepared { state.base = InMemoryStorage() }
                state.isPrepared = true
            }
        }
        try await base.prepare()
    }

    func close() async throws(StorageError) {
        if fault == .closeIgnored { return }
        let wasClosed = state.withLock { state in
            defer { state.isClosed = true }
            return state.isClosed
        }
        if wasClosed && fault == .closeTwiceThrows { throw StorageError(.closed) }
        await base.close()
    }

    func head(of tenant: TenantID, at instant: Timestamp?) async throws(StorageError) -> JournalHead {
        var instant = instant
        if fault == .headAtExclusive, let time = instant {
            instant = Timestamp(microsecondsSince1970: time.microsecondsSince1970 - 1)
        }
        var head = try await base.head(of: known(tenant), at: instant)
        if fault == .emptyHeadThrows && head == .empty { throw StorageError(.notFound) }
        head.recordedAt = head.recordedAt.map { stored($0, head.number, tenant) }
        return head
    }

    func waitForCommit(
        after number: CommitNumber,
        of tenant: TenantID,
        until deadline: ContinuousClock.Instant
    ) async throws(StorageError) {
        let base = base
        let tenant = known(tenant)
        switch fault {
        case .deadlineFirst where .now >= deadline: throw StorageError(.timedOut)
        case .waitNeverWakes: try await sleep(until: deadline)
        case .waitWakesOne:
            let isFirst = state.withLock { state in
                state.waits += 1
                return state.waits == 1
            }
            if !isFirst { try await sleep(until: deadline) }
        case .waitIgnoresDeadline:
            try await base.waitForCommit(after: number, of: tenant, until: .now + .seconds(20))
            return
        case .waitIgnoresCancellation:
            let task = Task.detached { try? await base.waitForCommit(after: number, of: tenant, until: deadline) }
            await task.value
            return
        default: break
        }
        do {
            try await base.waitForCommit(after: number, of: tenant, until: deadline)
        } catch  where error.code == .timedOut && fault == .waitReturnsAtDeadline {
            return
        } catch  where error.code == .closed && fault == .closeLeavesWaiters {
            throw StorageError(.timedOut)
        }
    }

    private func sleep(until deadline: ContinuousClock.Instant) async throws(StorageError) {
        do { try await Task.sleep(until: deadline) } catch { throw StorageError(.cancelled) }
        throw StorageError(.timedOut)
    }

    func restore(_ commit: JournalCommit) async throws(StorageError) {
        try await base.restore(commit)
    }

    func attach(_ piece: AttachmentPiece) async throws(StorageError) {
        var piece = piece
        let tenant = piece.tenant
        piece.tenant = known(tenant)
        if fault == .attachmentsGlobal { piece.tenant = "all" }
        if fault == .resentPieceRefused, state.withLock({ $0.pieces.contains(piece) }) { throw StorageError(.conflict) }
        do {
            try await base.attach(piece)
        } catch  where error.code == .conflict && fault == .pieceConflictsIgnored {
            return
        } catch  where error.code == .invalidRequest && fault == .requestsUnchecked {
            return
        }
        state.withLock { $0.pieces.append(piece) }
        if fault == .attachmentsGlobal {
            piece.tenant = tenant
            try await base.attach(piece)
        }
    }

    func attachment(_ id: AttachmentID, of tenant: TenantID, piece: Int) async throws(StorageError) -> AttachmentPiece?
    {
        let tenant = fault == .attachmentsGlobal ? "all" : known(tenant)
        var found = try await base.attachment(id, of: tenant, piece: piece)
        switch fault {
        case .pieceCut: while found?.bytes.last == 0 { found?.bytes.removeLast() }
        case .piecesWrapAround:
            if found == nil { found = try await base.attachment(id, of: tenant, piece: 0) }
        case .attachmentOutlivesRecord:
            if found == nil { found = state.withLock { $0.pieces.first { $0.id == id && $0.index == piece } } }
        default: break
        }
        return found
    }

    /// The tenant as the fault takes it.
    func known(_ tenant: TenantID) -> TenantID {
        state.withLock { $0.tenants[Array(tenant.rawValue.utf8)] = tenant }
        switch fault {
        case .tenantsIgnored: return "one"
        case .tenantsFoldCase: return TenantID(rawValue: tenant.rawValue.lowercased())
        default: return tenant
        }
    }

    /// A time as the fault keeps it.
    func stored(_ time: Timestamp, _ number: CommitNumber, _ tenant: TenantID) -> Timestamp {
        switch fault {
        case .timesRounded: return Timestamp(microsecondsSince1970: time.microsecondsSince1970 / 1_000 * 1_000)
        case .timeBackwards: return state.withLock { $0.times[Array(tenant.rawValue.utf8)]?[number] } ?? time
        default: return time
        }
    }
}
