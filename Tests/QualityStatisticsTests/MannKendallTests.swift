import QualityStatistics
import Testing

@Suite("The Mann–Kendall test")
struct MannKendallTests {
    /// All orders of the numbers from 0 up to a count.
    static func orders(of count: Int) -> [[Int]] {
        guard count > 0 else { return [[]] }
        return orders(of: count - 1).flatMap { order in
            (0...order.count).map { place in Array(order[..<place]) + [count - 1] + Array(order[place...]) }
        }
    }

    /// Pairs that rise less pairs that fall.
    static func score(_ values: [Int]) -> Int {
        values.indices.reduce(0) { sum, index in
            sum + values[(index + 1)...].reduce(0) { $0 + ($1 > values[index] ? 1 : -1) }
        }
    }

    @Test("The smallest p-value is the share of orders as extreme as the most extreme one", arguments: 0...7)
    func enumeration(points: Int) throws {
        let scores = Self.orders(of: points).map { abs(Self.score($0)) }
        let greatest = try #require(scores.max())
        let share = Double(scores.count { $0 >= greatest }) / Double(scores.count)
        #expect(abs(MannKendall.smallestPossiblePValue(points: points) - share) < 1e-12)
    }

    @Test("Four points never show a trend at the level of 5 percent, five may")
    func fewPoints() {
        #expect(MannKendall.smallestPossiblePValue(points: 4) > 0.083)
        #expect(MannKendall.smallestPossiblePValue(points: 5) < 0.05)
    }

    @Test("A series of fewer than two values shows nothing", arguments: [1, 0, -1, Int.min])
    func nothing(points: Int) {
        #expect(MannKendall.smallestPossiblePValue(points: points) == 1)
    }

    @Test("Each further point makes the smallest p-value smaller, and it is never negative")
    func falls() {
        let values = (2...150).map { MannKendall.smallestPossiblePValue(points: $0) }
        #expect(zip(values, values.dropFirst()).allSatisfy { $0 > $1 })
        #expect(MannKendall.smallestPossiblePValue(points: 10_000) >= 0)
    }
}
