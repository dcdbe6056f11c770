import QualityAnalysis
import QualityCore
import QualityStatistics
import TestSupport
import Testing

@Suite("Signals in series")
struct SignalTests {
    static let subject = ReportedSeries.Subject(unit: "U1", category: "K1")

    static func source(
        _ counts: [Int?],
        subject: ReportedSeries.Subject = subject,
        exposures: [Double?]? = nil,
        days: [CalendarDate]? = nil,
        basis: ChartBasis = .whole
    ) -> ScannedSeries.Source {
        let entries = counts.map { $0.map(ReportedSeries.Entry.count) ?? .missing(.silent) }
        let series = ReportedSeries(DrawnSeries.months(counts.count), entries)
        return ScannedSeries.Source(subject, series, exposures: exposures, days: days, basis: basis)
    }

    static func scanned(_ source: ScannedSeries.Source) throws -> ScannedSeries {
        try #require(try SignalScan.scan([source]).result?.series.first)
    }

    /// All orders of so many points above and below a line, as signs.
    static func orders(_ above: Int, _ below: Int) -> [[Bool]] {
        if above == 0 { return [[Bool](repeating: false, count: below)] }
        if below == 0 { return [[Bool](repeating: true, count: above)] }
        return orders(above - 1, below).map { [true] + $0 } + orders(above, below - 1).map { [false] + $0 }
    }

    static func runs(_ signs: [Bool]) -> (runs: Int, longest: Int) {
        var (runs, longest, length) = (0, 0, 0)
        for (index, sign) in signs.enumerated() {
            length = index > 0 && sign == signs[index - 1] ? length + 1 : 1
            runs += length == 1 ? 1 : 0
            longest = max(longest, length)
        }
        return (runs, longest)
    }

    @Test("The p-value of a shift and the false alarms of the run chart are those of all orders, one by one")
    func permutations() throws {
        let all = Self.orders(6, 6)
        let found = all.map(Self.runs)
        func share(_ condition: ((runs: Int, longest: Int)) -> Bool) -> Double {
            Double(found.count(where: condition)) / Double(found.count)
        }
        let few = (0...12).map { limit in share { $0.runs <= limit } }
        let long = (0...12).map { limit in share { $0.longest >= limit } }
        let limits = try #require(RunsLimits(useful: 12))
        let alarm = share { $0.longest > limits.longestRun || $0.runs - 1 < limits.crossings }
        for signs in all where Self.runs(signs).runs < 6 || signs[0] != signs[1] {
            let scanned = try Self.scanned(Self.source(signs.enumerated().map { $1 ? 40 + $0 : 20 - $0 }))
            let (runs, longest) = Self.runs(signs)
            let least = min(few[runs], long[longest]) + 1e-9
            let expected = share { few[$0.runs] <= least || long[$0.longest] <= least }
            #expect(abs(try #require(scanned[.shift]).pValue - expected) < 1e-9, "\(signs)")
            let plain = try #require(scanned.plainAlarms.first { $0.kind == .shift })
            #expect(abs(plain.falseAlarm - alarm) < 1e-9)
            #expect(plain.alarms == (longest > limits.longestRun || runs - 1 < limits.crossings))
        }
    }

    @Test("A trend has the exact p-value of Mann and Kendall where it may matter", arguments: Seeds.some(20))
    func exactTrend(seed: UInt64) throws {
        var draws = Draws(seed: seed)
        for length in [5, 9, 24, 40] {
            let counts = (0..<length).map { place in 3 + draws.below(8) + draws.below(place + 1) / 3 }
            let finding = try #require(try Self.scanned(Self.source(counts))[.trend])
            let exact = try #require(try MannKendall.Exact.of(counts.map(Double.init))?.twoSided.value)
            #expect(abs(finding.pValue - exact) <= (exact <= 0.009 || length <= 16 ? 1e-12 : 2e-4), "seed \(seed)")
        }
    }

    @Test("The trend test alarms as often as it states, over all orders of seven values")
    func attainedTrend() throws {
        func orders(_ values: [Int]) -> [[Int]] {
            if values.count < 2 { return [values] }
            return values.indices.flatMap { index -> [[Int]] in
                var rest = values
                let first = rest.remove(at: index)
                return orders(rest).map { [first] + $0 }
            }
        }
        for values in [[1, 2, 3, 4, 5, 6, 7], [1, 1, 2, 3, 3, 3, 4]] {
            var alarms = 0
            let all = orders(values)
            var stated = 0.0
            for (index, order) in all.enumerated() {
                guard let exact = try MannKendall.Exact.of(order.map(Double.init)) else { continue }
                if exact.twoSided.value <= 0.05 { alarms += 1 }
                if index == 0 {
                    let scanned = try Self.scanned(Self.source(order))
                    stated = try #require(scanned.plainAlarms.first { $0.kind == .trend }).falseAlarm
                }
            }
            let share = Double(alarms) / Double(all.count)
            #expect(abs(share - stated) < 0.004, "\(values): \(share), stated \(stated)")
        }
    }

    @Test("Four values never give a trend, and nine no chart", arguments: 1...14)
    func tooLittle(length: Int) throws {
        let finding = try SignalScan.scan([Self.source((0..<length).map { 10 * $0 + 10 })])
        guard let series = finding.result?.series.first else {
            #expect(length < 5)
            return
        }
        #expect(length >= 5 && series[.trend] != nil)
        #expect((series[.point] != nil) == (length >= 10))
        #expect((series.choice.standing == nil) == (length < 10))
        #expect((series.choice.standing == .trial) == (10...12).contains(length))
        if length < 10 {
            #expect(series.choice.limits == nil && series.runChart == nil)
            guard case .tooLittleData(let shortage) = series.choice.reason else {
                Issue.record("a short series has too little data")
                return
            }
            #expect(shortage.available == length && shortage.needed == 10)
        }
    }

    @Test("The chart follows the counts: C, U, U′, G, T, and none with limits where the days are not known")
    func choice() throws {
        var drawn = DrawnSeries(seed: 11)
        let scale = DrawnSeries.months(48)
        let even = (0..<48).map { _ in drawn.count(12, .poisson) }
        #expect(try Self.scanned(Self.source(even)).choice.limits == .c)
        let exposures = (0..<48).map { 100 + Double($0 % 5) }
        #expect(try Self.scanned(Self.source(even, exposures: exposures)).choice.limits == .u)
        let spread = (0..<48).map { _ in drawn.count(40, .negativeBinomial(size: 3)) }
        #expect(try Self.scanned(Self.source(spread)).choice.limits == .uPrime)
        let rare = drawn.source(Self.subject, months: 48, .poisson) { _ in 0.7 }
        #expect(try Self.scanned(rare).choice.limits == .t)
        #expect(rare.days?.count == rare.series.counts.reduce(0) { $0 + ($1 ?? 0) })
        let unknown = try Self.scanned(Self.source(rare.series.counts))
        #expect(unknown.choice.limits == nil && unknown.choice.standing == .established)
        let first = try #require(scale.periods.first).first
        let burst = (0..<14).map { first.adding(days: 3 * $0 / 2) ?? first }
        let counts = scale.periods.map { period in burst.count { period.contains($0) } }
        #expect(try Self.scanned(Self.source(counts, days: burst)).choice.limits == .g)
        for series in [even, spread, rare.series.counts.compactMap(\.self)] {
            let sentence = try Self.scanned(Self.source(series)).choice.sentence
            #expect(sentence.swedish.contains("eriediagram") && sentence.english.contains("un chart"))
        }
    }

    @Test("A missing month is no zero: it makes no signal and is in no p-value")
    func missing() throws {
        var drawn = DrawnSeries(seed: 5)
        var counts: [Int?] = (0..<36).map { _ in drawn.count(20, .poisson) }
        counts[20] = nil
        let scanned = try Self.scanned(Self.source(counts))
        #expect(scanned[.point]?.sample == 35 && scanned[.trend]?.sample == 35)
        #expect(scanned.controlChart?.values[20] == nil)
        #expect(try Self.scanned(Self.source(counts.map { $0 ?? 0 }))[.point]?.isSignal == true)
        #expect(scanned[.point]?.isSignal == false)
    }

    @Test("Exposure that doubles with the counts is no change")
    func exposure() throws {
        var drawn = DrawnSeries(seed: 8)
        let exposures = (0..<40).map { $0 < 20 ? 1_000.0 : 2_000 }
        let counts = exposures.map { drawn.count($0 / 100, .poisson) }
        #expect(try Self.scanned(Self.source(counts))[.shift]?.isSignal == true)
        let rates = try Self.scanned(Self.source(counts, exposures: exposures))
        #expect(rates.findings.allSatisfy { !$0.isSignal })
    }

    @Test("A chart that begins anew with a reason is tested from there on")
    func rebased() throws {
        var drawn = DrawnSeries(seed: 21)
        let counts = (0..<48).map { drawn.count($0 < 24 ? 10 : 30, .poisson) }
        #expect(try Self.scanned(Self.source(counts))[.shift]?.isSignal == true)
        let basis = try ChartBasis(rebasings: [Rebasing(at: 24, because: "Två enheter slogs samman")])
        let scanned = try Self.scanned(Self.source(counts, basis: basis))
        #expect(scanned.findings.allSatisfy { !$0.isSignal && $0.sample <= 24 })
        #expect(scanned.controlChart?.phases.count == 2)
    }

    @Test("A planted shift, point and trend are found, survive, and are said in both languages")
    func planted() throws {
        var drawn = DrawnSeries(seed: 3)
        var sources = drawn.sources(units: 8, categories: 6, months: 48) { _, _ in .poisson }
        let subjects = (1...3).map {
            ReportedSeries.Subject(unit: "Solgården", category: CategoryCode(rawValue: "P\($0)"))
        }
        sources.append(drawn.source(subjects[0], months: 48, .poisson) { $0 < 26 ? 20 : 34 })
        sources.append(drawn.source(subjects[1], months: 48, .poisson) { $0 == 30 ? 60 : 18 })
        sources.append(drawn.source(subjects[2], months: 48, .poisson) { 40 - 0.5 * Double($0) })
        let scan = try #require(try SignalScan.scan(sources).result)
        for (subject, kind) in zip(subjects, [SeriesFinding.Kind.shift, .point, .trend]) {
            let finding = try #require(scan[subject]?[kind])
            #expect(finding.isSignal && finding.sensitivity?.survives == true, "\(kind)")
            #expect(finding.pValue <= finding.adjustedPValue && finding.pValue <= scan.threshold)
        }
        #expect(scan.expectedFalse == 0.05 * Double(scan.signals.count))
        let sentences = scan.sentences(AnalysisNames())
        #expect(sentences.count >= scan.signals.count + 3)
        for sentence in sentences {
            print(sentence.text.swedish)
            print(sentence.text.english)
            #expect(!sentence.text.swedish.contains("  ") && !sentence.text.english.contains("  "))
        }
        for sentence in sentences where sentence.claim == .difference {
            #expect(sentence.text.swedish.contains("rapporterade") && sentence.text.english.contains("reported"))
        }
        let fall = try #require(sentences.last { $0.text.swedish.hasPrefix("Färre rapporterade") })
        #expect(fall.text.english.contains("no improvement by itself"))
    }

    @Test("A shift whose run and crossings are both within their limits is not said to break one")
    func bothWithin() throws {
        let counts = [9, 9, 11, 9, 11, 11, 11, 11, 11, 11, 11, 9, 9, 9, 9, 9]
        let scan = try #require(try SignalScan.scan([Self.source(counts)]).result)
        let sentence = try #require(scan.sentences(AnalysisNames()).first { $0.claim == .difference })
        #expect(
            sentence.text.swedish.contains(
                "(maj 2015–november 2015) var antalet rapporterade över medianen 10, "
                    + "och korsade den 4 gånger, vilket slumpen sällan ger (justerat p"
            )
        )
        #expect(
            sentence.text.english.contains("and crossed it 4 times, which chance rarely gives (adjusted p")
        )
    }

    @Test("A long time without any report is a signal of its own")
    func silence() throws {
        let first = day("2015-01-01")
        let days = (0..<40).compactMap { first.adding(days: 20 * $0 + ($0 >= 20 ? 500 : 0)) }
        let scale = DrawnSeries.months(44)
        let counts = scale.periods.map { period in days.count { period.contains($0) } }
        let finding = try #require(try Self.scanned(Self.source(counts, days: days))[.point])
        #expect(finding.isSignal)
        guard case .point(let point) = finding.pattern else { return }
        #expect(point.measure == .daysBetween && point.value == 520 && !point.isHigher)
    }

    @Test("A table gives a series of each unit and category, and one in all with its units to leave out")
    func table() throws {
        var draws = Draws(seed: 9)
        var drawn = DrawnSeries(seed: 10)
        let scale = DrawnSeries.months(36)
        var facts: [RecordFacts] = []
        for unit in 0..<4 {
            for category in 0..<3 {
                for (place, period) in scale.periods.enumerated() {
                    let isShifted = unit == 1 && category == 2 && place >= 18
                    for _ in 0..<drawn.count(category == 0 ? 0.5 : isShifted ? 28 : 14, .poisson) {
                        let found = period.first.adding(days: draws.below(28)) ?? period.first
                        facts.append(SeriesTests.record(found.description, "U\(unit)", "K\(category)"))
                    }
                }
            }
        }
        let table = try ObservationTable(facts, countedBy: .occurred, dimensions: [.category])
        let days = try #require(CalendarPeriod(first: scale.periods[0].first, last: scale.periods[35].last))
        var question = SignalScan.Question(scale, coverage: ReportingCoverage(days: days))
        let scan = try #require(try table.signals(question).result)
        #expect(scan.series.count == 12)
        #expect(scan[ReportedSeries.Subject(unit: "U1", category: "K2")]?[.shift]?.isSignal == true)
        let rare = try #require(scan[ReportedSeries.Subject(unit: "U0", category: "K0")])
        let inRare = facts.filter { $0.unit == "U0" && $0.observations[0].codes[.category] == ["K0"] }
        #expect(rare.choice.limits == .t && rare.source.days?.count == inRare.count)
        question.units = nil
        question.categories = nil
        let whole = try #require(try table.signals(question).result)
        #expect(whole.series.count == 1 && whole.series[0].source.parts.count == 7)
        let shift = try #require(whole.signals.first { $0.finding.kind == .shift }?.finding.sensitivity)
        #expect(shift.units == .changes(without: [.unit("U1")]))
    }

    @Test("A rate, a level and limits that can not be are refused")
    func refusals() throws {
        for rate in [0, 1, -0.1, .nan] as [Double] {
            #expect(throws: AnalysisError.statistics(StatisticsError(.outOfRange, of: "falseDiscoveryRate"))) {
                try SignalScan.scan([], falseDiscoveryRate: rate)
            }
        }
        let basis = try ChartBasis(rebasings: [Rebasing(at: 50, because: "Utanför")])
        #expect(throws: AnalysisError.self) { try SignalScan.scan([Self.source((0..<20).map { $0 }, basis: basis)]) }
    }
}
