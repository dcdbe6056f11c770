/// The search for the cells to withhold beside the small ones.
///
/// Withholding more never narrows an interval, so all that may be withheld at once is found first: every cell but those
/// whose own interval would be too narrow. If that does not protect the small cells, nothing does.
struct SuppressionSearch {
    let table: SuppressionTable
    let rule: CellSuppression.Rule
    let primary: [Int]
    private let isPrimary: [Bool]

    init(_ table: SuppressionTable, rule: CellSuppression.Rule) {
        self.table = table
        self.rule = rule
        primary = table.primary(rule)
        var isPrimary = [Bool](repeating: false, count: table.counts.count)
        for index in primary { isPrimary[index] = true }
        self.isPrimary = isPrimary
    }

    private func reader(_ pattern: [Bool]) -> SuppressionReader {
        SuppressionReader(table, pattern: pattern, threshold: rule.knownThreshold)
    }

    func width(_ index: Int) -> Int {
        isPrimary[index] ? rule.width : rule.complementaryWidth
    }

    /// All cells that may be withheld at once.
    private var largest: [Bool] {
        var reader = reader([Bool](repeating: true, count: table.counts.count))
        var isStable = false
        while !isStable {
            isStable = true
            for index in reader.withheld where !isPrimary[index] {
                guard !reader.isProtected(index, width: rule.complementaryWidth) else { continue }
                reader.publish(index)
                isStable = false
            }
        }
        return reader.pattern
    }

    /// The small cells that nothing protects, with their widest intervals.
    var unprotected: [CellSuppression.Interval] {
        reader(largest).intervals.filter { interval in
            isPrimary[table.index(interval.cell)] && interval.width < rule.width
        }
    }

    /// Whether there is any pattern.
    var isPossible: Bool {
        var reader = reader(largest)
        return primary.allSatisfy { reader.isProtected($0, width: rule.width) }
    }

    /// The pattern with the fewest cells, or a good one when the search takes more than `effort` intervals.
    func pattern(effort: Int) -> CellSuppression.Pattern? {
        guard !primary.isEmpty else { return pattern(isPrimary, .optimal(equals: 1)) }
        let largest = largest
        var all = reader(largest)
        guard primary.allSatisfy({ all.isProtected($0, width: rule.width) }) else { return nil }
        let good = irredundant(grown(within: largest))
        var exact = SuppressionBranching(
            search: self,
            candidates: complementary(largest),
            reader: reader(isPrimary),
            effort: effort
        )
        guard let best = exact.best(atMost: complementary(good).count) else { return pattern(good, .irredundant) }
        var pattern = isPrimary
        for index in best.cells { pattern[index] = true }
        return self.pattern(pattern, .optimal(equals: best.equals))
    }

    private func complementary(_ pattern: [Bool]) -> [Int] {
        pattern.indices.filter { pattern[$0] && !isPrimary[$0] }
    }

    private func pattern(
        _ pattern: [Bool],
        _ search: CellSuppression.Pattern.Search
    ) -> CellSuppression.Pattern {
        let complementary = complementary(pattern)
        return CellSuppression.Pattern(
            primary: primary.map(table.cell),
            complementary: complementary.map(table.cell),
            intervals: reader(pattern).intervals,
            search: search,
            complementarySum: complementary.reduce(0) { $0 + table.counts[$1] }
        )
    }

    /// A withheld cell whose interval is too narrow.
    func firstUnprotected(_ reader: inout SuppressionReader) -> Int? {
        reader.withheld.first { !reader.isProtected($0, width: width($0)) }
    }

    /// The small cells with the cells of cheap cycles through each that is not protected.
    private func grown(within largest: [Bool]) -> [Bool] {
        var reader = reader(isPrimary)
        while let index = firstUnprotected(&reader) {
            let path = SuppressionPath(table, pattern: reader.pattern, candidates: largest)
                .cheapest(through: index, width: width(index))
            // Without a path only the knowledge that a cell is small keeps the interval narrow.
            let cells = path.isEmpty ? largest.indices.filter { largest[$0] } : path
            for cell in cells { reader.withhold(cell) }
        }
        return reader.pattern
    }

    /// The pattern without the cells that it can do without, the largest ones left out first.
    private func irredundant(_ pattern: [Bool]) -> [Bool] {
        var reader = reader(pattern)
        let counts = table.counts
        for index in complementary(pattern).sorted(by: { (counts[$0], $1) > (counts[$1], $0) }) {
            reader.publish(index)
            if firstUnprotected(&reader) != nil { reader.withhold(index) }
        }
        return reader.pattern
    }
}
