package import QualityCore
package import QualityStorage

/// One request of a random sequence.
package enum RandomRequest: Sendable {
    case commit(CommitRequest)
    case redact(RedactionRequest)
    case revisions(RevisionRequest)
    case counts(CountRequest)
    case journal(JournalRequest)
    case head(TenantID, Timestamp?)
    case attach(AttachmentPiece)
    case attachment(AttachmentID, TenantID, Int)
}

/// What a store said to a request, in a form that two stores can be compared by.
package enum Answer: Equatable, Sendable {
    case receipt(CommitReceipt)
    case page(RevisionPage)
    case counts(CountTable)
    case journal(JournalPage)
    case head(JournalHead)
    case piece(AttachmentPiece?)
    case done
    case refusal(code: String, record: RecordReference?, currentVersion: CommitNumber?)
}

/// Asks a store.
package func answer(of store: any StorageBackend, to request: RandomRequest) async -> Answer {
    do throws(StorageError) {
        switch request {
        case .commit(let request): return .receipt(try await store.commit(request))
        case .redact(let request): return .receipt(try await store.redact(request))
        case .revisions(let request): return .page(try await store.revisions(request))
        case .counts(let request): return .counts(try await store.counts(request))
        case .journal(let request): return .journal(try await store.journal(request))
        case .head(let tenant, let instant): return .head(try await store.head(of: tenant, at: instant))
        case .attach(let piece):
            try await store.attach(piece)
            return .done
        case .attachment(let id, let tenant, let piece):
            return .piece(try await store.attachment(id, of: tenant, piece: piece))
        }
    } catch {
        return .refusal(code: error.code.rawValue, record: error.record, currentVersion: error.currentVersion)
    }
}
