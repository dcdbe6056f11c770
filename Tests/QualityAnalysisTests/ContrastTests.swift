import QualityAnalysis
import QualityStatistics
import TestSupport
import Testing

@Suite("Two counts held against each other")
struct ContrastTests {
    /// The mid-p-value by summing binomial probabilities one by one.
    static func naive(_ earlier: Int, _ later: Int, _ share: Double) -> Double {
        let all = earlier + later
        var weights = [1.0]
        for count in 0..<all {
            weights.append(weights[count] * Double(all - count) / Double(count + 1) * share / (1 - share))
        }
        let sum = weights.reduce(0, +)
        let below = weights[..<later].reduce(0, +) / sum
        let half = weights[later] / sum / 2
        return min(1, 2 * min(below + half, 1 - below - half))
    }

    @Test("Without over-dispersion the p-value is the mid-p of the binomial distribution", arguments: 0...20)
    func midP(later: Int) throws {
        for earlier in 0...20 where earlier + later > 0 {
            for exposures in [(1.0, 1.0), (1.0, 2.5), (7.0, 3.0)] {
                let contrast = try CountContrast(earlier: earlier, later: later, exposures: exposures)
                let expected = Self.naive(earlier, later, exposures.1 / (exposures.0 + exposures.1))
                #expect(abs(contrast.pValue - expected) < 1e-9, "\(earlier), \(later)")
            }
        }
    }

    @Test(
        "The interval excludes 1 exactly when the p-value is below what the level leaves",
        arguments: [1.0, 1.3, 2, 5]
    )
    func accord(factor: Double) throws {
        for (earlier, later) in [(0, 9), (9, 0), (10, 30), (100, 131), (50, 49), (1_238, 931), (39, 41)] {
            for level in [0.9, 0.95, 0.99] {
                let contrast = try CountContrast(
                    earlier: earlier,
                    later: later,
                    exposures: (2, 3),
                    dispersion: CountContrast.Dispersion(factor: factor, degreesOfFreedom: 22),
                    level: level
                )
                #expect(
                    contrast.interval.contains(1) == (contrast.pValue >= 1 - level),
                    "\(earlier), \(later), \(level)"
                )
                if let ratio = contrast.ratio { #expect(contrast.interval.contains(ratio)) }
            }
        }
    }

    @Test("Exactly compared the p-value is twice the smaller tail, and six events are needed", arguments: 0...15)
    func exact(later: Int) throws {
        for earlier in 0...15 where earlier + later > 0 {
            let contrast = try CountContrast(earlier: earlier, later: later, exposures: (1, 2), by: .exact)
            let all = try BinomialDistribution(trials: earlier + later, probability: 2.0 / 3)
            let tails = (all.tails(at: later).lower, all.tails(at: later).upper + all.probability(of: later))
            #expect(abs(contrast.pValue - min(1, 2 * min(tails.0, tails.1))) < 1e-12, "\(earlier), \(later)")
            #expect(contrast.interval.contains(1) == (contrast.pValue >= 0.05), "\(earlier), \(later)")
        }
        #expect(try CountContrast(earlier: 5, later: 0, by: .exact).verdict(upTo: 0.05) == .tooLittleData(needed: 6))
        #expect(try CountContrast(earlier: 6, later: 0, by: .exact).verdict(upTo: 0.05) == .lower)
    }

    @Test("More scatter makes p-values larger and intervals wider; a factor below 1 is none")
    func dispersion() throws {
        let factors = [0.2, 1, 1.5, 3, 10]
        let contrasts = try factors.map { factor in
            try CountContrast(
                earlier: 100,
                later: 150,
                dispersion: CountContrast.Dispersion(factor: factor, degreesOfFreedom: 22)
            )
        }
        #expect(contrasts[0].pValue == contrasts[1].pValue)
        for (narrow, wide) in zip(contrasts.dropFirst(), contrasts.dropFirst(2)) {
            #expect(narrow.pValue < wide.pValue)
            #expect(narrow.interval.lower > wide.interval.lower && narrow.interval.upper < wide.interval.upper)
        }
    }

    @Test("Four events can show no difference, five can")
    func tooLittle() throws {
        #expect(try CountContrast(earlier: 0, later: 4).verdict(upTo: 0.05) == .tooLittleData(needed: 5))
        #expect(try CountContrast(earlier: 0, later: 5).verdict(upTo: 0.05) == .higher)
        #expect(try CountContrast(earlier: 5, later: 0).verdict(upTo: 0.05) == .lower)
        #expect(try CountContrast(earlier: 0, later: 0).verdict(upTo: 0.05) == .tooLittleData(needed: 5))
        #expect(try CountContrast(earlier: 20, later: 25).verdict(upTo: 0.05) == .withinChance)
    }
}
