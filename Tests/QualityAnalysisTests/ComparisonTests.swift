import QualityAnalysis
import QualityCore
import QualityStatistics
import TestSupport
import Testing

@Suite("Comparisons of periods")
struct ComparisonTests {
    static func compare(
        _ facts: [RecordFacts],
        change: (inout PeriodComparison.Question) throws -> Void = { _ in }
    ) throws -> PeriodComparison {
        let table = try ObservationTable(facts, countedBy: .occurred, dimensions: [.category])
        var question = PeriodComparison.Question(
            earlier: try ReferenceRecords.year(2019),
            later: try ReferenceRecords.year(2020)
        )
        try change(&question)
        return try #require(try table.compare(question).result)
    }

    static func planned(
        _ seed: UInt64,
        units: Int = 10,
        mean: (Int, Int, Int) -> Double
    ) -> [RecordFacts] {
        var records = PlannedRecords(seed: seed)
        for year in [2019, 2020] {
            for unit in 0..<units {
                for category in 0..<6 {
                    let count = records.poisson(mean(year, unit, category))
                    records.add(count, year: year, unit: PlannedRecords.unit(unit), category: "K\(category)")
                }
            }
        }
        return records.facts
    }

    @Test("Where nothing changed, few comparisons of many registers show anything")
    func calibration() throws {
        var (registers, comparisons) = (0, 0)
        let seeds = Seeds.some(60)
        for seed in seeds {
            let comparison = try Self.compare(Self.planned(seed) { _, _, _ in 6 })
            let shown = comparison.lines.count { $0.verdict == .higher || $0.verdict == .lower }
            registers += shown > 0 ? 1 : 0
            comparisons += comparison.comparisons
        }
        print("False findings in \(registers) of \(seeds.count) registers, \(comparisons) comparisons")
        // Under no change the false discovery rate is the chance of any finding: 5 %, and less for discrete counts.
        #expect(Double(registers) <= 0.05 * Double(seeds.count) + 4 * (0.05 * 0.95 * Double(seeds.count)).squareRoot())
    }

    @Test("A planted fall of one category is found, carries the change and stands", arguments: Seeds.some(5))
    func plantedFall(seed: UInt64) throws {
        print("Planted fall, seed \(seed)")
        let facts = Self.planned(seed) { year, _, category in year == 2020 && category == 2 ? 4 : 12 }
        let comparison = try Self.compare(facts)
        let line = try #require(comparison[.category("K2")])
        #expect(line.verdict == .lower && line.sensitivity?.survives == true)
        #expect(comparison.carriers[0].subject == .category("K2"))
        let mix = try #require(comparison.mix)
        let largest = mix.divergence.contributions.indices.max {
            mix.divergence.contributions[$0] < mix.divergence.contributions[$1]
        }
        #expect(largest.map { mix.categories[$0] } == "K2")
        #expect(comparison.sample == facts.count)
        let changes = comparison.carriers.reduce(0) { $0 + ($1.change ?? 0) }
        #expect(changes == comparison[.whole]?.change)
    }

    @Test("A rise that one unit alone carries does not stand without it", arguments: Seeds.some(5))
    func oneUnit(seed: UInt64) throws {
        print("One unit, seed \(seed)")
        let facts = Self.planned(seed) { year, unit, category in year == 2020 && unit == 3 && category == 1 ? 90 : 8 }
        let comparison = try Self.compare(facts)
        let line = try #require(comparison[.category("K1")])
        #expect(line.verdict == .higher)
        #expect(line.sensitivity?.breaking.contains(.unit(PlannedRecords.unit(3))) == true)
        #expect(comparison[.unit(PlannedRecords.unit(3))]?.verdict == .higher)
    }

    @Test("Events that come in bursts are no finding, though plain Poisson would call them one")
    func bursts() throws {
        // 60 events on each of six days of 2019 and of eight days of 2020: ratio 1.33, plain p below 0.001.
        var facts: [RecordFacts] = []
        for (year, months) in [(2019, [1, 3, 5, 7, 9, 11]), (2020, [1, 2, 4, 6, 8, 9, 10, 12])] {
            for month in months {
                let day = CalendarDate(year: year, month: month, day: 10)
                facts += (0..<60).map { _ in CountTests.record([["K1"]], day: day) }
            }
        }
        let whole = try #require(try Self.compare(facts)[.whole])
        #expect(whole.contrast.map { $0.dispersion.factor > 10 } == true)
        #expect(try CountContrast(earlier: 360, later: 480).pValue < 0.001)
        #expect(whole.verdict != .higher)
    }

    @Test("Of counts that cannot be compared, none is called the largest change")
    func uncovered() throws {
        let facts = Self.planned(1) { year, _, _ in year == 2019 ? 20 : 5 }
        let largest = { (comparison: PeriodComparison) in
            comparison.sentences(AnalysisNames()).filter { $0.text.swedish.hasPrefix("Störst förändring") }
        }
        #expect(largest(try Self.compare(facts)).count == 1)
        let covered = ReportingCoverage(days: try ReferenceRecords.year(2020))
        #expect(largest(try Self.compare(facts) { $0.coverage = covered }).isEmpty)
    }

    @Test("A unit that stops reporting is called silent", arguments: Seeds.some(3))
    func silent(seed: UInt64) throws {
        let facts = Self.planned(seed) { year, unit, _ in year == 2020 && unit == 4 ? 0 : 5 }
        let comparison = try Self.compare(facts)
        #expect(Set(comparison.fellSilent.keys) == [PlannedRecords.unit(4)])
        let sentences = comparison.sentences(AnalysisNames())
        #expect(sentences.contains { $0.subject == .unit("U4") && $0.text(.swedish).contains("tyst") })
    }

    static func heading(_ code: String, _ year: Int) -> RecordFacts {
        CountTests.record([[code]], day: CalendarDate(year: year, month: 3, day: 3))
    }

    @Test("A heading that moves with the version of the year makes a change that is mere recoding")
    func recoding() throws {
        // The heading "fall" is under "omsorg" until 2020 and under "trygghet" from 2021.
        let classification = try ClassificationAxisTests.classification()
        var records = PlannedRecords(seed: 1)
        for year in [2020, 2021] {
            records.add(100, year: year, unit: "A", category: "fall")
            records.add(60, year: year, unit: "A", category: "bemötande")
            records.add(50, year: year, unit: "A", category: "larm")
        }
        for version in ["2020", "2021"] {
            let comparison = try Self.compare(records.facts) { question in
                question.earlier = try ReferenceRecords.year(2020)
                question.later = try ReferenceRecords.year(2021)
                question.reading = try ClassificationReading(classification, under: version)
            }
            for code in ["omsorg", "trygghet"] as [CategoryCode] {
                let line = try #require(comparison[.category(code)])
                #expect(line.verdict == .withinChance)
                let recoding = try #require(line.recoding)
                #expect(recoding.finding == .recodingOnly, "\(version), \(code)")
                let filed = recoding.readings[0]
                #expect([filed.earlier, filed.later] == (code == "omsorg" ? [160, 60] : [50, 150]))
            }
        }
    }

    @Test("Periods with days in common and rates out of range are refused, and nothing counted is too little")
    func refusals() throws {
        let table = try ObservationTable([RecordFacts](), countedBy: .occurred, dimensions: [.category])
        let year = try ReferenceRecords.year(2020)
        #expect(throws: AnalysisError.periodsOverlap(year, year)) {
            try table.compare(PeriodComparison.Question(earlier: year, later: year))
        }
        let question = PeriodComparison.Question(earlier: try ReferenceRecords.year(2019), later: year)
        guard case .tooLittleData = try table.compare(question) else {
            Issue.record("an empty table was compared")
            return
        }
    }
}
