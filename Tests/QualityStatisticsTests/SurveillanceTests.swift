import QualityStatistics
import TestSupport
import Testing

@Suite("Surveillance")
struct SurveillanceTests {
    /// Weekly counts of seven years with a season, and a jump in the last week.
    private static func weeks(_ seed: UInt64, last: Int) -> [Int?] {
        var draws = Draws(seed: seed)
        return (0..<363).map {
            $0 % 52 < 26 ? Int.random(in: 3...9, using: &draws) : Int.random(in: 8...16, using: &draws)
        }
            + [last]
    }

    @Test("A rise is found upwards, a fall downwards, and a head start finds either sooner")
    func cusum() throws {
        let rise = Array(repeating: 10, count: 12) + Array(repeating: 16, count: 12)
        let up = try PoissonCusum.chart(counts: rise, rate: 10, alternative: 15, limit: 8)
        #expect(up.signals.first == 14)
        #expect(up.direction == .upwards)
        let down = try PoissonCusum.chart(counts: rise, rate: 16, alternative: 10, limit: 8)
        #expect(down.signals.first == 2 && down.signals.allSatisfy { $0 < 12 })
        let quick = try PoissonCusum.chart(counts: rise, rate: 16, alternative: 10, limit: 8, headStart: 4)
        #expect(quick.signals.first == 1)
    }

    @Test("After a signal the sum starts again, or goes on")
    func afterSignal() throws {
        let counts = Array(repeating: 20, count: 6)
        let restarting = try PoissonCusum.chart(counts: counts, rate: 10, alternative: 15, limit: 8)
        let continuing = try PoissonCusum.chart(
            counts: counts,
            rate: 10,
            alternative: 15,
            limit: 8,
            afterSignal: .continues
        )
        #expect(restarting.signals == [1, 3, 5])
        #expect(continuing.signals == [1, 2, 3, 4, 5])
    }

    @Test("A missing count leaves the sum as it is")
    func missing() throws {
        let whole = try PoissonCusum.chart(counts: [12, 14, 15], rate: 10, alternative: 15, limit: 8)
        let gap = try PoissonCusum.chart(counts: [12, nil, 14, 15], rate: 10, alternative: 15, limit: 8)
        #expect(gap.statistics.compactMap(\.self) == whole.statistics.compactMap(\.self))
        #expect(gap.statistics[1] == nil && gap.sample == 3)
        let closed = try PoissonCusum.chart(
            counts: [12, 0, 14, 15],
            exposures: [1, 0, 1, 1],
            rate: 10,
            alternative: 15,
            limit: 8
        )
        #expect(closed.statistics == gap.statistics)
    }

    @Test("Rates per exposure do not hang on the unit of exposure", arguments: [0.001, 1, 1000])
    func units(unit: Double) throws {
        let counts = [3, 5, 9, 12, 4, 8]
        let exposures = [1.0, 2, 2, 3, 1, 2]
        let ours = try PoissonCusum.chart(counts: counts, exposures: exposures, rate: 3, alternative: 5, limit: 4)
        let other = try PoissonCusum.chart(
            counts: counts,
            exposures: exposures.map { $0 * unit },
            rate: 3 / unit,
            alternative: 5 / unit,
            limit: 4
        )
        for (left, right) in zip(ours.statistics, other.statistics) {
            #expect(abs((left ?? .nan) - (right ?? .nan)) < 1e-9)
        }
    }

    @Test("A count at its bound makes the transformed sum signal, one below does not")
    func bounds() throws {
        for transformation in [TransformedCusum.Transformation.none, .standardized, .rossi] {
            let counts: [Int?] = [4, 9, 5, 7, 6, 12]
            let reference = transformation == .none ? 6.0 : 1.04
            let chart = try TransformedCusum.chart(
                counts: counts,
                expected: 5,
                transformation: transformation,
                referenceValue: reference,
                limit: 2.26
            )
            for (position, bound) in chart.bounds.enumerated() where counts[position] != nil {
                let isSignal = Double(counts[position] ?? 0) >= bound
                #expect(chart.signals.contains(position) == isSignal)
            }
        }
    }

    @Test("EARS says nothing without a whole baseline")
    func baseline() throws {
        let counts: [Int?] = [1, 2, 1, 3, 2, 1, 2, 20, nil, 2, 1, 2, 3, 1, 2, 2, 30]
        let c1 = try EarsChart.c1(counts: counts)
        #expect(c1.points.count == counts.count)
        #expect(c1.points[..<7].allSatisfy { $0.assessment == .notAssessed })
        #expect(c1.signals == [7, 16])
        #expect(c1.points[8...15].allSatisfy { $0.assessment == .notAssessed })
        #expect(try EarsChart.c2(counts: counts).signals == [])
        #expect(try EarsChart.c3(counts: [], threshold: 2).points == [])
    }

    @Test("A least deviation keeps equal counts from making any rise a signal")
    func minimumDeviation() throws {
        let counts: [Int?] = Array(repeating: 2, count: 9) + [3]
        #expect(try EarsChart.c1(counts: counts).signals == [9])
        #expect(try EarsChart.c1(counts: counts, minimumDeviation: 1).signals == [])
    }

    @Test("Farrington finds a jump against the same season of earlier years", arguments: Seeds.some(5))
    func farrington(seed: UInt64) throws {
        let jump = Self.weeks(seed, last: 40)
        let calm = Self.weeks(seed, last: 6)
        for (counts, assessment) in [(jump, OutbreakAssessment.aboveBound), (calm, .ordinary)] {
            let original = try Farrington.original(counts: counts, at: 363..<364, period: 52)
            let flexible = try Farrington.flexible(counts: counts, at: 363..<364, period: 52)
            #expect(original.points.map(\.assessment) == [assessment])
            #expect(flexible.points.map(\.assessment) == [assessment])
        }
    }

    @Test("Exposure that doubles doubles what Farrington expects", arguments: Seeds.some(3))
    func farringtonExposure(seed: UInt64) throws {
        let counts = Self.weeks(seed, last: 10)
        var exposures = Array(repeating: 100.0, count: counts.count)
        let plain = try #require(
            try Farrington.original(counts: counts, at: 363..<364, period: 52).points.first?.expected
        )
        exposures[363] = 200
        let doubled = try Farrington.original(counts: counts, at: 363..<364, period: 52, exposures: exposures).points
        #expect(abs((doubled.first?.expected ?? .nan) / plain - 2) < 1e-9)
    }

    @Test("Without a past Farrington assesses nothing, and with few events no alarm is raised")
    func farringtonLimits() throws {
        let short = try Farrington.flexible(counts: Array(repeating: 5, count: 60), at: 50..<60, period: 52)
        #expect(short.points.count == 10 && short.points.allSatisfy { $0.assessment == .notAssessed })
        let rare: [Int?] = Array(repeating: 0, count: 363) + [4]
        let point = try #require(try Farrington.original(counts: rare, at: 363..<364, period: 52).points.first)
        #expect(point.assessment == .tooFewEvents)
    }

    @Test("The likelihood ratio chart starts again after a signal")
    func likelihoodRatio() throws {
        let chart = try LikelihoodRatioChart.chart(
            counts: [5, 5, 15, 15, 5],
            expected: Array(repeating: 5, count: 5),
            threshold: 5
        )
        #expect(chart.signals == [2, 3])
        #expect(chart.statistics.first == 0)
        let found = try LikelihoodRatioChart.chart(counts: [1, 2, 1, 5], afterBaseline: 3, period: 12)
        #expect(found.result == nil)
    }

    @Test("Input that the methods are not defined for is refused")
    func refusals() {
        #expect(throws: StatisticsError(.negative, of: "counts", at: 1)) { try EarsChart.c1(counts: [1, -1]) }
        #expect(throws: StatisticsError(.outOfRange, of: "baseline")) { try EarsChart.c2(counts: [1], baseline: 1) }
        #expect(throws: StatisticsError(.outOfRange, of: "alternative")) {
            try PoissonCusum.chart(counts: [1], rate: 1, alternative: 1, limit: 1)
        }
        #expect(throws: StatisticsError(.noExposure, of: "exposures", at: 0)) {
            try PoissonCusum.chart(counts: [1], exposures: [0], rate: 1, alternative: 2, limit: 1)
        }
        #expect(throws: StatisticsError(.outOfRange, of: "positions")) {
            try Farrington.original(counts: [1, 2], at: 0..<3, period: 52)
        }
        #expect(throws: StatisticsError(.outOfRange, of: "period")) {
            try Farrington.flexible(counts: [1, 2], at: 0..<1, period: 6)
        }
        #expect(throws: StatisticsError(.unequalLengths, of: "seasons")) {
            try Farrington.flexible(counts: [1, 2], at: 0..<1, period: 52, seasons: .groups([1]))
        }
        #expect(throws: StatisticsError(.outOfRange, of: "expected")) {
            try TransformedCusum.chart(counts: [1], expected: 0)
        }
        #expect(throws: StatisticsError(.unequalLengths, of: "expected")) {
            try LikelihoodRatioChart.chart(counts: [1, 2], expected: [1])
        }
    }
}
