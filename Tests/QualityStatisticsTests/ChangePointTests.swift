import QualityStatistics
import TestSupport
import Testing

@Suite("Change points")
struct ChangePointTests {
    /// Counts around two levels, drawn with a seed.
    private static func series(_ seed: UInt64, count: Int, levels: [Int]) -> [Double] {
        var draws = Draws(seed: seed)
        return (0..<count).map { position in
            let level = levels[position * levels.count / count]
            return Double(Int.random(in: 0...2 * level, using: &draws))
        }
    }

    @Test("PELT is no worse than the best partition with any number of changes", arguments: Seeds.some(20))
    func pelt(seed: UInt64) throws {
        let values = Self.series(seed, count: 18, levels: [3, 9, 4])
        for minimum in 1...4 {
            for penalty in [0, 5, 40, 400.0] {
                let found = try ChangePoints.pelt(values, penalty: penalty, minimumLength: minimum).result
                let result = try #require(found)
                let best = try (0..<18 / minimum).compactMap { changes in
                    try ChangePoints.optimal(values, changes: changes, minimumLength: minimum).result.map {
                        $0.cost + penalty * Double(changes)
                    }
                }
                .min()
                #expect(abs(result.objective - (best ?? .nan)) < 1e-9)
                #expect(result.segments.allSatisfy { $0.values >= minimum })
            }
        }
    }

    @Test("The approximate methods never cost less than the exact one", arguments: Seeds.some(20))
    func approximations(seed: UInt64) throws {
        let values = Self.series(seed, count: 40, levels: [8, 2, 6])
        for changes in 0...4 {
            let optimal = try #require(try ChangePoints.optimal(values, changes: changes).result)
            for found in [
                try ChangePoints.binarySegmentation(values, until: .changes(changes)),
                try ChangePoints.bottomUp(values, until: .changes(changes)),
            ] {
                let result = try #require(found.result)
                #expect(result.positions.count == changes)
                #expect(result.cost >= optimal.cost - 1e-9)
            }
        }
    }

    @Test("A clear change is found by every method, at the first value of the new level")
    func clear() throws {
        let values = [5.0, 6, 5, 6, 5, 6, 15, 16, 15, 16, 15, 16]
        let found = [
            try ChangePoints.pelt(values, penalty: 10), try ChangePoints.optimal(values, changes: 1),
            try ChangePoints.binarySegmentation(values, until: .penalty(10)),
            try ChangePoints.bottomUp(values, until: .penalty(10)), try ChangePoints.poisson(counts: values),
        ]
        #expect(found.allSatisfy { $0.result?.positions == [6] })
        let single = try #require(try SingleRateChange.mostLikely(counts: values).result)
        #expect(single.position == 6 && single.countsBefore == 6)
        #expect(single.rateBefore == 5.5 && single.rateAfter == 15.5)
    }

    @Test("Missing values keep their place in time")
    func missing() throws {
        let values: [Double?] = [nil, 5, 6, 5, nil, 6, nil, 15, 16, 15, 16, nil]
        let result = try #require(try ChangePoints.pelt(values, penalty: 10).result)
        #expect(result.segments.map(\.positions) == [0..<7, 7..<12])
        #expect(result.segments.map(\.values) == [4, 4])
        #expect(result.sample == 8)
        #expect(try SingleRateChange.mostLikely(counts: values).result?.position == 7)
    }

    @Test("Nothing changes in a series of equal values", arguments: [0.0, 7, 1e12, 0.1])
    func constant(value: Double) throws {
        let values = Array(repeating: value, count: 30)
        #expect(try ChangePoints.pelt(values, penalty: 0.01).result?.positions == [])
        #expect(try ChangePoints.poisson(counts: values).result?.positions == [])
        #expect(try SingleRateChange.mostLikely(counts: values).result.map { $0.likelihoodRatio < 1e-9 } == true)
    }

    @Test("Exposure that doubles with the counts is no change of rate")
    func exposure() throws {
        let counts = [20.0, 21, 19, 20, 22, 40, 42, 38, 41, 40]
        let exposures = [1.0, 1, 1, 1, 1, 2, 2, 2, 2, 2]
        #expect(try ChangePoints.poisson(counts: counts).result?.positions == [5])
        #expect(try ChangePoints.poisson(counts: counts, exposures: exposures).result?.positions == [])
        let single = try #require(try SingleRateChange.mostLikely(counts: counts, exposures: exposures).result)
        #expect(single.likelihoodRatio < 1)
    }

    @Test("Counts that spread too much are named, for they give changes that are none")
    func overdispersion() throws {
        let counts = (0..<40).map { $0 % 3 == 0 ? 60.0 : 20 }
        let result = try #require(try ChangePoints.poisson(counts: counts, minimumLength: 10).result)
        #expect(result.assumptions.contains { $0.standing == .fails })
    }

    @Test("Of changes that cost the same, the earliest is found")
    func equal() throws {
        let spike = Array(repeating: 0.0, count: 10) + [50] + Array(repeating: 0, count: 10)
        #expect(try ChangePoints.pelt(spike, penalty: 300).result?.positions == [9, 11])
        #expect(try ChangePoints.optimal(spike, changes: 2).result?.positions == [9, 11])
    }

    @Test("Too few values are a finding of their own", arguments: [0, 1, 3])
    func tooFew(count: Int) throws {
        let values = Array(repeating: 1.0, count: count)
        for found in [
            try ChangePoints.pelt(values, penalty: 1), try ChangePoints.optimal(values, changes: 1),
            try ChangePoints.poisson(counts: values),
        ] {
            guard case .tooLittleData(let shortage) = found else {
                Issue.record("\(count) values are enough")
                continue
            }
            #expect(shortage.needed == 4 && shortage.available == count)
        }
    }

    @Test("Input that the methods are not defined for is refused")
    func refusals() {
        #expect(throws: StatisticsError(.notFinite, of: "values", at: 1)) {
            try ChangePoints.pelt([1, .nan, 2, 3], penalty: 1)
        }
        #expect(throws: StatisticsError(.outOfRange, of: "penalty")) { try ChangePoints.pelt([1, 2], penalty: -1) }
        #expect(throws: StatisticsError(.outOfRange, of: "minimumLength")) {
            try ChangePoints.pelt([1, 2], penalty: 1, minimumLength: 0)
        }
        #expect(throws: StatisticsError(.outOfRange, of: "changes")) { try ChangePoints.optimal([1, 2], changes: -1) }
        #expect(throws: StatisticsError(.negative, of: "counts", at: 0)) { try ChangePoints.poisson(counts: [-1, 2]) }
        #expect(throws: StatisticsError(.unequalLengths, of: "exposures")) {
            try ChangePoints.poisson(counts: [1, 2], exposures: [1])
        }
        #expect(throws: StatisticsError(.noExposure, of: "exposures", at: 1)) {
            try SingleRateChange.mostLikely(counts: [1, 2], exposures: [1, 0])
        }
    }

    @Test("Ten thousand values are segmented", arguments: Seeds.some(1))
    func long(seed: UInt64) throws {
        let values = Self.series(seed, count: 10_000, levels: (0..<50).map { 5 + 20 * ($0 % 2) })
        var found: Finding<ChangePoints>?
        let time = try ProcessorTime.seconds { found = try ChangePoints.pelt(values, penalty: 2 * 216 * 9.2) }
        let changes = found?.result?.positions.count ?? 0
        print("PELT of 10,000 values with \(changes) changes: \(time) s")
        #expect((40...55).contains(changes))
        let none = Self.series(seed, count: 10_000, levels: [10])
        let flat = try ProcessorTime.seconds { found = try ChangePoints.pelt(none, penalty: 2 * 37 * 9.2) }
        print("PELT of 10,000 values with \(found?.result?.positions.count ?? 0) changes: \(flat) s")
        #expect(time < 10 && flat < 10)
    }
}
