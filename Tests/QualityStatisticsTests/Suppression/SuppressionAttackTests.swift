import Foundation
import QualityStatistics
import TestSupport
import Testing

/// Published tables attacked by HiGHS, which knows the published cells, the margins and the rule, and nothing else.
@Suite("Suppressed tables under attack")
struct SuppressionAttackTests {
    private struct Attacked {
        let margins: [[Int]]
        let rule: [[Int]]

        init(_ line: Data) throws {
            let tree = try GoldenParser.tree(of: Array(line))
            margins = try tree.value("margins").matrix()
            rule = try tree.value("rule").matrix()
        }
    }

    private static let number = TestSize.isFull ? 1_000 : 100

    /// What the attacker derives of the withheld cells of each table.
    private static func attack(_ lines: [String]) throws -> [Attacked] {
        let python = try Python(importing: "scipy.optimize")
        let file = FileManager.default.temporaryDirectory.appending(path: "suppression-\(UUID().uuidString).json")
        try Data(lines.joined(separator: "\n").utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        var attacked: [Attacked] = []
        let status = try python.run("suppression-attack", [file.path]) { attacked.append(try Attacked($0)) }
        try #require(status == 0 && attacked.count == lines.count, "the attack fails")
        return attacked
    }

    /// Tables with a small cell and a pattern.
    private static func suppressions(_ seed: UInt64, _ rule: CellSuppression.Rule) throws -> [CellSuppression] {
        var draws = Draws(seed: seed)
        var found: [CellSuppression] = []
        var tables = 0
        while found.count < number {
            let counts = RandomTables.table(&draws)
            let suppression = try CellSuppression.protecting(counts, rule: rule, effort: 5_000)
            tables += 1
            if suppression.pattern != nil, !suppression.primary.isEmpty { found.append(suppression) }
        }
        let optimal = found.count { $0.pattern?.search != .irredundant }
        print("Suppression attack: seed \(seed), \(tables) tables for \(number) patterns, \(optimal) of them optimal")
        return found
    }

    @Test("No withheld cell can be narrowed below its bound", .long, arguments: Seeds.some(1))
    func suppressed(seed: UInt64) throws {
        let suppressions = try Self.suppressions(seed, .usual)
        let lines = suppressions.map {
            publishedLine(of: $0.counts, withholding: $0.pattern?.withheld ?? [], threshold: $0.rule.threshold)
        }
        let attacked = try Self.attack(lines)
        for (suppression, attacked) in zip(suppressions, attacked) {
            let intervals = try #require(suppression.pattern?.intervals)
            // The attacker finds the very bounds that are stated, no narrower and no wider ones.
            #expect(attacked.rule == intervals.map { [$0.values.lowerBound, $0.values.upperBound] })
            let byMargins = try CellSuppression.intervals(in: suppression.counts, withholding: intervals.map(\.cell))
            #expect(attacked.margins == byMargins.map { [$0.values.lowerBound, $0.values.upperBound] })
            for interval in attacked.rule { #expect(interval[1] - interval[0] >= suppression.rule.width) }
        }
    }

    @Test("Withholding the small cells alone does not withstand the attack", arguments: Seeds.some(1))
    func primaryOnly(seed: UInt64) throws {
        let suppressions = try Self.suppressions(seed, .usual)
        let lines = suppressions.map {
            publishedLine(of: $0.counts, withholding: $0.primary, threshold: $0.rule.threshold)
        }
        let attacked = try Self.attack(lines)
        let broken = zip(suppressions, attacked).count { suppression, attacked in
            attacked.margins.contains { $0[1] - $0[0] < suppression.rule.width }
        }
        let disclosed = attacked.count { $0.margins.contains { $0[0] == $0[1] } }
        print(
            "Suppression attack: of \(Self.number) tables without complementary cells \(broken) broken, "
                + "\(disclosed) with a cell disclosed"
        )
        #expect(2 * broken > Self.number && 2 * disclosed > Self.number)
    }
}
