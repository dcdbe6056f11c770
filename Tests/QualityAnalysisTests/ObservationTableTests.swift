import QualityAnalysis
import QualityCore
import Testing
import QualitySamples

@Suite("Tables of observations and their periods")
struct ObservationTableTests {
    static let dimensions: [CodeDimension] = [.category, .viewpointKind]

    func expect(_ table: ObservationTable, describes naive: NaiveCount, seed: UInt64) {
        #expect(table.countedDay == naive.countedDay)
        #expect(table.count == naive.facts.reduce(0) { $0 + $1.observations.count }, "seed \(seed)")
        #expect(table.recordCount == naive.facts.count, "seed \(seed)")
        #expect(table.undatedRecordCount == naive.facts.count { naive.day($0) == nil }, "seed \(seed)")
        #expect(table.period?.first == naive.days.min(), "seed \(seed)")
        #expect(table.period?.last == naive.days.max(), "seed \(seed)")
    }

    @Test("A table tells how many records, observations and undated records it has", arguments: RandomFacts.seeds)
    func numbers(seed: UInt64) throws {
        print("Tables, seed \(seed)")
        for countedDay in ObservationTable.CountedDay.allCases {
            for count in [0, 1, 2, 40] {
                let facts = RandomFacts.records(count: count, seed: seed)
                let table = try ObservationTable(facts, countedBy: countedDay, dimensions: Self.dimensions)
                expect(table, describes: NaiveCount(facts: facts, countedDay: countedDay), seed: seed)
            }
        }
    }

    @Test("A table limited to a period is the table of the records of that period", arguments: RandomFacts.seeds)
    func limited(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed &+ 1_000)
        for countedDay in ObservationTable.CountedDay.allCases {
            let facts = RandomFacts.records(count: 50, seed: seed)
            let table = try ObservationTable(facts, countedBy: countedDay, dimensions: Self.dimensions)
            let naive = NaiveCount(facts: facts, countedDay: countedDay)
            for _ in 0..<5 {
                let days = [RandomFacts.day(&random), RandomFacts.day(&random)].compactMap(\.self).sorted()
                let period = try #require(CalendarPeriod(first: days[0], last: days[1]))
                let part = table.limited(to: period)
                let naivePart = naive.limited(to: period)
                expect(part, describes: naivePart, seed: seed)
                for axis in NaiveAxis.all {
                    for counted in CrossTable.Counted.allCases {
                        let cross = part.count(counted, by: axis.axis, and: .years)
                        #expect(cross.cells == naivePart.cells(counted, axis, .years), "seed \(seed)")
                    }
                }
                // A narrower period within a wider one is the narrower one.
                let whole = try #require(CalendarPeriod(first: .earliest, last: .latest))
                expect(table.limited(to: whole).limited(to: period), describes: naivePart, seed: seed)
            }
        }
    }

    @Test("Parts that share no day make up the dated whole", arguments: RandomFacts.seeds)
    func partition(seed: UInt64) throws {
        let facts = RandomFacts.records(count: 70, seed: seed)
        let table = try ObservationTable(facts, countedBy: .occurred, dimensions: Self.dimensions)
        let parts = try (2019...2022).map { table.limited(to: try #require(CalendarPeriod(year: $0))) }
        #expect(parts.reduce(0) { $0 + $1.recordCount } + table.undatedRecordCount == table.recordCount)
        for (year, part) in zip(2019...2022, parts) {
            #expect(part.count == table.count(.observations, by: .years)[.year(year)] ?? 0)
            #expect(part.undatedRecordCount == 0)
        }
    }

    @Test("A period without observations has no days, no records and no counts")
    func nothing() throws {
        let facts = RandomFacts.records(count: 20, seed: 1)
        let table = try ObservationTable(facts, countedBy: .occurred, dimensions: Self.dimensions)
        let part = table.limited(to: try #require(CalendarPeriod(year: 1999)))
        #expect(part.count == 0 && part.recordCount == 0 && part.period == nil)
        for axis in NaiveAxis.all { #expect(part.count(.records, by: axis.axis).isEmpty) }
    }

    @Test("The first and the last day that a calendar has are counted as other days are")
    func extremes() throws {
        let facts = [CalendarDate.earliest, .latest].map { day in
            RecordFacts(
                unit: OrganisationUnitID(rawValue: "A"),
                occurred: day,
                status: "reported",
                observations: [RecordFacts.Observation(codes: [:])]
            )
        }
        let table = try ObservationTable(facts, countedBy: .occurred, dimensions: [])
        #expect(table.count(.records, by: .years) == [.year(1): 1, .year(9999): 1])
        #expect(table.count(.records, by: .months(of: 9999)) == [.month(12): 1])
    }
}
