import Improvements
import QualityAnalysis
import QualityCore
import QualityStatistics
import TestSupport
import Testing

@Suite("Several sources taken together")
struct JointTests {
    static let themes = ["care", "safety", "treatment"].map { CategoryCode(rawValue: $0) }

    static func crosswalk() throws -> ThemeCrosswalk {
        try ThemeCrosswalk(
            [
                ThemeCrosswalk.Theme("care", LocalizedText(sv: "Omsorg", en: "Care")),
                ThemeCrosswalk.Theme("safety", LocalizedText(sv: "Säkerhet", en: "Safety")),
                ThemeCrosswalk.Theme("treatment", LocalizedText(sv: "Bemötande", en: "Treatment")),
            ],
            [
                .deviations: ["K0": "care", "K1": "safety", "K2": "treatment"],
                .complaints: ["C0": "care", "C1": "safety", "C2": "treatment"],
                .lexSarah: ["L0": "care", "L1": "safety", "L2": "treatment"],
            ]
        )
    }

    /// Records of a source by unit and theme, with means that a test decides.
    static func records(
        _ source: JointAnalysis.Source,
        _ letter: String,
        _ seed: UInt64,
        units: Int = 8,
        mean: (Int, Int) -> Double
    ) throws -> SourceRecords {
        var records = PlannedRecords(seed: seed)
        for unit in 0..<units {
            for theme in 0..<3 {
                let count = records.poisson(mean(unit, theme))
                records.add(count, year: 2020, unit: PlannedRecords.unit(unit), category: "\(letter)\(theme)")
            }
        }
        return SourceRecords(
            source,
            try ObservationTable(records.facts, countedBy: .occurred, dimensions: [.category])
        )
    }

    static func overview(
        _ sources: [SourceRecords],
        _ change: (inout JointOverview.Question) -> Void = { _ in }
    ) throws -> JointOverview {
        var question = JointOverview.Question(try ReferenceRecords.year(2020), try crosswalk())
        change(&question)
        return try #require(try JointOverview.of(sources, question).result)
    }

    static func difference(
        _ overview: JointOverview,
        _ theme: CategoryCode,
        _ first: JointAnalysis.Source = .complaints,
        _ second: JointAnalysis.Source = .deviations
    ) throws -> JointOverview.Difference {
        let agreement = try #require(overview.agreements.first { $0.first == first && $0.second == second })
        return try #require(agreement.differences.first { $0.theme == theme })
    }

    @Test("A theme that one source tells of and another does not is shown and stands", arguments: Seeds.some(5))
    func planted(seed: UInt64) throws {
        print("Planted theme, seed \(seed)")
        let sources = [
            try Self.records(.deviations, "K", seed) { _, theme in [20, 20, 2][theme] },
            try Self.records(.complaints, "C", seed &+ 1) { _, theme in [4, 4, 16][theme] },
        ]
        let overview = try Self.overview(sources)
        let shown = try Self.difference(overview, "treatment")
        #expect(shown.verdict == .higher && shown.sensitivity.survives)
        let line = try #require(overview.themes.first { $0.theme == "treatment" })
        #expect(line.standings[.complaints]?.rank == 1 && line.standings[.deviations]?.rank == 3)
        let complaints = try #require(line.standings[.complaints])
        let placed = try #require(overview.sources.first { $0.source == .complaints }).placed
        #expect(complaints.share?.count == complaints.count && complaints.share?.trials == placed)
        let said = try #require(overview.sentences(AnalysisNames()).first { $0.subject == .category("treatment") })
        #expect(said.text(.swedish).contains("Bemötande: ") && said.text(.swedish).contains("(plats 1)"))
        #expect(said.claim == .difference)
    }

    @Test("Where sources tell the same, few registers show a theme or a silent unit")
    func calibration() throws {
        let seeds = Seeds.some(60)
        var (themes, silences) = (0, 0)
        for seed in seeds {
            let overview = try Self.overview([
                try Self.records(.deviations, "K", seed) { _, theme in [6, 4, 2][theme] },
                try Self.records(.complaints, "C", seed &+ 1) { _, theme in [1.2, 0.8, 0.4][theme] },
            ])
            themes +=
                overview.agreements[0].differences.contains { $0.verdict == .higher || $0.verdict == .lower } ? 1 : 0
            silences += overview.silences.contains { $0.verdict == .silent } ? 1 : 0
        }
        print("False themes in \(themes) and false silences in \(silences) of \(seeds.count)")
        let limit = 0.05 * Double(seeds.count) + 4 * (0.05 * 0.95 * Double(seeds.count)).squareRoot()
        #expect(Double(themes) <= limit && Double(silences) <= limit)
    }

    @Test("A unit with many deviations and no complaint is silent, a small one is too small", arguments: Seeds.some(5))
    func silent(seed: UInt64) throws {
        print("Silent in one source, seed \(seed)")
        let overview = try Self.overview([
            try Self.records(.deviations, "K", seed, units: 9) { unit, _ in unit == 8 ? 0.3 : 30 },
            try Self.records(.complaints, "C", seed &+ 1, units: 8) { unit, _ in unit == 3 ? 0 : 8 },
        ]) { $0.listed = ["nobody"] }
        let silence = try #require(overview.silences.first { $0.unit == PlannedRecords.unit(3) })
        #expect(silence.verdict == .silent && silence.source == .complaints && silence.reporting == .deviations)
        #expect(silence.sensitivity.survives && silence.expected > 15)
        for small in overview.silences where small.unit == PlannedRecords.unit(8) {
            #expect(small.verdict == .tooLittleData)
        }
        #expect(overview.silentUnits == ["nobody"])
        let sentences = overview.sentences(AnalysisNames())
        let said = try #require(sentences.first { $0.subject == .unit(PlannedRecords.unit(3)) })
        #expect(said.text(.swedish).contains("inga klagomål och synpunkter"))
        #expect(said.text(.english).contains("no good mark"))
        #expect(sentences.contains { $0.text(.swedish).contains("Inget rapporterat i något underlag: nobody") })
    }

    @Test("Counts are those of the records, one with several themes counts once under each", arguments: Seeds.some(3))
    func counts(seed: UInt64) throws {
        let sources = [
            try Self.records(.deviations, "K", seed) { _, _ in 5 },
            try Self.records(.lexSarah, "L", seed &+ 1) { _, _ in 1 },
        ]
        let overview = try Self.overview(sources)
        for (source, letter) in [(sources[0], "K"), (sources[1], "L")] {
            let line = try #require(overview.sources.first { $0.source == source.source })
            #expect(line.count == source.table.recordCount && line.placed == line.count)
            let cube = try source.table.count(.records, by: [.units { [$0] }, .codes(.category)])
            for unit in (0..<8).map(PlannedRecords.unit) {
                for (index, theme) in Self.themes.enumerated() {
                    let expected = cube[.unit(unit), .code(CategoryCode(rawValue: "\(letter)\(index)"))]
                    #expect(overview.count(of: unit, theme, in: source.source) == expected)
                }
            }
        }
        #expect(overview.agreements.allSatisfy { $0.differences.count == 3 })
        let several = [CountTests.record([["C0"], ["C2"], ["?none"]], day: CalendarDate("2020-02-02"))]
        let table = try ObservationTable(several, countedBy: .occurred, dimensions: [.category])
        let one = try Self.overview([SourceRecords(.complaints, table)])
        #expect(one.sources[0].count == 1 && one.sources[0].placed == 1)
        #expect(one.themes.map { $0.standings[.complaints]?.count } == [1, 0, 1])
    }

    @Test("Orders are compared over all pairs of themes, with ties left out")
    func agreement() throws {
        func source(_ source: JointAnalysis.Source, _ letter: String, _ counts: [Int]) throws -> SourceRecords {
            var records = PlannedRecords(seed: 1)
            for (theme, count) in counts.enumerated() {
                records.add(count, year: 2020, unit: "A", category: "\(letter)\(theme)")
            }
            return SourceRecords(
                source,
                try ObservationTable(records.facts, countedBy: .occurred, dimensions: [.category])
            )
        }
        func agreement(_ first: [Int], _ second: [Int]) throws -> JointOverview.Agreement {
            let sources = [try source(.complaints, "C", first), try source(.deviations, "K", second)]
            return try #require(try Self.overview(sources).agreements.first)
        }
        #expect(try agreement([3, 2, 1], [30, 20, 10]).tau == 1)
        #expect(try agreement([1, 2, 3], [30, 20, 10]).tau == -1)
        let tied = try agreement([2, 2, 1], [30, 20, 10])
        #expect(tied.concordant == 2 && tied.discordant == 0)
        #expect(abs((tied.tau ?? 0) - 2 / 6.0.squareRoot()) < 1e-12)
        #expect(try agreement([1, 1, 1], [30, 20, 10]).tau == nil)
    }

    @Test("A theme for which a source has no category is missing there and not compared")
    func lacking() throws {
        let crosswalk = try ThemeCrosswalk(
            try Self.crosswalk().themes,
            [
                .deviations: ["K0": "care", "K1": "safety", "K2": "treatment"],
                .complaints: ["C0": "care", "C2": "treatment"],
            ]
        )
        let overview = try Self.overview([
            try Self.records(.deviations, "K", 5) { _, theme in [10, 80, 10][theme] },
            try Self.records(.complaints, "C", 6) { _, theme in [5, 0, 5][theme] },
        ]) { $0.crosswalk = crosswalk }
        #expect(overview.themes.first { $0.theme == "safety" }?.standings[.complaints] == nil)
        let differences = overview.agreements[0].differences
        // Among the themes that both have the sources tell the same, whatever deviations tell of safety.
        #expect(differences.map(\.theme) == ["care", "treatment"])
        #expect(differences.allSatisfy { $0.verdict == .withinChance })
        #expect(overview.sentences(AnalysisNames())[0].text(.swedish).contains("Har ingen kategori"))
    }

    @Test("A source that is missing is not zero, in figures and in words")
    func missing() throws {
        let overview = try Self.overview([try Self.records(.deviations, "K", 1) { _, _ in 5 }])
        #expect(overview.missing == [.reports, .complaints, .lexSarah, .lexMaria])
        let day = try #require(CalendarDate("2021-01-31"))
        let figures = overview.figures(cutOff: day, missingBecause: "not read")
        #expect(figures[.deviations]?.total == overview.sample)
        #expect(figures[.complaints] == .missing(reason: "not read"))
        #expect(overview.agreements.isEmpty && overview.silences.isEmpty)
        #expect(overview.sentences(AnalysisNames())[0].text(.english).contains("which is not zero"))
    }

    @Test("Categories of a version and of a heading have the theme of the crosswalk")
    func reading() throws {
        // The heading "fall" is under "omsorg" until 2020 and under "trygghet" from 2021.
        let classification = try ClassificationAxisTests.classification()
        let crosswalk = try ThemeCrosswalk(
            [ThemeCrosswalk.Theme("care", LocalizedText(sv: "Omsorg", en: "Care"))],
            [.deviations: ["omsorg": "care"]]
        )
        let (old, new) = (
            try ClassificationReading(classification, under: "2020"),
            try ClassificationReading(classification, under: "2021")
        )
        #expect(crosswalk.theme(of: "fall", in: .deviations, reading: old) == "care")
        #expect(crosswalk.theme(of: "fall", in: .deviations, reading: new) == nil)
        #expect(crosswalk.theme(of: "omsorg", in: .complaints) == nil)
        #expect(throws: AnalysisError.unknownTheme("other")) {
            try ThemeCrosswalk(crosswalk.themes, [.complaints: ["C0": "other"]])
        }
    }

    @Test("Nothing in the period is too little data")
    func nothing() throws {
        let table = try ObservationTable([RecordFacts](), countedBy: .occurred, dimensions: [.category])
        let question = JointOverview.Question(try ReferenceRecords.year(2020), try Self.crosswalk())
        #expect(try JointOverview.of([SourceRecords(.deviations, table)], question).result == nil)
    }
}
