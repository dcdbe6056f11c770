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
    let backend: any StorageBackend
    let tenant: TenantID
    let law: Law
    let salt: @Sendable () -> [UInt8]
    private let observe: @Sendable (StorageEvent) -> Void
    let now: @Sendable () -> Timestamp

    /// A register of one tenant in a store.
    ///
    /// - Parameters:
    ///   - backend: where revisions are kept; call ``prepare()`` before the first use.
    ///   - tenant: the board.
    ///   - law: the law that records are judged by.
    ///   - salt: makes sixteen bytes that nobody can guess, new ones each time.
    ///   - observe: is told of what happens, for the host's log and metrics.
    ///   - now: the host's clock.
    public init(
        _ backend: some StorageBackend,
        tenant: TenantID,
        law: Law = .swedish,
        salt: @escaping @Sendable () -> [UInt8] = { Seal.randomSalt() },
        observe: @escaping @Sendable (StorageEvent) -> Void = { _ in },
        now: @escaping @Sendable () -> Timestamp
    ) {
        self.backend = backend
        self.tenant = tenant
        self.law = law
        self.salt = salt
        self.observe = observe
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
        try await backend.head(of: tenant, at: nil)
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
        let violations = try await addedViolations(by: changes)
        guard violations.isEmpty else {
            throw StorageError(.ruleViolation, record: violations[0].record, violations: violations)
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        var writes: [CommitRequest.Write] = []
        writes.reserveCapacity(changes.count)
        for change in changes {
            writes.append(try change.write(encoder, salt: salt))
        }
        let request = CommitRequest(
            tenant: tenant,
            writes: writes,
            actor: actor,
            reason: reason,
            recordedAt: now(),
            idempotencyKey: idempotencyKey
        )
        do {
            let receipt = try await backend.commit(request)
            observe(.commit(receipt.number, writes: writes.count))
            return receipt
        } catch {
            if error.code == .conflict { observe(.conflict(error.record)) }
            throw error
        }
    }

    /// The rules that changes would newly break: what a saved record breaks already does not stop its mending.
    private func addedViolations(by changes: [RecordChange]) async throws(StorageError) -> [RuleViolation] {
        var added: [RuleViolation] = []
        for change in changes {
            let violations = change.record.violations(under: law)
            guard !violations.isEmpty, case .version = change.precondition else {
                added += violations
                continue
            }
            let known = try await violationsSaved(of: change.record)
            added += violations.filter { !known.contains($0) }
        }
        return added
    }

    private func violationsSaved<Record: QualityRecord>(of record: Record) async throws(StorageError) -> [RuleViolation]
    {
        try await self.record(record.id)?.record.violations(under: law) ?? []
    }

    /// Reads the newest revision of one record; `nil` when there is none.
    public func record<Record: QualityRecord>(
        _ id: RecordID<Record>
    ) async throws(StorageError) -> SavedRecord<Record>? {
        let page = try await backend.revisions(
            RevisionRequest(tenant: tenant, .record(RecordReference(id)), limit: 1, includesPayload: true)
        )
        guard let revision = page.revisions.first, revision.standing == .kept else { return nil }
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
        try await eachPage(.newest(.kinds([Record.kind])), asOf: asOf, includesPayload: true) {
            page throws(StorageError) in
            for revision in page where revision.standing == .kept { records.append(try SavedRecord(revision)) }
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
        try await eachPage(.newest(.kinds([kind])), asOf: asOf, includesPayload: false) { page throws(StorageError) in
            facts += page.compactMap(\.facts)
        }
        return facts
    }

    /// Reads every page of a request, each from where the one before ended, as of one commit.
    func eachPage(
        _ selection: RevisionRequest.Selection,
        asOf: CommitNumber?,
        includesPayload: Bool,
        _ body: ([Revision]) throws(StorageError) -> Void
    ) async throws(StorageError) {
        var request = RevisionRequest(tenant: tenant, selection, asOf: asOf, includesPayload: includesPayload)
        if request.asOf == nil { request.asOf = try await head().number }
        repeat {
            let page = try await backend.revisions(request)
            try body(page.revisions)
            request.after = page.next
        } while request.after != nil
    }
}
