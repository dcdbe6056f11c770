import Improvements
import QualityAnalysis
import QualityCore
import QualityStatistics
import TestSupport
import Testing

@Suite("Effects of measures")
struct EffectTests {
    static let unit = PlannedRecords.unit(0)
    static let names = AnalysisNames()

    /// Records of five units from 2016 to 2020, of which a test decides the mean a year of one category.
    static func table(_ seed: UInt64, mean: (Int, Int) -> Double) throws -> ObservationTable {
        var records = PlannedRecords(seed: seed)
        for year in 2016...2020 {
            for unit in 0..<5 {
                for category in ["K1", "K1.a", "K2"] {
                    let count = records.poisson(category == "K2" ? 30 : mean(year, unit))
                    records.add(count, year: year, unit: PlannedRecords.unit(unit), category: category)
                }
            }
        }
        return try ObservationTable(records.facts, countedBy: .occurred, dimensions: [.category])
    }

    @Test("A single event is told in the singular")
    func single() throws {
        var records = PlannedRecords(seed: 1)
        for year in 2016...2020 { records.add(year == 2020 ? 1 : 20, year: year, unit: Self.unit, category: "K1") }
        let table = try ObservationTable(records.facts, countedBy: .occurred, dimensions: [.category])
        let text = try #require(try Self.effect(table).sentences(Self.names).first?.text)
        #expect(text.swedish.hasPrefix("K1, U0: 1 rapporterad under 2020 mot "), "\(text.swedish)")
        #expect(text.english.hasPrefix("K1, U0: 1 reported in 2020 against "), "\(text.english)")
    }

    static func question(_ change: (inout MeasureEffect.Question) -> Void = { _ in }) throws -> MeasureEffect.Question {
        var question = MeasureEffect.Question(
            category: "K1",
            unit: unit,
            executed: try #require(CalendarDate("2019-12-15")),
            window: try ReferenceRecords.year(2020)
        )
        change(&question)
        return question
    }

    static func effect(
        _ table: ObservationTable,
        _ change: (inout MeasureEffect.Question) -> Void = { _ in }
    ) throws -> MeasureEffect {
        try #require(try table.effect(question(change)).result)
    }

    @Test("A planted fall is shown with its ratio, stands, and is not seen elsewhere", arguments: Seeds.some(5))
    func planted(seed: UInt64) throws {
        print("Planted effect, seed \(seed)")
        let table = try Self.table(seed) { year, unit in unit == 0 && year == 2020 ? 12 : 60 }
        let effect = try Self.effect(table)
        #expect(effect.change == .fewer && effect.sensitivity?.survives == true)
        let contrast = try #require(effect.contrast)
        let ratio = Double(effect.countAfter) / Double(effect.countBefore)
        #expect(contrast.approach == .exact && abs((contrast.ratio ?? 0) - ratio) < 1e-12)
        #expect(contrast.interval.lower < 0.2 && contrast.interval.upper < 0.5)
        #expect(effect.before == (try ReferenceRecords.year(2018)) && effect.past.count == 2)
        #expect(effect.pastContrast?.pValue ?? 1 < 0.001)
        #expect(effect.elsewhere?.verdict(upTo: 0.001) == .withinChance)
        #expect(effect.figures.first?.before == Double(effect.countBefore))
        #expect(effect.figures.count == 4)
    }

    @Test("The verdict is left to a person, in both languages", arguments: Language.allCases)
    func person(language: Language) throws {
        let sentences = try Self.effect(Self.table(1) { year, unit in unit == 0 && year == 2020 ? 12 : 60 })
            .sentences(Self.names).map { $0.text(language) }
        #expect(sentences.last?.contains(language == .swedish ? "bedömer" : "to judge") == true)
        for word in ["effektiv", "förbättr", "improve", "effective", "worked"] {
            #expect(!sentences.contains { $0.contains(word) }, "\(word)")
        }
        #expect(sentences[0].contains(language == .swedish ? "rapporterade" : "reported"))
    }

    @Test("Where nothing changed an effect is seldom shown")
    func calibration() throws {
        let seeds = Seeds.some(150)
        let shown = try seeds.count { seed in
            let change = try Self.effect(Self.table(seed) { _, _ in 8 }).change
            return change == .fewer || change == .more
        }
        print("Effects shown of none in \(shown) of \(seeds.count)")
        #expect(Double(shown) <= 0.05 * Double(seeds.count) + 4 * (0.05 * 0.95 * Double(seeds.count)).squareRoot())
    }

    @Test("A count before that was the highest is said to fall by itself", arguments: Seeds.some(3))
    func regression(seed: UInt64) throws {
        let high = try Self.effect(Self.table(seed) { year, unit in unit == 0 && year == 2018 ? 60 : 20 })
        #expect(high.start == .highest(of: 3))
        #expect(high.sentences(Self.names).contains { $0.text(.swedish).contains("återgång mot det vanliga") })
        // Against all earlier periods the fall is smaller.
        let (short, long) = (high.contrast?.ratio ?? 0, high.pastContrast?.ratio ?? 0)
        #expect(long > short)
        let low = try Self.effect(Self.table(seed) { year, unit in unit == 0 && year == 2018 ? 5 : 40 })
        #expect(low.start == .ordinary(of: 3))
        let alone = try Self.effect(Self.table(seed) { _, _ in 20 }) { $0.pastYears = 0 }
        #expect(alone.start == .unknown)
        #expect(alone.sentences(Self.names).contains { $0.text(.english).contains("No earlier period") })
    }

    @Test("While reports may come a fall is not said, but a rise is")
    func late() throws {
        let days = try #require(
            CalendarPeriod(first: ReferenceRecords.year(2016).first, last: ReferenceRecords.year(2020).last)
        )
        let coverage = ReportingCoverage(days: days, lateDays: 30)
        let fall = try Self.table(1) { year, unit in unit == 0 && year == 2020 ? 12 : 60 }
        let late = try Self.effect(fall) { $0.coverage = coverage }
        #expect(late.change == .notComparable(.reportsMayCome) && late.registration == .incomplete)
        #expect(late.sensitivity == nil)
        #expect(late.sentences(Self.names).contains { $0.text(.swedish).contains("fortfarande komma in") })
        let rise = try Self.table(1) { year, unit in unit == 0 && year == 2020 ? 90 : 20 }
        #expect(try Self.effect(rise) { $0.coverage = coverage }.change == .more)
        let whole = try Self.effect(fall) { $0.coverage = ReportingCoverage(days: days) }
        #expect(whole.change == .fewer && whole.registration == .complete)
        #expect(try Self.effect(fall).registration == .notChecked)
    }

    @Test("What the source does not hold is no change, whether anybody said what it holds or not")
    func notHeld() throws {
        let (early, late) = (try ReferenceRecords.year(2018), try ReferenceRecords.year(2020))
        let middle = try #require(CalendarDate("2020-06-30"))
        func change(
            from first: CalendarDate,
            through last: CalendarDate,
            means: (before: Double, after: Double),
            saying isSaid: Bool
        ) throws -> MeasureEffect.Change {
            let held = try #require(CalendarPeriod(first: first, last: last))
            let table = try Self.table(5) { year, _ in year == 2018 ? means.before : means.after }.limited(to: held)
            return try Self.effect(table) {
                $0.before = early
                if isSaid { $0.coverage = ReportingCoverage(days: held) }
            }.change
        }
        for isSaid in [false, true] {
            let half = (early.first, middle)
            #expect(
                try change(from: half.0, through: half.1, means: (60, 60), saying: isSaid)
                    == .notComparable(.reportsMayCome)
            )
            #expect(try change(from: half.0, through: half.1, means: (20, 200), saying: isSaid) == .more)
            let start = try #require(CalendarDate("2018-09-01"))
            #expect(
                try change(from: start, through: late.last, means: (60, 60), saying: isSaid)
                    == .notComparable(.notCovered)
            )
            #expect(try change(from: start, through: late.last, means: (200, 10), saying: isSaid) == .fewer)
        }
    }

    @Test("A unit that stopped reporting, or was closed, shows no effect")
    func silent() throws {
        var records = PlannedRecords(seed: 4)
        records.add(40, year: 2018, unit: Self.unit, category: "K1")
        records.add(40, year: 2020, unit: PlannedRecords.unit(1), category: "K1")
        let table = try ObservationTable(records.facts, countedBy: .occurred, dimensions: [.category])
        let silent = try Self.effect(table)
        #expect(silent.change == .notComparable(.silent))
        let days = try #require(
            CalendarPeriod(first: ReferenceRecords.year(2018).first, last: ReferenceRecords.year(2020).last)
        )
        var coverage = ReportingCoverage(days: days, silence: .zero)
        #expect(try Self.effect(table) { $0.coverage = coverage }.change == .fewer)
        coverage.open[Self.unit] = [try ReferenceRecords.year(2018)]
        #expect(try Self.effect(table) { $0.coverage = coverage }.change == .notComparable(.notOpen))
    }

    @Test("Rates are held against each other where exposures are known, and nothing where they are not")
    func exposure() throws {
        let table = try Self.table(7) { year, unit in unit == 0 && year == 2020 ? 30 : 60 }
        func entries(_ after: Double?) throws -> ExposureTable {
            var entries = [ExposureTable.Entry(unit: Self.unit, period: try ReferenceRecords.year(2018), amount: 8_000)]
            if let after {
                entries.append(.init(unit: Self.unit, period: try ReferenceRecords.year(2020), amount: after))
            }
            return try ExposureTable(.bedDays, entries)
        }
        let half = try entries(4_000)
        let effect = try Self.effect(table) { $0.basis = .exposure(half) }
        #expect(effect.change == .withinChance && effect.past.isEmpty)
        #expect(effect.sentences(Self.names)[0].text(.swedish).contains("i förhållande till antalet vårddygn"))
        let unknown = try entries(nil)
        #expect(try Self.effect(table) { $0.basis = .exposure(unknown) }.change == .notComparable(.noExposure))
    }

    @Test("Few events are too little data, none is no finding at all")
    func tooLittle() throws {
        var records = PlannedRecords(seed: 4)
        records.add(3, year: 2018, unit: Self.unit, category: "K1")
        records.add(9, year: 2020, unit: Self.unit, category: "K2")
        let table = try ObservationTable(records.facts, countedBy: .occurred, dimensions: [.category])
        #expect(try Self.effect(table).change == .tooLittleData(needed: 6))
        let none = try table.effect(Self.question { $0.category = "K9" })
        #expect(none.result == nil)
    }

    @Test("A plan asks for its category, unit and window, within the process that it names")
    func plan() throws {
        let window = try ReferenceRecords.year(2020)
        let scope = ProcessScope(of: try #require(RecordID("process")), categories: ["K1.a"])
        let plan = Measure.EffectPlan(
            category: "K1.a",
            unit: Self.unit,
            window: window,
            by: Signature("p", title: "Enhetschef", on: window.first)
        )
        let question = MeasureEffect.Question(plan, executed: try #require(CalendarDate("2019-11-01")), scope: scope)
        let table = try Self.table(3) { _, _ in 20 }
        let effect = try #require(try table.effect(question).result)
        let axis = CountAxis.codes(.category)
        let own = try table.limited(to: window).limited(to: ["K1.a"], along: .category).count(
            .records,
            by: [.units { [$0] }, axis]
        )
        #expect(effect.countAfter == own[.unit(Self.unit), .code("K1.a")])
        var other = question
        other.category = "K1"
        #expect(try table.effect(other).result == nil)
    }

    @Test("A period before that reaches to the measure is refused")
    func overlap() throws {
        let table = try Self.table(3) { _, _ in 20 }
        let year = try ReferenceRecords.year(2019)
        #expect(throws: AnalysisError.periodsOverlap(year, try ReferenceRecords.year(2020))) {
            try table.effect(Self.question { $0.before = year })
        }
    }
}
