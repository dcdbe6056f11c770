#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif
import QualityCore

extension QualityStore {
    /// Writes changes of any kinds of record as one commit, all or none.
    ///
    /// - Parameters:
    ///   - changes: at least one, each of another record.
    ///   - reason: why; stands in the journal and must hold no personal data.
    ///   - idempotencyKey: makes sending the same commit again harmless.
    /// - Throws: ``StorageError`` with code `ruleViolation` and every broken rule; `conflict`, also for a record that the
    ///   actor may not know of; `accessDenied`; `maskedRecord` when something of a saved record is hidden from the actor,
    ///   so that it can be changed by ``perform(on:reason:idempotencyKey:_:)`` alone.
    @discardableResult
    public func commit(
        _ changes: [RecordChange],
        reason: String,
        idempotencyKey: String? = nil
    ) async throws(StorageError) -> CommitReceipt {
        try await write(changes, reason: reason, idempotencyKey: idempotencyKey, for: .commit)
    }

    @discardableResult
    func write(
        _ changes: [RecordChange],
        reason: String,
        idempotencyKey: String?,
        for asked: StoreRequest
    ) async throws(StorageError) -> CommitReceipt {
        let judge = judge()
        var saved: [RecordKey: Revision] = [:]
        for change in changes {
            saved[RecordKey(change.record.reference)] = try await authorise(change, for: asked, judge)
        }
        let violations = try await addedViolations(by: changes, to: saved)
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
            actor: access.actor,
            reason: reason,
            recordedAt: now(),
            idempotencyKey: idempotencyKey
        )
        do {
            let receipt = try await backend.commit(request)
            observe(.commit(receipt.number, writes: writes.count))
            return receipt
        } catch {
            guard error.code == .conflict else { throw error }
            observe(.conflict(error.record))
            guard let record = error.record, error.currentVersion != nil,
                let facts = try await newest(record, includesPayload: false)?.facts,
                judge.admits(.know, record, facts)
            else { throw StorageError(.conflict, record: error.record) }
            throw error
        }
    }

    /// Checks that the actor may make a change; returns the saved state, when it had to be looked at.
    private func authorise(
        _ change: RecordChange,
        for asked: StoreRequest,
        _ judge: AccessJudge
    ) async throws(StorageError) -> Revision? {
        let record = change.record.reference
        guard record.kind != AccessLogEntry.kind else { throw await refusal(asked, [record]) }
        guard case .version = change.precondition else {
            guard judge.admits(.create, record, change.record.storedFacts) else { throw await refusal(asked, [record]) }
            return nil
        }
        if judge.isUnrestricted(.write, of: record.kind) { return nil }
        guard judge.mayHold(.write, of: record.kind) else { throw await refusal(asked, [record]) }
        guard let revision = try await newest(record), let facts = revision.facts else {
            throw StorageError(.conflict, record: record)
        }
        guard let hidden = judge.hidden(.write, record, facts) else {
            guard !judge.admits(.know, record, facts) else { throw await refusal(asked, [record]) }
            await noteRefusal(asked, [record])
            throw StorageError(.conflict, record: record)
        }
        if !hidden.isEmpty, try !Self.mayWrite(change.record, over: revision, hiding: hidden, asked == .perform) {
            throw StorageError(.maskedRecord, record: record)
        }
        return revision
    }

    /// Whether nothing of the saved state is hidden, or an act on all of it left what is hidden as it was.
    private static func mayWrite<Record: QualityRecord>(
        _ record: Record,
        over revision: Revision,
        hiding hidden: Set<ProtectedField>,
        _ isAct: Bool
    ) throws(StorageError) -> Bool {
        guard revision.standing == .kept else { return true }
        let saved = try SavedRecord<Record>(revision).record
        return isAct ? record.agrees(with: saved, on: hidden) : saved.masked(hidden) == saved
    }

    /// The rules that changes would newly break: what a saved record breaks already does not stop its mending.
    private func addedViolations(
        by changes: [RecordChange],
        to saved: [RecordKey: Revision]
    ) async throws(StorageError) -> [RuleViolation] {
        var added: [RuleViolation] = []
        for change in changes {
            let violations = change.record.violations(under: law)
            guard !violations.isEmpty, case .version = change.precondition else {
                added += violations
                continue
            }
            var revision = saved[RecordKey(change.record.reference)]
            if revision == nil { revision = try await newest(change.record.reference) }
            let known = try violationsSaved(of: change.record, revision)
            added += violations.filter { !known.contains($0) }
        }
        return added
    }

    private func violationsSaved<Record: QualityRecord>(
        of record: Record,
        _ revision: Revision?
    ) throws(StorageError) -> [RuleViolation] {
        guard let revision, revision.standing == .kept else { return [] }
        return try SavedRecord<Record>(revision).record.violations(under: law)
    }
}
