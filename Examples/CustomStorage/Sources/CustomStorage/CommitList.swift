import QualityCore
import QualityStorage

/// One tenant's commits, where each record stands in them, and the bytes of attachments.
struct CommitList {
    private struct Place {
        var commit: Int
        var entry: Int
    }

    private var commits: [JournalCommit] = []
    /// Oldest revision first.
    private var places: [RecordKey: [Place]] = [:]
    private var receipts: [[UInt8]: CommitReceipt] = [:]
    private var owners: [[UInt8]: RecordKey] = [:]
    private(set) var pieces: [[UInt8]: [[UInt8]]] = [:]

    func head(at instant: Timestamp?) -> JournalHead {
        let newest = commits.last { commit in instant.map { commit.cover.recordedAt <= $0 } ?? true }
        return newest.map {
            JournalHead(number: $0.cover.number, digest: $0.digest, recordedAt: $0.cover.recordedAt)
        } ?? .empty
    }

    func journal(_ request: JournalRequest) -> JournalPage {
        var page = JournalPage(commits: Array(commits.filter { request.after < $0.cover.number }.prefix(request.limit)))
        guard !request.includesPayload else { return page }
        for commit in page.commits.indices {
            for entry in page.commits[commit].entries.indices { page.commits[commit].entries[entry].payload = nil }
        }
        return page
    }

    func page(_ request: RevisionRequest) -> RevisionPage {
        let found: [Revision]
        var order = request.order
        switch request.selection {
        case .newest(let filter):
            found = places.keys.compactMap { known($0, request).last }.filter { revision in
                guard let facts = revision.facts else { return false }
                let words = revision.payload?.words ?? SearchWords(of: [])
                return filter.accepts(revision.reference.kind, facts: facts, words: words)
            }
        case .record(let reference): found = Array(known(RecordKey(reference), request).suffix(1))
        case .history(let reference):
            found = known(RecordKey(reference), request)
            order = RevisionRequest.Order(.version)
        }
        var sorted = found.map { ($0, RevisionCursor(of: $0, in: order)) }
        if let after = request.after { sorted.removeAll { !order.isBefore(after, $0.1) } }
        sorted.sort { order.isBefore($0.1, $1.1) }
        let revisions = sorted.map { revision, _ in
            var revision = revision
            if !request.includesPayload { revision.payload = nil }
            return revision
        }
        return RevisionPage(oneMore: revisions, for: request)
    }

    /// The revisions of a record that were known.
    private func known(_ key: RecordKey, _ request: RevisionRequest) -> [Revision] {
        (places[key] ?? []).map { revision(at: $0) }.filter { $0.version <= request.asOf ?? $0.version }
    }

    private func revision(at place: Place) -> Revision {
        let commit = commits[place.commit]
        let entry = commit.entries[place.entry]
        return Revision(
            reference: entry.link.reference,
            version: commit.cover.number,
            recordedAt: commit.cover.recordedAt,
            schemaVersion: entry.link.schemaVersion,
            standing: entry.facts == nil ? .erased : entry.link.payload == nil ? .tombstone : .kept,
            payload: entry.payload?.content,
            facts: entry.facts?.facts
        )
    }

    mutating func write(_ request: CommitRequest) throws(StorageError) -> CommitReceipt {
        let key = request.idempotencyKey.map { Array($0.utf8) }
        if let key, let receipt = receipts[key] { return receipt }
        for write in request.writes {
            let record = RecordKey(write.reference)
            try write.check(against: places[record]?.last.map { commits[$0.commit].cover.number })
            for attachment in write.payload?.content.attachments ?? [] {
                let id = Array(attachment.id.rawValue.utf8)
                let size = pieces[id].map { Int64($0.joined().count) }
                try attachment.check(size: size, isFree: owners[id] ?? record == record, of: write.reference)
            }
        }
        let (receipt, time) = request.chained(after: head(at: nil))
        let writes = request.writes.sorted { RecordKey($0.reference) < RecordKey($1.reference) }
        for (index, write) in writes.enumerated() { put(write, Place(commit: commits.count, entry: index), receipt) }
        let cover = CommitChain.Cover(
            tenant: request.tenant,
            number: receipt.number,
            recordedAt: time,
            actor: request.actor,
            reason: request.reason,
            idempotencyKey: request.idempotencyKey
        )
        commits.append(JournalCommit(cover: cover, digest: receipt.digest, entries: writes.map(\.entry)))
        if let key { receipts[key] = receipt }
        return receipt
    }

    mutating func restore(_ commit: JournalCommit) throws(StorageError) {
        try commit.check(after: head(at: nil))
        for (index, entry) in commit.entries.enumerated() {
            let record = RecordKey(entry.link.reference)
            if let last = places[record]?.last {
                commits[last.commit].entries[last.entry].supersededBy = commit.cover.number
            }
            for attachment in entry.payload?.content.attachments ?? [] {
                owners[Array(attachment.id.rawValue.utf8)] = record
            }
            places[record, default: []].append(Place(commit: commits.count, entry: index))
        }
        commits.append(commit)
        if let key = commit.cover.idempotencyKey {
            receipts[Array(key.utf8)] = CommitReceipt(number: commit.cover.number, digest: commit.digest)
        }
    }

    private mutating func put(_ write: CommitRequest.Write, _ place: Place, _ receipt: CommitReceipt) {
        let record = RecordKey(write.reference)
        if let last = places[record]?.last { commits[last.commit].entries[last.entry].supersededBy = receipt.number }
        for attachment in write.payload?.content.attachments ?? [] {
            owners[Array(attachment.id.rawValue.utf8)] = record
        }
        if write.payload == nil {
            for place in places[record] ?? [] {
                for attachment in commits[place.commit].entries[place.entry].payload?.content.attachments ?? [] {
                    pieces[Array(attachment.id.rawValue.utf8)] = nil
                }
                commits[place.commit].entries[place.entry].payload = nil
                commits[place.commit].entries[place.entry].facts = nil
            }
        }
        places[record, default: []].append(place)
    }

    mutating func attach(_ piece: AttachmentPiece) throws(StorageError) {
        let id = Array(piece.id.rawValue.utf8)
        let known = pieces[id] ?? []
        if piece.index < known.count, known[piece.index] == piece.bytes { return }
        guard piece.index == known.count, owners[id] == nil else { throw StorageError(.conflict) }
        pieces[id, default: []].append(piece.bytes)
    }
}
