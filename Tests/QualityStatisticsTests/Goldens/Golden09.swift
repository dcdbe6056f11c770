import QualityStatistics

/// Shares rounded together.
enum Golden09: GoldenAdapter {
    static let file = "09_rounding"
    static let inputKeys: Set = ["counts", "total"]

    static let rules = [
        GoldenRule(["exact_percent", "*"], .share),
        GoldenRule(["remainders_0_decimals", "*"], .share),
        GoldenRule(["**"], .exact),
    ]

    static func output(of golden: GoldenCase) throws -> GoldenTree {
        let counts = try golden.input.value("counts").integers()
        let units = try golden.input.value("total").integer()
        guard let whole = try Apportionment.of(counts, units: units).result,
            let tenths = try Apportionment.of(counts, units: 10 * units).result,
            let quotients = try Apportionment.of(counts, units: units, rule: .sainteLague).result
        else { return .null }
        let nearest = try counts.map { count in
            guard let share = Percentage.rounded(count, of: whole.sample) else { throw GoldenError("no share") }
            return share
        }
        // The other program leaves long lists out.
        let leavesOut = golden.output["sainte_lague_0_decimals"] == .null
        return [
            "largest_remainder_0_decimals": GoldenTree(whole.shares),
            "largest_remainder_1_decimal": GoldenTree(tenths.percentages),
            "remainders_0_decimals": GoldenTree(whole.remainders),
            "sainte_lague_0_decimals": leavesOut ? .null : GoldenTree(quotients.shares),
            "ordinary_half_away_rounding": GoldenTree(nearest),
            "ordinary_half_away_sum": GoldenTree(nearest.reduce(0, +)),
            "exact_percent": GoldenTree(counts.map { 100 * Double($0) / Double(whole.sample) }),
            "tie_at_the_cut": .flag(whole.cut == .tied),
        ]
    }
}
