import QualityStatistics
import TestSupport
import Testing

@Suite("Suppression of small cells")
struct CellSuppressionTests {
    typealias Cell = CellSuppression.Cell

    static let complaints = [[5, 7, 13, 1, 1, 6, 1], [1, 1, 1, 0, 0, 6, 0], [8, 38, 32, 0, 5, 41, 4]]

    /// Puts values into the withheld cells, row by row.
    private static func filled(_ published: [[Int?]], with values: [Int]) -> [[Int]] {
        var rest = values[...]
        return published.map { row in row.map { $0 ?? rest.removeFirst() } }
    }

    private static func margins(_ table: [[Int]]) -> [Int] {
        table.map { $0.reduce(0, +) }
            + (table.first ?? []).indices.map { column in table.reduce(0) { $0 + $1[column] } }
    }

    @Test("Every interval is as wide as asked, and two tables prove it", arguments: Seeds.some(5))
    func proofs(seed: UInt64) throws {
        var draws = Draws(seed: seed)
        for _ in 0..<60 {
            let counts = RandomTables.table(&draws, height: 1...9, width: 1...9)
            let suppression = try CellSuppression.protecting(counts, effort: 2_000)
            guard let pattern = suppression.pattern, let published = suppression.published else { continue }
            #expect(Set(pattern.primary + pattern.complementary).sorted() == pattern.withheld)
            for (position, interval) in pattern.intervals.enumerated() {
                #expect(
                    interval.width >= 5 && interval.values.contains(counts[interval.cell.row][interval.cell.column])
                )
                #expect(interval.lowest[position] == interval.values.lowerBound)
                #expect(interval.highest[position] == interval.values.upperBound)
                for values in [interval.lowest, interval.highest] {
                    #expect(values.allSatisfy { $0 >= 0 } && values.contains { (1..<5).contains($0) })
                    #expect(Self.margins(Self.filled(published, with: values)) == Self.margins(counts))
                }
            }
            for count in published.joined() { #expect(count.map { $0 == 0 || $0 >= 5 } ?? true) }
        }
    }

    @Test("No pattern has fewer cells than the one called optimal", arguments: Seeds.some(4))
    func optimum(seed: UInt64) throws {
        var draws = Draws(seed: seed)
        for round in 0..<40 {
            let counts = RandomTables.table(&draws, height: 2...3, width: 2...3)
            let rule = try CellSuppression.Rule(
                threshold: 5,
                width: 1 + round % 5,
                complementaryWidth: 1 + round % 3,
                reader: round.isMultiple(of: 2) ? .knowsRule : .knowsMargins
            )
            let suppression = try CellSuppression.protecting(counts, rule: rule)
            #expect(try Self.best(counts, rule) == suppression.pattern.map(\.optimum), "\(counts) \(rule)")
        }
    }

    /// The best pattern of all, one by one.
    private static func best(_ counts: [[Int]], _ rule: CellSuppression.Rule) throws -> Optimum? {
        let cells = counts.indices.flatMap { row in counts[row].indices.map { Cell(row: row, column: $0) } }
        let small = Set(cells.filter { (1..<rule.threshold).contains(counts[$0.row][$0.column]) })
        guard !small.isEmpty else { return Optimum(cells: 0, sum: 0, equals: 1) }
        let others = cells.filter { !small.contains($0) }
        var best: Optimum?
        for subset in 0..<(1 << others.count) {
            let chosen = others.indices.filter { subset >> $0 & 1 == 1 }.map { others[$0] }
            let threshold = rule.reader == .knowsRule ? rule.threshold : nil
            let intervals = try CellSuppression.intervals(
                in: counts,
                withholding: chosen + small,
                knownThreshold: threshold
            )
            guard intervals.allSatisfy({ $0.width >= (small.contains($0.cell) ? rule.width : rule.complementaryWidth) })
            else { continue }
            let sum = chosen.reduce(0) { $0 + counts[$1.row][$1.column] }
            let found = Optimum(cells: chosen.count, sum: sum, equals: 1)
            if let known = best, (known.cells, known.sum) == (found.cells, found.sum) {
                best?.equals += 1
            } else if best.map({ (found.cells, found.sum) < ($0.cells, $0.sum) }) ?? true {
                best = found
            }
        }
        return best
    }

    struct Optimum: Equatable {
        var cells: Int
        var sum: Int
        var equals: Int
    }

    @Test("Without effort for the exact search no cell of the pattern can be left out", arguments: Seeds.some(4))
    func irredundant(seed: UInt64) throws {
        var draws = Draws(seed: seed)
        for _ in 0..<20 {
            let counts = RandomTables.table(&draws)
            let quick = try CellSuppression.protecting(counts, effort: 0)
            let exact = try CellSuppression.protecting(counts, effort: 20_000)
            #expect((quick.pattern == nil) == (exact.pattern == nil))
            guard let pattern = quick.pattern, let best = exact.pattern else { continue }
            #expect(best.complementary.count <= pattern.complementary.count)
            for left in pattern.complementary {
                let cells = pattern.withheld.filter { $0 != left }
                let intervals = try CellSuppression.intervals(in: counts, withholding: cells, knownThreshold: 5)
                #expect(intervals.contains { $0.width < 5 })
            }
        }
    }

    @Test("A large table is protected in short time", .long, arguments: Seeds.some(1))
    func large(seed: UInt64) throws {
        var draws = Draws(seed: seed)
        let counts = RandomTables.table(&draws, height: 50...50, width: 12...12)
        let time = try ProcessorTime.seconds {
            let suppression = try CellSuppression.protecting(counts)
            #expect(suppression.pattern != nil)
        }
        print("Suppression: 50 x 12 cells in \(time) s")
        #expect(time < 60)
    }

    @Test("The complaints at 5 have no pattern, and merged categories that have one are offered")
    func complaints() throws {
        let suppression = try CellSuppression.protecting(Self.complaints)
        #expect(suppression.smallMargins == [.column(3)])
        #expect(suppression.published == nil)
        guard case .noPattern(let answer) = suppression.outcome else {
            Issue.record("there is a pattern")
            return
        }
        #expect(answer.unprotected.map(\.cell).contains(Cell(row: 0, column: 3)))
        for interval in answer.unprotected { #expect(interval.width < 5) }
        let merger = try #require(answer.merger)
        print("Suppression: complaints merged", merger.rows, merger.columns, merger.counts)
        #expect(Self.margins(merger.counts).prefix(merger.rows.count).reduce(0, +) == 171)
        #expect(merger.rows.joined().sorted() == [0, 1, 2] && merger.columns.joined().sorted() == Array(0..<7))
        let again = try CellSuppression.protecting(merger.counts)
        #expect(again.pattern == merger.pattern)
    }

    @Test("A single row has no pattern, for its total discloses it; merging helps")
    func singleRow() throws {
        let suppression = try CellSuppression.protecting([[3, 40, 50]])
        guard case .noPattern(let answer) = suppression.outcome else {
            Issue.record("there is a pattern")
            return
        }
        #expect(answer.unprotected.map(\.values) == [3...3])
        #expect(answer.merger?.counts == [[43, 50]])
        #expect(answer.merger?.pattern.withheld == [])
    }

    @Test("A table that is small altogether can not even be merged")
    func tiny() throws {
        guard case .noPattern(let answer) = try CellSuppression.protecting([[1, 1], [1, 1]]).outcome else {
            Issue.record("there is a pattern")
            return
        }
        #expect(answer.merger == nil)
    }

    @Test("A reader of the rule knows that one cell is small, and the intervals of that reader are within the others")
    func rule() throws {
        let counts = [[1, 20, 30], [15, 25, 35]]
        let cells = [
            Cell(row: 0, column: 0), Cell(row: 0, column: 1), Cell(row: 1, column: 0), Cell(row: 1, column: 1),
        ]
        let margins = try CellSuppression.intervals(in: counts, withholding: cells)
        #expect(margins.map(\.values) == [0...16, 5...21, 0...16, 24...40])
        let rule = try CellSuppression.intervals(in: counts, withholding: cells, knownThreshold: 5)
        #expect(rule.map(\.values) == [1...15, 6...20, 1...15, 25...39])
    }

    @Test(
        "A table without small cells is published whole",
        arguments: [[], [[]], [[0]], [[5, 0], [0, 7]]] as [[[Int]]]
    )
    func nothingSmall(counts: [[Int]]) throws {
        let suppression = try CellSuppression.protecting(counts)
        #expect(suppression.published == counts)
        #expect(suppression.pattern?.search == .optimal(equals: 1))
    }

    @Test("What is no table of counts is refused")
    func errors() {
        #expect(throws: StatisticsError(.unequalLengths, of: "counts", at: 1)) {
            try CellSuppression.protecting([[1, 2], [3]])
        }
        #expect(throws: StatisticsError(.negative, of: "counts", at: 3)) {
            try CellSuppression.protecting([[1, 2], [3, -4]])
        }
        #expect(throws: StatisticsError(.outOfRange, of: "counts", at: 1)) {
            try CellSuppression.protecting([[.max, 1]])
        }
        #expect(throws: StatisticsError(.outOfRange, of: "withheld", at: 1)) {
            try CellSuppression.intervals(in: [[1]], withholding: [Cell(row: 0, column: 0), Cell(row: 1, column: 0)])
        }
        #expect(throws: StatisticsError(.outOfRange, of: "width")) {
            try CellSuppression.Rule(threshold: 5, width: 0)
        }
        #expect(throws: StatisticsError(.outOfRange, of: "threshold")) {
            try CellSuppression.Rule(threshold: 0, width: 1)
        }
    }
}

extension CellSuppression.Pattern {
    fileprivate var optimum: CellSuppressionTests.Optimum {
        guard case .optimal(let equals) = search else { return .init(cells: -1, sum: 0, equals: 0) }
        return .init(cells: complementary.count, sum: complementarySum, equals: equals)
    }
}
