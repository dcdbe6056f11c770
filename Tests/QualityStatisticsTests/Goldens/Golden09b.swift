import QualityStatistics

/// Suppression of small cells.
enum Golden09b: GoldenAdapter {
    static let file = "09b_suppression"
    static let inputKeys: Set = [
        "counts", "row_totals", "col_totals", "total", "threshold", "rule", "required_width_of_interval",
    ]

    static let rules = [GoldenRule(["**"], .exact)]

    static func output(of golden: GoldenCase) throws -> GoldenTree {
        let counts = try golden.input.value("counts").matrix()
        guard try golden.params.value("rule").text() == "suppress 1..threshold-1 (zeros published)" else {
            throw GoldenError("unknown rule")
        }
        let rule = try CellSuppression.Rule(
            threshold: golden.params.value("threshold").integer(),
            width: golden.params.value("required_width_of_interval").integer(),
            complementaryWidth: 1,
            reader: .knowsMargins
        )
        let suppression = try CellSuppression.protecting(counts, rule: rule, effort: 1_000_000)
        let alone = try CellSuppression.intervals(in: counts, withholding: suppression.primary)
        return [
            "primary_only_audit_intervals (attacker knows all margins)": audit(alone),
            "exactly_disclosed_by_primary_only": GoldenTree(alone.filter { $0.width == 0 }.map { key($0.cell) }),
            "no_pattern_exists": .flag(suppression.pattern == nil),
            "optimal": try optimal(suppression, of: counts, like: golden.output["optimal"]?["secondary"]),
            "rows_with_exactly_one_primary": singles(suppression.primary.map(\.row), of: counts.count),
            "cols_with_exactly_one_primary": singles(suppression.primary.map(\.column), of: counts.first?.count ?? 0),
        ]
    }

    /// The best pattern: of several as good as each other the file has one, which need not be the one found.
    private static func optimal(
        _ suppression: CellSuppression,
        of counts: [[Int]],
        like shown: GoldenTree?
    ) throws -> GoldenTree {
        let primary = GoldenTree.list(suppression.primary.map(place))
        guard let pattern = suppression.pattern else { return ["primary": primary, "secondary": .null] }
        var cells = pattern.complementary
        var intervals = pattern.intervals
        var tree: [String: GoldenTree] = ["primary": primary]
        if case .optimal(let equals) = pattern.search, !pattern.primary.isEmpty {
            tree["n_optima"] = GoldenTree(equals)
            if equals > 1, let shown, !shown.isNull {
                cells = try shown.matrix().map { CellSuppression.Cell(row: $0[0], column: $0[1]) }
                intervals = try CellSuppression.intervals(in: counts, withholding: suppression.primary + cells)
                let primary = intervals.filter { suppression.primary.contains($0.cell) }
                guard cells.count == pattern.complementary.count,
                    cells.reduce(0, { $0 + counts[$1.row][$1.column] }) == pattern.complementarySum,
                    primary.allSatisfy({ $0.width >= suppression.rule.width })
                else { throw GoldenError("the pattern of the file is not as good as ours") }
            }
        }
        tree["secondary"] = .list(cells.map(place))
        tree["cost_cells"] = GoldenTree(pattern.complementary.count)
        tree["cost_count"] = GoldenTree(pattern.complementarySum)
        tree["audit"] = audit(intervals)
        return .object(tree)
    }

    private static func audit(_ intervals: [CellSuppression.Interval]) -> GoldenTree {
        .object(
            Dictionary(
                uniqueKeysWithValues: intervals.map {
                    (key($0.cell), GoldenTree([$0.values.lowerBound, $0.values.upperBound]))
                }
            )
        )
    }

    private static func key(_ cell: CellSuppression.Cell) -> String {
        "[\(cell.row), \(cell.column)]"
    }

    private static func place(_ cell: CellSuppression.Cell) -> GoldenTree {
        GoldenTree([cell.row, cell.column])
    }

    private static func singles(_ lines: [Int], of count: Int) -> GoldenTree {
        GoldenTree((0..<count).filter { line in lines.count { $0 == line } == 1 })
    }
}
