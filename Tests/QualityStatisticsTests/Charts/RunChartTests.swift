import QualityStatistics
import TestSupport
import Testing

@Suite("Run charts")
struct RunChartTests {
    @Test("The centre line is the median, and values on it are not useful")
    func median() throws {
        let chart = try RunChart.median([3, 5, 5, 5, 9, nil, 1])
        let phase = try #require(chart.phases.first)
        #expect(phase.centre == 5)
        #expect(phase.runs.useful == 3)
        #expect(phase.runs.longestRun == 1)
        #expect(phase.runs.crossings == 2)
        #expect(chart.sample == 6)
    }

    @Test("A series of equal values, or of none, shows nothing", arguments: [0, 1, 2, 24])
    func nothing(count: Int) throws {
        let chart = try RunChart.median(Array(repeating: 7.25, count: count))
        #expect(!chart.hasSignal)
        #expect(chart.phases.count == (count > 0 ? 1 : 0))
        #expect(chart.phases.allSatisfy { $0.runs.useful == 0 && $0.runs.limits == nil })
        #expect(chart.assumptions.contains { $0.standing == .fails })
    }

    @Test("A missing value is no zero: it neither breaks a run nor counts in it")
    func missing() throws {
        let values: [Double?] = [1, 1, 1, 1, nil, 1, 1, 1, 1, 9, 9, 9, 9, 9, 9, 9, 9]
        let runs = try #require(try RunChart.median(values).phases.first).runs
        #expect(runs.useful == 16)
        #expect(runs.longestRun == 8)
        #expect(runs.signals == [.unusuallyLongRun, .unusuallyFewCrossings])
    }

    @Test("Limits are those of the definition", arguments: [1, 2, 10, 23, 45, 46, 128, 600, 1_000])
    func limits(useful: Int) throws {
        let limits = try #require(RunsLimits(useful: useful))
        let trials = useful - 1
        // The binomial probabilities relative to the one at the middle, which underflow nowhere that counts.
        var weights = [Double](repeating: 0, count: trials + 1)
        let middle = trials / 2
        weights[middle] = 1
        for k in stride(from: middle, to: 0, by: -1) {
            weights[k - 1] = weights[k] * Double(k) / Double(trials - k + 1)
        }
        for k in middle..<trials { weights[k + 1] = weights[k] * Double(trials - k) / Double(k + 1) }
        let total = weights.reduce(0, +)
        let below = weights.prefix(limits.crossings).reduce(0, +) / total
        #expect(below < 0.05)
        #expect(below + weights[limits.crossings] / total >= 0.05)
        let power = Double(sign: .plus, exponent: limits.longestRun - 3, significand: 1)
        #expect(power / 2.0.squareRoot() < Double(useful))
        #expect(Double(useful) < power * 2.0.squareRoot())
    }

    @Test("Limits of ever more observations only grow")
    func largest() throws {
        let limits = try [1_000, 999_999, 1_000_000, 1_000_001, 1_000_002, 1_000_000_000_000, .max].map {
            try #require(RunsLimits(useful: $0))
        }
        for (fewer, more) in zip(limits, limits.dropFirst()) {
            #expect(fewer.longestRun <= more.longestRun && fewer.crossings <= more.crossings)
        }
        // Half of the trials, less 1.645 standard deviations.
        #expect(limits[3].crossings == 499_178)
        #expect(abs(Double(limits[6].crossings) / 0x1p62 - 1) < 1e-8)
    }

    @Test("There are no limits without a useful observation", arguments: [0, -1, Int.min])
    func noLimits(useful: Int) {
        for rule in RunsRule.allCases { #expect(RunsLimits(rule, useful: useful) == nil) }
    }

    @Test("Runs and crossings are those that a plain count finds", arguments: Seeds.some(20))
    func counted(seed: UInt64) throws {
        var draws = Draws(seed: seed)
        let values = (0..<Int.random(in: 1...80, using: &draws)).map { _ in
            Int.random(in: 0..<10, using: &draws) == 0 ? nil : Double(Int.random(in: 0...12, using: &draws))
        }
        let phase = try #require(try RunChart.median(values).phases.first)
        guard let centre = phase.centre else { return }
        let sides = values.compactMap { $0 }.filter { $0 != centre }.map { $0 > centre }
        #expect(phase.runs.useful == sides.count)
        guard !sides.isEmpty else { return }
        let crossings = zip(sides, sides.dropFirst()).count { $0 != $1 }
        #expect(phase.runs.crossings == crossings)
        let longest = (1...sides.count).last { length in
            (0...(sides.count - length)).contains { Set(sides[$0..<$0 + length]).count == 1 }
        }
        #expect(phase.runs.longestRun == longest)
    }

    @Test("A frozen baseline sets the centre line, and a phase begins anew")
    func basis() throws {
        let values: [Double?] = [1, 2, 3, 10, 11, 12, 13]
        let frozen = try RunChart.median(values, basis: ChartBasis(frozenAfter: 3))
        #expect(frozen.phases.map(\.centre) == [2])
        let rebased = try RunChart.median(
            values,
            basis: ChartBasis(
                rebasings: [Rebasing(at: 3, because: "New routine")],
                exclusions: [Exclusion(of: 6, because: "Counted twice")]
            )
        )
        #expect(rebased.phases.map(\.centre) == [2, 11])
        #expect(rebased.phases.map { $0.rebasing?.reason } == [nil, "New routine"])
        #expect(rebased.sample == 6)
    }

    @Test("No rebasing and no exclusion without a reason", arguments: ["", " ", "\n\t"])
    func reasons(reason: String) {
        #expect(throws: StatisticsError(.outOfRange, of: "reason")) { try Rebasing(at: 3, because: reason) }
        #expect(throws: StatisticsError(.outOfRange, of: "reason")) { try Exclusion(of: 3, because: reason) }
    }

    @Test("Places that the series does not have are refused")
    func places() throws {
        #expect(throws: StatisticsError(.outOfRange, of: "position")) { try Rebasing(at: 0, because: "Start") }
        #expect(throws: StatisticsError(.outOfRange, of: "position")) { try Exclusion(of: -1, because: "None") }
        #expect(throws: StatisticsError(.outOfRange, of: "frozenAfter")) { try ChartBasis(frozenAfter: 0) }
        let twice = try [Rebasing(at: 3, because: "One"), Rebasing(at: 3, because: "Two")]
        #expect(throws: StatisticsError(.outOfRange, of: "rebasings")) { try ChartBasis(rebasings: twice) }
        let late = try ChartBasis(rebasings: [Rebasing(at: 3, because: "Late")])
        #expect(throws: StatisticsError(.outOfRange, of: "rebasings")) { try RunChart.median([1, 2, 3], basis: late) }
        let outside = try ChartBasis(exclusions: [Exclusion(of: 3, because: "Late")])
        #expect(throws: StatisticsError(.outOfRange, of: "exclusions")) {
            try RunChart.median([1, 2, 3], basis: outside)
        }
    }

    @Test("A value that is no number is refused", arguments: [Double.nan, .infinity, -.infinity])
    func notFinite(value: Double) {
        #expect(throws: StatisticsError(.notFinite, of: "values", at: 1)) { try RunChart.median([1, value]) }
    }
}
