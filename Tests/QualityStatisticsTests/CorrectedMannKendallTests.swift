import QualityStatistics
import TestSupport
import Testing

@Suite("Tests for a trend with seasons or dependence")
struct CorrectedMannKendallTests {
    static let corrections: [CorrectedMannKendall.Correction] = [
        .hamedRao(significance: 0.05), .yueWang, .preWhitening, .trendFreePreWhitening,
    ]

    @Test("Two values, and values that do not differ, are too little", arguments: corrections)
    func shortage(correction: CorrectedMannKendall.Correction) throws {
        let few = try CorrectedMannKendall.test([1, nil, 3], correction: correction)
        let same = try CorrectedMannKendall.test([4, 4, nil, 4, 4], correction: correction)
        guard case .tooLittleData(let values) = few, case .tooLittleData(let distinct) = same else {
            Issue.record("found something")
            return
        }
        #expect(values.quantity == .values && values.needed == 3 && values.available == 2)
        #expect(distinct.quantity == .distinctValues)
    }

    @Test("A straight line leaves nothing to correlate once it is taken away", arguments: [1, 0.1, -0.7] as [Double])
    func line(slope: Double) throws {
        let values = (0..<20).map { Optional(slope * Double($0)) }
        for correction in Self.corrections where correction != .preWhitening {
            #expect(try CorrectedMannKendall.test(values, correction: correction).result == nil)
        }
    }

    @Test("Values that follow the ones before make a trend less certain", arguments: Seeds.some(10))
    func dependence(seed: UInt64) throws {
        var draws = Draws(seed: seed)
        var level = 0.0
        let walk: [Double?] = (0..<80).map { _ in
            level = 0.9 * level + Double(draws.number(-100...100)) / 7
            return level
        }
        let plain = try #require(try MannKendall.test(walk).result)
        let corrected = try #require(
            try CorrectedMannKendall.test(walk, correction: .hamedRao(significance: 0.05)).result
        )
        #expect(corrected.variance > plain.variance)
        #expect(corrected.score == plain.score && corrected.pValue.value >= plain.normalPValue.value)
    }

    @Test("Autocorrelations that leave the score no variance are too little")
    func noVariance() throws {
        let values: [Double?] = [3, 16, 5, 15, 10, 9, 6, 10, 16, 3, 15, 10, 7, 21, 2, 18]
        let finding = try CorrectedMannKendall.test(values, correction: .hamedRao(significance: 0.05))
        guard case .tooLittleData(let shortage) = finding else {
            Issue.record("found something")
            return
        }
        #expect(shortage.quantity == .independentValues && shortage.available < shortage.needed)
    }

    @Test(
        "The factor of the variance says how much dependence widens it, and by what it leaves none",
        arguments: corrections
    )
    func factor(correction: CorrectedMannKendall.Correction) throws {
        let values: [Double] = [3, 5, 4, 6, 8, 7, 9, 12, 10, 11, 15, 13, 14, 16, 18]
        let plain = try #require(try MannKendall.test(values).result)
        let corrected = try #require(try CorrectedMannKendall.test(values, correction: correction).result)
        let factor = try #require(try CorrectedMannKendall.varianceFactor(values, correction: correction))
        switch correction {
        case .hamedRao, .yueWang: #expect(corrected.variance == plain.variance * factor)
        case .preWhitening, .trendFreePreWhitening: #expect(factor == 1)
        }
        #expect(try CorrectedMannKendall.varianceFactor([4, 4, 4], correction: correction) == nil)
        #expect(try CorrectedMannKendall.varianceFactor([4, nil], correction: correction) == nil)
    }

    @Test("A factor below 0 is told where there is no test")
    func negativeFactor() throws {
        let gaps: [Double] = [0, 0, 3, 1, 0, 7, 12, 0, 2, 5, 0, 1, 30, 4, 0]
        let correction = CorrectedMannKendall.Correction.hamedRao(significance: 0.05)
        #expect(try CorrectedMannKendall.test(gaps, correction: correction).result == nil)
        let factor = try #require(try CorrectedMannKendall.varianceFactor(gaps, correction: correction))
        #expect(abs(factor * 379 - -39.831_917_277_713_4) < 1e-10)
    }

    @Test("A change of unit changes no probability, however large or small the values become", arguments: corrections)
    func units(correction: CorrectedMannKendall.Correction) throws {
        let values: [Double] = [4, 5, 7, 6, 6, 9, 8, 8, 11, 12, 9, 13, 14, 13, 15, 17, 15, 18]
        let plain = try #require(try CorrectedMannKendall.test(values, correction: correction).result)
        for exponent in [-900, -600, 600, 1_000] {
            let scaled = values.map { Optional(Double(sign: .plus, exponent: exponent, significand: $0)) }
            #expect(try CorrectedMannKendall.test(scaled, correction: correction).result == plain)
        }
    }

    @Test("A significance outside 0 to 1 and an infinite slope are errors")
    func errors() {
        #expect(throws: StatisticsError(.outOfRange, of: "significance")) {
            try CorrectedMannKendall.test([1, 2, 4], correction: .hamedRao(significance: 1))
        }
        #expect(throws: StatisticsError(.notFinite, of: "slope")) {
            try CorrectedMannKendall.test([1, 2, 4], correction: .yueWang, slope: .infinity)
        }
    }

    @Test("With one season the test is the plain one", arguments: Seeds.some(10))
    func oneSeason(seed: UInt64) throws {
        var draws = Draws(seed: seed)
        let values: [Double?] = (0..<70).map { _ in draws.happens(percent: 10) ? nil : Double(draws.number(0...9)) }
        let plain = try #require(try MannKendall.test(values).result)
        let seasonal = try #require(try SeasonalMannKendall.test(values, period: 1).result)
        #expect(seasonal.score == plain.score && seasonal.variance == plain.variance && seasonal.z == plain.z)
        let slope = try #require(try SenSlope.estimate(values).result)
        let same = try #require(try SenSlope.seasonal(values, period: 1).result)
        #expect(slope.slope == same.slope && slope.interval == same.interval && slope.extremes == same.extremes)
    }

    @Test("A season alone is no trend")
    func season() throws {
        let values = (0..<48).map { Optional(Double($0 % 12)) }
        let test = try #require(try SeasonalMannKendall.test(values, period: 12).result)
        #expect(test.score == 0 && test.pValue.value == 1)
        #expect(try SeasonalMannKendall.test(values, period: 12, seasons: .correlated).result == nil)
    }

    @Test("Seasons without two values, and years with gaps, are too little")
    func missing() throws {
        let gaps: [Double?] = [1, 2, nil, 4, 5, nil, 7, 8]
        #expect(try SeasonalMannKendall.test(gaps, period: 8).result == nil)
        #expect(try SenSlope.seasonal(gaps, period: 8).result == nil)
        #expect(try SeasonalMannKendall.test(gaps, period: 4).result?.sample == 6)
        #expect(try SeasonalMannKendall.test(gaps, period: 4, seasons: .correlated).result == nil)
        #expect(throws: StatisticsError(.outOfRange, of: "period")) {
            try SeasonalMannKendall.test(gaps, period: 0)
        }
    }
}
