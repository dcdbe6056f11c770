import QualityCore
import QualityStorage

extension StorageCheck {
    static let counts = [
        StorageCheck("count-without-keys-is-a-total", "Without keys there is one row; without records there is none.") {
            probe in
            try await probe.equal(probe.counts(by: []), [:], "count of nothing")
            try await probe.save(["a", "b", "c"].map { ($0, RecordFacts()) })
            try await probe.equal(probe.counts(by: []), [[]: 3], "count of three")
            try await probe.equal(probe.counts(by: [], of: .nothing), [:], "count of no record")
        },
        StorageCheck("count-by-kind-unit-and-status", "Counts by kind, unit and status are kept apart by each.") {
            probe in
            for (number, kind) in ["a", "b", "a"].enumerated() {
                let facts = RecordFacts(unit: "u\(number % 2)", status: "s\(number)")
                try await probe.commit(.init(RecordReference("\(number)", kind: kind), facts: facts))
            }
            try await probe.equal(probe.counts(by: [.kind]), [["a"]: 2, ["b"]: 1], "by kind")
            try await probe.equal(probe.counts(by: [.unit]), [["u0"]: 2, ["u1"]: 1], "by unit")
            try await probe.equal(
                probe.counts(by: [.status, .kind]),
                [["s0", "a"]: 1, ["s1", "b"]: 1, ["s2", "a"]: 1],
                "by status and kind"
            )
        },
        StorageCheck("count-by-day-month-and-year", "Counts by time are by the day asked for, written as in ISO 8601.")
        {
            probe in
            let days = ["1900-12-31", "2026-01-31", "2026-01-31", "2026-02-01", "2199-12-31"]
            for (number, day) in days.enumerated() {
                var facts = RecordFacts(occurred: day, reported: "2001-01-01")
                facts.dueOn = CalendarDate(day)
                try await probe.save([("\(number)", facts)])
            }
            for field in [DayField.occurred, .due] {
                try await probe.equal(
                    probe.counts(by: [.day(field)]),
                    [["1900-12-31"]: 1, ["2026-01-31"]: 2, ["2026-02-01"]: 1, ["2199-12-31"]: 1],
                    "by day"
                )
                try await probe.equal(
                    probe.counts(by: [.month(field)]),
                    [["1900-12"]: 1, ["2026-01"]: 2, ["2026-02"]: 1, ["2199-12"]: 1],
                    "by month"
                )
                try await probe.equal(
                    probe.counts(by: [.year(field)]),
                    [["1900"]: 1, ["2026"]: 3, ["2199"]: 1],
                    "by year"
                )
            }
            try await probe.equal(probe.counts(by: [.month(.reported)]), [["2001-01"]: 5], "by another month")
        },
        StorageCheck("count-keeps-missing-days", "Records without a day are counted under a missing key.") { probe in
            try await probe.save([
                ("a", RecordFacts()), ("b", RecordFacts(occurred: "2026-01-01")), ("c", RecordFacts()),
            ])
            for (key, text) in [
                (CountRequest.Key.day(.occurred), "2026-01-01"), (.month(.occurred), "2026-01"),
                (.year(.occurred), "2026"),
            ] {
                try await probe.equal(probe.counts(by: [key]), [[nil]: 2, [text]: 1], "with missing days")
            }
        },
        StorageCheck(
            "count-of-records-takes-codes-once",
            "A record counts once under each of its codes, however often."
        ) {
            probe in
            var facts = RecordFacts(codes: [.category: ["a", "b", "a"]])
            facts.observations.append(.init(codes: [.category: ["a", "c"]]))
            try await probe.save([("1", facts)])
            try await probe.save([("2", RecordFacts(codes: [.category: ["a"]]))])
            try await probe.equal(
                probe.counts(by: [.code(.category)]),
                [["a"]: 2, ["b"]: 1, ["c"]: 1],
                "by code"
            )
            try await probe.equal(probe.counts(by: []), [[]: 2], "records")
        },
        StorageCheck("count-of-observations-takes-each", "Observations count one by one, by the codes each carries.") {
            probe in
            var facts = RecordFacts(codes: [.category: ["a", "b"]])
            facts.observations.append(.init(codes: [.category: ["a"]]))
            facts.observations.append(.init(codes: [:]))
            try await probe.save([("1", facts)])
            try await probe.equal(
                probe.counts(by: [.code(.category)], .observations),
                [["a"]: 2, ["b"]: 1, [nil]: 1],
                "by code"
            )
            try await probe.equal(probe.counts(by: [], .observations), [[]: 3], "observations")
            try await probe.equal(probe.counts(by: [.status], .observations), [["open"]: 3], "by status")
        },
        StorageCheck("count-without-observations", "A record without observations counts as a record, not otherwise.") {
            probe in
            var facts = RecordFacts()
            facts.observations = []
            try await probe.save([("1", facts)])
            try await probe.equal(probe.counts(by: []), [[]: 1], "records")
            try await probe.equal(probe.counts(by: [.code(.category)]), [[nil]: 1], "records by code")
            try await probe.equal(probe.counts(by: [.status], .observations), [:], "observations")
        },
        StorageCheck("count-of-empty-codes-is-missing", "An absent dimension and an empty list are a missing key.") {
            probe in
            try await probe.save([
                ("1", RecordFacts(codes: [:])), ("2", RecordFacts(codes: [.category: []])),
                ("3", RecordFacts(codes: [.category: ["a"], .channel: []])),
            ])
            for measure in CountRequest.Measure.allCases {
                try await probe.equal(
                    probe.counts(by: [.code(.category)], measure),
                    [[nil]: 2, ["a"]: 1],
                    "by category"
                )
                try await probe.equal(probe.counts(by: [.code(.channel)], measure), [[nil]: 3], "by channel")
            }
        },
        StorageCheck(
            "count-pairs-codes-of-two-dimensions",
            "Records count under every pair of codes, observations own."
        ) {
            probe in
            var facts = RecordFacts(codes: [.category: ["a"], .channel: ["x"]])
            facts.observations.append(.init(codes: [.category: ["b"], .channel: ["y"]]))
            try await probe.save([("1", facts)])
            let keys = [CountRequest.Key.code(.category), .code(.channel)]
            try await probe.equal(
                probe.counts(by: keys),
                [["a", "x"]: 1, ["a", "y"]: 1, ["b", "x"]: 1, ["b", "y"]: 1],
                "records"
            )
            try await probe.equal(
                probe.counts(by: keys, .observations),
                [["a", "x"]: 1, ["b", "y"]: 1],
                "observations"
            )
        },
        StorageCheck("count-by-eight-keys", "Counts are kept apart by eight keys, the same one twice included.") {
            probe in
            let facts = RecordFacts(occurred: "2026-01-02", codes: [.category: ["a"]])
            try await probe.save([("1", facts), ("2", facts)])
            let keys: [CountRequest.Key] = [
                .kind, .unit, .status, .day(.occurred), .month(.occurred), .year(.reported), .code(.category), .status,
            ]
            let expected: [String?] = ["deviation", "ks.north", "open", "2026-01-02", "2026-01", nil, "a", "open"]
            try await probe.equal(probe.counts(by: keys), [expected: 2], "by eight keys")
        },
        StorageCheck("count-heeds-its-filter", "Counts are of the records that the filter accepts.") { probe in
            try await probe.saveMixedDays()
            try await probe.equal(probe.counts(by: [.status], of: .statuses(["closed"])), [["closed"]: 5], "by status")
            let filter = Filter.not(.days(.due, from: CalendarDate("2026-01-03"), through: nil))
            let found = try await probe.found(filter).count
            try probe.expect(found > 0 && found < 18, "the filter is no test")
            try await probe.equal(probe.counts(by: [], of: filter), [[]: found], "by a negation")
        },
        StorageCheck("count-heeds-as-of", "Counts as of a commit are of what was known then.") { probe in
            let first = try await probe.save([("a", RecordFacts(status: "1"))])
            try await probe.commit(.init(RecordReference("a"), .version(first), facts: RecordFacts(status: "2")))
            try await probe.save([("b", RecordFacts(status: "1"))])
            let expected: [[[String?]: Int]] = [[["1"]: 1], [["2"]: 1], [["1"]: 1, ["2"]: 1]]
            for (number, counts) in expected.enumerated() {
                let asOf = CommitNumber(rawValue: Int64(number + 1))
                try await probe.equal(probe.counts(by: [.status], asOf: asOf), counts, "as of \(number + 1)")
            }
        },
    ]
}
