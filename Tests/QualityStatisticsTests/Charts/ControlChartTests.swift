import QualityStatistics
import TestSupport
import Testing

@Suite("Control charts")
struct ControlChartTests {
    static func counts(_ draws: inout Draws, _ length: ClosedRange<Int> = 2...60) -> [Int?] {
        let distribution = CountDistribution.poisson(mean: Double(draws.number(1...40)))
        return (0..<draws.number(length)).map { _ in distribution.draw(&draws) }
    }

    static func agree(_ one: Double?, _ other: Double?, _ tolerance: Double = 1e-12) -> Bool {
        guard let one, let other else { return one == nil && other == nil }
        return abs(one - other) <= tolerance * max(1, abs(one), abs(other))
    }

    static func agree(_ one: ControlChart, _ other: ControlChart, _ change: (Double) -> Double = { $0 }) -> Bool {
        one.outside == other.outside && one.values.count == other.values.count
            && one.values.indices.allSatisfy { index in
                let (a, b) = (one.limits(at: index), other.limits(at: index))
                return agree(a.flatMap { $0.lower.map(change) }, b?.lower)
                    && agree(a.map { change($0.upper) }, b?.upper)
            }
    }

    @Test("A U chart of equal exposures is the C chart", arguments: Seeds.some(20))
    func equalExposures(seed: UInt64) throws {
        var draws = Draws(seed: seed)
        let counts = Self.counts(&draws)
        let c = try ControlChart.c(counts: counts)
        let exposures: [Double?] = counts.map { _ in 250 }
        #expect(try Self.agree(c, .u(counts: counts, exposures: exposures, per: 250)))
    }

    @Test("Individual values follow a change of unit and of origin", arguments: Seeds.some(20))
    func units(seed: UInt64) throws {
        var draws = Draws(seed: seed)
        let values = Self.counts(&draws).map { $0.map(Double.init) }
        let chart = try ControlChart.individuals(values)
        let changed = try ControlChart.individuals(values.map { $0.map { 8 * $0 - 32 } })
        #expect(Self.agree(chart, changed) { 8 * $0 - 32 })
    }

    @Test("The points given per another exposure have the same signals", arguments: Seeds.some(20))
    func per(seed: UInt64) throws {
        var draws = Draws(seed: seed)
        let counts = Self.counts(&draws)
        let exposures: [Double?] = counts.map { _ in Double(draws.number(1...900)) }
        let one = try ControlChart.u(counts: counts, exposures: exposures)
        let thousand = try ControlChart.u(counts: counts, exposures: exposures, per: 1_000)
        #expect(Self.agree(one, thousand) { $0 * 1_000 })
        #expect(one.phases.map(\.runs) == thousand.phases.map(\.runs))
    }

    @Test("A point is outside exactly where its limits say so", arguments: Seeds.some(20))
    func outside(seed: UInt64) throws {
        var draws = Draws(seed: seed)
        let counts = Self.counts(&draws)
        let trials: [Int?] = counts.map { ($0 ?? 0) + draws.number(0...60) }
        let values = counts.map { $0.map(Double.init) }
        let exposures = trials.map { $0.map(Double.init) }
        let charts: [ControlChart] = try [
            .individuals(values), .movingRange(values), .c(counts: counts), .u(counts: counts, exposures: exposures),
            .p(events: counts, trials: trials), .uPrime(counts: counts, exposures: exposures),
            .pPrime(events: counts, trials: trials), .iPrime(totals: values, exposures: exposures), .g(cases: counts),
            .t(times: values),
        ]
        #expect(charts.map(\.kind) == ControlChart.Kind.allCases)
        for chart in charts {
            let expected = chart.values.indices.filter { index in
                guard let value = chart.values[index], let limits = chart.limits(at: index) else { return false }
                return value > limits.upper || limits.lower.map { value < $0 } ?? false
            }
            #expect(chart.outside == expected, "\(chart.kind)")
            for index in chart.values.indices where chart.outside.contains(index) {
                #expect([.above, .below].contains(chart.position(at: index)))
            }
            #expect(!chart.method.source.isEmpty)
        }
    }

    @Test(
        "A point outside is found whatever the size of the exposures",
        arguments: [1e-300, 1e-200, 1e-100, 1, 1e100, 1e200, 1e300]
    )
    func sizes(exposure: Double) throws {
        let counts: [Int?] = Array(repeating: 100, count: 20) + [160]
        let chart = try ControlChart.u(counts: counts, exposures: Array(repeating: exposure, count: 21))
        #expect(chart.outside == [20])
    }

    @Test(
        "A point outside is found whatever the size of the values",
        arguments: [1e-300, 1e-160, 1e-140, 1e-100, 1, 1e100, 1e153, 1e160, 1e300]
    )
    func sizes(sigma: Double) throws {
        let chart = try ControlChart.individuals([0, 2.9 * sigma, 3.1 * sigma, -4 * sigma], centre: 0, sigma: sigma)
        #expect(chart.outside == [2, 3])
    }

    @Test("The sample counts the values of a phase whose baseline has none")
    func noBaseline() throws {
        let basis = try ChartBasis(exclusions: [Exclusion(of: 4, because: "A fire")], frozenAfter: 2)
        let counts: [Int?] = [nil, nil, 5, 6, 7]
        let chart = try ControlChart.c(counts: counts, basis: basis)
        #expect(chart.phases.map(\.centre) == [nil] && chart.sample == 2)
        #expect(try RunChart.median(counts.map { $0.map(Double.init) }, basis: basis).sample == chart.sample)
    }

    @Test("Laney's charts of data as dispersed as their distribution are nearly the plain ones")
    func laney() throws {
        var draws = Draws(seed: 7)
        let distribution = CountDistribution.poisson(mean: 20)
        let counts: [Int?] = (0..<5_000).map { _ in distribution.draw(&draws) }
        let exposures: [Double?] = counts.map { _ in 1_000 }
        let chart = try ControlChart.uPrime(counts: counts, exposures: exposures, screening: .none)
        let overdispersion = try #require(chart.phases.first?.overdispersion)
        #expect(abs(overdispersion - 1) < 0.05)
    }

    @Test("Screening leaves out what a single jump does to the moving ranges")
    func screening() throws {
        let values: [Double?] = (0..<20).map { $0 == 6 ? 60 : $0.isMultiple(of: 2) ? 8 : 12 }
        let screened = try ControlChart.individuals(values)
        let unscreened = try ControlChart.individuals(values, screening: .none)
        #expect(screened.outside == [6])
        #expect(unscreened.outside == [6])
        #expect(try #require(screened.phases[0].sigma) < 4)
        #expect(try #require(unscreened.phases[0].sigma) > 7)
    }

    @Test("Equal values have no limits when no range is left, and limits at the value when all count")
    func constant() throws {
        let values = [Double?](repeating: 0.1, count: 24)
        #expect(try ControlChart.individuals(values).limits(at: 3) == nil)
        let chart = try ControlChart.individuals(values, screening: .none)
        #expect(chart.limits(at: 3) == ControlLimits(lower: 0.1, upper: 0.1))
        let times = try ControlChart.t(times: values, screening: .none)
        for chart in [chart, times] {
            #expect(!chart.hasSignal)
            #expect(chart.phases.first?.runs.useful == 0)
        }
    }

    @Test("Too few values give a chart without limits", arguments: [0, 1])
    func few(count: Int) throws {
        let chart = try ControlChart.individuals(Array(repeating: 3, count: count))
        #expect(chart.limits(at: 0) == nil)
        #expect(!chart.hasSignal)
        #expect(chart.phases.map(\.centre) == Array(repeating: 3, count: count))
    }

    @Test("Limits on fewer than 13 values are trial limits, and say so", arguments: [1, 12, 13, 30])
    func trial(count: Int) throws {
        let chart = try ControlChart.c(counts: Array(repeating: 4, count: count))
        #expect(chart.phases[0].standing == (count < 13 ? .trial : .established))
        #expect(chart.assumptions.contains { $0.standing == .fails } == (count < 13))
    }

    @Test("A period without exposure and without events is missing, and its rate is not 0")
    func noExposure() throws {
        let chart = try ControlChart.u(counts: [3, 0, 4, nil, 5], exposures: [10, 0, 10, 10, nil])
        #expect(chart.values == [0.3, nil, 0.4, nil, nil])
        #expect(chart.phases[0].centre == 0.35)
        #expect(chart.sample == 2)
        #expect(chart.position(at: 1) == .unknown)
        #expect(chart.limits(at: 1) == nil)
        #expect(throws: StatisticsError(.noExposure, of: "exposures", at: 1)) {
            try ControlChart.u(counts: [3, 1], exposures: [10, 0])
        }
    }

    @Test("A frozen baseline shows the shift that limits of the whole series hide")
    func frozen() throws {
        let counts: [Int?] = Array(repeating: 20, count: 12) + Array(repeating: 36, count: 12)
        #expect(try ControlChart.c(counts: counts).outside.isEmpty)
        let frozen = try ControlChart.c(counts: counts, basis: ChartBasis(frozenAfter: 12))
        #expect(frozen.phases[0].centre == 20)
        #expect(frozen.outside == Array(12..<24))
    }

    @Test("A rebased chart has the limits of two charts", arguments: Seeds.some(10))
    func rebased(seed: UInt64) throws {
        var draws = Draws(seed: seed)
        let (first, second) = (Self.counts(&draws), Self.counts(&draws))
        let basis = try ChartBasis(rebasings: [Rebasing(at: first.count, because: "New way to count")])
        let whole = try ControlChart.c(counts: first + second, basis: basis)
        let parts = try (ControlChart.c(counts: first), ControlChart.c(counts: second))
        #expect(whole.phases.map(\.centre) == [parts.0.phases[0].centre, parts.1.phases[0].centre])
        #expect(whole.outside == parts.0.outside + parts.1.outside.map { $0 + first.count })
        #expect(whole.phases[1].rebasing?.reason == "New way to count")
    }

    @Test("A T chart has no lower limit where it would be negative")
    func noLowerLimit() throws {
        let chart = try ControlChart.t(times: [104, 32.5, 0.1, 30, 50, 4, 88, 16, 13, 33, 16, 34])
        let limits = try #require(chart.limits(at: 0))
        #expect(limits.lower == nil)
        #expect(limits.upper > 300)
    }

    @Test("Exact limits hold at least the probability asked for, and no less than needed")
    func probabilityLimits() throws {
        let chart = try ControlChart.c(counts: Array(repeating: 7, count: 24))
        #expect(chart.probabilityLimits(at: 0) == ControlLimits(lower: 1, upper: 16))
        #expect(chart.probabilityLimits(at: 24) == nil)
        #expect(chart.probabilityLimits(at: 0, coverage: 1) == nil)
        #expect(try ControlChart.g(cases: [1, 2, 3]).probabilityLimits(at: 0) == nil)
    }

    @Test("Numbers that a chart is not defined for are refused by name and place")
    func refused() {
        #expect(throws: StatisticsError(.negative, of: "counts", at: 1)) { try ControlChart.c(counts: [1, -1]) }
        #expect(throws: StatisticsError(.unequalLengths, of: "exposures")) {
            try ControlChart.u(counts: [1, 2], exposures: [1])
        }
        #expect(throws: StatisticsError(.negative, of: "exposures", at: 0)) {
            try ControlChart.u(counts: [1], exposures: [-1])
        }
        #expect(throws: StatisticsError(.notFinite, of: "exposures", at: 0)) {
            try ControlChart.u(counts: [1], exposures: [.nan])
        }
        #expect(throws: StatisticsError(.moreEventsThanTrials, of: "events", at: 0)) {
            try ControlChart.p(events: [3], trials: [2])
        }
        #expect(throws: StatisticsError(.outOfRange, of: "per")) {
            try ControlChart.u(counts: [1], exposures: [1], per: 0)
        }
        #expect(throws: StatisticsError(.negative, of: "times", at: 0)) { try ControlChart.t(times: [-1]) }
        #expect(throws: StatisticsError(.negative, of: "cases", at: 0)) { try ControlChart.g(cases: [-1]) }
        #expect(throws: StatisticsError(.notFinite, of: "values", at: 1)) { try ControlChart.individuals([1, .nan]) }
        #expect(throws: StatisticsError(.negative, of: "sigma")) {
            try ControlChart.individuals([1], centre: 0, sigma: -1)
        }
    }
}
