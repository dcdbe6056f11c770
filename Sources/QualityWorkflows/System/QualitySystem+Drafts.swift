public import QualityCore
public import QualityStorage

extension QualitySystem {
    /// Makes a draft a record: the record is created and the draft marked as submitted in one commit.
    ///
    /// Safe to send again, also from a copy made without a network: the same draft gives the record that there is. The
    /// draft need not have been saved before.
    ///
    /// - Returns: the record, as it is now where it was submitted before.
    /// - Throws: `StorageError` with code `ruleViolation` and one violation for each problem of the draft; `conflict`
    ///   when a copy with other content was submitted before, the draft has expired, or the identity is taken.
    @discardableResult
    public func submit<Form: DraftForm>(
        _ draft: Draft<Form>,
        reason: String
    ) async throws(StorageError) -> Form.Record {
        var left = attempts
        var refusal: StorageError?
        while true {
            let saved = try await store.record(draft.id)
            if let saved, saved.record.state != .open {
                return try await submitted(draft, as: saved)
            }
            if let refusal, left == 0 { throw refusal }
            left -= 1
            let changes = try changes(submitting: draft, over: saved)
            do {
                try await store.commit(changes.all, reason: reason)
                return changes.record
            } catch {
                // Someone wrote the draft meanwhile, or submitted it: what there is now decides.
                guard error.code == .conflict else { throw error }
                refusal = error
            }
        }
    }

    /// Reads the drafts of a form that are still written in.
    public func openDrafts<Form: DraftForm>(of form: Form.Type) async throws(StorageError) -> [Draft<Form>] {
        try await store.records(of: Draft<Form>.self).map(\.record).filter { $0.state == .open }
    }

    /// Ends the drafts of a form that have ceased as of a day by the board's rules, each in a commit of its own.
    ///
    /// - Returns: the drafts as they are now, without what was written in them.
    /// - Throws: `StorageError` as ``perform(on:reason:_:)``.
    @discardableResult
    public func expireDrafts<Form: DraftForm>(
        of form: Form.Type,
        asOf day: CalendarDate,
        by rules: [DraftExpiry],
        reason: String
    ) async throws(StorageError) -> [Draft<Form>] {
        var ended: [Draft<Form>] = []
        for draft in Draft.expired(in: try await openDrafts(of: form), asOf: day, by: rules) {
            // Whoever wrote in it meanwhile keeps it.
            let now = try await perform(on: draft.id, reason: reason) { found, _ throws(RuleViolation) in
                if found.isExpired(on: day, by: rules) { try found.expire(on: day, by: rules) }
            }
            if now.state == .expired { ended.append(now) }
        }
        return ended
    }

    private func submitted<Form: DraftForm>(
        _ draft: Draft<Form>,
        as saved: SavedRecord<Draft<Form>>
    ) async throws(StorageError) -> Form.Record {
        guard saved.record.state == .submitted, saved.record.form == draft.form,
            let record = try await store.record(draft.recordID)
        else {
            throw StorageError(.conflict, record: RecordReference(draft.id), currentVersion: saved.version)
        }
        return record.record
    }

    private func changes<Form: DraftForm>(
        submitting draft: Draft<Form>,
        over saved: SavedRecord<Draft<Form>>?
    ) throws(StorageError) -> (record: Form.Record, all: [RecordChange]) {
        let record: Form.Record
        do {
            record = try draft.submit(under: law)
        } catch {
            throw StorageError(.ruleViolation, record: error.record, violations: error.violations)
        }
        let ended = try refusing { () throws(RuleViolation) in
            var ended = draft
            if ended.state == .open { try ended.markSubmitted() }
            return ended
        }
        let change: RecordChange = saved.map { .update(ended, from: $0.version) } ?? .create(ended)
        return (record, [.create(record), change])
    }
}
