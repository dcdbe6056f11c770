import QualityAnalysis
import QualityCore
import QualityStatistics
import TestSupport
import Testing

@Suite("Analyses at the edges of what they are asked")
struct EdgeTests {
    static func period(_ first: (Int, Int, Int), _ last: (Int, Int, Int)) throws -> CalendarPeriod {
        let first = try #require(CalendarDate(year: first.0, month: first.1, day: first.2))
        let last = try #require(CalendarDate(year: last.0, month: last.1, day: last.2))
        return try #require(CalendarPeriod(first: first, last: last))
    }

    /// Records of a unit and category, so many on each of the first days of the months of a year.
    static func records(
        _ counts: [Int],
        year: Int,
        unit: String = "A",
        category: String? = "K1"
    ) -> [RecordFacts] {
        counts.enumerated().flatMap { month, count in
            (0..<count).map { number in
                RecordFacts(
                    unit: OrganisationUnitID(rawValue: unit),
                    occurred: CalendarDate(year: year, month: month + 1, day: 1 + number % 28),
                    reported: nil,
                    status: "reported",
                    observations: [
                        RecordFacts.Observation(
                            codes: category.map { [.category: [CategoryCode(rawValue: $0)]] } ?? [:]
                        )
                    ]
                )
            }
        }
    }

    static func table(_ facts: [RecordFacts]) throws -> ObservationTable {
        try ObservationTable(facts, countedBy: .occurred, dimensions: [.category])
    }

    /// Even counts over the months of a year.
    static func even(_ count: Int) -> [Int] { [Int](repeating: count, count: 12) }

    @Test("A table of one unit, one category, or no category at all is compared", arguments: ["K1", nil])
    func oneOfEach(category: String?) throws {
        let facts =
            Self.records(Self.even(2), year: 2019, category: category)
            + Self.records(Self.even(8), year: 2020, category: category)
        let comparison = try ComparisonTests.compare(facts)
        #expect(comparison[.whole]?.verdict == .higher)
        #expect(!comparison.sentences(AnalysisNames()).isEmpty)
    }

    @Test("A period without any record is compared with one that has many where the source is said to cover it")
    func emptyPeriod() throws {
        let coverage = ReportingCoverage(days: try Self.period((2019, 1, 1), (2020, 12, 31)))
        let (first, second) = (Self.records(Self.even(5), year: 2019), Self.records(Self.even(5), year: 2020))
        let fell = try ComparisonTests.compare(first) { $0.coverage = coverage }
        #expect(fell[.whole]?.verdict == .lower && fell.fellSilent["A"] == 60)
        let rose = try ComparisonTests.compare(second) { $0.coverage = coverage }
        #expect(rose[.whole]?.verdict == .higher)
        for facts in [first, second] {
            let unsaid = try ComparisonTests.compare(facts)
            #expect(unsaid[.whole]?.verdict == .notComparable(.reportsMayCome) && unsaid.fellSilent.isEmpty)
        }
        for text in rose.sentences(AnalysisNames()).flatMap({ [$0.text(.swedish), $0.text(.english)] }) {
            #expect(!text.contains("∞"))
        }
    }

    @Test("Rates that are no rates are refused, whatever the table holds", arguments: [0, 1, -0.1, 2, .nan, .infinity])
    func rates(rate: Double) throws {
        let year = try ReferenceRecords.year(2020)
        for facts in [[], Self.records(Self.even(3), year: 2020)] {
            let table = try Self.table(facts)
            #expect(throws: AnalysisError.self) {
                var question = PeriodComparison.Question(earlier: try ReferenceRecords.year(2019), later: year)
                question.falseDiscoveryRate = rate
                return try table.compare(question)
            }
            #expect(throws: AnalysisError.self) {
                var question = UnitComparison.Question(year, exposure: try ExposureTable(.bedDays, []))
                question.falseDiscoveryRate = rate
                return try table.compareUnits(question)
            }
            #expect(throws: AnalysisError.self) {
                var question = ReportingCulture.Question(year)
                question.falseDiscoveryRate = rate
                return try table.reportingCulture(question)
            }
            #expect(throws: AnalysisError.self) {
                var question = SignalScan.Question(PeriodScale(.month, covering: year), coverage: .init(days: year))
                question.falseDiscoveryRate = rate
                return try table.signals(question)
            }
        }
    }

    @Test("Periods of unlike length are compared by days", arguments: [((2019, 1, 31), (2019, 2, 1))])
    func unlikeLengths(earlier: ((Int, Int, Int), (Int, Int, Int))) throws {
        // Two records a day in both, though both touch two months.
        var facts: [RecordFacts] = []
        for year in [2019, 2020] {
            facts += Self.records([62, 58], year: year)
        }
        let comparison = try ComparisonTests.compare(facts) { question in
            question.earlier = try Self.period(earlier.0, earlier.1)
            question.later = try Self.period((2020, 1, 1), (2020, 2, 29))
        }
        #expect(comparison.basis == .days)
        #expect(comparison[.whole]?.verdict != .higher)
    }

    @Test("A unit that says nothing is found among few units as well", arguments: [3, 4, 5, 6, 8, 12])
    func silentAmongFew(units: Int) throws {
        let year = try ReferenceRecords.year(2020)
        var facts: [RecordFacts] = []
        var entries: [ExposureTable.Entry] = []
        for unit in 0..<units {
            if unit > 0 { facts += Self.records(Self.even(8 + unit % 2), year: 2020, unit: "U\(unit)") }
            entries.append(.init(unit: PlannedRecords.unit(unit), period: year, amount: 1_000))
        }
        let exposure = try ExposureTable(.bedDays, entries)
        let finding = try Self.table(facts).compareUnits(UnitComparison.Question(year, exposure: exposure))
        let comparison = try #require(finding.result)
        #expect(comparison["U0"]?.verdict == .silent)
        #expect(!comparison.lines.dropFirst().contains { $0.verdict == .silent || $0.verdict == .reportsMore })
    }

    @Test("A category that existed for a part of a period is not compared, nor its series taken for whole")
    func partlyExisting() throws {
        let days = try Self.period((2018, 1, 1), (2020, 12, 31))
        let validity = try #require(Validity(from: CalendarDate(year: 2019, month: 12, day: 1)))
        let series = ReportedSeries(
            PeriodScale(.year, covering: days),
            counts: [0, 5, 60],
            reports: [9, 14, 69],
            existing: validity,
            coverage: ReportingCoverage(days: days)
        )
        #expect(series.counts == [nil, nil, 60])
    }

    @Test("Days on which a unit was open are counted once, however often they are stated")
    func openTwice() throws {
        let days = try ReferenceRecords.year(2020)
        var coverage = ReportingCoverage(days: days)
        let part = try Self.period((2020, 1, 1), (2020, 6, 30))
        coverage.open["A"] = [part, part, try Self.period((2020, 3, 1), (2020, 7, 31))]
        let series = ReportedSeries(
            PeriodScale(.year, covering: days),
            counts: [9],
            of: "A",
            coverage: coverage
        )
        #expect(series.entries == [.incomplete(9, .partlyOpen)])
    }

    @Test("Four points never show a trend, whatever level is asked for", arguments: [0.05, 0.1, 0.5, 0.99])
    func fourPoints(level: Double) throws {
        let days = try Self.period((2017, 1, 1), (2020, 12, 31))
        let series = ReportedSeries(
            PeriodScale(.year, covering: days),
            counts: [19, 23, 39, 41],
            coverage: ReportingCoverage(days: days)
        )
        #expect(series.trendShortage(level: level) != nil)
        let sentence = series.sentence(of: .whole, AnalysisNames(), level: level)
        #expect(sentence.claim == .refusal)
    }

    @Test("Counts of thousands of millions are compared, scanned and forecast in no time")
    func huge() throws {
        let contrast = try CountContrast(earlier: 1_000_000_000, later: 1_000_100_000)
        #expect(contrast.pValue > 0.02 && contrast.pValue < 0.03)
        let series = ForecastTests.series((0..<36).map { 1_000_000_000 + 1_000 * ($0 * 7 % 5) })
        let time = try ProcessorTime.seconds {
            _ = try SignalScan.scan([ScannedSeries.Source(.init(unit: "A"), series)])
            _ = try series.forecast(3)
        }
        print("Huge counts: \(time) s")
        #expect(time < 20)
    }

    @Test("Series without any change give neither signal nor fault", arguments: [0, 1, 10])
    func constant(count: Int) throws {
        let series = ForecastTests.series([Int?](repeating: count, count: 36))
        let scan = try SignalScan.scan([ScannedSeries.Source(.init(unit: "A"), series)])
        #expect(scan.result?.signals.isEmpty ?? true)
        _ = scan.result?.sentences(AnalysisNames())
        let forecast = try series.forecast(3)
        #expect((forecast.result == nil) == (count == 0))
        if let forecast = forecast.result {
            #expect(forecast.chosen.points.allSatisfy { $0.interval.contains(count) })
            print(forecast.sentence(of: .whole, AnalysisNames()).text(.swedish))
        }
    }

    @Test("Exposures of 0 and unknown ones leave out their periods", arguments: [0, nil, .nan, .infinity, -1])
    func exposures(odd: Double?) throws {
        let series = ForecastTests.series([Int?](repeating: 20, count: 36))
        var exposures = [Double?](repeating: 100, count: 36)
        exposures[5] = odd
        let source = ScannedSeries.Source(.init(unit: "A"), series, exposures: exposures)
        let scan = try #require(try SignalScan.scan([source]).result)
        #expect(scan.signals.isEmpty)
    }

    @Test("Two counts have the p-value and the interval that the quantiles of the beta distribution give")
    func oracle() throws {
        // By scipy.stats: binom for mid-p; beta with counts times (1.959964 / t)² / 2.5, t of 22 degrees of freedom.
        let plain = try CountContrast(earlier: 12, later: 30)
        #expect(abs(plain.pValue / 0.0054015726545912895 - 1) < 1e-12)
        let days = try CountContrast(earlier: 40, later: 70, exposures: (366, 365))
        #expect(abs(days.pValue / 0.004010935704813723 - 1) < 1e-12)
        let dispersion = CountContrast.Dispersion(factor: 2.5, degreesOfFreedom: 22)
        let scattered = try CountContrast(earlier: 40, later: 70, dispersion: dispersion)
        #expect(abs(scattered.pValue / 0.11999309777169362 - 1) < 1e-10)
        #expect(abs(scattered.interval.lower / 0.8789977781816948 - 1) < 1e-10)
        #expect(abs(scattered.interval.upper / 3.619786263832206 - 1) < 1e-10)
    }

    @Test("A unit that closed is not called silent, and periods beyond the source are not compared")
    func coverage() throws {
        let facts =
            Self.records(Self.even(5), year: 2019) + Self.records(Self.even(5), year: 2019, unit: "B")
            + Self.records(Self.even(5), year: 2020)
        var coverage = ReportingCoverage(days: try Self.period((2019, 1, 1), (2020, 12, 31)))
        #expect(try ComparisonTests.compare(facts) { $0.coverage = coverage }.fellSilent == ["B": 60])
        coverage.open["B"] = [try ReferenceRecords.year(2019)]
        let closed = try ComparisonTests.compare(facts) { $0.coverage = coverage }
        #expect(closed.fellSilent.isEmpty && closed[.unit("B")]?.verdict == .notComparable(.notOpen))
        #expect(closed[.unit("A")]?.verdict == .withinChance)
        coverage.days = try Self.period((2019, 1, 1), (2020, 6, 30))
        let short = try ComparisonTests.compare(facts) { $0.coverage = coverage }
        #expect(short.lines.allSatisfy { $0.verdict == .notComparable(.notCovered) } && short.fellSilent.isEmpty)
        #expect(short.sentences(AnalysisNames()).allSatisfy { $0.claim != .difference })
        let unknown = try ComparisonTests.compare(Self.records(Self.even(5), year: 2019))
        #expect(unknown.sentences(AnalysisNames()).contains { $0.text(.swedish).contains("sträcker sig utanför") })
    }

    @Test("A difference that missing reports could explain is not said, another is", arguments: [false, true])
    func lacking(isSaid: Bool) throws {
        func verdict(
            through last: (Int, Int, Int),
            _ earlier: Int,
            _ later: Int
        ) throws -> PeriodComparison.Verdict? {
            let held = try Self.period((2019, 1, 1), last)
            let facts =
                Self.records(Self.even(earlier), year: 2019)
                + Self.records(Self.even(later), year: 2020).filter { $0.occurred.map { $0 <= held.last } ?? true }
            let coverage = ReportingCoverage(days: try Self.period((2019, 1, 1), (2020, 12, 31)), lateDays: 30)
            let comparison = try ComparisonTests.compare(facts) { $0.coverage = isSaid ? coverage : nil }
            let line = comparison[.whole]
            #expect((line?.sensitivity == nil) == (line?.verdict == .notComparable(.reportsMayCome)))
            return line?.verdict
        }
        #expect(try verdict(through: (2020, 11, 30), 20, 5) == .notComparable(.reportsMayCome))
        #expect(try verdict(through: (2020, 11, 30), 5, 20) == .higher)
        #expect(try verdict(through: (2020, 12, 31), 20, 5) == (isSaid ? .notComparable(.reportsMayCome) : .lower))
    }

    @Test("What is said of the whole without a unit or category is what the records without it say")
    func leftOut() throws {
        var records = PlannedRecords(seed: 12)
        for (year, means) in [(2019, [10, 10, 10]), (2020, [10, 11, 32])] {
            for unit in 0..<3 {
                for category in 0..<3 {
                    let count = records.poisson(Double(means[category]))
                    records.add(count, year: year, unit: PlannedRecords.unit(unit), category: "K\(category)")
                }
            }
        }
        let comparison = try ComparisonTests.compare(records.facts)
        let line = try #require(comparison[.whole])
        #expect(line.verdict == .higher)
        let dispersion = try #require(line.contrast).dispersion
        for part in 0..<3 {
            let left = records.facts.filter {
                $0.observations[0].codes[.category] != [CategoryCode(rawValue: "K\(part)")]
            }
            let counts = [2019, 2020].map { year in left.count { $0.occurred?.year == year } }
            let without = try CountContrast(earlier: counts[0], later: counts[1], dispersion: dispersion)
            let breaks = line.sensitivity?.breaking.contains(.category(CategoryCode(rawValue: "K\(part)")))
            #expect(breaks == (without.verdict(upTo: comparison.threshold) != .higher), "K\(part)")
        }
    }

    @Test("Names keep to one line, and one is one in either language")
    func names() throws {
        let facts =
            Self.records([1], year: 2019, unit: "Ute\nInne")
            + Self.records([1] + Self.even(4).dropFirst(), year: 2020, unit: "Ute\nInne")
            + Self.records([1], year: 2020, unit: "B")
        let comparison = try ComparisonTests.compare(facts)
        let texts = comparison.sentences(AnalysisNames()).flatMap { [$0.text(.swedish), $0.text(.english)] }
        #expect(!texts.contains { $0.contains("\n") || $0.contains("\t") })
        #expect(texts.contains { $0.contains("B: 1 rapporterad under") })
        #expect(!texts.contains { $0.contains("1 rapporterade mot") || $0.contains(" 1 rapporterade under") })
    }

    @Test("A change from a small count is not told in percent")
    func smallTotals() throws {
        let facts = Self.records([2, 1], year: 2019) + Self.records(Self.even(1), year: 2020)
        let texts = try ComparisonTests.compare(facts).sentences(AnalysisNames())
            .filter { $0.subject == .category("K1") }.map { $0.text(.swedish) }
        print(texts)
        #expect(!texts.isEmpty && !texts.contains { $0.contains("%") })
    }

    @Test("Many records on one day are searched for duplicates in reasonable time")
    func manyOnOneDay() throws {
        let day = try #require(CalendarDate(year: 2020, month: 5, day: 5))
        let records = (0..<20_000).map { number in
            ReferencedFacts(
                RecordReference(
                    kind: number % 2 == 0 ? CoincidenceTests.deviation : CoincidenceTests.complaint,
                    id: "\(number)"
                ),
                RecordFacts(
                    unit: "A",
                    occurred: day,
                    reported: day,
                    status: "reported",
                    observations: [RecordFacts.Observation(codes: [.category: ["K1"]])]
                )
            )
        }
        let time = try ProcessorTime.seconds {
            let found = try #require(try RecordCoincidences.search(records).result)
            #expect(found.duplicateCount == 2 * (10_000 * 9_999 / 2))
        }
        print("20,000 records on one day: \(time) s")
        #expect(time < 60)
    }
}
