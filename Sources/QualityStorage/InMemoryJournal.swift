import QualityCore

/// One tenant's commits, records and attachments.
struct InMemoryJournal {
    private struct Saved {
        var revision: Revision
        var link: CommitChain.Link
        var payload: SealedPayload?
        var facts: SealedFacts?
    }

    private struct Commit {
        var cover: CommitChain.Cover
        var digest: ContentDigest
        var records: [RecordKey]
    }

    private var commits: [Commit] = []
    private var receipts: [ByteOrdered: CommitReceipt] = [:]
    /// Oldest revision first.
    private var records: [RecordKey: [Saved]] = [:]
    private var attachments: [ByteOrdered: [[UInt8]]] = [:]
    /// The record that names an attachment.
    private var owners: [ByteOrdered: RecordKey] = [:]

    func head(at instant: Timestamp?) -> JournalHead {
        let count = instant.map { instant in commits.partitioningIndex { instant < $0.cover.recordedAt } }
        guard let newest = commits.prefix(count ?? commits.count).last else { return .empty }
        return JournalHead(number: newest.cover.number, digest: newest.digest, recordedAt: newest.cover.recordedAt)
    }

    mutating func write(_ request: CommitRequest) throws(StorageError) -> CommitReceipt {
        let key = request.idempotencyKey.map(ByteOrdered.init)
        if let key, let receipt = receipts[key] { return receipt }
        for write in request.writes {
            try write.check(against: records[RecordKey(write.reference)]?.last?.revision.version)
            for attachment in write.payload?.content.attachments ?? [] {
                let owner = owners[ByteOrdered(attachment.id.rawValue)]
                try attachment.check(
                    size: size(of: attachment.id),
                    isFree: owner.map { $0 == RecordKey(write.reference) } ?? true,
                    of: write.reference
                )
            }
        }
        let (receipt, time) = request.chained(after: head(at: nil))
        for write in request.writes { add(write, receipt.number, time) }
        commits.append(
            Commit(
                cover: CommitChain.Cover(
                    tenant: request.tenant,
                    number: receipt.number,
                    recordedAt: time,
                    actor: request.actor,
                    reason: request.reason,
                    idempotencyKey: request.idempotencyKey
                ),
                digest: receipt.digest,
                records: request.writes.map { RecordKey($0.reference) }.sorted()
            )
        )
        if let key { receipts[key] = receipt }
        return receipt
    }

    private mutating func add(_ write: CommitRequest.Write, _ number: CommitNumber, _ time: Timestamp) {
        let key = RecordKey(write.reference)
        if write.payload == nil { erase(key) }
        let revision = Revision(
            reference: write.reference,
            version: number,
            recordedAt: time,
            schemaVersion: write.schemaVersion,
            standing: write.payload == nil ? .tombstone : .kept,
            payload: write.payload?.content,
            facts: write.facts.facts
        )
        records[key, default: []].append(
            Saved(revision: revision, link: write.link, payload: write.payload, facts: write.facts)
        )
        for attachment in write.payload?.content.attachments ?? [] {
            owners[ByteOrdered(attachment.id.rawValue)] = key
        }
    }

    mutating func restore(_ commit: JournalCommit) throws(StorageError) {
        try commit.check(after: head(at: nil))
        for entry in commit.entries {
            let isTombstone = entry.link.payload == nil
            let key = RecordKey(entry.link.reference)
            let revision = Revision(
                reference: entry.link.reference,
                version: commit.cover.number,
                recordedAt: commit.cover.recordedAt,
                schemaVersion: entry.link.schemaVersion,
                standing: isTombstone ? .tombstone : entry.payload == nil ? .erased : .kept,
                payload: entry.payload?.content,
                facts: entry.facts?.facts
            )
            records[key, default: []].append(
                Saved(revision: revision, link: entry.link, payload: entry.payload, facts: entry.facts)
            )
            for attachment in entry.payload?.content.attachments ?? [] {
                owners[ByteOrdered(attachment.id.rawValue)] = key
            }
        }
        commits.append(
            Commit(
                cover: commit.cover,
                digest: commit.digest,
                records: commit.entries.map { RecordKey($0.link.reference) }.sorted()
            )
        )
        if let key = commit.cover.idempotencyKey {
            receipts[ByteOrdered(key)] = CommitReceipt(number: commit.cover.number, digest: commit.digest)
        }
    }

    private mutating func erase(_ key: RecordKey) {
        for index in records[key, default: []].indices {
            for attachment in records[key]?[index].payload?.content.attachments ?? [] {
                attachments[ByteOrdered(attachment.id.rawValue)] = nil
            }
            records[key]?[index].revision.standing = .erased
            records[key]?[index].revision.payload = nil
            records[key]?[index].revision.facts = nil
            records[key]?[index].payload = nil
            records[key]?[index].facts = nil
        }
    }

    func page(_ request: RevisionRequest) -> RevisionPage {
        let latest = request.asOf ?? CommitNumber(rawValue: .max)
        var found: [Revision]
        var order = request.order
        switch request.selection {
        case .newest(let filter):
            found = newest(latest).filter { revision in
                revision.facts.map { facts in
                    filter.accepts(
                        revision.reference.kind,
                        facts: facts,
                        words: revision.payload?.words ?? SearchWords(of: [])
                    )
                } ?? false
            }
        case .record(let reference):
            found = records[RecordKey(reference)]?.last { $0.revision.version <= latest }.map { [$0.revision] } ?? []
        case .history(let reference):
            found = records[RecordKey(reference)]?.map(\.revision).filter { $0.version <= latest } ?? []
            order = RevisionRequest.Order(.version)
        }
        if let after = request.after {
            found.removeAll { !order.isBefore(after, RevisionCursor(of: $0, in: order)) }
        }
        found.sort { order.isBefore(RevisionCursor(of: $0, in: order), RevisionCursor(of: $1, in: order)) }
        if !request.includesPayload {
            for index in found.indices { found[index].payload = nil }
        }
        return RevisionPage(oneMore: found, for: request)
    }

    func counts(_ request: CountRequest) -> CountTable {
        let latest = request.asOf ?? CommitNumber(rawValue: .max)
        var rows: [CountTable.Row] = []
        for revision in newest(latest) {
            let kind = revision.reference.kind
            let words = revision.payload?.words ?? SearchWords(of: [])
            guard let facts = revision.facts, request.filter.accepts(kind, facts: facts, words: words) else { continue }
            rows += request.rows(of: kind, facts: facts)
        }
        return CountTable(rows)
    }

    func commits(_ request: JournalRequest) -> JournalPage {
        let start = commits.partitioningIndex { request.after < $0.cover.number }
        return JournalPage(
            commits: commits[start...].prefix(request.limit).map { commit in
                JournalCommit(
                    cover: commit.cover,
                    digest: commit.digest,
                    entries: commit.records.compactMap { key in
                        let history = records[key] ?? []
                        let place = history.partitioningIndex { commit.cover.number <= $0.revision.version }
                        guard place < history.count else { return nil }
                        return JournalCommit.Entry(
                            link: history[place].link,
                            payload: request.includesPayload ? history[place].payload : nil,
                            facts: history[place].facts,
                            supersededBy: place + 1 < history.count ? history[place + 1].revision.version : nil
                        )
                    }
                )
            }
        )
    }

    mutating func attach(_ piece: AttachmentPiece) throws(StorageError) {
        let id = ByteOrdered(piece.id.rawValue)
        let pieces = attachments[id] ?? []
        if piece.index < pieces.count, pieces[piece.index] == piece.bytes { return }
        guard piece.index == pieces.count, owners[id] == nil else {
            throw StorageError(.conflict, detail: "a piece of an attachment out of turn")
        }
        attachments[id, default: []].append(piece.bytes)
    }

    func piece(_ index: Int, of id: AttachmentID) -> [UInt8]? {
        guard let pieces = attachments[ByteOrdered(id.rawValue)], pieces.indices.contains(index) else { return nil }
        return pieces[index]
    }

    private func size(of id: AttachmentID) -> Int64? {
        attachments[ByteOrdered(id.rawValue)].map { $0.reduce(0) { $0 + Int64($1.count) } }
    }

    private func newest(_ latest: CommitNumber) -> [Revision] {
        records.values.compactMap { history in history.last { $0.revision.version <= latest }?.revision }
    }
}

extension RandomAccessCollection where Index == Int {
    /// The first position whose element satisfies a condition that holds from some position on.
    fileprivate func partitioningIndex(where condition: (Element) -> Bool) -> Int {
        var low = startIndex
        var high = endIndex
        while low < high {
            let middle = low + (high - low) / 2
            if condition(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
