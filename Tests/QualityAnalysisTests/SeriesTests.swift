import QualityAnalysis
import QualityCore
import QualityStatistics
import Testing

@Suite("Series of counts and exposures")
struct SeriesTests {
    static let unit = OrganisationUnitID(rawValue: "A")

    static func record(_ day: String, _ unit: String = "A", _ category: String = "K1") -> RecordFacts {
        CountTests.record([[category]], unit: unit, day: CalendarDate(day))
    }

    static func series(
        _ facts: [RecordFacts],
        days: (String, String) = ("2020-01-01", "2020-06-30"),
        change: (inout ReportingCoverage) throws -> Void = { _ in },
        existing: Validity = .always
    ) throws -> [ReportedSeries.Subject: ReportedSeries] {
        let table = try ObservationTable(facts, countedBy: .occurred, dimensions: [.category])
        var coverage = ReportingCoverage(days: try CubeTests.period(days.0, days.1))
        try change(&coverage)
        return try table.series(
            .records,
            units: .units { [$0] },
            categories: .codes(.category),
            by: PeriodScale(.month, covering: CubeTests.period("2020-01-01", "2020-06-30")),
            coverage: coverage,
            existing: { _ in existing },
            listed: [ReportedSeries.Subject(unit: "B", category: "K1")]
        )
    }

    static let facts = [
        record("2020-01-05"), record("2020-01-06"), record("2020-02-01", "A", "K2"), record("2020-04-09"),
        record("2020-05-09", "A", "K2"), record("2020-06-09"),
    ]

    @Test("A month with other reports of the unit is zero, one without any is missing")
    func zeroAndMissing() throws {
        let series = try Self.series(Self.facts)
        let first = try #require(series[ReportedSeries.Subject(unit: Self.unit, category: "K1")])
        #expect(first.counts == [2, 0, nil, 1, 0, 1])
        #expect(first.entries[2] == .missing(.silent))
        let silent = try #require(series[ReportedSeries.Subject(unit: "B", category: "K1")])
        #expect(silent.entries.allSatisfy { $0 == .missing(.silent) })
    }

    @Test("Where silence is known to be zero it is zero, unless the unit was closed")
    func closed() throws {
        let series = try Self.series(Self.facts) { coverage in
            coverage.silence = .zero
            coverage.open[Self.unit] = [try CubeTests.period("2020-01-01", "2020-02-15")]
        }
        let first = try #require(series[ReportedSeries.Subject(unit: Self.unit, category: "K1")])
        #expect(first.entries[0] == .count(2))
        #expect(first.entries[1] == .incomplete(0, .partlyOpen))
        #expect(first.entries[2] == .missing(.notOpen))
    }

    @Test("Periods outside the source are missing, and the last ones incomplete while reports come in")
    func ends() throws {
        let series = try Self.series(Self.facts, days: ("2020-01-01", "2020-05-15")) { $0.lateDays = 20 }
        let first = try #require(series[ReportedSeries.Subject(unit: Self.unit, category: "K1")])
        #expect(first.entries[3] == .incomplete(1, .late))
        #expect(first.entries[4] == .incomplete(0, .partlyCovered))
        #expect(first.entries[5] == .missing(.notCovered))
        #expect(first.incompleteEnd.isEmpty)
        #expect(first.completeCount == 2)
    }

    @Test("Before a category existed its count is missing")
    func category() throws {
        let from = try #require(Validity(from: CalendarDate("2020-04-01")))
        let series = try Self.series(Self.facts.filter { $0.occurred?.month != 1 }, existing: from)
        let first = try #require(series[ReportedSeries.Subject(unit: Self.unit, category: "K1")])
        #expect(first.entries[1] == .missing(.noSuchCategory))
        #expect(first.entries[4] == .count(0))
    }

    @Test("Four whole values can show no trend, five can", arguments: 0...7)
    func trend(length: Int) throws {
        let scale = PeriodScale(.year, covering: try CubeTests.period("2013-01-01", "2020-12-31"))
        let entries = (0..<8).map { $0 < length ? ReportedSeries.Entry.count($0) : .missing(.notCovered) }
        let shortage = ReportedSeries(scale, entries).trendShortage()
        #expect((shortage == nil) == (length >= 5))
        #expect(shortage.map(\.needed) == (length < 5 ? 5 : nil))
    }

    @Test("Exposures add up over months that fill a period, and are never spread or guessed")
    func exposures() throws {
        let months = try (1...3).map { month in
            ExposureTable.Entry(
                unit: Self.unit,
                period: try #require(CalendarPeriod(year: 2020, month: month)),
                amount: Double(month)
            )
        }
        let table = try ExposureTable(.bedDays, months)
        let quarter = try CubeTests.period("2020-01-01", "2020-03-31")
        #expect(table.amount(of: Self.unit, in: quarter) == 6)
        #expect(table.amount(of: Self.unit, in: months[1].period) == 2)
        #expect(table.amount(of: Self.unit, in: try CubeTests.period("2020-01-01", "2020-04-30")) == nil)
        #expect(table.amount(of: Self.unit, in: try CubeTests.period("2020-01-01", "2020-01-15")) == nil)
        #expect(table.amount(of: [Self.unit, "B"], in: quarter) == nil)
        #expect(try ExposureTable(.persons, months).amount(of: Self.unit, in: quarter) == nil)
        let none = ExposureTable.Entry(unit: "B", period: quarter, amount: 0)
        #expect(try ExposureTable(.bedDays, [none]).amount(of: "B", in: quarter) == nil)
    }

    @Test("Exposures below zero, without end or with days in common are refused")
    func refusals() throws {
        let period = try CubeTests.period("2020-01-01", "2020-03-31")
        for amount in [-1, .nan, .infinity] as [Double] {
            #expect(throws: AnalysisError.exposureOutOfRange(unit: Self.unit, period: period)) {
                try ExposureTable(.hours, [ExposureTable.Entry(unit: Self.unit, period: period, amount: amount)])
            }
        }
        let entry = ExposureTable.Entry(unit: Self.unit, period: period, amount: 1)
        #expect(throws: AnalysisError.exposuresOverlap(unit: Self.unit, period: period)) {
            try ExposureTable(.hours, [entry, entry])
        }
    }
}
