public import QualityCore

/// Counts by category and period under one version, with what stands elsewhere than it was filed shown apart.
public struct ClassifiedCounts: Hashable, Sendable {
    /// What is read under another category than it was filed under.
    public struct Moved: Hashable, Sendable {
        /// The heading as the version has it.
        public let heading: CategoryCode
        /// The category at the top that it was filed under.
        public let from: CategoryCode
        /// The category at the top that it is read under.
        public let to: CategoryCode
        /// How many moved, by period; they are contained in the counts of ``to`` and not in those of ``from``.
        public let counts: [Int]
    }

    /// How the codes are read.
    public let reading: ClassificationReading
    /// The periods.
    public let scale: PeriodScale
    /// The counts along category and period.
    public let cube: CountCube
    /// The counts of each period whatever the category, each record once where records are counted.
    public let totals: [Int]
    /// What moved, by heading.
    public let moved: [Moved]
    /// The codes that have no place in the version, each with a row of its own.
    public let unplaced: [CategoryCode]

    /// The counts of a category, by period.
    public func counts(of category: CategoryCode) -> [Int] {
        cube.row([.code(category)])
    }

    /// The counts of a category by period as it was filed: what is read there, less what moved in, with what moved out.
    public func filedCounts(of category: CategoryCode) -> [Int] {
        var counts = counts(of: category)
        for move in moved {
            for index in counts.indices {
                if move.to == category { counts[index] -= move.counts[index] }
                if move.from == category { counts[index] += move.counts[index] }
            }
        }
        return counts
    }

    /// The series of a category, in which a period before it existed is missing.
    public func series(of category: CategoryCode, coverage: ReportingCoverage) -> ReportedSeries {
        ReportedSeries(
            scale,
            counts: counts(of: category),
            reports: totals,
            existing: reading.existence(of: category),
            coverage: coverage
        )
    }
}

extension ObservationTable {
    /// Counts by category and period under a version of the classification.
    ///
    /// What moved is counted by heading: a record with several headings that moved counts under each.
    ///
    /// - Parameters:
    ///   - counted: records or observations.
    ///   - reading: the version that codes are read under.
    ///   - dimension: the dimension that the classification is of.
    ///   - scale: the periods.
    /// - Throws: ``AnalysisError/tooManyCells(limit:)`` where there are too many codes and periods together.
    public func count(
        _ counted: CrossTable.Counted,
        under reading: ClassificationReading,
        along dimension: CodeDimension = .category,
        by scale: PeriodScale
    ) throws(AnalysisError) -> ClassifiedCounts {
        let codes = try count(counted, by: [.codes(dimension), .periods(scale)])
        var moved: [[CategoryCode]: [Int]] = [:]
        var unplaced: [CategoryCode] = []
        for code in codes.axes[0].compactMap(\.code) {
            if !reading.places(code) { unplaced.append(code) }
            let to = reading.category(of: code)
            for (index, count) in codes.row([.code(code)]).enumerated() where count > 0 {
                let from = reading.filedCategory(of: code, on: scale.periods[index].last)
                guard from != to else { continue }
                let move = [reading.heading(of: code), from, to]
                moved[move, default: [Int](repeating: 0, count: scale.periods.count)][index] += count
            }
        }
        return ClassifiedCounts(
            reading: reading,
            scale: scale,
            cube: try count(counted, by: [reading.categories(dimension), .periods(scale)]),
            totals: try count(counted, by: [.periods(scale)]).counts,
            moved: moved.keys.sorted { $0.lexicographicallyPrecedes($1) }.map { move in
                ClassifiedCounts.Moved(heading: move[0], from: move[1], to: move[2], counts: moved[move] ?? [])
            },
            unplaced: unplaced.sorted()
        )
    }
}
