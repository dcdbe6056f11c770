import QualityAnalysis
import QualityCore
import TestSupport
import Testing

@Suite("Counting along axes")
struct CountTests {
    static let dimensions: [CodeDimension] = [.category, .viewpointKind, .channel]

    @Test("Every count is what counting by hand gives", arguments: RandomFacts.seeds)
    func againstOracle(seed: UInt64) throws {
        print("Counting, seed \(seed)")
        for countedDay in ObservationTable.CountedDay.allCases {
            let facts = RandomFacts.records(count: Int(seed) * 3, seed: seed)
            let table = try ObservationTable(facts, countedBy: countedDay, dimensions: Self.dimensions)
            let naive = NaiveCount(facts: facts, countedDay: countedDay)
            for counted in CrossTable.Counted.allCases {
                for first in NaiveAxis.all {
                    for second in NaiveAxis.all {
                        let cross = table.count(counted, by: first.axis, and: second.axis)
                        let expected = naive.cells(counted, first, second)
                        let place = Comment("\(counted) by \(first.name) and \(second.name)")
                        #expect(cross.cells == expected, place)
                        #expect(cross.counted == counted)
                        #expect(Set(cross.rows) == Set(expected.keys.map { $0[0] }), place)
                        #expect(Set(cross.columns) == Set(expected.keys.map { $0[1] }), place)
                        #expect(Set(cross.rows).count == cross.rows.count, place)
                        #expect(Set(cross.columns).count == cross.columns.count, place)
                    }
                }
            }
        }
    }

    @Test("A count along one axis is the count beside an axis of one position", arguments: RandomFacts.seeds)
    func oneAxis(seed: UInt64) throws {
        let facts = RandomFacts.records(count: 60, seed: seed)
        let table = try ObservationTable(facts, countedBy: .occurred, dimensions: Self.dimensions)
        let naive = NaiveCount(facts: facts, countedDay: .occurred)
        let whole = NaiveAxis("whole", .years) { _, _, _ in [.unstated] }
        for axis in NaiveAxis.all {
            for counted in CrossTable.Counted.allCases {
                let expected = naive.cells(counted, axis, whole)
                let counts = table.count(counted, by: axis.axis)
                #expect(
                    counts == Dictionary(uniqueKeysWithValues: expected.map { ($0[0], $1) }),
                    "seed \(seed), \(axis.name)"
                )
            }
        }
    }

    @Test("A cell never holds more records than observations, nor more records than there are")
    func recordsAtMostOnce() throws {
        for seed in RandomFacts.seeds {
            let facts = RandomFacts.records(count: 80, seed: seed)
            let table = try ObservationTable(facts, countedBy: .occurred, dimensions: Self.dimensions)
            for axis in NaiveAxis.all {
                let records = table.count(.records, by: axis.axis, and: .years)
                let observations = table.count(.observations, by: axis.axis, and: .years)
                #expect(records.rows == observations.rows, "seed \(seed)")
                for row in records.rows {
                    for column in records.columns {
                        #expect(records[row, column] <= observations[row, column], "seed \(seed)")
                        #expect(records[row, column] <= table.recordCount, "seed \(seed)")
                    }
                }
            }
        }
    }

    @Test("Along axes with one position an observation, totals are the sums of their parts")
    func totals() throws {
        for seed in RandomFacts.seeds {
            let facts = RandomFacts.records(count: 80, seed: seed)
            let table = try ObservationTable(facts, countedBy: .occurred, dimensions: Self.dimensions)
            let cross = table.count(.observations, by: .codes(.viewpointKind), and: .years)
            let years = table.count(.observations, by: .years)
            for year in cross.columns {
                #expect(cross.rows.reduce(0) { $0 + cross[$1, year] } == years[year], "seed \(seed)")
            }
            #expect(table.count(.observations, by: .units { [$0] }).values.reduce(0, +) == table.count, "seed \(seed)")
            for year in 2019...2022 {
                let months = table.count(.observations, by: .months(of: year)).values.reduce(0, +)
                #expect(months == years[.year(year)] ?? 0, "seed \(seed)")
            }
        }
    }

    static func record(_ codes: [[String]], unit: String = "A", day: CalendarDate? = .earliest) -> RecordFacts {
        RecordFacts(
            unit: OrganisationUnitID(rawValue: unit),
            occurred: day,
            status: "reported",
            observations: codes.map { names in
                RecordFacts.Observation(codes: [.category: names.map(CategoryCode.init(rawValue:))])
            }
        )
    }

    @Test("A submission with three viewpoints of one category is one record and three observations")
    func severalObservations() throws {
        let facts = [Self.record([["K1"], ["K1", "K2"], ["K1"]]), Self.record([["K1"]]), Self.record([[]])]
        let table = try ObservationTable(facts, countedBy: .occurred, dimensions: [.category])
        let axis = CountAxis.codes(.category)
        let code = { CountAxis.Key.code(CategoryCode(rawValue: $0)) }
        #expect(table.count(.records, by: axis) == [code("K1"): 2, code("K2"): 1, .unstated: 1])
        #expect(table.count(.observations, by: axis) == [code("K1"): 4, code("K2"): 1, .unstated: 1])
    }

    @Test("A key that nothing falls on counts 0 and is not among the rows and columns")
    func absentKeys() throws {
        let facts = [Self.record([["K1"]]), Self.record([["K2"]], day: nil)]
        let table = try ObservationTable(facts, countedBy: .occurred, dimensions: [.category])
        let cross = table.count(.records, by: .codes(.category), and: .years)
        let (known, undated) = (CategoryCode(rawValue: "K1"), CategoryCode(rawValue: "K2"))
        #expect(cross.rows == [.code(known)])
        #expect(cross.columns == [.year(1)])
        #expect(cross[.code(known), .year(1)] == 1)
        #expect(cross[.code(undated), .year(1)] == 0)
        #expect(cross[.code(known), .year(2020)] == 0)
        #expect(cross[.unstated, .month(13)] == 0)
    }

    @Test("A dimension may have any name, also an empty one")
    func anyName() throws {
        let dimension = CodeDimension(rawValue: "")
        let facts = [
            RecordFacts(
                unit: OrganisationUnitID(rawValue: "A"),
                status: "reported",
                observations: [RecordFacts.Observation(codes: [dimension: [CategoryCode(rawValue: "K1")]])]
            )
        ]
        let table = try ObservationTable(facts, countedBy: .occurred, dimensions: [dimension])
        #expect(table.count(.records, by: .units { [$0] }) == [.unit(OrganisationUnitID(rawValue: "A")): 1])
        #expect(table.count(.records, by: .codes(dimension)) == [.code(CategoryCode(rawValue: "K1")): 1])
    }

    @Test("A column holds 65,536 codes and refuses one more")
    func tooManyCodes() throws {
        var facts = (0..<65_536).map { Self.record([["K\($0)"]]) }
        let table = try ObservationTable(facts, countedBy: .occurred, dimensions: [.category])
        let counts = table.count(.observations, by: .codes(.category))
        #expect(counts.count == 65_536 && counts.values.allSatisfy { $0 == 1 })
        facts.append(Self.record([["K0", "K65536"]]))
        #expect(throws: AnalysisError.tooManyCodes(limit: 65_536)) {
            try ObservationTable(facts, countedBy: .occurred, dimensions: [.category])
        }
        let units = (0...65_536).map { Self.record([[]], unit: "U\($0)") }
        #expect(throws: AnalysisError.tooManyCodes(limit: 65_536)) {
            try ObservationTable(units, countedBy: .occurred, dimensions: [])
        }
    }
}
