import QualityStatistics
import TestSupport
import Testing

@Suite("Tables of counts")
struct ContingencyTests {
    /// Every table with the sums of one, and how probable it is, by brute force.
    static func pValue(of counts: [[Int]]) -> Double {
        let rows = counts.map { $0.reduce(0, +) }
        let columns = counts[0].indices.map { column in counts.reduce(0) { $0 + $1[column] } }
        func factorial(_ number: Int) -> Double { SpecialFunctions.gamma(Double(number) + 1) }
        let whole =
            rows.map(factorial).reduce(1, *) * columns.map(factorial).reduce(1, *) / factorial(rows.reduce(0, +))
        let observed = counts.joined().map(factorial).reduce(whole, /)
        var sum = 0.0
        func fill(_ row: Int, _ column: Int, _ left: Int, _ rest: [Int], _ probability: Double) {
            if row == rows.count {
                if rest.allSatisfy({ $0 == 0 }), probability <= observed * (1 + 1e-7) { sum += probability }
                return
            }
            if column == columns.count {
                if left == 0 { fill(row + 1, 0, row + 1 < rows.count ? rows[row + 1] : 0, rest, probability) }
                return
            }
            for taken in 0...min(left, rest[column]) {
                var rest = rest
                rest[column] -= taken
                fill(row, column + 1, left - taken, rest, probability / factorial(taken))
            }
        }
        fill(0, 0, rows[0], columns, whole)
        return sum
    }

    @Test("Fisher's exact test is the sum over all tables", arguments: Seeds.some(6))
    func fisher(seed: UInt64) throws {
        var generator = Draws(seed: seed)
        for _ in 0..<30 {
            let (rows, columns) = (Int.random(in: 2...3, using: &generator), Int.random(in: 2...4, using: &generator))
            let counts = (0..<rows).map { _ in (0..<columns).map { _ in Int.random(in: 0...4, using: &generator) } }
            let table = try ContingencyTable(counts)
            guard case .found(let test)? = FisherExactTest.exact(table) else {
                #expect(table.filledRows < 2 || table.filledColumns < 2)
                continue
            }
            #expect(test.precision == .exact)
            let filled = counts.filter { $0.contains { $0 > 0 } }
            #expect(abs(test.pValue - Self.pValue(of: filled)) < 1e-11, "\(counts), seed \(seed)")
            let turned = (0..<columns).map { column in counts.map { $0[column] } }
            let other = try #require(FisherExactTest.exact(try ContingencyTable(turned))?.result)
            #expect(abs(test.pValue - other.pValue) < 1e-11)
        }
    }

    @Test("A table of complaints by kind and subject is within the effort")
    func complaints() throws {
        let table = try ContingencyTable([[5, 7, 13, 1, 1, 6, 1], [1, 1, 1, 0, 0, 6, 0], [8, 38, 32, 0, 5, 41, 4]])
        let found = try #require(FisherExactTest.exact(table, effort: 2_000_000)?.result)
        #expect(abs(found.pValue / 0.11925926937556498 - 1) < 1e-10)
    }

    @Test("The simulated test is near the exact one, by its own error", arguments: Seeds.some(4))
    func simulation(seed: UInt64) throws {
        var generator = Draws(seed: seed)
        let table = try ContingencyTable([[3, 8, 1, 0], [6, 2, 4, 7], [2, 2, 5, 0]])
        let exact = try #require(FisherExactTest.exact(table)?.result)
        let found = try #require(try FisherExactTest.simulated(table, tables: 20_000, using: &generator).result)
        guard case .simulated(let tables, let error) = found.precision else {
            Issue.record("not simulated")
            return
        }
        #expect(tables == 20_000 && error > 0)
        #expect(abs(found.pValue - exact.pValue) < 5 * error, "seed \(seed)")
        var again = Draws(seed: seed)
        #expect(try FisherExactTest.simulated(table, tables: 20_000, using: &again).result == found)
    }

    @Test("A table too large for the effort is simulated")
    func effort() throws {
        let table = try ContingencyTable([[1224, 1253, 1238, 931], [786, 818, 1122, 970], [479, 406, 427, 509]])
        #expect(FisherExactTest.exact(table, effort: 10_000) == nil)
        var generator = Draws(seed: 1)
        let found = try #require(
            try FisherExactTest.test(table, effort: 10_000, tables: 500, using: &generator).result
        )
        #expect(found.precision != .exact && found.pValue < 0.01)
        #expect(throws: StatisticsError(.outOfRange, of: "tables")) {
            try FisherExactTest.simulated(table, tables: 0, using: &generator)
        }
    }

    @Test("A table with too many ways to fill its first column is simulated", arguments: [5_000, 50_000])
    func crowded(effort: Int) throws {
        let table = try ContingencyTable(Array(repeating: Array(repeating: 6, count: 8), count: 8))
        #expect(FisherExactTest.exact(table, effort: effort) == nil)
        var generator = Draws(seed: 1)
        let found = try #require(
            try FisherExactTest.test(table, effort: effort, tables: 50, using: &generator).result
        )
        // No table with these sums is more probable.
        #expect(found.precision != .exact && found.pValue == 1)
    }

    @Test("A table of two by two needs little effort however large it is")
    func large() throws {
        let table = try ContingencyTable([[1_000_000, 2_000_000], [1_001_000, 1_999_000]])
        let found = try #require(FisherExactTest.exact(table, effort: 1)?.result)
        let pearson = try #require(IndependenceTest.pearson(table).result)
        #expect(abs(found.pValue / pearson.pValue - 1) < 0.01)
    }

    @Test("Rows and columns that hold nothing change no number")
    func empty() throws {
        let table = try ContingencyTable([[4, 0, 9], [0, 0, 0], [8, 0, 3]])
        let filled = try ContingencyTable([[4, 9], [8, 3]])
        let (one, other) = (IndependenceTest.pearson(table).result, IndependenceTest.pearson(filled).result)
        #expect(one?.statistic == other?.statistic && one?.degreesOfFreedom == 1 && one != nil)
        #expect(Association.of(table).result?.cramersV == Association.of(filled).result?.cramersV)
        #expect(try IndependenceTest.yates(table).result?.pValue == IndependenceTest.yates(filled).result?.pValue)
        let residuals = try #require(CellResiduals.of(table).result)
        #expect(residuals.adjusted[1] == [nil, nil, nil] && residuals.adjusted[0][1] == nil)
        #expect(FisherExactTest.exact(table) == FisherExactTest.exact(filled))
    }

    @Test(
        "A table with one row or column that holds anything is too little data",
        arguments: [
            [[Int]](), [[]], [[3, 4]], [[0, 0], [3, 4]], [[2, 0], [5, 0]], [[0, 0], [0, 0]],
        ]
    )
    func shortage(counts: [[Int]]) throws {
        let table = try ContingencyTable(counts)
        #expect(IndependenceTest.pearson(table).result == nil && IndependenceTest.likelihoodRatio(table).result == nil)
        #expect(Association.of(table).result == nil && CellResiduals.of(table).result == nil)
        guard case .tooLittleData(let shortage)? = FisherExactTest.exact(table) else {
            Issue.record("a finding")
            return
        }
        #expect(shortage.quantity == .groups && shortage.needed == 2 && shortage.available < 2)
    }

    @Test("Large counts that hardly differ keep the digits of their difference")
    func hardlyDifferent() throws {
        let billion = 1_000_000_000
        let table = try ContingencyTable([[billion, billion + 1], [billion + 2, billion]])
        let pearson = try #require(IndependenceTest.pearson(table).result)
        #expect(abs(pearson.statistic / 2.249_999_997_937_5e-9 - 1) < 1e-12)
        let likelihood = try #require(IndependenceTest.likelihoodRatio(table).result)
        #expect(abs(likelihood.statistic / pearson.statistic - 1) < 1e-8)
    }

    @Test("Tables that are none are refused")
    func refused() throws {
        #expect(throws: StatisticsError(.unequalLengths, of: "counts", at: 1)) { try ContingencyTable([[1, 2], [3]]) }
        #expect(throws: StatisticsError(.negative, of: "counts", at: 0)) { try ContingencyTable([[1, -2]]) }
        #expect(throws: StatisticsError(.outOfRange, of: "counts", at: 0)) { try ContingencyTable([[.max, 1]]) }
        let wide = try ContingencyTable([[1, 2, 3], [4, 5, 6]])
        #expect(throws: StatisticsError(.outOfRange, of: "table")) { try IndependenceTest.yates(wide) }
    }

    @Test("Small expected counts are told of")
    func assumptions() throws {
        let small = try #require(IndependenceTest.pearson(try ContingencyTable([[1, 2], [3, 0]])).result)
        #expect(small.assumptions.contains { $0.standing == .fails })
        let large = try #require(IndependenceTest.pearson(try ContingencyTable([[10, 20], [30, 20]])).result)
        #expect(!large.assumptions.contains { $0.standing == .fails })
    }

    @Test("Groups without trials say nothing of a trend, and the order of the scores decides its sign")
    func trend() throws {
        let some = try #require(try CochranArmitage.test(counts: [1, 0, 4, 9], of: [10, 0, 10, 10]).result)
        let same = try CochranArmitage.test(counts: [1, 4, 9], of: [10, 10, 10], scores: [1, 3, 4]).result
        let down = try #require(try CochranArmitage.test(counts: [9, 4, 0, 1], of: [10, 10, 0, 10]).result)
        #expect(some == same && some.z > 0 && down.z < 0)
        #expect(try CochranArmitage.test(counts: [0, 0], of: [3, 4]).result == nil)
        #expect(try CochranArmitage.test(counts: [3, 4], of: [3, 4]).result == nil)
        #expect(try CochranArmitage.test(counts: [1], of: [4]).result == nil)
        #expect(throws: StatisticsError(.moreEventsThanTrials, of: "counts", at: 1)) {
            try CochranArmitage.test(counts: [1, 5], of: [2, 4])
        }
        #expect(throws: StatisticsError(.outOfRange, of: "trials", at: 1)) {
            try CochranArmitage.test(counts: [0, 1], of: [.max, 1])
        }
        #expect(throws: StatisticsError(.unequalLengths, of: "scores")) {
            try CochranArmitage.test(counts: [1, 2], of: [2, 4], scores: [1])
        }
    }

    @Test(
        "Adjusted p-values are never smaller than their own, keep their order and leave missing ones missing",
        arguments: Seeds.some(5)
    )
    func multiplicity(seed: UInt64) throws {
        var generator = Draws(seed: seed)
        let pValues: [Double?] = (0..<40).map { _ in
            Int.random(in: 0..<5, using: &generator) == 0 ? nil : Double.random(in: 0...0.3, using: &generator)
        }
        let all = [
            try AdjustedPValues.bonferroni(pValues), try AdjustedPValues.holm(pValues),
            try AdjustedPValues.hochberg(pValues), try AdjustedPValues.benjaminiHochberg(pValues),
            try AdjustedPValues.benjaminiYekutieli(pValues),
        ]
        for adjusted in all {
            #expect(adjusted.sample == pValues.count { $0 != nil })
            let pairs = zip(pValues, adjusted.values).compactMap { pair in
                pair.0.flatMap { p in pair.1.map { (p, $0) } }
            }
            #expect(pairs.count == adjusted.sample && pairs.allSatisfy { $0 <= $1 && $1 <= 1 })
            let sorted = pairs.sorted { $0.0 < $1.0 }.map(\.1)
            #expect(zip(sorted, sorted.dropFirst()).allSatisfy { $0 <= $1 }, "seed \(seed)")
            #expect(adjusted.rejected(at: 0.05).allSatisfy { (adjusted.values[$0] ?? 1) <= 0.05 })
        }
        #expect(zip(all[0].values, all[1].values).allSatisfy { ($0 ?? 0) >= ($1 ?? 0) })
        #expect(zip(all[1].values, all[2].values).allSatisfy { ($0 ?? 0) >= ($1 ?? 0) })
        #expect(zip(all[2].values, all[3].values).allSatisfy { ($0 ?? 0) >= ($1 ?? 0) })
        #expect(try AdjustedPValues.holm([]).values.isEmpty)
        #expect(throws: StatisticsError(.outOfRange, of: "pValues", at: 1)) { try AdjustedPValues.holm([nil, 1.1]) }
        #expect(throws: StatisticsError(.notFinite, of: "pValues", at: 0)) { try AdjustedPValues.holm([.nan]) }
    }
}
