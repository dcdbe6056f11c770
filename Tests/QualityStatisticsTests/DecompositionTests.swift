import QualityStatistics
import TestSupport
import Testing

@Suite("Decomposition into season, trend and remainder")
struct DecompositionTests {
    static func series(_ draws: inout Draws, years: Int = 5) -> [Double] {
        let season: [Double] = [4, 2, 0, -2, -4, -6, -4, -2, 0, 2, 4, 6]
        return (0..<(12 * years)).map { place in
            let trend = 20 + 0.1 * Double(place)
            return trend + season[place % 12] + Double(draws.number(-2...2))
        }
    }

    @Test("The parts add up to the values", arguments: Seeds.some(4), [STL.Fitting.plain, .robust])
    func sum(seed: UInt64, fitting: STL.Fitting) throws {
        var draws = Draws(seed: seed)
        let values = Self.series(&draws)
        let stl = try #require(try STL.decompose(values, period: 12, fitting: fitting).result)
        for index in values.indices {
            #expect(abs(stl.seasonal[index] + stl.trend[index] + stl.remainder[index] - values[index]) < 1e-12)
        }
        #expect(stl.strengthOfSeason > 0.6 && (0...1).contains(stl.strengthOfTrend))
        #expect(stl.weights.allSatisfy { (0...1).contains($0) })
    }

    @Test("An outlier counts for nothing in the robust fit", arguments: Seeds.some(4))
    func outlier(seed: UInt64) throws {
        var draws = Draws(seed: seed)
        var values = Self.series(&draws)
        values[30] += 200
        let stl = try #require(try STL.decompose(values, period: 12, seasonal: 13, fitting: .robust).result)
        #expect(stl.weights[30] == 0 && stl.remainder[30] > 150)
    }

    @Test("The classical season is 0 or 1 on average, and the trend is missing at the ends", arguments: [4, 12, 5])
    func classical(period: Int) throws {
        var draws = Draws(seed: 11)
        let values = Self.series(&draws)
        let sums = try #require(try ClassicalDecomposition.decompose(values, period: period).result)
        #expect(abs(sums.seasonal[..<period].reduce(0, +)) < 1e-10)
        let products = try #require(
            try ClassicalDecomposition.decompose(values, period: period, model: .multiplicative).result
        )
        #expect(abs(products.seasonal[..<period].reduce(0, +) - Double(period)) < 1e-10)
        #expect(sums.trend.count { $0 == nil } == 2 * (period / 2))
        for index in values.indices {
            guard let trend = products.trend[index], let remainder = products.remainder[index] else { continue }
            #expect(abs(trend * products.seasonal[index] * remainder - values[index]) < 1e-10)
        }
    }

    @Test("Less than two periods is too little")
    func shortage() throws {
        let values = (0..<23).map { Double($0) }
        guard case .tooLittleData(let shortage) = try STL.decompose(values, period: 12) else {
            Issue.record("found something")
            return
        }
        #expect(shortage.needed == 2 && shortage.available == 1 && shortage.quantity == .seasons)
        #expect(try ClassicalDecomposition.decompose(values, period: 12).result == nil)
    }

    @Test("Windows that are even or no wider than a period are errors")
    func errors() {
        let values = (0..<48).map { Double($0) }
        #expect(throws: StatisticsError(.outOfRange, of: "period")) { try STL.decompose(values, period: 1) }
        #expect(throws: StatisticsError(.outOfRange, of: "seasonal")) {
            try STL.decompose(values, period: 12, seasonal: 8)
        }
        #expect(throws: StatisticsError(.outOfRange, of: "trend")) { try STL.decompose(values, period: 12, trend: 11) }
        #expect(throws: StatisticsError(.outOfRange, of: "lowPass")) {
            try STL.decompose(values, period: 12, lowPass: 14)
        }
        #expect(throws: StatisticsError(.notFinite, of: "values", at: 48)) {
            try STL.decompose(values + [.nan], period: 12)
        }
        #expect(throws: StatisticsError(.outOfRange, of: "values", at: 0)) {
            try ClassicalDecomposition.decompose(values, period: 12, model: .multiplicative)
        }
    }
}
