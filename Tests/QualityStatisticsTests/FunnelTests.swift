import QualityStatistics
import Testing

@Suite("Funnel plots")
struct FunnelTests {
    static let counts: [Int?] = [12, nil, 30, 7, 0, 55]
    static let exposures: [Double?] = [1000, 800, 1200, 900, 0, 2100]

    static func plot(
        _ scale: FunnelPlot.Scale = .natural,
        _ trimming: FunnelPlot.Trimming = .winsorised(0.1)
    ) throws -> FunnelPlot {
        try #require(try FunnelPlot.rates(counts, exposures: exposures, scale: scale, trimming: trimming).result)
    }

    @Test("Units without count or exposure are missing everywhere")
    func missing() throws {
        let plot = try Self.plot()
        #expect(plot.sample == 4 && abs(plot.target - 104.0 / 5200) < 1e-15)
        let missing = [false, true, false, false, true, false]
        #expect(plot.units.map { $0 == nil } == missing)
        #expect(plot.limits(deviations: 2).map { $0 == nil } == missing)
        #expect(try plot.exactLimits(tail: 0.025).map { $0 == nil } == missing)
        #expect(try plot.exactCounts(tail: 0.025).map { $0 == nil } == missing)
        #expect(plot.pValues(allowance: .additive).map { $0 == nil } == missing)
        #expect(plot.overdispersion.trimmed.map { $0 == nil } == missing)
    }

    @Test(
        "Limits hold the target, and those with an allowance hold the plain ones",
        arguments: [FunnelPlot.Scale.natural, .stabilised, .logarithmic]
    )
    func limits(scale: FunnelPlot.Scale) throws {
        let plot = try Self.plot(scale)
        let plain = plot.limits(deviations: 1.96).compactMap(\.self)
        for allowance in [FunnelPlot.Allowance.multiplicative, .additive] {
            for (wide, narrow) in zip(plot.limits(deviations: 1.96, allowance: allowance).compactMap(\.self), plain) {
                #expect(wide.lower <= narrow.lower && narrow.upper <= wide.upper)
                #expect(narrow.lower < plot.target && plot.target < narrow.upper)
            }
            let distances = zip(plot.distances(allowance: allowance), plot.distances(allowance: .none))
            #expect(distances.allSatisfy { abs($0 ?? 0) <= abs($1 ?? 0) })
        }
    }

    @Test("Exact limits lie between the counts that the tail falls between", arguments: [0.025, 0.001])
    func exact(tail: Double) throws {
        let plot = try Self.plot()
        for (index, limits) in try plot.exactLimits(tail: tail).enumerated() {
            guard let limits, let unit = plot.units[index], let counts = try plot.exactCounts(tail: tail)[index] else {
                continue
            }
            #expect(limits.lower * unit.denominator <= Double(counts.lowerBound))
            #expect(limits.lower * unit.denominator >= Double(counts.lowerBound - 1))
            #expect(limits.upper * unit.denominator <= Double(counts.upperBound))
            #expect(limits.upper * unit.denominator >= Double(counts.upperBound - 1))
            let distribution = try PoissonDistribution(mean: plot.target * unit.denominator)
            #expect(distribution.probability(atMost: counts.lowerBound) >= tail)
            #expect(distribution.probability(atMost: counts.upperBound) >= 1 - tail)
            #expect((unit.pValue < 2 * tail) == (unit.count < counts.lowerBound || unit.count > counts.upperBound))
        }
    }

    @Test("Without events or with nothing else there is no funnel unless a target is given, and none of one unit")
    func refusal() throws {
        #expect(try FunnelPlot.rates([0, 0], exposures: [3, 4]).result == nil)
        #expect(try FunnelPlot.proportions([3, 4], of: [3, 4]).result == nil)
        #expect(try FunnelPlot.rates([0, 0], exposures: [3, 4], target: 2).result?.units.map { $0?.count } == [0, 0])
        #expect(try FunnelPlot.proportions([3, 4], of: [3, 4], target: 0.5).result != nil)
        let none = try FunnelPlot.ratios([0, 0], expected: [30, 40]).result
        #expect(none?.units.map { $0.map { $0.pValue < 1e-12 } } == [true, true])
        #expect(try FunnelPlot.ratios([3, nil], expected: [3, 4]).result == nil)
        #expect(try FunnelPlot.ratios([], expected: []).result == nil)
    }

    @Test("Units that differ by chance alone give no variance between them")
    func noOverdispersion() throws {
        let plot = try #require(try FunnelPlot.proportions([10, 11, 9, 10], of: [50, 50, 50, 50]).result)
        #expect(plot.overdispersion.betweenVariance == 0 && plot.overdispersion.trimmedDispersion < 1)
        #expect(plot.limits(deviations: 2, allowance: .additive) == plot.limits(deviations: 2))
        #expect(plot.limits(deviations: 2, allowance: .multiplicative) == plot.limits(deviations: 2))
        #expect(!plot.assumptions.contains { $0.standing == .fails })
    }

    @Test("A unit without events lies infinitely far away on the scale of logarithms, and is trimmed")
    func infinite() throws {
        let expected: [Double?] = [4, 5, 6, 7, 8]
        let plot = try #require(
            try FunnelPlot.ratios([0, 6, 6, 5, 9], expected: expected, scale: .logarithmic, trimming: .truncated(0.25))
                .result
        )
        #expect(plot.units[0]?.z == -.infinity && plot.overdispersion.trimmedDispersion.isFinite)
        #expect(plot.overdispersion.dispersion == .infinity && plot.overdispersion.pValue == 0)
        let few = try FunnelPlot.ratios([0, 6], expected: [4, 5], scale: .logarithmic).result
        #expect(few?.overdispersion.trimmedDispersion == .infinity)
    }

    @Test(
        "Units that rank in the lowest or the highest tenth are left out",
        arguments: [(8, 0, 0), (9, 0, 1), (12, 1, 1), (15, 1, 1), (19, 1, 2), (20, 2, 2), (50, 5, 5)]
    )
    func tenths(units: Int, low: Int, high: Int) throws {
        let expected = [Double?](repeating: 50, count: units)
        let plot = try #require(
            try FunnelPlot.ratios(Array(1...units), expected: expected, trimming: .truncated(0.1)).result
        )
        let trimmed = plot.overdispersion.trimmed
        #expect(trimmed.indices.filter { trimmed[$0] != nil } == Array(low..<units - high))
        let kept = plot.units[low..<units - high].compactMap { $0?.z }
        #expect(plot.overdispersion.trimmingLimits == kept[0]...kept[kept.count - 1])
    }

    @Test("Units that share a rank are left out or kept together")
    func ties() throws {
        let expected = [Double?](repeating: 5, count: 12)
        let counts = [3, 3, 3, 3] + [Int](repeating: 5, count: 7) + [40]
        let plot = try #require(try FunnelPlot.ratios(counts, expected: expected, trimming: .truncated(0.1)).result)
        #expect(plot.overdispersion.trimmed.map { $0 == nil } == counts.map { $0 == 40 })
    }

    @Test("Trimming that would leave no unit leaves all of them", arguments: [0.34, 0.4, 0.49])
    func everything(share: Double) throws {
        let plot = try #require(
            try FunnelPlot.ratios([3, 9], expected: [5, 5], trimming: .truncated(share)).result
        )
        #expect(plot.overdispersion.trimmed.allSatisfy { $0 != nil })
        #expect(plot.overdispersion.trimmedDispersion == plot.overdispersion.dispersion)
        #expect(plot.distances(allowance: .additive).allSatisfy { $0?.isFinite == true })
    }

    @Test("Denominators at which no deviation can be told are refused", arguments: [1e300, .leastNonzeroMagnitude])
    func extreme(exposure: Double) {
        #expect(throws: StatisticsError(.outOfRange, of: "exposures", at: 0)) {
            try FunnelPlot.rates([1, 1], exposures: [exposure, exposure])
        }
    }

    @Test("Numbers that no funnel is made of are refused")
    func refused() {
        #expect(throws: StatisticsError(.outOfRange, of: "trials")) {
            try FunnelPlot.proportions([1, 1], of: [.max, .max])
        }
        #expect(throws: StatisticsError(.unequalLengths, of: "trials")) { try FunnelPlot.proportions([1], of: []) }
        #expect(throws: StatisticsError(.moreEventsThanTrials, of: "counts", at: 1)) {
            try FunnelPlot.proportions([1, 5], of: [2, 4])
        }
        #expect(throws: StatisticsError(.negative, of: "exposures", at: 0)) {
            try FunnelPlot.rates([1, 2], exposures: [-1, 2])
        }
        #expect(throws: StatisticsError(.notFinite, of: "expected", at: 1)) {
            try FunnelPlot.ratios([1, 2], expected: [1, .infinity])
        }
        #expect(throws: StatisticsError(.outOfRange, of: "target")) {
            try FunnelPlot.ratios([1, 2], expected: [1, 2], target: 0)
        }
        #expect(throws: StatisticsError(.outOfRange, of: "trimming")) {
            try FunnelPlot.ratios([1, 2], expected: [1, 2], trimming: .winsorised(0.5))
        }
    }
}
