import QualityStatistics
import TestSupport
import Testing

@Suite("Concentration, diversity and difference of categories")
struct CategoryTests {
    @Test("Limits of the ABC classes are compared as exact fractions")
    func limits() throws {
        let result = try #require(try ParetoAnalysis.analysis(of: [1, 4, 3, 2]).result)
        #expect(result.entries.map(\.index) == [1, 2, 3, 0])
        #expect(result.entries.map(\.classByShareUpTo) == [.a, .a, .b, .c])
        #expect(result.entries.map(\.classByShareBefore) == [.a, .a, .a, .b])
        let exact = try ParetoAnalysis.Limits(a: 70, b: 90)
        let other = try #require(try ParetoAnalysis.analysis(of: [1, 4, 3, 2], limits: exact).result)
        #expect(other.entries.map(\.classByShareUpTo) == [.a, .a, .b, .c])
        #expect(other.entries.map(\.classByShareBefore) == [.a, .a, .b, .c])
        #expect(throws: StatisticsError(.outOfRange, of: "limits")) { try ParetoAnalysis.Limits(a: 90, b: 80) }
    }

    @Test("Nothing counted is too little data")
    func nothing() throws {
        for counts in [[], [0, 0]] {
            #expect(try ParetoAnalysis.analysis(of: counts).result == nil)
            #expect(try Diversity.measures(of: counts).result == nil)
            #expect(try JensenShannonDivergence.between(counts, counts).result == nil)
        }
        #expect(try JensenShannonDivergence.between([1], [0]).result == nil)
    }

    @Test("What is no count is refused")
    func refusals() {
        #expect(throws: StatisticsError(.negative, of: "counts", at: 1)) { try Diversity.measures(of: [1, -1]) }
        #expect(throws: StatisticsError(.negative, of: "second", at: 0)) {
            try JensenShannonDivergence.between([1], [-1])
        }
        #expect(throws: StatisticsError(.unequalLengths, of: "second")) {
            try JensenShannonDivergence.between([1], [1, 2])
        }
    }

    @Test(
        "Hill numbers fall with the order from the number of categories to that of the largest",
        arguments: Seeds.some(20)
    )
    func hill(seed: UInt64) throws {
        var draws = Draws(seed: seed)
        let counts = (0..<12).map { _ in Int.random(in: 0...400, using: &draws) } + [7]
        let diversity = try #require(try Diversity.measures(of: counts).result)
        let orders: [Double] = [0, 0.5, 1, 1 + 1e-9, 1.5, 2, 3, 10]
        let numbers = try orders.map { try diversity.hillNumber(order: $0) }
        for (first, second) in zip(numbers, numbers.dropFirst()) { #expect(first >= second - 1e-6 * second) }
        #expect(try diversity.rarefied(to: diversity.sample).map { abs($0 - numbers[0]) < 1e-9 } == true)
        #expect(try diversity.rarefied(to: diversity.sample + 1) == nil && diversity.rarefied(to: 0) == 0)
        #expect(throws: StatisticsError(.outOfRange, of: "order")) { try diversity.hillNumber(order: -1) }
    }

    @Test("The divergence is symmetric, additive, within its bounds and exact near 0", arguments: Seeds.some(20))
    func divergence(seed: UInt64) throws {
        var draws = Draws(seed: seed)
        let first = (0..<9).map { _ in Int.random(in: 0...50, using: &draws) } + [1]
        let second = (0..<9).map { _ in Int.random(in: 0...50, using: &draws) } + [1]
        let there = try #require(try JensenShannonDivergence.between(first, second).result)
        let back = try #require(try JensenShannonDivergence.between(second, first).result)
        #expect(abs(there.nats - back.nats) < 1e-15 && (0...1).contains(there.bits))
        #expect(there.contributions.allSatisfy { $0 >= 0 })
        #expect(abs(there.shareChanges.reduce(0, +)) < 1e-12)
        let large = 1_000_000_000_000
        let close = try #require(try JensenShannonDivergence.between([large, large + 1], [large + 1, large]).result)
        #expect(abs(close.nats / 1.25e-25 - 1) < 1e-11)
    }
}
