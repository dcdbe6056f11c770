public import QualityCore

extension QualityStore {
    /// Does an act on a record of which the actor may see a part, and writes it with what else the act makes.
    ///
    /// The act is the host's code and works on the whole record; it must give nothing of it to the actor. What is
    /// hidden from the actor cannot be changed by it.
    ///
    /// - Parameters:
    ///   - id: the record; the actor must have the rights to read and to write it.
    ///   - reason: why; stands in the journal and must hold no personal data.
    ///   - idempotencyKey: makes sending the same commit again harmless.
    ///   - act: changes the record and returns the other changes of the commit. Nothing changed is nothing written.
    /// - Returns: the record after the act, as the actor may see it.
    /// - Throws: ``StorageError`` as ``commit(_:reason:idempotencyKey:)``, and with code `notFound` when there is no such
    ///   record that the actor may know of.
    @discardableResult
    public func perform<Record: QualityRecord>(
        on id: RecordID<Record>,
        reason: String,
        idempotencyKey: String? = nil,
        _ act: (inout Record) throws(StorageError) -> [RecordChange]
    ) async throws(StorageError) -> Record {
        let judge = judge()
        let reference = RecordReference(id)
        guard judge.mayHold(.write, of: Record.kind) else { throw await refusal(.perform, [reference]) }
        guard let revision = try await newest(reference), revision.standing == .kept, let facts = revision.facts else {
            throw StorageError(.notFound, record: reference)
        }
        guard judge.admits(.know, reference, facts) else {
            await noteRefusal(.perform, [reference])
            throw StorageError(.notFound, record: reference)
        }
        guard judge.admits(.write, reference, facts), let hidden = judge.hidden(.payload, reference, facts) else {
            throw await refusal(.perform, [reference])
        }
        let saved = try SavedRecord<Record>(revision)
        var changed = saved.record
        var changes = try act(&changed)
        if changed != saved.record {
            changes.insert(
                .update(changed, from: saved.version, with: revision.payload?.attachments ?? []),
                at: 0
            )
        }
        if !changes.isEmpty {
            try await write(changes, reason: reason, idempotencyKey: idempotencyKey, for: .perform)
        }
        return hidden.isEmpty ? changed : changed.masked(hidden)
    }
}
