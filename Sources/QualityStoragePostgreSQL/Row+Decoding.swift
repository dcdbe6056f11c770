#if PostgreSQL
import QualityCore
import QualityStorage

/// Rows that begin with `kind, id, version, unit, occurred, discovered, reported, due, status, codes, schema_version`.
extension Row {
    /// A revision: further `recorded_at`, whether it is a tombstone, and `payload, words, attachments` if asked for.
    func revision(_ hasPayload: Bool) throws(StorageError) -> Revision {
        let facts = try facts()
        guard let schemaVersion = integer(10).flatMap({ Int(exactly: $0) }), let time = integer(11) else {
            throw damage
        }
        return Revision(
            reference: reference,
            version: version,
            recordedAt: Timestamp(microsecondsSince1970: time),
            schemaVersion: schemaVersion,
            standing: facts == nil ? .erased : integer(12) == 1 ? .tombstone : .kept,
            payload: hasPayload ? try content(13) : nil,
            facts: facts
        )
    }

    /// A revision as the chain covers it: further `superseded, facts_salt, facts_digest, payload_salt,
    /// payload_digest`, and `payload, words, attachments` if asked for.
    func entry(_ hasPayload: Bool) throws(StorageError) -> JournalCommit.Entry {
        guard let schemaVersion = integer(10).flatMap({ Int(exactly: $0) }), let next = integer(11),
            let factsDigest = bytes(13).flatMap(ContentDigest.init(bytes:))
        else { throw damage }
        let payloadDigest = bytes(15).flatMap(ContentDigest.init(bytes:))
        guard payloadDigest != nil || isNull(15) else { throw damage }
        var facts: SealedFacts?
        if let stored = try self.facts() {
            guard let salt = bytes(12) else { throw damage }
            facts = SealedFacts(stored: stored, seal: Seal(salt: salt, digest: factsDigest))
        } else if !isNull(12) {
            throw damage
        }
        var payload: SealedPayload?
        if hasPayload {
            if let content = try content(16) {
                guard let salt = bytes(14), let payloadDigest else { throw damage }
                payload = SealedPayload(stored: content, seal: Seal(salt: salt, digest: payloadDigest))
            } else if !isNull(14) {
                throw damage
            }
        }
        return JournalCommit.Entry(
            link: CommitChain.Link(
                reference: reference,
                schemaVersion: schemaVersion,
                payload: payloadDigest,
                facts: factsDigest
            ),
            payload: payload,
            facts: facts,
            supersededBy: next == .max ? nil : CommitNumber(rawValue: next)
        )
    }

    /// A commit without its entries: `number, recorded_at, actor, reason, idempotency_key, digest`.
    func commit(of tenant: TenantID) throws(StorageError) -> JournalCommit {
        guard let number = integer(0), let time = integer(1), let actor = text(2), let reason = text(3),
            let digest = bytes(5).flatMap(ContentDigest.init(bytes:))
        else { throw StorageError(.damaged, commit: integer(0).map(CommitNumber.init(rawValue:))) }
        return JournalCommit(
            cover: CommitChain.Cover(
                tenant: tenant,
                number: CommitNumber(rawValue: number),
                recordedAt: Timestamp(microsecondsSince1970: time),
                actor: ActorID(rawValue: actor),
                reason: reason,
                idempotencyKey: text(4)
            ),
            digest: digest,
            entries: []
        )
    }

    var reference: RecordReference {
        RecordReference(kind: RecordKind(rawValue: text(0) ?? ""), id: text(1) ?? "")
    }

    var version: CommitNumber { CommitNumber(rawValue: integer(2) ?? 0) }

    var damage: StorageError { StorageError(.damaged, record: reference, commit: version) }

    /// The facts; `nil` when all of their columns are.
    private func facts() throws(StorageError) -> RecordFacts? {
        if (3...9).allSatisfy(isNull) { return nil }
        guard let unit = text(3), let status = text(8),
            let observations = text(9).flatMap(CanonicalText.observations)
        else { throw damage }
        return RecordFacts(
            unit: OrganisationUnitID(rawValue: unit),
            occurred: try day(4),
            discovered: try day(5),
            reported: try day(6),
            dueOn: try day(7),
            status: status,
            observations: observations
        )
    }

    private func day(_ column: Int32) throws(StorageError) -> CalendarDate? {
        guard let days = integer(column) else { return nil }
        guard let day = Int32(exactly: days).flatMap(CalendarDate.init(daysSince1970:)) else { throw damage }
        return day
    }

    /// What a payload holds, in three columns; `nil` when all of them are.
    private func content(_ column: Int32) throws(StorageError) -> SealedPayload.Content? {
        if (column...column + 2).allSatisfy(isNull) { return nil }
        guard let bytes = bytes(column), let words = text(column + 1).flatMap(CanonicalText.words),
            let attachments = text(column + 2).flatMap(CanonicalText.attachments)
        else { throw damage }
        return SealedPayload.Content(bytes: bytes, words: words, attachments: attachments)
    }
}
#endif
