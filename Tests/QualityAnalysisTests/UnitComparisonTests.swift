import QualityAnalysis
import QualityCore
import QualityStatistics
import TestSupport
import Testing

@Suite("Comparisons of units and their reporting")
struct UnitComparisonTests {
    static func compare(
        _ seed: UInt64,
        units: Int = 20,
        change: (inout UnitComparison.Question) -> Void = { _ in },
        mean: (Int) -> Double
    ) throws -> UnitComparison {
        var records = PlannedRecords(seed: seed)
        var entries: [ExposureTable.Entry] = []
        let year = try ReferenceRecords.year(2020)
        for unit in 0..<units {
            let exposure = 1_000.0 * Double(1 + unit % 4)
            entries.append(.init(unit: PlannedRecords.unit(unit), period: year, amount: exposure))
            let count = records.poisson(mean(unit) * exposure / 1_000)
            for number in 0..<count {
                records.add(1, year: 2020, unit: PlannedRecords.unit(unit), category: "K\(number % 4)")
            }
        }
        records.add(7, year: 2020, unit: "without exposure", category: "K1")
        let table = try ObservationTable(records.facts, countedBy: .occurred, dimensions: [.category])
        var question = UnitComparison.Question(year, exposure: try ExposureTable(.bedDays, entries))
        change(&question)
        return try #require(try table.compareUnits(question).result)
    }

    @Test("A unit with few reports is silent and one with many reports more, as planted", arguments: Seeds.some(5))
    func planted(seed: UInt64) throws {
        print("Planted units, seed \(seed)")
        let comparison = try Self.compare(seed) { $0 == 7 ? 0.3 : $0 == 3 ? 45 : 15 }
        #expect(comparison["U7"]?.verdict == .silent)
        #expect(comparison["U3"]?.verdict == .reportsMore)
        #expect(comparison["U7"]?.sensitivity?.survives == true)
        let sentences = comparison.sentences(AnalysisNames())
        let silent = try #require(sentences.first { $0.subject == .unit("U7") })
        #expect(silent.text(.swedish).contains("tyst") && silent.text(.english).contains("no good mark"))
        #expect(comparison["without exposure"]?.verdict == .missing(.noExposure))
    }

    @Test("A unit without any report is silent when it is large and too small to say when it is small")
    func none() throws {
        let large = try Self.compare(1) { $0 == 7 ? 0 : 12 }
        #expect(large["U7"]?.count == 0 && large["U7"]?.verdict == .silent)
        let small = try Self.compare(1) { $0 == 4 ? 0 : 0.6 }
        #expect(small["U4"]?.count == 0 && small["U4"]?.verdict == .tooLittleData)
    }

    @Test("Where units are alike, few registers show any unit")
    func calibration() throws {
        let seeds = Seeds.some(60)
        let shown = try seeds.count { seed in
            try Self.compare(seed) { _ in 8 }.lines.contains { $0.verdict == .silent || $0.verdict == .reportsMore }
        }
        print("False findings in \(shown) of \(seeds.count) registers")
        #expect(Double(shown) <= 0.05 * Double(seeds.count) + 4 * (0.05 * 0.95 * Double(seeds.count)).squareRoot())
    }

    @Test("A unit that was not open is missing")
    func notOpen() throws {
        let days = try ReferenceRecords.year(2020)
        let comparison = try Self.compare(2) { question in
            var coverage = ReportingCoverage(days: days)
            coverage.open["U1"] = []
            question.coverage = coverage
        } mean: { _ in
            8
        }
        #expect(comparison["U1"]?.verdict == .missing(.notOpen))
        #expect(!comparison.plotted.contains("U1"))
    }

    @Test(
        "Late units and units without near misses are found, and times are those of counting by hand",
        arguments: Seeds.some(3)
    )
    func culture(seed: UInt64) throws {
        print("Culture, seed \(seed)")
        var records = PlannedRecords(seed: seed)
        for unit in 0..<8 {
            for category in ["K1", "K2", "K3"] {
                for outcome in ["harm", "near-miss"] {
                    let count = unit == 5 && outcome == "near-miss" ? 2 : 25
                    let delay = unit == 2 ? 5...40 : 0...9
                    records.add(
                        count,
                        year: 2020,
                        unit: PlannedRecords.unit(unit),
                        category: category,
                        delay: delay,
                        outcome: outcome
                    )
                }
            }
        }
        let table = try ObservationTable(records.facts, countedBy: .occurred, dimensions: [.category, .outcome])
        var question = ReportingCulture.Question(try ReferenceRecords.year(2020))
        question.nearMisses = .assessed
        let culture = try #require(try table.reportingCulture(question).result)
        #expect(culture[.unit("U2")]?.prompt?.verdict == .lower)
        #expect(culture[.unit("U5")]?.nearMisses?.verdict == .lower)
        #expect(culture[.unit("U2")]?.prompt?.sensitivity?.survives == true)
        #expect(culture.sample == records.facts.count)
        for unit in 0..<8 {
            let delays = records.facts.filter { $0.unit == PlannedRecords.unit(unit) }.compactMap { record in
                record.occurred.flatMap { day in record.reported.map { day.days(to: $0) } }
            }.sorted()
            let line = try #require(culture[.unit(PlannedRecords.unit(unit))])
            #expect(line.delays.known == delays.count && line.delays.unknown == 0)
            #expect(line.delays.median == delays[(delays.count - 1) / 2])
            #expect(line.delays.quantile(0.9) == delays[(delays.count * 9 + 9) / 10 - 1])
            #expect(line.prompt?.proportion.count == delays.count { $0 <= 7 })
        }
        #expect(culture.sentences(AnalysisNames()).count == 2 * culture.lines.count)
    }

    @Test("Reports before the event and without a day are told apart and left out of the times")
    func faultyDays() throws {
        let day = CalendarDate(year: 2020, month: 5, day: 5)
        let facts = [nil, -3, 0, 4, 20].map { delay in
            RecordFacts(
                unit: "A",
                occurred: day,
                reported: delay.flatMap { day?.adding(days: $0) },
                status: "reported",
                observations: [RecordFacts.Observation(codes: [:])]
            )
        }
        let table = try ObservationTable(facts, countedBy: .occurred, dimensions: [.category])
        let question = ReportingCulture.Question(try ReferenceRecords.year(2020))
        let delays = try #require(try table.reportingCulture(question).result?[.whole]?.delays)
        #expect(delays.known == 3 && delays.unknown == 1 && delays.beforeEvent == 1)
        #expect(delays.median == 4 && delays.quantile(1) == 20 && delays.quantile(0) == nil)
        #expect(delays.prompt?.count == 2)
    }

    @Test("What most report at once is said to be reported on the day of the event")
    func sameDay() throws {
        var records = PlannedRecords(seed: 1)
        records.add(20, year: 2020, unit: "A", category: "K", delay: 0...0)
        let table = try ObservationTable(records.facts, countedBy: .occurred, dimensions: [.category])
        let question = ReportingCulture.Question(try ReferenceRecords.year(2020))
        let culture = try #require(try table.reportingCulture(question).result)
        let times = try #require(culture.sentences(AnalysisNames()).first?.text)
        #expect(times.swedish.contains("Hälften rapporterades samma dag som händelsen och nio av tio samma dag;"))
        #expect(
            times.english.contains("Half were reported on the same day as the event and nine in ten on the same day;")
        )
    }
}
