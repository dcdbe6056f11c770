import QualityCore
import QualityStorage

extension StorageCheck {
    static let pages = [
        StorageCheck("cursor-is-exclusive", "A page after a revision begins with the next one.") { probe in
            try await probe.save(["a", "b", "c"].map { ($0, RecordFacts()) })
            let first = try await probe.page(.newest(.everything), limit: 1)
            try probe.equal(first.revisions.map(\.reference.id), ["a"], "first page")
            let second = try await probe.revisions(.newest(.everything), after: first.next, limit: 1)
            try probe.equal(second.map(\.reference.id), ["b"], "second page")
        },
        StorageCheck("page-holds-its-limit", "A page holds as many revisions as asked for, while there are so many.") {
            probe in
            try await probe.save(["a", "b", "c", "d"].map { ($0, RecordFacts()) })
            for limit in 1...6 {
                let count = try await probe.revisions(.newest(.everything), limit: limit).count
                try probe.equal(count, min(limit, 4), "revisions on a page of \(limit)")
            }
        },
        StorageCheck("last-page-says-so", "A page that comes to the end has no next one, even when it is full.") {
            probe in
            try await probe.equal(probe.page(.newest(.everything)).next, nil, "next page of an empty store")
            try await probe.save(["a", "b", "c", "d"].map { ($0, RecordFacts()) })
            for limit in [4, 5, 1_000] {
                try await probe.equal(
                    probe.page(.newest(.everything), limit: limit).next,
                    nil,
                    "next page after the last"
                )
            }
            for limit in 1...3 {
                let next = try await probe.page(.newest(.everything), limit: limit).next
                try probe.expect(next != nil, "a page before the end has no next one")
            }
        },
        StorageCheck("pages-join-to-the-whole", "In every order, pages of any size join to the answer in one.") {
            probe in
            try await probe.saveMixedDays()
            for key in RevisionRequest.Order.Key.some {
                for isDescending in [false, true] {
                    let order = RevisionRequest.Order(key, isDescending: isDescending)
                    let whole = try await probe.revisions(.newest(.everything), order: order).map(\.reference)
                    try probe.equal(whole.count, 18, "records")
                    for limit in [1, 4, 9] {
                        let pages = try await probe.pages(.newest(.everything), order, limit: limit)
                        try probe.equal(pages.map(\.reference), whole, "pages of \(limit)")
                    }
                }
            }
        },
        StorageCheck("pages-resume-anywhere", "A page can begin after any place, whether a record stands there or not.")
        {
            probe in
            try await probe.saveMixedDays()
            for key in RevisionRequest.Order.Key.some {
                for isDescending in [false, true] {
                    let order = RevisionRequest.Order(key, isDescending: isDescending)
                    let whole = try await probe.revisions(.newest(.everything), order: order)
                    var places = [whole[0], whole[7], whole[17]].map { RevisionCursor(of: $0, in: order) }
                    let days = [nil, CalendarDate(year: 2026, month: 1, day: 4)]
                    for (day, version) in zip(days, [0, 4] as [Int64]) {
                        let version = CommitNumber(rawValue: version)
                        places.append(.init(reference: RecordReference("15a"), version: version, day: day))
                    }
                    for place in places {
                        let expected = whole.filter { order.isBefore(place, RevisionCursor(of: $0, in: order)) }
                        let found = try await probe.revisions(.newest(.everything), order: order, after: place)
                        try probe.equal(found.map(\.reference), expected.map(\.reference), "page after a place")
                    }
                }
            }
        },
        StorageCheck("pages-are-stable-under-writes", "Pages as of a commit stay the same while others write.") {
            probe in
            try await probe.saveMixedDays()
            let asOf = try await probe.head().number
            let order = RevisionRequest.Order(.day(.occurred), isDescending: true)
            let expected = try await probe.revisions(.newest(.everything), order: order)
            var found: [Revision] = []
            var cursor: RevisionCursor?
            var number = 0
            repeat {
                let page = try await probe.page(.newest(.everything), order: order, after: cursor, asOf: asOf, limit: 4)
                found += page.revisions
                cursor = page.next
                number += 1
                let last = try await probe.newest("0").version
                try await probe.commit(
                    .init(RecordReference("0"), .version(last), facts: RecordFacts(occurred: "2026-01-02")),
                    .init(RecordReference("new \(number)"), facts: RecordFacts(occurred: "2026-01-03"))
                )
            } while cursor != nil && number < 20
            try probe.equal(found.map(\.reference), expected.map(\.reference), "records of stable pages")
            try probe.equal(found.map(\.version), expected.map(\.version), "versions of stable pages")
        },
        StorageCheck("largest-limit-is-taken", "The largest whole number is a limit like any other.") { probe in
            try await probe.save(["a", "b"].map { ($0, RecordFacts()) })
            try await probe.equal(probe.revisions(.newest(.everything), limit: .max).count, 2, "revisions")
            try await probe.equal(probe.journal(limit: .max).count, 2, "commits")
        },
    ]

    static let earlier = [
        StorageCheck("as-of-reads-what-was-known", "As of a commit, its own writes are seen and no later ones.") {
            probe in
            let reference = RecordReference("a")
            var version = try await probe.save([("a", RecordFacts(status: "1"))])
            for number in 2...4 {
                let facts = RecordFacts(status: "\(number)")
                version = try await probe.commit(
                    .init(reference, .version(version), facts: facts),
                    .init(RecordReference("\(number)"))
                ).number
            }
            for number in 1...4 {
                let asOf = CommitNumber(rawValue: Int64(number))
                try await probe.equal(probe.newest("a", asOf: asOf).facts?.status, "\(number)", "status as of a commit")
                try await probe.equal(probe.found(.everything, asOf: asOf).count, number, "records as of a commit")
                try await probe.equal(probe.found(.statuses(["\(number)"]), asOf: asOf), ["a"], "found as of a commit")
                let history = try await probe.revisions(.history(reference), asOf: asOf)
                try probe.equal(history.count, number, "history as of a commit")
            }
        },
        StorageCheck("as-of-zero-is-empty", "As of commit 0 nothing is known.") { probe in
            try await probe.save([("a", RecordFacts())])
            let reference = RecordReference("a")
            for selection in [RevisionRequest.Selection.newest(.everything), .record(reference), .history(reference)] {
                try await probe.equal(probe.revisions(selection, asOf: .zero).count, 0, "revisions as of 0")
            }
            try await probe.equal(probe.counts(by: [], asOf: .zero), [:], "counts as of 0")
        },
        StorageCheck("as-of-later-is-now", "As of a commit that is not made yet, what is known now is read.") { probe in
            try await probe.save(["a", "b"].map { ($0, RecordFacts()) })
            for number in [3, 1_000_000, Int64.max] {
                let asOf = CommitNumber(rawValue: number)
                try await probe.equal(probe.found(.everything, asOf: asOf), ["a", "b"], "records")
                try await probe.equal(probe.counts(by: [], asOf: asOf), [[]: 2], "counts")
            }
        },
        StorageCheck("head-at-an-instant", "The head at an instant is the newest commit at it or before.") { probe in
            try await probe.equal(probe.head(at: 0), .empty, "head of an empty journal")
            var receipts: [CommitReceipt] = []
            for (id, time) in [("a", 10), ("b", 20), ("c", 20), ("d", 40)] as [(String, Int64)] {
                receipts.append(try await probe.commit(.init(RecordReference(id)), at: time))
            }
            try await probe.equal(probe.head(at: 9), .empty, "head before the first commit")
            for (time, number) in [(10, 1), (19, 1), (20, 3), (39, 3), (40, 4), (.max, 4)] as [(Int64, Int)] {
                let head = try await probe.head(at: time)
                try probe.equal(Int(head.number.rawValue), number, "number of the head at an instant")
                try probe.equal(head.digest, receipts[number - 1].digest, "digest of the head at an instant")
            }
        },
        StorageCheck("head-of-nothing-is-empty", "The head of a tenant without commits is number 0 and zeros.") {
            probe in
            try await probe.equal(probe.head(), .empty, "head")
        },
    ]
}
