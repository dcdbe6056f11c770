import QualityStatistics
import TestSupport
import Testing

@Suite("The slope of Theil and Sen")
struct SenSlopeTests {
    /// Kinds of series, with many ties, few, and none.
    enum Kind: String, CaseIterable, Sendable {
        case counts, sparse, twoValues, constant, decimals, halves, reals, walk, line, huge, spread

        func value(_ place: Int, _ draws: inout Draws) -> Double {
            switch self {
            case .counts: Double(draws.number(0...20))
            case .sparse: draws.happens(percent: 5) ? 1 : 0
            case .twoValues: draws.happens(percent: 2) ? 0.3 : 0.1
            case .constant: 0.1
            case .decimals: Double(draws.number(0...50)) / 10
            case .halves: Double(draws.number(0...200)) / 2 + Double(place)
            case .reals: Double.random(in: -1...1, using: &draws)
            case .walk: Double(place) * 0.3 + Double(draws.number(0...5))
            case .line: Double(place) * 0.1
            case .huge: Double(draws.number(0...1_000_000_000)) * 1e9
            case .spread: Double(draws.number(0...1_000)) * (draws.happens(percent: 50) ? 1e-9 : 1e9)
            }
        }
    }

    static func slopes(of values: [Double?]) -> [Double] {
        let points = values.enumerated().compactMap { place, value in value.map { (place, $0) } }
        return points.indices.flatMap { later in
            points[..<later].map { (points[later].1 - $0.1) / Double(points[later].0 - $0.0) }
        }.sorted()
    }

    @Test(
        "The slope is the median of all, bit for bit, and its interval goes by ranks",
        arguments: Kind.allCases,
        Seeds.some(3)
    )
    func median(kind: Kind, seed: UInt64) throws {
        var draws = Draws(seed: seed)
        let length = draws.number(2...500)
        let values: [Double?] = (0..<length).map { place in
            let value = kind.value(place, &draws)
            return place > 1 && draws.happens(percent: 3) ? nil : value
        }
        let slope = try #require(try SenSlope.estimate(values, level: 0.9).result)
        let all = Self.slopes(of: values)
        #expect(slope.slope == (all[(all.count - 1) / 2] + all[all.count / 2]) / 2)
        if let interval = slope.interval {
            #expect(interval.contains(slope.slope))
            #expect(all.contains(interval.lowerBound) && all.contains(interval.upperBound))
            let variance = try #require(try MannKendall.test(values).result).variance
            let spread = 1.6448536269514722 * variance.squareRoot()
            let lower = Int(((Double(all.count) - spread) / 2).rounded(.toNearestOrEven)) - 1
            #expect(interval.lowerBound == all[lower])
            #expect(interval.upperBound == all[Int(((Double(all.count) + spread) / 2).rounded(.toNearestOrEven))])
        }
    }

    @Test("Ten thousand values need no list of fifty million slopes", .long, arguments: Kind.allCases)
    func many(kind: Kind) throws {
        var draws = Draws(seed: 7)
        let values = (0..<10_000).map { kind.value($0, &draws) }
        let slope = try #require(try SenSlope.estimate(values).result)
        let interval = try #require(slope.interval)
        #expect(interval.contains(slope.slope))
        // About the median, no more than half of the slopes lie on either side.
        var (below, above) = (0, 0)
        for later in values.indices {
            for earlier in 0..<later {
                let other = (values[later] - values[earlier]) / Double(later - earlier)
                if other < slope.slope { below += 1 } else if other > slope.slope { above += 1 }
            }
        }
        let half = values.count * (values.count - 1) / 4
        #expect(below <= half && above <= half)
    }

    @Test("A gap counts as the time it lasts")
    func gaps() throws {
        let slope = try #require(try SenSlope.estimate([1, nil, nil, 7, nil, 11]).result)
        #expect(slope.slope == 2 && slope.intercept == 1 && slope.sample == 3)
    }

    @Test("Four values have no interval at 95 percent")
    func fourYears() throws {
        let slope = try #require(try SenSlope.estimate([19, 23, 39, 41]).result)
        #expect(slope.interval == nil)
        #expect(slope.extremes == 2...16)
    }

    @Test("One value is too little, and a level outside 0 to 1 an error", arguments: [0, 1, -1, .nan])
    func errors(level: Double) throws {
        #expect(try SenSlope.estimate([nil, 4]).result == nil)
        #expect(throws: StatisticsError(.outOfRange, of: "level")) { try SenSlope.estimate([1, 2], level: level) }
    }
}
