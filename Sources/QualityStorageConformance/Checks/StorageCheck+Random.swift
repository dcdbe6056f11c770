import QualityCore
import QualityStorage

extension StorageCheck {
    static let random = [
        StorageCheck("random-queries-agree", "Random queries find what filter and order say.", within: .seconds(600)) {
            probe in
            var dice = probe.dice
            let known = try await probe.saveRandom(&dice)
            for _ in 0..<120 { try await probe.compareQuery(with: known, &dice) }
        },
        StorageCheck(
            "random-counts-agree",
            "Random counts are what the rows of each record say.",
            within: .seconds(600)
        ) {
            probe in
            var dice = probe.dice
            let known = try await probe.saveRandom(&dice)
            for _ in 0..<120 { try await probe.compareCount(with: known, &dice) }
        },
        StorageCheck(
            "random-commands-agree",
            "A random sequence of commands has the outcome it has in memory.",
            within: .seconds(600)
        ) { probe in
            var dice = probe.dice
            let model = Probe(store: InMemoryStorage(), subject: probe.subject, name: probe.name)
            for _ in 0..<250 {
                let command = dice.command(probe, newest: try await model.head().number)
                let expected = await model.outcome(of: command)
                let found = await probe.outcome(of: command)
                try probe.equal(found, expected, "outcome of a random command")
            }
            try await probe.equal(probe.journal(), model.journal(), "journal after random commands")
            try await probe.equal(
                probe.revisions(.newest(.everything)),
                model.revisions(.newest(.everything)),
                "records at the end"
            )
            try await probe.expectSound()
        },
    ]
}

/// What a random register holds, by commit.
private struct Known {
    var revisions: [Revision] = []

    func records(asOf: CommitNumber?) -> [Revision] {
        var newest: [RecordReference: Revision] = [:]
        for revision in revisions where revision.version <= asOf ?? revision.version {
            newest[revision.reference] = revision
        }
        return Array(newest.values)
    }

    func records(_ filter: Filter, _ order: RevisionRequest.Order, asOf: CommitNumber?) -> [Revision] {
        records(asOf: asOf).filter { $0.accepted(by: filter) }.sorted {
            order.isBefore(RevisionCursor(of: $0, in: order), RevisionCursor(of: $1, in: order))
        }
    }

    func counts(_ request: CountRequest) -> CountTable {
        let accepted = records(asOf: request.asOf).filter { $0.accepted(by: request.filter) }
        return CountTable(
            accepted.flatMap { revision in
                revision.facts.map { request.rows(of: revision.reference.kind, facts: $0) } ?? []
            }
        )
    }
}

extension Revision {
    fileprivate func accepted(by filter: Filter) -> Bool {
        facts.map { filter.accepts(reference.kind, facts: $0, words: payload?.words ?? SearchWords(of: [])) } ?? false
    }
}

extension Probe {
    /// Fourteen commits of up to nine random writes.
    fileprivate func saveRandom(_ dice: inout Dice) async throws -> Known {
        var known = Known()
        for commit in 1...14 {
            let current = known.records(asOf: nil)
            var writes: [CommitRequest.Write] = []
            for id in Array(0..<40).shuffled(using: &dice).prefix(3 + dice.roll(7)) {
                let reference = RecordReference("\(id)", kind: ["complaint", "deviation", "lexSarah"][id % 3])
                let version = current.first { $0.reference == reference }?.version
                writes.append(dice.write(reference, version.map { .version($0) } ?? .absent))
            }
            let number = try await store.commit(request(writes, at: Int64(commit))).number
            known.revisions += writes.map {
                Revision(
                    reference: $0.reference,
                    version: number,
                    recordedAt: Timestamp(microsecondsSince1970: Int64(commit)),
                    schemaVersion: 1,
                    standing: .kept,
                    payload: $0.payload?.content,
                    facts: $0.facts.facts
                )
            }
        }
        return known
    }

    fileprivate func compareQuery(with known: Known, _ dice: inout Dice) async throws {
        let filter = dice.filter(depth: 3)
        let order = RevisionRequest.Order(
            dice.pick(RevisionRequest.Order.Key.some),
            isDescending: dice.roll(2) == 0
        )
        let asOf = dice.roll(2) == 0 ? nil : CommitNumber(rawValue: Int64(dice.roll(15)))
        let expected = known.records(filter, order, asOf: asOf)
        let limit = dice.roll(2) == 0 ? 1_000 : 1 + dice.roll(9)
        let found = try await pages(.newest(filter), order, limit: limit, asOf: asOf)
        try equal(found.map(\.reference), expected.map(\.reference), "records of a random query")
        try equal(found.map(\.version), expected.map(\.version), "versions of a random query")
    }

    fileprivate func compareCount(with known: Known, _ dice: inout Dice) async throws {
        let asOf = dice.roll(2) == 0 ? nil : CommitNumber(rawValue: Int64(dice.roll(15)))
        let request = CountRequest(
            tenant: tenant,
            filter: dice.roll(2) == 0 ? .everything : dice.filter(depth: 2),
            measure: dice.pick(CountRequest.Measure.allCases),
            by: (0..<dice.roll(4)).map { _ in dice.key() },
            asOf: asOf
        )
        try await equal(store.counts(request).rows, known.counts(request).rows, "rows of a random count")
    }

    fileprivate func outcome(of command: Dice.Command) async -> Dice.Outcome {
        do {
            switch command {
            case .commit(let request): return .receipt(try await store.commit(request))
            case .redact(let request): return .receipt(try await store.redact(RedactionRequest(request)))
            case .attach(let piece):
                try await store.attach(piece)
                return .done
            case .read(let request): return .page(try await store.revisions(request))
            case .count(let request): return .counts(try await store.counts(request))
            case .head(let instant): return .head(try await store.head(of: tenant, at: instant))
            }
        } catch {
            return .refused(error.code, error.currentVersion)
        }
    }
}
