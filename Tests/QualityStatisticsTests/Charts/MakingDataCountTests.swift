import QualityStatistics
import TestSupport
import Testing

@Suite("Making Data Count")
struct MakingDataCountTests {
    /// The special causes of a series in one phase, each place looked at on its own.
    static func expected(_ values: [Double?], _ phase: MakingDataCount.Phase) -> [MakingDataCount.SpecialCause?] {
        guard let mean = phase.mean, let limits = phase.limits, let near = phase.nearLimits else { return [] }
        let lower = (limits.lower ?? -.infinity, near.lower ?? -.infinity)
        func windows(_ length: Int, at place: Int) -> [[Double]] {
            (place - length + 1...place).compactMap { start in
                guard start >= 0, start + length <= values.count else { return nil }
                let window = values[start..<start + length].compactMap { $0 }
                return window.count == length ? window : nil
            }
        }
        return values.indices.map { place in
            guard let value = values[place] else { return nil }
            if value > limits.upper { return .aboveUpperLimit }
            if value < lower.0 { return .belowLowerLimit }
            let steps = windows(7, at: place).map { window in zip(window, window.dropFirst()).map { $1 - $0 } }
            let rises = steps.contains { $0.allSatisfy { $0 > 0 } }
            let falls = steps.contains { $0.allSatisfy { $0 < 0 } }
            if rises || falls {
                guard rises, falls else { return rises ? .increasingTrend : .decreasingTrend }
                return (values[place + 1] ?? 0) > value ? .increasingTrend : .decreasingTrend
            }
            let triples = windows(3, at: place)
            let isHigh = { (value: Double) in value > near.upper && value <= limits.upper }
            let isLow = { (value: Double) in value < lower.1 && value >= lower.0 }
            if isHigh(value), triples.contains(where: { $0.allSatisfy { $0 > mean } && $0.count(where: isHigh) >= 2 }) {
                return .twoOfThreeAbove
            }
            if isLow(value), triples.contains(where: { $0.allSatisfy { $0 < mean } && $0.count(where: isLow) >= 2 }) {
                return .twoOfThreeBelow
            }
            if windows(7, at: place).contains(where: { $0.allSatisfy { $0 > mean } }) { return .shiftAbove }
            if windows(7, at: place).contains(where: { $0.allSatisfy { $0 < mean } }) { return .shiftBelow }
            return nil
        }
    }

    @Test("Each special cause is the one that a look at each place finds", arguments: Seeds.some(60))
    func plain(seed: UInt64) throws {
        var draws = Draws(seed: seed)
        var level = 20.0
        let values: [Double?] = (0..<draws.number(8...60)).map { _ in
            if draws.happens(percent: 8) { level = Double(draws.number(10...30)) }
            if draws.happens(percent: 15) { level += Double(draws.number(-2...2)) }
            return draws.happens(percent: 4) ? nil : level + Double(draws.number(-4...4))
        }
        let chart = try MakingDataCount.xmr(values, improvement: .decrease)
        guard chart.phases[0].limits != nil else { return }
        #expect(chart.specialCauses == Self.expected(values, chart.phases[0]))
    }

    @Test("A value that is the mean is on neither side of it, whatever the sum rounds away", arguments: [15, 29])
    func onMean(count: Int) throws {
        let values = (0..<count).map { Double($0) / 10 }
        let chart = try MakingDataCount.xmr(values, improvement: .increase)
        #expect(chart.phases.map(\.mean) == [values[count / 2]])
        let individuals = try ControlChart.individuals(values)
        #expect(individuals.completions(of: .run(count / 2)) == [count / 2 - 1, count - 1])
    }

    @Test("A trend of seven is marked whole, one of six is none")
    func trend() throws {
        let values: [Double?] = [12, 9, 11, 10, 13, 8, 9, 10, 11, 12, 14, 15, 12, 10, 11, 9, 13, 12, 10, 11]
        let seven = try MakingDataCount.xmr(values, improvement: .increase)
        #expect(seven.specialCauses.indices.filter { seven.specialCauses[$0] == .increasingTrend } == Array(5...11))
        let six = try MakingDataCount.xmr(Array(values[6...]), improvement: .increase)
        #expect(!six.specialCauses.contains(.increasingTrend))
    }

    @Test("Verdicts follow the direction that is better")
    func directions() throws {
        let values: [Double?] = [10, 11, 10, 9, 10, 11, 10, 9, 10, 11, 10, 9, 10, 60]
        let verdicts = try MakingDataCount.ImprovementDirection.allCases.map {
            try MakingDataCount.xmr(values, improvement: $0).variation
        }
        #expect(verdicts == [.improvement, .concern, .neutralHigh])
        #expect(try MakingDataCount.xmr(Array(values.dropLast()), improvement: .increase).variation == .commonCause)
    }

    @Test("The target is met, missed, or a matter of chance")
    func assurance() throws {
        let values: [Double?] = [10, 11, 10, 9, 10, 11, 10, 9, 10, 11, 10, 9, 10]
        func verdict(_ target: Double?, _ direction: MakingDataCount.ImprovementDirection) throws
            -> MakingDataCount.Assurance?
        {
            try MakingDataCount.xmr(values, improvement: direction, target: target).assurance
        }
        #expect(try verdict(20, .decrease) == .consistentlyMet)
        #expect(try verdict(20, .increase) == .consistentlyMissed)
        #expect(try verdict(2, .decrease) == .consistentlyMissed)
        #expect(try verdict(2, .increase) == .consistentlyMet)
        #expect(try verdict(10, .increase) == .hitOrMiss)
        #expect(try verdict(20, .neutral) == nil)
        #expect(try verdict(nil, .increase) == nil)
        #expect(try MakingDataCount.xmr([3], improvement: .increase, target: 5).assurance == nil)
        #expect(try MakingDataCount.xmr([], improvement: .increase, target: 5).assurance == nil)
    }

    @Test("Below 13 values the limits are on trial", arguments: [2, 12, 13])
    func trial(count: Int) throws {
        let chart = try MakingDataCount.xmr((0..<count).map { Double($0 % 3) }, improvement: .decrease)
        #expect(chart.phases[0].standing == (count < 13 ? .trial : .established))
    }
}
