import QualityCore
import QualityStorage

extension StorageCheck {
    static let filters = [
        StorageCheck("filter-all-and-any-of-none", "All of no conditions is every record, any of none is no record.") {
            probe in
            try await probe.saveMixedDays()
            try await probe.equal(probe.found(.all([])).count, 18, "all of none")
            try await probe.equal(probe.found(.any([])).count, 0, "any of none")
            try await probe.equal(probe.found(.not(.any([]))).count, 18, "not any of none")
            try await probe.equal(probe.found(.any([.any([]), .statuses(["closed"])])).count, 5, "any with none in it")
        },
        StorageCheck("filter-by-empty-set-is-nothing", "A condition with an empty set holds for no record.") { probe in
            try await probe.saveMixedDays()
            for filter in [Filter.kinds([]), .units([]), .statuses([]), .codes(.category, [])] {
                try await probe.equal(probe.found(filter).count, 0, "found by an empty set")
                try await probe.equal(probe.found(.not(filter)).count, 18, "found by its negation")
            }
        },
        StorageCheck("filter-by-kind", "A filter by kinds finds the records of each of them.") { probe in
            for kind in ["a", "b", "c"] { try await probe.commit(.init(RecordReference("1", kind: kind))) }
            let kinds = Filter.kinds([RecordKind(rawValue: "c"), RecordKind(rawValue: "a"), RecordKind(rawValue: "x")])
            let found = try await probe.revisions(.newest(kinds)).map(\.reference.kind.rawValue)
            try probe.equal(found, ["a", "c"], "kinds")
        },
        StorageCheck("filter-by-unit", "A filter by units finds those units and none below or above them.") { probe in
            try await probe.save(["ks", "ks.north", "ks.north.1", "ks.northern"].map { ($0, RecordFacts(unit: $0)) })
            try await probe.equal(probe.found(.units(["ks.north"])), ["ks.north"], "one unit")
            try await probe.equal(probe.found(.units(["ks", "ks.north.1"])), ["ks", "ks.north.1"], "two units")
        },
        StorageCheck("filter-by-status", "A filter by statuses finds each of them, whole.") { probe in
            try await probe.save(["open", "opened", "closed"].map { ($0, RecordFacts(status: $0)) })
            try await probe.equal(probe.found(.statuses(["open"])), ["open"], "one status")
            try await probe.equal(probe.found(.statuses(["open", "closed"])), ["closed", "open"], "two statuses")
        },
        StorageCheck("filter-by-codes", "A filter by codes looks at each observation, along its dimension alone.") {
            probe in
            var facts = RecordFacts(codes: [.category: ["a"], .channel: ["z"]])
            facts.observations.append(.init(codes: [.category: ["b", "c"]]))
            try await probe.save([
                ("1", facts), ("2", RecordFacts(codes: [.channel: ["a"]])), ("3", RecordFacts(codes: [:])),
            ])
            for (codes, expected) in [(["a"], ["1"]), (["c"], ["1"]), (["x", "b"], ["1"]), (["z"], [])] {
                let filter = Filter.codes(.category, Set(codes.map { CategoryCode(rawValue: $0) }))
                try await probe.equal(probe.found(filter), expected, "found by code")
            }
            try await probe.equal(probe.found(.codes(.channel, ["a", "z"])), ["1", "2"], "found by another dimension")
            try await probe.equal(probe.found(.not(.codes(.category, ["a"]))), ["2", "3"], "found by the negation")
        },
        StorageCheck("filter-by-days-is-inclusive", "A range of days holds both its ends; an absent end is open.") {
            probe in
            let days = ["1900-01-01", "2026-01-01", "2026-01-02", "2026-01-03", "2199-12-31"]
            try await probe.save(days.map { ($0, RecordFacts(occurred: $0)) } + [("missing", RecordFacts())])
            func found(_ from: String?, _ through: String?) async throws -> [String] {
                let first = from.flatMap { CalendarDate($0) }
                return try await probe.found(
                    .days(.occurred, from: first, through: through.flatMap { CalendarDate($0) })
                )
            }
            try await probe.equal(found("2026-01-01", "2026-01-03"), Array(days[1...3]), "both ends")
            try await probe.equal(found("2026-01-02", "2026-01-02"), [days[2]], "one day")
            try await probe.equal(found("2026-01-03", "2026-01-01"), [], "ends turned round")
            try await probe.equal(found("2026-01-02", nil), Array(days[2...]), "open end")
            try await probe.equal(found(nil, "2026-01-01"), Array(days[...1]), "open beginning")
        },
        StorageCheck("missing-day-is-outside", "A missing day lies outside every range, the one open at both ends too.")
        {
            probe in
            try await probe.save([("missing", RecordFacts(reported: "2026-01-01"))])
            try await probe.save([("there", RecordFacts(occurred: "2026-01-01"))])
            let open = Filter.days(.occurred, from: nil, through: nil)
            try await probe.equal(probe.found(open), ["there"], "open at both ends")
            let until = Filter.days(.occurred, from: nil, through: CalendarDate("2199-12-31"))
            try await probe.equal(probe.found(until), ["there"], "open at the beginning")
        },
        StorageCheck("negation-takes-missing-days", "The negation of a condition on a day holds where it is missing.") {
            probe in
            try await probe.save([("missing", RecordFacts()), ("there", RecordFacts(occurred: "2026-01-01"))])
            let january = Filter.days(.occurred, from: CalendarDate("2026-01-01"), through: CalendarDate("2026-01-31"))
            let closed = Filter.statuses(["closed"])
            try await probe.equal(probe.found(.not(january)), ["missing"], "negation")
            try await probe.equal(probe.found(.not(.not(january))), ["there"], "double negation")
            try await probe.equal(probe.found(.not(.all([january]))), ["missing"], "negation of all")
            try await probe.equal(probe.found(.not(.any([january, closed]))), ["missing"], "negation of any")
            try await probe.equal(probe.found(.any([.not(january), january])), ["missing", "there"], "either")
        },
        StorageCheck("each-day-field-has-its-filter", "A filter on a day looks at that day and no other.") { probe in
            for (place, field) in DayField.allCases.enumerated() {
                var facts = RecordFacts()
                let day = CalendarDate("2026-06-06")
                switch field {
                case .occurred: facts.occurred = day
                case .discovered: facts.discovered = day
                case .reported: facts.reported = day
                case .due: facts.dueOn = day
                }
                try await probe.save([("\(place)", facts)])
            }
            for (place, field) in DayField.allCases.enumerated() {
                let filter = Filter.days(field, from: CalendarDate("2026-01-01"), through: nil)
                try await probe.equal(probe.found(filter), ["\(place)"], "found by a day")
            }
        },
        StorageCheck("filters-nest", "Conditions nest twenty levels deep, and deeper where a level decides nothing.") {
            probe in
            try await probe.saveMixedDays()
            var filter = Filter.all([.statuses(["open"]), .any([.units(["ks.1"]), .codes(.category, ["c0"])])])
            let expected = try await probe.found(filter)
            try probe.expect(!expected.isEmpty && expected.count < 18, "the filter is no test")
            for _ in 0..<20 { filter = .not(.all([.everything, .not(.any([.nothing, filter]))])) }
            try await probe.equal(probe.found(filter), expected, "found by nested conditions")
            filter = .all([.statuses(["open"]), .any([.units(["ks.1"]), .codes(.category, ["c0"])])])
            for _ in 0..<9 {
                filter = .any([.words(SearchWords(of: "nowhere")), .all([.not(.statuses(["x"])), filter])])
            }
            try await probe.equal(probe.found(filter), expected, "found by conditions of twenty levels")
        },
        StorageCheck("filters-take-many-values", "A filter of 2,000 values, more than some databases bind, is taken.") {
            probe in
            try await probe.save(["7", "1999", "2000"].map { ($0, RecordFacts(status: $0)) })
            let statuses = Filter.statuses(Set((0..<2_000).map { "\($0)" }))
            try await probe.equal(probe.found(statuses), ["1999", "7"], "found by many values")
        },
    ]
}
