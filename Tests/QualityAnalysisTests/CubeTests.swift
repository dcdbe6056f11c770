import QualityAnalysis
import QualityCore
import TestSupport
import Testing

@Suite("Counting along many axes and periods")
struct CubeTests {
    static func period(_ first: String, _ last: String) throws -> CalendarPeriod {
        let days = (first: try #require(CalendarDate(first)), last: try #require(CalendarDate(last)))
        return try #require(CalendarPeriod(first: days.first, last: days.last))
    }

    @Test(
        "The periods of a scale are whole, follow on each other and hold every day",
        arguments: PeriodScale.Length.allCases
    )
    func scale(length: PeriodScale.Length) throws {
        let days = try Self.period("2019-11-20", "2021-02-03")
        let scale = PeriodScale(length, covering: days)
        #expect(scale.periods.count == [PeriodScale.Length.year: 3, .quarter: 6, .month: 16, .week: 64][length])
        for (period, next) in zip(scale.periods, scale.periods.dropFirst()) {
            #expect(period.last.adding(days: 1) == next.first)
        }
        for (position, period) in scale.periods.enumerated() {
            #expect(scale.position(of: period.first) == position && scale.position(of: period.last) == position)
            if length == .week {
                // 4 January 2021 was a Monday.
                #expect(period.first.days(to: try #require(CalendarDate("2021-01-04"))).isMultiple(of: 7))
                #expect(period.first.days(to: period.last) == 6)
            } else {
                #expect(period.first.day == 1 && period.last.adding(days: 1)?.day == 1)
            }
        }
        let before = try #require(scale.periods[0].first.adding(days: -1))
        #expect(scale.position(of: before) == nil)
        #expect(scale.position(of: .latest) == nil)
    }

    @Test("Every cell of a cube is what counting by hand gives", arguments: RandomFacts.seeds)
    func cube(seed: UInt64) throws {
        let facts = RandomFacts.records(count: Int(seed) * 4, seed: seed)
        let table = try ObservationTable(facts, countedBy: .occurred, dimensions: CountTests.dimensions)
        let scale = PeriodScale(.quarter, covering: try Self.period("2020-01-01", "2021-12-31"))
        let time = NaiveAxis("quarters", .periods(scale)) { _, _, day in
            day.flatMap { day in scale.periods.first { $0.contains(day) } }.map { [.period($0)] } ?? []
        }
        let naive = NaiveCount(facts: facts, countedDay: .occurred)
        for counted in CrossTable.Counted.allCases {
            for axis in NaiveAxis.all {
                let cube = try table.count(counted, by: [axis.axis, time.axis])
                let expected = naive.cells(counted, axis, time)
                #expect(cube.axes[1] == scale.periods.map(CountAxis.Key.period))
                for key in Set(cube.axes[0]).union(expected.keys.map { $0[0] }) {
                    let row = cube.row([key])
                    for (position, period) in cube.axes[1].enumerated() {
                        let count = expected[[key, period]] ?? 0
                        #expect(cube[key, period] == count, "seed \(seed), \(axis.name), \(counted)")
                        #expect(row[position] == count, "seed \(seed), \(axis.name), \(counted)")
                    }
                }
            }
        }
    }

    @Test("Three axes agree with two where each observation has one position", arguments: Seeds.some(5))
    func threeAxes(seed: UInt64) throws {
        let facts = RandomFacts.records(count: 200, seed: seed)
        let table = try ObservationTable(facts, countedBy: .occurred, dimensions: [.viewpointKind])
        let axes: [CountAxis] = [.units { [$0] }, .codes(.viewpointKind), .years]
        let cube = try table.count(.observations, by: axes)
        let pair = try table.count(.observations, by: [axes[0], axes[2]])
        for unit in pair.axes[0] {
            for year in pair.axes[1] {
                let sum = cube.axes[1].reduce(0) { $0 + cube[unit, $1, year] }
                #expect(sum == pair[unit, year], "seed \(seed)")
            }
        }
    }

    @Test("More cells than a table holds are refused")
    func tooManyCells() throws {
        let facts = (0..<1_000).map { CountTests.record([["K\($0)"]], unit: "U\($0)") }
        let table = try ObservationTable(facts, countedBy: .occurred, dimensions: [.category])
        let codes = CountAxis.codes(.category)
        #expect(throws: AnalysisError.tooManyCells(limit: ObservationTable.largestCellCount)) {
            try table.count(.records, by: [codes, .units { [$0] }, codes])
        }
    }
}
