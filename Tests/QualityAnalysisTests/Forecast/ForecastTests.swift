import QualityAnalysis
import QualityCore
import QualityStatistics
import TestSupport
import Testing

@Suite("Forecasts of counts")
struct ForecastTests {
    static func series(_ counts: [Int?]) -> ReportedSeries {
        ReportedSeries(
            DrawnSeries.months(counts.count),
            counts.map { $0.map(ReportedSeries.Entry.count) ?? .missing(.silent) }
        )
    }

    /// What counts follow.
    struct World: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let scatter: DrawnSeries.Scatter
        let mean: @Sendable (Int) -> Double
    }

    /// A season by months: 1 on average, 1.6 at its highest.
    static func season(_ place: Int) -> Double {
        [1.6, 1.5, 1.2, 1, 0.8, 0.6, 0.4, 0.5, 0.8, 1, 1.2, 1.4][place % 12]
    }

    static let worlds = [
        World(testDescription: "even, mean 4", scatter: .poisson) { _ in 4 },
        World(testDescription: "even, mean 20", scatter: .poisson) { _ in 20 },
        World(testDescription: "over-dispersed, mean 15", scatter: .negativeBinomial(size: 5)) { _ in 15 },
        World(testDescription: "season, mean 30", scatter: .poisson) { 30 * season($0) },
        World(testDescription: "rising by 2 % a month", scatter: .poisson) { place in
            (0..<place).reduce(10.0) { mean, _ in mean * 1.02 }
        },
    ]

    @Test("Of the numbers to come four of five lie within an interval of 80 %", .long, arguments: worlds)
    func coverage(world: World) throws {
        let runs = TestSize.isFull ? 2_000 : 150
        let (level, ahead, length) = (0.8, 3, 48)
        let seed = Seeds.some(1)[0]
        var drawn = DrawnSeries(seed: seed)
        var (held, all) = (0, 0)
        var chosen: [CountForecast.Model: Int] = [:]
        for _ in 0..<runs {
            let counts = (0..<(length + ahead)).map { drawn.count(world.mean($0), world.scatter) }
            let finding = try Self.series(Array(counts.prefix(length))).forecast(ahead, level: level)
            let forecast = try #require(finding.result)
            chosen[forecast.chosen.model, default: 0] += 1
            for (point, count) in zip(forecast.chosen.points, counts.suffix(ahead)) {
                all += 1
                if point.interval.contains(count) { held += 1 }
            }
        }
        let share = Double(held) / Double(all)
        print("Forecast, \(world.testDescription): \(held) of \(all) within 80 % intervals (\(share)), seed \(seed)")
        print("  chosen: \(chosen.sorted { $0.key.rawValue < $1.key.rawValue }.map { "\($0.key) \($0.value)" })")
        // Whole numbers make intervals wider than asked; choosing among ways makes them a little narrower.
        let error = (level * (1 - level) / Double(runs)).squareRoot()
        #expect(share >= level - 0.02 - 4 * error && share <= 0.94, "seed \(seed)")
    }

    @Test("A season and a trend are chosen where there are any, the mean where there is none")
    func choice() throws {
        var drawn = DrawnSeries(seed: 4)
        let even = try #require(
            try Self.series((0..<60).map { _ in drawn.count(20, .poisson) }).forecast(12).result
        )
        #expect(even.chosen.model == .mean && even.chosen.points.count == 12)
        #expect(Set(even.alternatives.map(\.model)).count == 5 && even.notTried.isEmpty)
        let seasonal = try #require(
            try Self.series((0..<60).map { drawn.count(60 * Self.season($0), .poisson) }).forecast(12).result
        )
        #expect([.season, .sameSeason, .trendAndSeason].contains(seasonal.chosen.model))
        #expect(seasonal.chosen.points[6].expected < 0.7 * seasonal.chosen.points[0].expected)
        let rising = try #require(
            try Self.series((0..<60).map { drawn.count(20 + 2 * Double($0), .poisson) }).forecast(1).result
        )
        #expect([.trend, .trendAndSeason].contains(rising.chosen.model))
        #expect(rising.chosen.points[0].expected > 110)
    }

    @Test("Fifteen whole months are too little for a forecast, sixteen are enough", arguments: [0, 4, 15, 16, 24, 36])
    func tooLittle(length: Int) throws {
        let finding = try Self.series((0..<36).map { $0 < length ? 5 + $0 % 3 : nil }).forecast(1)
        #expect((finding.result == nil) == (length < 16))
        if case .tooLittleData(let shortage) = finding {
            #expect(shortage.needed == 16 && shortage.available == length)
        }
        if length == 16 {
            let forecast = try #require(finding.result)
            guard case .tooLittleData(let shortage)? = forecast.notTried[.sameSeason] else {
                return #expect(Bool(false), "a season is told from \(length) counts")
            }
            #expect(shortage.needed == 32 && forecast.notTried[.trendAndSeason] != nil)
        }
    }

    @Test("A way that no gap lets predict is told from one that has too few counts")
    func gaps() throws {
        let counts = (0..<120).map { $0.isMultiple(of: 2) ? 5 + $0 % 3 : nil }
        let forecast = try #require(try Self.series(counts).forecast(1).result)
        #expect(forecast.notTried == [.last: .noPrediction, .sameSeason: .noPrediction])
    }

    @Test("Only zeros give no forecast, as no rate is known")
    func zeros() throws {
        guard case .tooLittleData(let shortage) = try Self.series([Int?](repeating: 0, count: 30)).forecast(1) else {
            Issue.record("nothing is known of the rate")
            return
        }
        #expect(shortage.quantity == .events)
    }

    @Test("Months whose reports still come in are forecast, and no month is forecast twice")
    func late() throws {
        let scale = DrawnSeries.months(30)
        var drawn = DrawnSeries(seed: 2)
        let entries = (0..<30).map { place -> ReportedSeries.Entry in
            place < 28 ? .count(drawn.count(12, .poisson)) : .incomplete(2, .late)
        }
        let forecast = try #require(try ReportedSeries(scale, entries).forecast(2).result)
        let periods = forecast.chosen.points.map(\.period)
        #expect(periods.count == 4 && Array(periods.prefix(2)) == Array(scale.periods.suffix(2)))
        #expect(periods.map(\.first) == periods.map(\.first).sorted() && Set(periods).count == 4)
        #expect(forecast.sample == 28)
    }

    @Test("Twice the exposure to come gives twice the number")
    func exposure() throws {
        var drawn = DrawnSeries(seed: 6)
        let counts = (0..<30).map { _ in drawn.count(40, .poisson) }
        let even = try #require(try Self.series(counts).forecast(1).result)
        let exposures = (0...30).map { $0 < 30 ? 100.0 : 200 }
        let more = try #require(try Self.series(counts).forecast(1, exposures: exposures).result)
        #expect(abs(more.chosen.points[0].expected - 2 * even.chosen.points[0].expected) < 1e-9)
    }

    @Test("The sentence tells number, interval, record and alternatives in both languages")
    func sentence() throws {
        var drawn = DrawnSeries(seed: 12)
        let series = Self.series((0..<48).map { _ in drawn.count(20, .poisson) })
        let forecast = try #require(try series.forecast(1).result)
        let sentence = forecast.sentence(of: .category("Fall"), AnalysisNames())
        print(sentence.text.swedish)
        print(sentence.text.english)
        #expect(sentence.text.swedish.hasPrefix("Fall: ") && sentence.text.swedish.contains("väntas bli rapporterade"))
        #expect(
            sentence.text.swedish.contains("prediktionsintervall") && sentence.text.swedish.contains("Andra sätt: ")
        )
        #expect(sentence.text.english.contains("expected to be reported in January 2019"))
    }

    @Test("Levels, numbers of periods and exposures that can not be are refused")
    func refusals() throws {
        let series = Self.series((0..<20).map { $0 })
        func refusal(_ code: StatisticsError.Code, _ name: String, at index: Int? = nil) -> AnalysisError {
            .statistics(StatisticsError(code, of: name, at: index))
        }
        #expect(throws: refusal(.outOfRange, "level")) { try series.forecast(1, level: 1) }
        #expect(throws: refusal(.outOfRange, "periods")) { try series.forecast(0) }
        #expect(throws: refusal(.unequalLengths, "exposures")) { try series.forecast(1, exposures: [1]) }
        let exposures = (0..<21).map { $0 == 3 ? 0.0 : 1 }
        #expect(throws: refusal(.noExposure, "exposures", at: 3)) { try series.forecast(1, exposures: exposures) }
    }
}
