public import QualityCore

extension QualityStore {
    /// Reads the newest revision of one record, without what is hidden from the actor.
    ///
    /// - Returns: `nil` when there is no such record, and when the actor may not know of it.
    /// - Throws: ``StorageError/Code/accessDenied`` when the actor may read no such records, or not this one.
    public func record<Record: QualityRecord>(
        _ id: RecordID<Record>
    ) async throws(StorageError) -> SavedRecord<Record>? {
        let judge = judge()
        guard let revision = try await readable(RecordReference(id), for: .record, judge) else { return nil }
        let saved = try SavedRecord<Record>(revision.revision, hiding: revision.hidden)
        try await logRead(.record, [RecordReference(id)], judge)
        return saved
    }

    /// Reads every saved state of a record, oldest first, as far as the actor may read the newest.
    public func history<Record: QualityRecord>(
        of id: RecordID<Record>
    ) async throws(StorageError) -> [SavedRecord<Record>] {
        let judge = judge()
        let reference = RecordReference(id)
        guard let hidden = try await readable(reference, for: .history, judge)?.hidden else { return [] }
        var records: [SavedRecord<Record>] = []
        try await eachPage(.history(reference), asOf: nil, includesPayload: true) { page throws(StorageError) in
            for revision in page where revision.standing == .kept {
                records.append(try SavedRecord(revision, hiding: hidden))
            }
        }
        try await logRead(.history, [reference], judge)
        return records
    }

    /// Reads the newest revision of every record of a type that the actor may read, in byte order of identity.
    ///
    /// - Parameters:
    ///   - type: the type of record.
    ///   - asOf: what was known after this commit of the records that the actor may read now; `nil` for what is known
    ///     now.
    public func records<Record: QualityRecord>(
        of type: Record.Type,
        asOf: CommitNumber? = nil
    ) async throws(StorageError) -> [SavedRecord<Record>] {
        let judge = judge()
        guard judge.mayHold(.payload, of: Record.kind) else { throw await refusal(.records, []) }
        let isUnrestricted = judge.isUnrestricted(.payload, of: Record.kind)
        let scope = judge.filter(.payload, leavesOutRecused: false)
        let selection = RevisionRequest.Selection.newest(
            isUnrestricted ? .kinds([Record.kind]) : .all([.kinds([Record.kind]), scope])
        )
        var factsNow: [RecordKey: RecordFacts] = [:]
        if asOf != nil, !isUnrestricted {
            try await eachPage(selection, asOf: nil, includesPayload: false) { page throws(StorageError) in
                for revision in page { factsNow[RecordKey(revision.reference)] = revision.facts }
            }
        }
        var records: [SavedRecord<Record>] = []
        try await eachPage(selection, asOf: asOf, includesPayload: true) { page throws(StorageError) in
            for revision in page where revision.standing == .kept {
                let reference = revision.reference
                var hidden: Set<ProtectedField>? = []
                if !isUnrestricted {
                    let facts = asOf == nil ? revision.facts : factsNow[RecordKey(reference)]
                    hidden = facts.flatMap { judge.hidden(.payload, reference, $0) }
                }
                if let hidden { records.append(try SavedRecord(revision, hiding: hidden)) }
            }
        }
        try await logRead(.records, records.map(\.record.reference), judge)
        return records
    }

    /// Reads the facts of every record of a kind that the actor may count, in byte order of identity.
    ///
    /// - Parameters:
    ///   - kind: the kind of record.
    ///   - asOf: what was known after this commit, judged by what the records said then; `nil` for what is known now.
    public func facts(
        of kind: RecordKind,
        asOf: CommitNumber? = nil
    ) async throws(StorageError) -> [RecordFacts] {
        let judge = judge()
        guard judge.mayHold(.facts, of: kind) else { throw await refusal(.facts, []) }
        let scope = try await scope(.kinds([kind]), for: .facts, judge)
        var facts: [RecordFacts] = []
        try await eachPage(.newest(scope), asOf: asOf, includesPayload: false) { page throws(StorageError) in
            facts += page.compactMap { $0.facts?.withoutPersons }
        }
        return facts
    }

    /// The newest revision with what is hidden of it; `nil` when there is none that the actor may know of.
    private func readable(
        _ record: RecordReference,
        for request: StoreRequest,
        _ judge: AccessJudge
    ) async throws(StorageError) -> (revision: Revision, hidden: Set<ProtectedField>)? {
        guard judge.mayHold(.payload, of: record.kind) else { throw await refusal(request, [record]) }
        guard let revision = try await newest(record), revision.standing == .kept, let facts = revision.facts else {
            return nil
        }
        guard let hidden = judge.hidden(.payload, record, facts) else {
            guard !judge.admits(.know, record, facts) else { throw await refusal(request, [record]) }
            await noteRefusal(request, [record])
            return nil
        }
        return (revision, hidden)
    }
}
