#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif
import QualityCore

/// One line of an archive: `{"digest":"…","body":{…}}`, where the digest covers the digest of the line before and the
/// bytes of the body.
enum ArchiveLine {
    /// What a line says.
    enum Body: Codable {
        case header(Header)
        case piece(Piece)
        case commit(Commit)
        case end(End)
    }

    struct Header: Codable {
        var format = "quality-archive"
        var version = 1
        var tenant: TenantID
    }

    struct Piece: Codable {
        var attachment: AttachmentID
        var index: Int
        var bytes: Data
    }

    struct Commit: Codable {
        struct Entry: Codable {
            struct Payload: Codable {
                var bytes: Data
                var words: [String]
                var attachments: [AttachmentFacts]
                var salt: Data
                var digest: ContentDigest
            }

            struct Facts: Codable {
                var facts: RecordFacts
                var salt: Data
                var digest: ContentDigest
            }

            var record: RecordReference
            var schemaVersion: Int
            var payloadDigest: ContentDigest?
            var factsDigest: ContentDigest
            var payload: Payload?
            var facts: Facts?
        }

        var number: CommitNumber
        var recordedAt: Timestamp
        var actor: ActorID
        var reason: String
        var idempotencyKey: String?
        var digest: ContentDigest
        var entries: [Entry]
    }

    struct End: Codable {
        var head: CommitNumber
        var digest: ContentDigest
    }

    private static let opening = Array(#"{"digest":""#.utf8)
    private static let middle = Array(#"","body":"#.utf8)

    /// Writes a line, without its line end, and the digest that the next one starts from.
    static func write(
        _ body: Body,
        after previous: ContentDigest,
        _ encoder: JSONEncoder
    ) throws(StorageError) -> (line: [UInt8], digest: ContentDigest) {
        guard let data = try? encoder.encode(body) else {
            throw StorageError(.coding, detail: "a line of an archive could not be encoded")
        }
        let digest = Self.digest(of: data, after: previous)
        return (opening + digest.description.utf8 + middle + data + [UInt8(ascii: "}")], digest)
    }

    /// Reads a line, without its line end.
    static func read(
        _ line: [UInt8],
        after previous: ContentDigest,
        at number: Int
    ) throws(ArchiveError) -> (body: Body, digest: ContentDigest) {
        let start = opening.count + 64 + middle.count
        guard line.count > start + 1, line.starts(with: opening), line[(opening.count + 64)...].starts(with: middle),
            line.last == UInt8(ascii: "}"),
            let claimed = ContentDigest(String(decoding: line[opening.count..<opening.count + 64], as: UTF8.self))
        else { throw ArchiveError(line: number, fault: .malformed) }
        let data = Data(line[start..<line.count - 1])
        guard digest(of: data, after: previous) == claimed else { throw ArchiveError(line: number, fault: .changed) }
        guard let body = try? JSONDecoder().decode(Body.self, from: data) else {
            throw ArchiveError(line: number, fault: .malformed)
        }
        return (body, claimed)
    }

    private static func digest(of body: Data, after previous: ContentDigest) -> ContentDigest {
        var accumulator = ContentDigest.Accumulator()
        accumulator.append(previous.bytes)
        accumulator.append(body)
        return accumulator.digest
    }
}

extension ArchiveLine.Commit {
    init(_ commit: JournalCommit) {
        number = commit.cover.number
        recordedAt = commit.cover.recordedAt
        actor = commit.cover.actor
        reason = commit.cover.reason
        idempotencyKey = commit.cover.idempotencyKey
        digest = commit.digest
        entries = commit.entries.map { entry in
            Entry(
                record: entry.link.reference,
                schemaVersion: entry.link.schemaVersion,
                payloadDigest: entry.link.payload,
                factsDigest: entry.link.facts,
                payload: entry.payload.map { payload in
                    Entry.Payload(
                        bytes: Data(payload.content.bytes),
                        words: payload.content.words.words,
                        attachments: payload.content.attachments,
                        salt: Data(payload.seal.salt),
                        digest: payload.seal.digest
                    )
                },
                facts: entry.facts.map { facts in
                    Entry.Facts(facts: facts.facts, salt: Data(facts.seal.salt), digest: facts.seal.digest)
                }
            )
        }
    }

    func commit(of tenant: TenantID) -> JournalCommit {
        JournalCommit(
            cover: CommitChain.Cover(
                tenant: tenant,
                number: number,
                recordedAt: recordedAt,
                actor: actor,
                reason: reason,
                idempotencyKey: idempotencyKey
            ),
            digest: digest,
            entries: entries.map { entry in
                JournalCommit.Entry(
                    link: CommitChain.Link(
                        reference: entry.record,
                        schemaVersion: entry.schemaVersion,
                        payload: entry.payloadDigest,
                        facts: entry.factsDigest
                    ),
                    payload: entry.payload.map { payload in
                        SealedPayload(
                            stored: SealedPayload.Content(
                                bytes: Array(payload.bytes),
                                words: SearchWords(stored: payload.words),
                                attachments: payload.attachments
                            ),
                            seal: Seal(salt: Array(payload.salt), digest: payload.digest)
                        )
                    },
                    facts: entry.facts.map { facts in
                        SealedFacts(
                            stored: facts.facts,
                            seal: Seal(salt: Array(facts.salt), digest: facts.digest)
                        )
                    },
                    supersededBy: nil
                )
            }
        )
    }
}
