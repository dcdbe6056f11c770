#if PostgreSQL
import QualityCore
import QualityStorage

extension CommitRequest {
    /// What writes the commit, all but `COMMIT`.
    func statements(_ receipt: CommitReceipt, _ time: Timestamp) -> [Query] {
        let tenant = Parameter.text(tenant.rawValue)
        let number = Parameter.integer(receipt.number.rawValue)
        var queries = [
            Query(
                """
                INSERT INTO commits (tenant, number, recorded_at, actor, reason, idempotency_key, digest)
                VALUES ($1, $2, $3, $4, $5, $6, $7)
                """,
                [
                    tenant, number, .integer(time.microsecondsSince1970), .text(actor.rawValue), .text(reason),
                    .text(idempotencyKey), .bytes(receipt.digest.bytes),
                ]
            )
        ]
        let replacing = writes.filter { $0.precondition != .absent }
        if !replacing.isEmpty {
            queries.append(
                Query(
                    """
                    UPDATE revisions AS r SET superseded = $2
                    FROM unnest($3::text[], $4::text[]) AS w (kind, id)
                    WHERE r.tenant = $1 AND r.kind = w.kind COLLATE "C" AND r.id = w.id COLLATE "C"
                        AND r.superseded = 9223372036854775807
                    """,
                    [tenant, number] + replacing.identities
                )
            )
        }
        let tombstones = writes.filter { $0.payload == nil }
        if !tombstones.isEmpty { queries += tombstones.erasures(tenant) }
        queries += runs().map { $0.insertion(tenant, number) }
        var owners: [[UInt8]: (id: String, owner: RecordReference)] = [:]
        for write in writes {
            for attachment in write.payload?.content.attachments ?? [] {
                owners[Array(attachment.id.rawValue.utf8)] = (attachment.id.rawValue, write.reference)
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

    /// The writes in runs of at most a thousand, and of at most 16 MB of payload if there is more than one.
    private func runs() -> [ArraySlice<Write>] {
        var runs: [ArraySlice<Write>] = []
        var start = 0
        var size = 0
        for (position, write) in writes.enumerated() {
            size += write.payload?.content.bytes.count ?? 0
            if position > start, size > 16 << 20 || position - start == 1_000 {
                runs.append(writes[start..<position])
                start = position
                size = write.payload?.content.bytes.count ?? 0
            }
        }
        return runs + [writes[start...]]
    }
}

extension Collection<CommitRequest.Write> {
    fileprivate var identities: [Parameter] {
        [.texts(map(\.reference.kind.rawValue)), .texts(map(\.reference.id))]
    }

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
            [tenant, number] + identities + [
                .integers(map { Int64($0.schemaVersion) }),
                .texts(map(\.facts.facts.unit.rawValue)),
                .days(map { $0.facts.facts.occurred?.daysSince1970 }),
                .days(map { $0.facts.facts.discovered?.daysSince1970 }),
                .days(map { $0.facts.facts.reported?.daysSince1970 }),
                .days(map { $0.facts.facts.dueOn?.daysSince1970 }),
                .texts(map(\.facts.facts.status)),
                .texts(map { CanonicalText.text($0.facts.facts.observations) }),
                .blobs(map(\.facts.seal.salt)),
                .blobs(map(\.facts.seal.digest.bytes)),
                .blobs(map { $0.payload?.seal.salt }),
                .blobs(map { $0.payload?.seal.digest.bytes }),
                .texts(map { $0.payload.map { CanonicalText.text($0.content.words) } }),
                .texts(map { $0.payload.map { CanonicalText.text($0.content.attachments) } }),
                .blobs(map { $0.payload?.content.bytes }),
            ]
        )
    }
}
#endif
