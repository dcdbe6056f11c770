import QualityStatistics
import TestSupport
import Testing

@Suite("Rules for control charts")
struct ControlRuleTests {
    /// Whether the pattern of a rule is complete with the last of the points, told from all of them at once.
    static func isComplete(_ rule: ControlRule, _ points: [Double]) -> Bool {
        func last(_ count: Int) -> ArraySlice<Double>? { points.count >= count ? points.suffix(count) : nil }
        func steps(_ count: Int) -> [Double]? { last(count).map { zip($0, $0.dropFirst()).map { $1 - $0 } } }
        let point = points[points.count - 1]
        switch rule {
        case .beyond(let sigmas): return abs(point) > sigmas
        case .most(let count, let window, let sigmas):
            guard let window = last(window) else { return false }
            return [1.0, -1].contains { side in
                side * point > sigmas && window.count { side * $0 > sigmas } >= count
            }
        case .run(let count):
            return last(count).map { run in run.allSatisfy { $0 > 0 } || run.allSatisfy { $0 < 0 } } ?? false
        case .trend(let count):
            return steps(count).map { steps in steps.allSatisfy { $0 > 0 } || steps.allSatisfy { $0 < 0 } } ?? false
        case .alternation(let count):
            return steps(count).map { zip($0, $0.dropFirst()).allSatisfy { $0 * $1 < 0 } } ?? false
        case .hugging(let count): return last(count).map { $0.allSatisfy { abs($0) <= 1 } } ?? false
        case .avoiding(let count):
            guard let run = last(count) else { return false }
            return run.allSatisfy { abs($0) > 1 } && run.contains { $0 > 1 } && run.contains { $0 < -1 }
        }
    }

    static let rules =
        ControlRules.nelson.rules + ControlRules.westernElectric.rules + ControlRules.ihi.rules + [
            .run(1), .trend(2), .alternation(3), .hugging(2), .avoiding(3), .most(1, of: 1, beyondSigmas: 0.5),
        ]

    /// Points about 0 with deviation 1 in whole and half steps, so that many lie on a limit or equal their neighbour.
    static func points(_ draws: inout Draws) -> [Double] {
        let spread = Double(draws.number(1...8)) / 2
        var level = 0.0
        return (0..<draws.number(1...60)).map { _ in
            if draws.happens(percent: 10) { level = Double(draws.number(-2...2)) }
            return (Double.random(in: -1..<1, using: &draws) * spread * 2).rounded() / 2 + level
        }
    }

    @Test("Each rule finds what a look at all points finds", arguments: Seeds.some(60))
    func plain(seed: UInt64) throws {
        var draws = Draws(seed: seed)
        let points = Self.points(&draws)
        let chart = try ControlChart.individuals(points, centre: 0, sigma: 1)
        for rule in Self.rules {
            let expected = points.indices.filter { Self.isComplete(rule, Array(points[...$0])) }
            #expect(chart.completions(of: rule) == expected, "\(rule)")
        }
    }

    @Test(
        "Rules about no points are never complete",
        arguments: [ControlRule.most(2, of: -1, beyondSigmas: 1), .most(2, of: 0, beyondSigmas: 1), .avoiding(-1)]
    )
    func noPoints(rule: ControlRule) throws {
        let chart = try ControlChart.individuals([3, -3, 3, 4, -5], centre: 0, sigma: 1)
        #expect(chart.completions(of: rule) == [])
    }

    @Test("No pattern reaches across a missing value", arguments: Seeds.some(20))
    func missing(seed: UInt64) throws {
        var draws = Draws(seed: seed)
        let (first, second) = (Self.points(&draws), Self.points(&draws))
        let whole = try ControlChart.individuals(first + [nil] + second, centre: 0, sigma: 1)
        let parts = try (
            ControlChart.individuals(first, centre: 0, sigma: 1), ControlChart.individuals(second, centre: 0, sigma: 1)
        )
        for rule in Self.rules {
            let expected =
                parts.0.completions(of: rule)
                + parts.1.completions(of: rule).map { $0 + first.count + 1 }
            #expect(whole.completions(of: rule) == expected, "\(rule)")
        }
    }

    @Test("The zones of a point are its own where the exposure varies")
    func ownZones() throws {
        // 12 of 10 would be far beyond 3 sigma at the exposure of its neighbours, and is not at its own.
        let counts: [Int?] = [100, 100, 100, 100, 2, 100]
        let exposures: [Double?] = [100, 100, 100, 100, 1, 100]
        let chart = try ControlChart.u(counts: counts, exposures: exposures)
        #expect(chart.completions(of: .beyond(sigmas: 3)) == [])
        let wide = try #require(chart.limits(at: 4))
        let narrow = try #require(chart.limits(at: 3))
        #expect(wide.upper > 3)
        #expect(narrow.upper < 2)
    }

    @Test("Each set carries its source, and each rule its wording")
    func texts() {
        for rules in [ControlRules.westernElectric, .nelson, .ihi] {
            #expect(!rules.method.source.isEmpty)
            #expect(Set(rules.rules.map(\.text)).count == rules.rules.count)
        }
        #expect(ControlRules.westernElectric.rules[1].text.hasPrefix("2 of 3 consecutive points more than 2 sigma"))
        #expect(Set(MakingDataCount.SpecialCause.allCases.map(\.text)).count == 8)
        #expect(Set(IHIRunChart.Rule.allCases.map(\.text)).count == 4)
        #expect(Set(RunsRule.allCases.map(\.text)).count == 3)
    }
}
