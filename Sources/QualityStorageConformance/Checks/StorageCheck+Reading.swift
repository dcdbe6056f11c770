import QualityCore
import QualityStorage

extension StorageCheck {
    static let reading = [
        StorageCheck("unknown-record-is-an-empty-page", "A record that is not there gives an empty page, no error.") {
            probe in
            try await probe.equal(probe.revisions(.record(RecordReference("a"))).count, 0, "in an unknown tenant")
            try await probe.save([("a", RecordFacts())])
            try await probe.equal(probe.revisions(.record(RecordReference("b"))).count, 0, "newest")
            try await probe.equal(probe.revisions(.history(RecordReference("b"))).count, 0, "history")
        },
        StorageCheck("newest-gives-one-revision-a-record", "A query meets the newest revision of each record alone.") {
            probe in
            let first = try await probe.save([("a", RecordFacts(status: "1"))])
            try await probe.save([("b", RecordFacts(status: "1"))])
            try await probe.commit(.init(RecordReference("a"), .version(first), facts: RecordFacts(status: "2")))
            try await probe.equal(probe.found(.everything), ["a", "b"], "records")
            try await probe.equal(probe.found(.statuses(["1"])), ["b"], "records by an older status")
            try await probe.equal(probe.counts(by: [.status]), [["1"]: 1, ["2"]: 1], "counts")
        },
        StorageCheck("history-is-oldest-first", "A history is oldest first, whatever the order asked for.") { probe in
            var version = try await probe.save([("a", RecordFacts(occurred: "2026-01-09"))])
            var versions = [version]
            for day in ["2026-01-03", "2026-01-05"] {
                let write = CommitRequest.Write(
                    RecordReference("a"),
                    .version(version),
                    facts: RecordFacts(occurred: day)
                )
                version = try await probe.commit(write).number
                versions.append(version)
            }
            for key in RevisionRequest.Order.Key.some {
                for isDescending in [false, true] {
                    let history = try await probe.revisions(
                        .history(RecordReference("a")),
                        order: .init(key, isDescending: isDescending)
                    )
                    try probe.equal(history.map(\.version), versions, "versions of a history")
                }
            }
        },
        StorageCheck("history-comes-in-pages", "A history is read in pages like any other answer.") { probe in
            var version = try await probe.save([("a", RecordFacts())])
            for _ in 0..<6 { version = try await probe.commit(.init(RecordReference("a"), .version(version))).number }
            for limit in [1, 2, 3, 7] {
                let pages = try await probe.pages(.history(RecordReference("a")), .identity, limit: limit)
                try probe.equal(pages.map(\.version.rawValue), Array(1...7), "versions in pages of \(limit)")
            }
        },
        StorageCheck("payload-comes-when-asked-for", "A payload is read when asked for and otherwise left out.") {
            probe in
            try await probe.save([("a", RecordFacts())])
            let reference = RecordReference("a")
            for selection in [RevisionRequest.Selection.newest(.everything), .record(reference), .history(reference)] {
                let with = try await probe.revisions(selection)
                try probe.expect(with.first?.payload != nil, "a payload asked for is missing")
                let without = try await probe.revisions(selection, includesPayload: false)
                try probe.equal(without.count, 1, "revisions without payload")
                try probe.expect(without.first?.payload == nil, "a payload that nobody asked for")
                try probe.expect(without.first?.facts != nil, "facts are missing without payload")
                try probe.equal(without.first?.standing, .kept, "standing without payload")
            }
        },
    ]

    static let orders = [
        StorageCheck("identity-order-is-bytewise", "Records stand in byte order of kind, then of identity.") { probe in
            let ids = [
                "", " ", "-1", "10", "9", "A", "B", "a", "aa", "b", "\u{61}\u{30a}", "\u{e5}", "\u{e9}", "\u{1f600}",
            ]
            let records = ["Z", "a", "b"].flatMap { kind in ids.map { RecordReference($0, kind: kind) } }
            let expected = records.map { RecordKey($0) }.sorted()
            var dice = probe.dice
            try await probe.send(
                probe.request(records.shuffled(using: &dice).map { .init($0) })
            )
            try await probe.equal(
                probe.revisions(.newest(.everything)).map { RecordKey($0.reference) },
                expected,
                "order of identity"
            )
        },
        StorageCheck("missing-days-come-first", "Records without the day of the order come before all others.") {
            probe in
            try await probe.saveMixedDays()
            for field in DayField.allCases {
                let days = try await probe.revisions(.newest(.everything), order: .init(.day(field))).map {
                    $0.facts?[day: field]
                }
                let missing = days.prefix { $0 == nil }.count
                try probe.expect(missing > 0 && missing < days.count, "days are not mixed")
                try probe.expect(days.dropFirst(missing).allSatisfy { $0 != nil }, "a missing day after a day")
                let known = days.compactMap(\.self)
                try probe.equal(known, known.sorted(), "order of days")
            }
        },
        StorageCheck("descending-is-exact-reverse", "A descending order is the ascending one turned round, ties too.") {
            probe in
            try await probe.saveMixedDays()
            for key in RevisionRequest.Order.Key.some {
                let up = try await probe.revisions(.newest(.everything), order: .init(key)).map(\.reference)
                let down = try await probe.revisions(.newest(.everything), order: .init(key, isDescending: true))
                try probe.equal(down.map(\.reference), up.reversed(), "descending order")
            }
        },
        StorageCheck("equal-days-stand-by-identity", "Records with equal days stand in order of identity.") { probe in
            for id in ["c", "B", "a", "10", "9", "b"] {
                try await probe.save([(id, RecordFacts(occurred: "2026-05-05"))])
            }
            for field in [DayField.occurred, .due] {
                let found = try await probe.revisions(.newest(.everything), order: .init(.day(field)))
                try probe.equal(found.map(\.reference.id), ["10", "9", "B", "a", "b", "c"], "order of ties")
            }
        },
        StorageCheck("version-order-is-by-number", "The order by version counts, and goes by identity in a commit.") {
            probe in
            for number in 1...11 {
                try await probe.commit(
                    .init(RecordReference("b\(100 - number)")),
                    .init(RecordReference("a\(100 - number)"))
                )
            }
            let found = try await probe.revisions(.newest(.everything), order: .init(.version))
            let expected = (1...11).flatMap { ["a\(100 - $0)", "b\(100 - $0)"] }
            try probe.equal(found.map(\.reference.id), expected, "order by version")
        },
    ]
}

extension RevisionRequest.Order.Key {
    /// Every key of an order.
    static let some: [Self] = [.identity, .version] + DayField.allCases.map { .day($0) }
}

extension Probe {
    /// Eighteen records in six commits, some without days, some with equal ones.
    func saveMixedDays() async throws {
        for commit in 0..<6 {
            let writes = (0..<3).map { place in
                let number = commit * 3 + place
                func day(_ step: Int) -> CalendarDate? {
                    number % step == 1 ? nil : CalendarDate(year: 2026, month: 1, day: 1 + number * step % 7)
                }
                let facts = RecordFacts(
                    unit: number % 2 == 0 ? "ks.0" : "ks.1",
                    occurred: day(3),
                    discovered: day(4),
                    reported: day(5),
                    dueOn: day(2),
                    status: number % 4 == 0 ? "closed" : "open",
                    observations: [.init(codes: [.category: [CategoryCode(rawValue: "c\(number % 3)")]])]
                )
                return CommitRequest.Write(RecordReference("\((number * 7) % 18)"), facts: facts)
            }
            try await send(request(writes))
        }
    }

    /// All revisions of a selection read page by page; fails when pages do not end.
    func pages(
        _ selection: RevisionRequest.Selection,
        _ order: RevisionRequest.Order,
        limit: Int,
        asOf: CommitNumber? = nil
    ) async throws -> [Revision] {
        var found: [Revision] = []
        var cursor: RevisionCursor?
        for _ in 0..<200 {
            let page = try await page(selection, order: order, after: cursor, asOf: asOf, limit: limit)
            try expect(page.revisions.count <= limit, "a page holds \(page.revisions.count) revisions, not \(limit)")
            found += page.revisions
            guard let next = page.next else { return found }
            try equal(page.revisions.count, limit, "revisions on a page that is not the last")
            cursor = next
        }
        throw StorageCheckFailure(.requirement, "the pages do not end")
    }
}
