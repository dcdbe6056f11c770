import QualityStatistics
import TestSupport
import Testing

@Suite("Log-linear trends of counts")
struct LogLinearTrendTests {
    @Test("Counts that double have a trend of 100 percent")
    func doubling() throws {
        let trend = try #require(try LogLinearTrend.poisson(counts: [1, 2, 4, 8, 16, nil, 64]).result)
        #expect(abs(trend.percentPerPeriod.estimate - 100) < 1e-9)
        #expect(trend.deviance < 1e-9 && trend.direction == .rising && trend.sample == 6)
        #expect(trend.fitted[5] == nil && trend.percentPerPeriod.interval.contains(100))
    }

    @Test("The trend is that of the rate where there are exposures", arguments: Seeds.some(5))
    func exposures(seed: UInt64) throws {
        var draws = Draws(seed: seed)
        let counts = (0..<24).map { _ in Optional(draws.number(0...30)) }
        let exposures = (0..<24).map { _ in Optional(Double(draws.number(50...90))) }
        let days = try #require(try LogLinearTrend.poisson(counts: counts, exposures: exposures).result)
        let years = try #require(
            try LogLinearTrend.poisson(counts: counts, exposures: exposures.map { $0.map { $0 / 365 } }).result
        )
        #expect(abs(days.slope.estimate - years.slope.estimate) < 1e-10)
        #expect(abs(days.deviance - years.deviance) < 1e-8)
    }

    @Test("A place without exposure is left out and keeps its place in time")
    func noExposure() throws {
        let trend = try #require(
            try LogLinearTrend.poisson(counts: [3, 5, 9, 4, 2], exposures: [10, 0, nil, 10, 10]).result
        )
        let same = try #require(
            try LogLinearTrend.poisson(counts: [3, nil, nil, 4, 2], exposures: [10, 1, 1, 10, 10]).result
        )
        #expect(trend == same)
        #expect(trend.sample == 3)
    }

    @Test("Counts that vary less than Poisson's do not make a trend more certain, unless asked to")
    func floor() throws {
        let counts = [10, 11, 11, 12, 12, 13, 13, 14].map { Optional($0) }
        let plain = try #require(try LogLinearTrend.poisson(counts: counts).result)
        let quasi = try #require(try LogLinearTrend.quasiPoisson(counts: counts).result)
        let raw = try #require(try LogLinearTrend.quasiPoisson(counts: counts, floor: 0).result)
        #expect(quasi.variance == .quasiPoisson(factor: 1))
        #expect(try #require(quasi.dispersion) < 0.1)
        #expect(quasi.slope.pValue > plain.slope.pValue)
        #expect(raw.slope.pValue < plain.slope.pValue)
    }

    @Test("The naive trend of falls is certain, and the honest one is not")
    func falls() throws {
        let counts = [1224, 1253, 1238, 931].map { Optional($0) }
        let naive = try #require(try LogLinearTrend.poisson(counts: counts).result)
        let honest = try #require(try LogLinearTrend.quasiPoisson(counts: counts).result)
        #expect(naive.slope.pValue < 1e-8)
        #expect(naive.assumptions.contains { $0.standing == .fails })
        #expect(abs(honest.slope.pValue - 0.27) < 0.01)
    }

    @Test("Without overdispersion the negative binomial is Poisson")
    func alpha() throws {
        let even = (0..<20).map { Optional(10 + $0 % 2) }
        let trend = try #require(try LogLinearTrend.negativeBinomial(counts: even).result)
        #expect(trend.variance == .poisson && trend.overdispersion == nil)
        let wild = (0..<20).map { Optional($0 % 4 == 0 ? 40 : 3) }
        let spread = try #require(try LogLinearTrend.negativeBinomial(counts: wild).result)
        let overdispersion = try #require(spread.overdispersion)
        #expect(spread.variance == .negativeBinomial(alpha: overdispersion.alpha))
        #expect(overdispersion.alpha > 0.1 && overdispersion.overPoisson.pValue < 1e-6)
        let nearby = [0.99, 1.01].map { factor in
            try? LogLinearTrend.negativeBinomial(counts: wild, alpha: overdispersion.alpha * factor).result?
                .logLikelihood
        }
        #expect(nearby.allSatisfy { $0.flatMap(\.self).map { $0 < spread.logLikelihood } ?? false })
    }

    @Test("Counts that spread without measure are negative binomial, not Poisson")
    func extremeOverdispersion() throws {
        let counts = [0, 0, 0, 1000, 0, 0, 3, 0, 0, 500, 0, 0]
        let trend = try #require(try LogLinearTrend.negativeBinomial(counts: counts).result)
        let overdispersion = try #require(trend.overdispersion)
        #expect(abs(overdispersion.alpha - 27.283_027_653_1) < 1e-7)
        #expect(abs(trend.coefficients[0].estimate - 5.141_582_665_9) < 1e-7)
        #expect(abs(trend.coefficients[1].estimate - -0.059_320_198_7) < 1e-7)
        #expect(abs(trend.logLikelihood - -27.576_601_099_7) < 1e-7)
    }

    @Test("The most likely trend of any α is found", arguments: [0.1, 3, 30, 300])
    func steep(alpha: Double) throws {
        let counts = [0, 8802, 0, 86, 0]
        let trend = try #require(try LogLinearTrend.negativeBinomial(counts: counts, alpha: alpha).result)
        for power in [0.0, 1] {
            let score = counts.indices.reduce(0) { sum, time in
                let mean = trend.fitted[time] ?? .nan
                let weight = power == 0 ? 1 : Double(time)
                return sum + weight * (Double(counts[time]) - mean) / (1 + alpha * mean)
            }
            #expect(abs(score) < 1e-8 * 8888)
        }
    }

    @Test("A small change of very large counts is held against its own size")
    func largeCounts() throws {
        let counts = [0, 0, 1, 1, 2, 0, 3, 3].map { 1_000_000_000_000 + $0 }
        let trend = try #require(try LogLinearTrend.quasiPoisson(counts: counts, floor: 0).result)
        #expect(abs(trend.deviance / 4.619_047_619e-12 - 1) < 0.01)
        #expect(abs(trend.trend.statistic / 8.938 - 1) < 0.01)
    }

    @Test("A season is fitted beside the trend")
    func season() throws {
        let counts = (0..<60).map { Optional([30, 26, 20, 14, 10, 8, 8, 10, 14, 20, 26, 30][$0 % 12]) }
        let season = try LogLinearTrend.Season(period: 12)
        let trend = try #require(try LogLinearTrend.poisson(counts: counts, season: season).result)
        let plain = try #require(try LogLinearTrend.poisson(counts: counts).result)
        #expect(trend.coefficients.map(\.term) == [.intercept, .time, .cosine(1), .sine(1)])
        #expect(trend.deviance < 0.2 * plain.deviance)
        #expect(throws: StatisticsError(.outOfRange, of: "harmonics")) {
            try LogLinearTrend.Season(period: 12, harmonics: 6)
        }
    }

    @Test(
        "Too few counts, no event, and events in one outer place only are too little data",
        arguments: [
            ([], .values), ([3], .values), ([nil, 3, nil], .values), ([0, 0, 0], .events), ([0, 0, 0, 5], .groups),
            ([7, 0, 0, 0, 0, 0], .groups),
        ] as [([Int?], TooLittleData.Quantity)]
    )
    func shortage(counts: [Int?], quantity: TooLittleData.Quantity) throws {
        guard case .tooLittleData(let shortage) = try LogLinearTrend.poisson(counts: counts) else {
            Issue.record("found something")
            return
        }
        #expect(shortage.quantity == quantity && shortage.available < shortage.needed)
        #expect(try LogLinearTrend.quasiPoisson(counts: counts).result == nil)
        #expect(try LogLinearTrend.negativeBinomial(counts: counts).result == nil)
        #expect(try LogLinearTrend.negativeBinomial(counts: counts, alpha: 0.5).result == nil)
    }

    @Test("Numbers a regression is not defined for are errors")
    func errors() {
        #expect(throws: StatisticsError(.negative, of: "counts", at: 1)) {
            try LogLinearTrend.poisson(counts: [1, -1, 2])
        }
        #expect(throws: StatisticsError(.unequalLengths, of: "exposures")) {
            try LogLinearTrend.poisson(counts: [1, 2, 3], exposures: [1])
        }
        #expect(throws: StatisticsError(.notFinite, of: "exposures", at: 2)) {
            try LogLinearTrend.poisson(counts: [1, 2, 3], exposures: [1, 1, .nan])
        }
        #expect(throws: StatisticsError(.negative, of: "exposures", at: 0)) {
            try LogLinearTrend.poisson(counts: [1, 2, 3], exposures: [-1, 1, 1])
        }
        #expect(throws: StatisticsError(.outOfRange, of: "level")) {
            try LogLinearTrend.poisson(counts: [1, 2, 3], level: 1)
        }
        #expect(throws: StatisticsError(.outOfRange, of: "floor")) {
            try LogLinearTrend.quasiPoisson(counts: [1, 2, 3], floor: -1)
        }
        #expect(throws: StatisticsError(.outOfRange, of: "alpha")) {
            try LogLinearTrend.negativeBinomial(counts: [1, 2, 3], alpha: 0)
        }
    }
}
