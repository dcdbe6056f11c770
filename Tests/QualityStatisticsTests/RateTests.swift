import QualityStatistics
import Testing

@Suite("Rates and proportions")
struct RateTests {
    static let levels = [0.5, 0.9, 0.95, 0.99]

    @Test("The limits of an exact interval leave half of what the level leaves", arguments: [0, 1, 4, 60], levels)
    func garwood(count: Int, level: Double) throws {
        let rate = try EventRate.exact(count: count, exposure: 250, level: level)
        let tail = (1 - level) / 2
        let upper = try PoissonDistribution(mean: rate.interval.upper * 250)
        #expect(abs(upper.probability(atMost: count) / tail - 1) < 1e-11)
        if count == 0 {
            #expect(rate.interval.lower == 0)
        } else {
            let lower = try PoissonDistribution(mean: rate.interval.lower * 250)
            #expect(abs(lower.probability(atLeast: count) / tail - 1) < 1e-11)
        }
        #expect(rate.interval.contains(rate.estimate) && rate.estimate == Double(count) / 250)
        let midP = try EventRate.midP(count: count, exposure: 250, level: level).interval
        #expect(midP.lower >= rate.interval.lower && midP.upper < rate.interval.upper)
    }

    @Test("The p-value of a rate ratio is below 1 − level exactly when 1 lies outside the interval", arguments: 0...25)
    func agreement(count: Int) throws {
        for reference in 0...25 {
            for level in Self.levels {
                let exact = try RateRatio.exact(count: count, exposure: 3, reference: reference, level: level)
                #expect((exact.pValue < 1 - level) == !exact.interval.contains(1), "\(count) \(reference) \(level)")
                let midP = try RateRatio.midP(count: count, exposure: 3, reference: reference, level: level)
                #expect((midP.pValue < 1 - level) == !midP.interval.contains(1), "\(count) \(reference) \(level)")
                #expect(midP.pValue <= exact.pValue)
            }
        }
    }

    @Test("Exchanging the counts turns the ratio and its interval over, and keeps the p-value")
    func exchange() throws {
        let one = try RateRatio.exact(count: 7, exposure: 120, reference: 19, referenceExposure: 80)
        let other = try RateRatio.exact(count: 19, exposure: 80, reference: 7, referenceExposure: 120)
        #expect(abs(one.pValue / other.pValue - 1) < 1e-13)
        #expect(abs(one.interval.lower * other.interval.upper - 1) < 1e-12)
        #expect(abs((one.estimate ?? 0) * (other.estimate ?? 0) - 1) < 1e-12)
        #expect(one.sample == 26)
    }

    @Test("Two counts without any event say nothing, and one without events has no upper limit")
    func nothing() throws {
        let none = try RateRatio.exact(count: 0, reference: 0)
        #expect(none.estimate == nil && none.pValue == 1)
        #expect(none.interval.lower == 0 && none.interval.upper == .infinity)
        #expect(try RateRatio.midP(count: 0, reference: 0).pValue == 1)
        #expect(try RateRatio.minimumLikelihoodPValue(count: 0, reference: 0) == 1)
        let some = try RateRatio.exact(count: 5, reference: 0)
        #expect(some.estimate == .infinity && some.interval.upper == .infinity && some.interval.lower > 0.9)
        #expect(try RateRatio.score(count: 0, reference: 0).result == nil)
        #expect(try RateRatio.logarithmic(count: 3, reference: 0).result == nil)
        guard case .tooLittleData(let shortage) = try RateRatio.logarithmic(count: 3, reference: 0) else { return }
        #expect(shortage.needed == 1 && shortage.available == 0 && shortage.quantity == .events)
    }

    @Test("All intervals of a share lie within 0 and 1 and hold it", arguments: [1, 2, 5, 40, 1000])
    func proportions(trials: Int) throws {
        for count in Set([0, 1, trials / 3, trials / 2, trials - 1, trials]) {
            for level in Self.levels {
                let found = [
                    try Proportion.wilson(count: count, of: trials, level: level),
                    try Proportion.wilsonWithContinuityCorrection(count: count, of: trials, level: level),
                    try Proportion.clopperPearson(count: count, of: trials, level: level),
                    try Proportion.jeffreys(count: count, of: trials, level: level),
                    try Proportion.agrestiCoull(count: count, of: trials, level: level),
                    try Proportion.wald(count: count, of: trials, level: level),
                ]
                for share in found {
                    let interval = share.interval
                    #expect(0 <= interval.lower && interval.lower <= interval.upper && interval.upper <= 1)
                    let isJeffreysAtTheEdge = share.method.name.hasPrefix("Jeffreys") && [0, trials].contains(count)
                    #expect(interval.contains(share.estimate) || isJeffreysAtTheEdge, "\(share)")
                }
                let mirrored = try Proportion.wilson(count: trials - count, of: trials, level: level)
                #expect(abs(found[0].interval.lower - (1 - mirrored.interval.upper)) < 1e-15)
            }
        }
    }

    @Test("The exact test of a share adds up what is no more probable")
    func binomialTest() throws {
        #expect(abs(try Proportion.exactPValue(count: 3, of: 4, probability: 0.5) - 0.625) < 1e-14)
        #expect(try Proportion.exactPValue(count: 2, of: 4, probability: 0.5) == 1)
        #expect(try Proportion.exactPValue(count: 1, of: 4, probability: 0) == 0)
        #expect(try Proportion.exactPValue(count: 0, of: 4, probability: 0) == 1)
        #expect(try Proportion.exactPValue(count: 4, of: 4, probability: 1) == 1)
        let distribution = try BinomialDistribution(trials: 17, probability: 0.3)
        for count in 0...17 {
            let bound = distribution.probability(of: count) * (1 + 1e-7)
            let sum = (0...17).map(distribution.probability(of:)).filter { $0 <= bound }.reduce(0, +)
            #expect(abs(try Proportion.exactPValue(count: count, of: 17, probability: 0.3) - sum) < 1e-13)
        }
    }

    @Test("As many trials as can be counted have a p-value", arguments: [1e-9, 0.5, 0.999_999_999])
    func mostTrials(probability: Double) throws {
        #expect(try Proportion.exactPValue(count: 0, of: .max, probability: probability) < 1e-300)
        #expect(try Proportion.exactPValue(count: .max, of: .max, probability: probability) < 1e-300)
        #expect(try Proportion.exactPValue(count: .max, of: .max, probability: 1) == 1)
        let most = Int.max - 1
        #expect(try RateRatio.minimumLikelihoodPValue(count: most, reference: 1) < 1e-300)
        #expect(try RateRatio.exact(count: most, reference: 1).sample == .max)
    }

    @Test("Numbers that no rate or share can be made of are refused")
    func refused() {
        #expect(throws: StatisticsError(.noExposure, of: "exposure")) { try EventRate.exact(count: 1, exposure: 0) }
        #expect(throws: StatisticsError(.notFinite, of: "exposure")) { try EventRate.byar(count: 1, exposure: .nan) }
        #expect(throws: StatisticsError(.negative, of: "count")) { try EventRate.midP(count: -1) }
        #expect(throws: StatisticsError(.outOfRange, of: "level")) { try EventRate.score(count: 1, level: 1) }
        #expect(throws: StatisticsError(.negative, of: "reference")) { try RateRatio.exact(count: 1, reference: -2) }
        #expect(throws: StatisticsError(.outOfRange, of: "count")) { try RateRatio.exact(count: .max, reference: 1) }
        #expect(throws: StatisticsError(.noExposure, of: "referenceExposure")) {
            try RateRatio.midP(count: 1, reference: 2, referenceExposure: 0)
        }
        #expect(throws: StatisticsError(.moreEventsThanTrials, of: "count")) { try Proportion.wilson(count: 3, of: 2) }
        #expect(throws: StatisticsError(.noExposure, of: "trials")) { try Proportion.jeffreys(count: 0, of: 0) }
        #expect(throws: StatisticsError(.moreEventsThanTrials, of: "reference")) {
            try ProportionDifference.newcombe(count: 1, of: 2, reference: 4, of: 3)
        }
        #expect(throws: StatisticsError(.outOfRange, of: "probability")) {
            try Proportion.exactPValue(count: 0, of: 1, probability: 1.5)
        }
    }

    @Test("A count without exposure is missing, and the others keep their places")
    func homogeneity() throws {
        let found = try #require(
            try PoissonHomogeneity.test([3, nil, 9, 4, 12], exposures: [1, 1, 2, 0, 3]).result
        )
        let same = try #require(
            try PoissonHomogeneity.test([3, nil, 9, nil, 12], exposures: [1, nil, 2, nil, 3]).result
        )
        #expect(found == same && found.sample == 3 && found.degreesOfFreedom == 2)
        #expect(try PoissonHomogeneity.test([0, 0, 0]).result == nil)
        #expect(try PoissonHomogeneity.test([]).result == nil)
        #expect(throws: StatisticsError(.negative, of: "counts", at: 1)) { try PoissonHomogeneity.test([1, -1]) }
        #expect(throws: StatisticsError(.unequalLengths, of: "exposures")) {
            try PoissonHomogeneity.test([1, 1], exposures: [1])
        }
    }

    @Test("Exact intervals of a rate hold the rate at least as often as they say")
    func coverage() throws {
        for mean in [0.7, 3.0, 11.5] {
            let distribution = try PoissonDistribution(mean: mean)
            var (exact, midP) = (0.0, 0.0)
            for count in 0...60 {
                let probability = distribution.probability(of: count)
                if try EventRate.exact(count: count).interval.contains(mean) { exact += probability }
                if try EventRate.midP(count: count).interval.contains(mean) { midP += probability }
            }
            #expect(exact >= 0.95)
            #expect(midP > 0.9 && midP <= exact)
        }
    }
}
