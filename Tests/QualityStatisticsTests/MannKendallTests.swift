import QualityStatistics
import TestSupport
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
        #expect(MannKendall.smallestPossiblePValue(points: .max) == 0)
    }

    @Test("The score counts the pairs, with ties and gaps", arguments: Seeds.some(20))
    func score(seed: UInt64) throws {
        var draws = Draws(seed: seed)
        let values: [Double?] = (0..<draws.number(2...90)).map { _ in
            draws.happens(percent: 10) ? nil : Double(draws.number(0...12)) / 4
        }
        let present = values.compactMap(\.self)
        guard present.count >= 2 else { return }
        let test = try #require(try MannKendall.test(values).result)
        var score = 0
        for later in present.indices {
            for earlier in 0..<later {
                score += present[later] > present[earlier] ? 1 : present[later] < present[earlier] ? -1 : 0
            }
        }
        #expect(test.score == score)
        #expect(test.sample == present.count)
        let mirrored = try #require(try MannKendall.test(values.map { $0.map { -$0 } }).result)
        #expect(mirrored.score == -score && mirrored.pValue == test.pValue)
    }

    @Test(
        "The exact probabilities are the shares of all orders",
        arguments: [
            [1.0, 2], [1, 1], [3, 1, 2], [1, 1, 2], [1, 2, 2, 3], [2, 1, 2, 1], [5, 4, 3, 2, 1], [1, 1, 1, 2, 3, 3, 4],
        ]
    )
    func exact(values: [Double]) throws {
        let scores = Self.orders(of: values.count).map { order in
            let ordered = order.map { values[$0] }
            return ordered.indices.reduce(0) { sum, index in
                ordered[..<index].reduce(sum) { $0 + ($1 < ordered[index] ? 1 : $1 > ordered[index] ? -1 : 0) }
            }
        }
        let exact = try #require(try MannKendall.Exact.of(values))
        func share(_ isMember: (Int) -> Bool) -> Double { Double(scores.count(where: isMember)) / Double(scores.count) }
        #expect(abs(exact.atLeast.value - share { $0 >= exact.score }) < 1e-14)
        #expect(abs(exact.atMost.value - share { $0 <= exact.score }) < 1e-14)
        #expect(abs(exact.twoSided.value - share { abs($0) >= abs(exact.score) }) < 1e-14)
    }

    @Test("The exact probability is a fraction in lowest terms")
    func fraction() throws {
        let exact = try #require(try MannKendall.Exact.of([19, 23, 39, 41]))
        #expect(exact.twoSided.description == "1/12")
        let rising = try #require(try MannKendall.Exact.of((1...100).map { Double($0) }))
        #expect(rising.twoSided.numerator == "1")
        #expect(rising.twoSided.denominator.count == 158)
        #expect(rising.twoSided.value == MannKendall.smallestPossiblePValue(points: 100))
    }

    @Test("The four yearly figures that rise each year show no trend")
    func fourYears() throws {
        let test = try #require(try MannKendall.test([19, 23, 39, 41]).result)
        #expect(test.direction == .rising)
        #expect(abs(test.pValue - 1.0 / 12) < 1e-15)
    }

    @Test("A probability too small for a floating-point number has its logarithm")
    func tail() throws {
        let test = try #require(try MannKendall.test((0..<10_000).map { Double($0) }).result)
        #expect(test.exact == nil)
        #expect(test.pValue == 0)
        #expect(abs(test.normalPValue.logarithm + test.z * test.z / 2) < 10)
    }

    @Test(
        "Fewer than two values are too little, and one that is not finite is an error",
        arguments: [[], [nil], [nil, 3]]
    )
    func shortage(values: [Double?]) throws {
        guard case .tooLittleData(let shortage) = try MannKendall.test(values) else {
            Issue.record("found something")
            return
        }
        #expect(shortage.needed == 2 && shortage.available == values.count { $0 != nil })
        #expect(throws: StatisticsError(.notFinite, of: "values", at: values.count)) {
            try MannKendall.test(values + [.nan])
        }
        #expect(throws: StatisticsError(.notFinite, of: "values", at: values.count + 1)) {
            try MannKendall.test(values + [1.7e308, -1.7e308])
        }
    }

    @Test("Equal values show nothing")
    func constant() throws {
        let test = try #require(try MannKendall.test([7, 7, 7]).result)
        #expect(test.score == 0 && test.pValue == 1 && test.tauB == nil && test.direction == .level)
    }

    @Test("More values than the exact distribution is reckoned for are refused")
    func limit() {
        #expect(throws: StatisticsError(.outOfRange, of: "values")) {
            try MannKendall.Exact.of((0...MannKendall.Exact.limit).map { Double($0) })
        }
    }
}
