#if PostgreSQL
import QualityCore
import QualityStorage

extension CommitRequest {
    /// What writes the commit, all but `COMMIT`.
    func statements(_ receipt: CommitReceipt, _ time: Timestamp) -> [Query] {
        JournalCommit(
            cover: CommitChain.Cover(
                tenant: tenant,
                number: receipt.number,
                recordedAt: time,
                actor: actor,
                reason: reason,
                idempotencyKey: idempotencyKey
            ),
            digest: receipt.digest,
            entries: writes.map(\.entry)
        ).statements(
            replacing: writes.filter { $0.precondition != .absent }.map(\.reference),
            erasing: writes.filter { $0.payload == nil }.map(\.reference)
        )
    }
}

extension JournalCommit {
    /// What writes the commit, all but `COMMIT`.
    ///
    /// - Parameters:
    ///   - replaced: records whose newest revision is followed by one of these.
    ///   - erased: records whose earlier revisions lose all but their digests.
    func statements(replacing replaced: [RecordReference], erasing erased: [RecordReference] = []) -> [Query] {
        let tenant = Parameter.text(cover.tenant.rawValue)
        let number = Parameter.integer(cover.number.rawValue)
        var queries = [
            Query(
                """
                INSERT INTO commits (tenant, number, recorded_at, actor, reason, idempotency_key, digest)
                VALUES ($1, $2, $3, $4, $5, $6, $7)
                """,
                [
                    tenant, number, .integer(cover.recordedAt.microsecondsSince1970), .text(cover.actor.rawValue),
                    .text(cover.reason), .text(cover.idempotencyKey), .bytes(digest.bytes),
                ]
            )
        ]
        if !replaced.isEmpty {
            queries.append(
                Query(
                    """
                    UPDATE revisions SET superseded = $2
                    WHERE tenant = $1 AND ctid = ANY (ARRAY(
                        SELECT r.ctid
                        FROM unnest($3::text[], $4::text[]) AS w (kind, id)
                        CROSS JOIN LATERAL (
                            SELECT r.ctid FROM revisions AS r
                            WHERE r.tenant = $1 AND r.kind = w.kind COLLATE "C" AND r.id = w.id COLLATE "C"
                                AND r.superseded >= 9223372036854775807
                            LIMIT 1
                        ) AS r
                    ))
                    """,
                    [tenant, number] + replaced.identities
                )
            )
        }
        if !erased.isEmpty { queries += erased.erasures(tenant) }
        queries += runs().map { $0.insertion(tenant, number) }
        var owners: [[UInt8]: (id: String, owner: RecordReference)] = [:]
        for entry in entries {
            for attachment in entry.payload?.content.attachments ?? [] {
                owners[Array(attachment.id.rawValue.utf8)] = (attachment.id.rawValue, entry.link.reference)
            }
        }
        if !owners.isEmpty {
            let owned = Array(owners.values)
            queries.append(
                Query(
                    """
                    INSERT INTO attachments (tenant, attachment, kind, id)
                    SELECT $1, o.attachment, o.kind, o.id
                    FROM unnest($2::text[], $3::text[], $4::text[]) AS o (attachment, kind, id)
                    ON CONFLICT (tenant, attachment) DO UPDATE SET kind = excluded.kind, id = excluded.id
                    """,
                    [
                        tenant, .texts(owned.map(\.id)), .texts(owned.map(\.owner.kind.rawValue)),
                        .texts(owned.map(\.owner.id)),
                    ]
                )
            )
        }
        return queries
    }

    /// The revisions in runs of at most a thousand, and of at most 16 MB of payload if there is more than one.
    private func runs() -> [ArraySlice<Entry>] {
        var runs: [ArraySlice<Entry>] = []
        var start = 0
        var size = 0
        for (position, entry) in entries.enumerated() {
            size += entry.payload?.content.bytes.count ?? 0
            if position > start, size > 16 << 20 || position - start == 1_000 {
                runs.append(entries[start..<position])
                start = position
                size = entry.payload?.content.bytes.count ?? 0
            }
        }
        return runs + [entries[start...]]
    }
}

extension Collection<RecordReference> {
    fileprivate var identities: [Parameter] { [.texts(map(\.kind.rawValue)), .texts(map(\.id))] }

    fileprivate func erasures(_ tenant: Parameter) -> [Query] {
        [
            Query(
                """
                UPDATE revisions AS r
                SET unit = NULL, occurred = NULL, discovered = NULL, reported = NULL, due = NULL, status = NULL,
                    codes = NULL, facts_salt = NULL, payload_salt = NULL, words = NULL, attachments = NULL,
                    payload = NULL
                FROM unnest($2::text[], $3::text[]) AS w (kind, id)
                WHERE r.tenant = $1 AND r.kind = w.kind COLLATE "C" AND r.id = w.id COLLATE "C"
                """,
                [tenant] + identities
            ),
            Query(
                """
                DELETE FROM attachment_pieces AS p
                USING unnest($2::text[], $3::text[]) AS w (kind, id)
                JOIN attachments AS a ON a.tenant = $1 AND a.kind = w.kind COLLATE "C" AND a.id = w.id COLLATE "C"
                WHERE p.tenant = $1 AND p.attachment = a.attachment
                """,
                [tenant] + identities
            ),
        ]
    }

}

extension Collection<JournalCommit.Entry> {
    fileprivate func insertion(_ tenant: Parameter, _ number: Parameter) -> Query {
        Query(
            """
            INSERT INTO revisions (
                tenant, version, superseded, kind, id, schema_version, unit, occurred, discovered, reported, due,
                status, codes, facts_salt, facts_digest, payload_salt, payload_digest, words, attachments, payload
            )
            SELECT $1, $2, 9223372036854775807, w.*
            FROM unnest(
                $3::text[], $4::text[], $5::bigint[], $6::text[], $7::integer[], $8::integer[], $9::integer[],
                $10::integer[], $11::text[], $12::text[], $13::bytea[], $14::bytea[], $15::bytea[], $16::bytea[],
                $17::text[], $18::text[], $19::bytea[]
            ) AS w
            """,
            [tenant, number] + map(\.link.reference).identities + [
                .integers(map { Int64($0.link.schemaVersion) }),
                .texts(map { $0.facts?.facts.unit.rawValue }),
                .days(map { $0.facts?.facts.occurred?.daysSince1970 }),
                .days(map { $0.facts?.facts.discovered?.daysSince1970 }),
                .days(map { $0.facts?.facts.reported?.daysSince1970 }),
                .days(map { $0.facts?.facts.dueOn?.daysSince1970 }),
                .texts(map { $0.facts?.facts.status }),
                .texts(map { $0.facts.map { CanonicalText.text($0.facts.observations) } }),
                .blobs(map { $0.facts?.seal.salt }),
                .blobs(map(\.link.facts.bytes)),
                .blobs(map { $0.payload?.seal.salt }),
                .blobs(map { $0.link.payload?.bytes }),
                .texts(map { $0.payload.map { CanonicalText.text($0.content.words) } }),
                .texts(map { $0.payload.map { CanonicalText.text($0.content.attachments) } }),
                .blobs(map { $0.payload?.content.bytes }),
            ]
        )
    }
}
#endif
