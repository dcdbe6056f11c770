#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif
public import QualityCore

/// Walks a journal commit by commit and recomputes everything that its chain covers.
public struct JournalVerifier: Sendable {
    private struct Standing {
        var version: CommitNumber
        var next: CommitNumber?
        /// Revisions of which something is gone: to be answered by a tombstone.
        var erased: [CommitNumber] = []
        /// Revisions of which all is there: to be answered by no tombstone.
        var kept: [CommitNumber] = []
        var isDisposed = false
        /// Tombstones without facts: to be answered by a later one.
        var emptyTombstones: [CommitNumber] = []
    }

    private let known: [CommitNumber: ContentDigest]
    private var records: [RecordKey: Standing] = [:]
    /// The commit that was taken last.
    public private(set) var head = JournalHead.empty
    /// What was found so far.
    public private(set) var findings: [JournalFinding] = []

    /// A walk from the first commit.
    ///
    /// `earlier`: heads that were noted before, in minutes or elsewhere.
    public init(since earlier: [JournalHead] = []) {
        known = Dictionary(earlier.map { ($0.number, $0.digest) }, uniquingKeysWith: { first, _ in first })
    }

    /// Takes the next commit.
    public mutating func take(_ commit: JournalCommit) {
        takeCommit(commit)
        for entry in commit.entries { take(entry, commit.cover.number) }
    }

    private mutating func takeCommit(_ commit: JournalCommit) {
        let number = commit.cover.number
        if number.rawValue != head.number.rawValue + 1 { find(.missingCommit, at: number) }
        if let time = head.recordedAt, commit.cover.recordedAt < time { find(.time, at: number) }
        let digest = CommitChain.digest(after: head.digest, commit.cover, commit.entries.lazy.map(\.link))
        if digest != commit.digest { find(.digest, at: number) }
        if let expected = known[number], expected != commit.digest { find(.otherHistory, at: number) }
        head = JournalHead(number: number, digest: commit.digest, recordedAt: commit.cover.recordedAt)
    }

    /// Takes the next commit of an archive, which does not say by which commit a revision was followed.
    mutating func takeAlone(_ commit: JournalCommit) {
        takeCommit(commit)
        for entry in commit.entries {
            checkSeals(entry, commit.cover.number)
        }
    }

    /// Passes over a commit that the store cannot read.
    public mutating func skip(_ number: CommitNumber, record: RecordReference?) {
        find(.unreadable, at: number, record)
        head = JournalHead(number: number, digest: head.digest, recordedAt: head.recordedAt)
    }

    /// Notes that an attachment of a record is not what the record says.
    public mutating func noteAttachment(of record: RecordReference, at number: CommitNumber) {
        find(.attachment, at: number, record)
    }

    /// Ends the walk and returns all findings in the order of the commits.
    public mutating func finish() -> [JournalFinding] {
        for (key, standing) in records {
            if standing.next != nil { find(.succession, at: standing.version, key.reference) }
            for number in standing.emptyTombstones { find(.erasedWithoutTombstone, at: number, key.reference) }
            if !standing.isDisposed {
                for number in standing.erased { find(.erasedWithoutTombstone, at: number, key.reference) }
            }
        }
        records = [:]
        for (number, digest) in known where number > head.number || number == .zero {
            if number != .zero { find(.cutOff, at: number) } else if digest != .zero { find(.otherHistory, at: number) }
        }
        findings.sort { ($0.commit, $0.record.map { "\($0)" } ?? "") < ($1.commit, $1.record.map { "\($0)" } ?? "") }
        return findings
    }

    private mutating func take(_ entry: JournalCommit.Entry, _ number: CommitNumber) {
        let reference = entry.link.reference
        let key = RecordKey(reference)
        var standing = records[key] ?? Standing(version: number, next: number)
        if standing.next != number { find(.succession, at: standing.version, reference) }
        if standing.isDisposed {
            standing = Standing(version: number, next: number, emptyTombstones: standing.emptyTombstones)
        }
        standing.version = number
        standing.next = entry.supersededBy
        if entry.link.payload == nil {
            standing.isDisposed = true
            if entry.payload != nil { find(.leftAfterTombstone, at: number, reference) }
            for left in standing.kept { find(.leftAfterTombstone, at: left, reference) }
            standing.emptyTombstones = entry.facts == nil ? [number] : []
        } else {
            if entry.payload == nil || entry.facts == nil {
                standing.erased.append(number)
            } else {
                standing.kept.append(number)
            }
            if (entry.payload == nil) != (entry.facts == nil) { find(.payload, at: number, reference) }
        }
        records[key] = standing
        checkSeals(entry, number)
    }

    private mutating func checkSeals(_ entry: JournalCommit.Entry, _ number: CommitNumber) {
        let reference = entry.link.reference
        if let payload = entry.payload {
            let seal = Seal(payload.content, salt: payload.seal.salt)
            if seal != payload.seal || seal.digest != entry.link.payload { find(.payload, at: number, reference) }
        }
        if let facts = entry.facts {
            let seal = Seal(facts.facts, salt: facts.seal.salt)
            if seal != facts.seal || seal.digest != entry.link.facts { find(.facts, at: number, reference) }
        }
    }

    private mutating func find(_ fault: JournalFinding.Fault, at number: CommitNumber, _ record: RecordReference? = nil)
    {
        findings.append(JournalFinding(commit: number, record: record, fault: fault))
    }
}

extension JournalVerifier {
    /// Compares the facts of a revision with those that its payload gives, when its kind is known.
    ///
    /// A payload of an older schema version may give facts that its code did not know; it is not compared.
    mutating func check(
        _ entry: JournalCommit.Entry,
        at number: CommitNumber,
        recomputing types: [RecordKind: any QualityRecord.Type]
    ) {
        guard let payload = entry.payload, let facts = entry.facts, let type = types[entry.link.reference.kind],
            type.schemaVersion == entry.link.schemaVersion
        else { return }
        guard let computed = try? Self.facts(of: type, payload.content.bytes), computed == facts.facts else {
            find(.facts, at: number, entry.link.reference)
            return
        }
    }

    private static func facts(of type: any QualityRecord.Type, _ payload: [UInt8]) throws -> RecordFacts {
        try JSONDecoder().decode(type, from: Data(payload)).storedFacts
    }
}
