#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif
public import QualityCore

/// A board's register: records in, records and facts out, every change kept with who, when and why (*register*).
///
/// A structure in front of a ``StorageBackend``. Every entry point applies the same rules: a record that breaks one
/// under the given law is refused with all its violations, and nothing of the commit is written.
public struct QualityStore: Sendable {
    private let backend: any StorageBackend
    private let tenant: TenantID
    private let law: Law
    private let now: @Sendable () -> Timestamp

    /// A register of one tenant in a store.
    ///
    /// - Parameters:
    ///   - backend: where revisions are kept; call ``prepare()`` before the first use.
    ///   - tenant: the board.
    ///   - law: the law that records are judged by.
    ///   - now: the host's clock.
    public init(
        _ backend: some StorageBackend,
        tenant: TenantID,
        law: Law = .swedish,
        now: @escaping @Sendable () -> Timestamp
    ) {
        self.backend = backend
        self.tenant = tenant
        self.law = law
        self.now = now
    }

    /// Makes the store ready for use; safe to call again.
    public func prepare() async throws(StorageError) {
        try await backend.prepare()
    }

    /// Lets go of everything the store holds.
    public func close() async throws(StorageError) {
        try await backend.close()
    }

    /// Tells how far the journal has come: the position that a report names as its source.
    public func head() async throws(StorageError) -> JournalHead {
        try await backend.head(of: tenant)
    }

    /// Writes changes of any kinds of record as one commit, all or none.
    ///
    /// - Parameters:
    ///   - changes: at least one, each of another record.
    ///   - actor: who makes the change.
    ///   - reason: why; stands in the journal and must hold no personal data.
    ///   - idempotencyKey: makes sending the same commit again harmless.
    /// - Throws: ``StorageError`` with code `ruleViolation` and every broken rule, or `conflict`.
    @discardableResult
    public func commit(
        _ changes: [RecordChange],
        by actor: ActorID,
        reason: String,
        idempotencyKey: String? = nil
    ) async throws(StorageError) -> CommitReceipt {
        let violations = changes.flatMap { $0.record.violations(under: law) }
        guard violations.isEmpty else {
            throw StorageError(.ruleViolation, record: violations[0].record, violations: violations)
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        var writes: [CommitRequest.Write] = []
        writes.reserveCapacity(changes.count)
        for change in changes {
            writes.append(try change.write(encoder))
        }
        return try await backend.commit(
            CommitRequest(
                tenant: tenant,
                writes: writes,
                actor: actor,
                reason: reason,
                recordedAt: now(),
                idempotencyKey: idempotencyKey
            )
        )
    }

    /// Reads the newest revision of one record; `nil` when there is none.
    public func record<Record: QualityRecord>(
        _ id: RecordID<Record>
    ) async throws(StorageError) -> SavedRecord<Record>? {
        let page = try await backend.revisions(
            RevisionRequest(tenant: tenant, kind: Record.kind, id: id.rawValue, limit: 1, includesPayload: true)
        )
        guard let revision = page.revisions.first else { return nil }
        return try SavedRecord(revision)
    }

    /// Reads the newest revision of every record of a type, in byte order of identity, page by page.
    ///
    /// - Parameters:
    ///   - type: the type of record.
    ///   - asOf: what was known after this commit; `nil` for what is known now.
    public func records<Record: QualityRecord>(
        of type: Record.Type,
        asOf: CommitNumber? = nil
    ) async throws(StorageError) -> [SavedRecord<Record>] {
        var records: [SavedRecord<Record>] = []
        try await eachPage(of: Record.kind, asOf: asOf, includesPayload: true) { page throws(StorageError) in
            for revision in page { records.append(try SavedRecord(revision)) }
        }
        return records
    }

    /// Reads the facts of every record of a kind, in byte order of identity: what analysis counts, no payload decoded.
    ///
    /// - Parameters:
    ///   - kind: the kind of record.
    ///   - asOf: what was known after this commit; `nil` for what is known now.
    public func facts(
        of kind: RecordKind,
        asOf: CommitNumber? = nil
    ) async throws(StorageError) -> [RecordFacts] {
        var facts: [RecordFacts] = []
        try await eachPage(of: kind, asOf: asOf, includesPayload: false) { page throws(StorageError) in
            for revision in page { facts.append(revision.facts) }
        }
        return facts
    }

    private func eachPage(
        of kind: RecordKind,
        asOf: CommitNumber?,
        includesPayload: Bool,
        _ body: ([Revision]) throws(StorageError) -> Void
    ) async throws(StorageError) {
        var request = RevisionRequest(tenant: tenant, kind: kind, asOf: asOf, includesPayload: includesPayload)
        repeat {
            let page = try await backend.revisions(request)
            try body(page.revisions)
            request.after = page.next
        } while request.after != nil
    }
}
