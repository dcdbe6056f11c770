public import QualityStatistics

/// Counts of categories with their shares of the whole (*andelar*).
///
/// Where each record falls on one position, the shares are rounded together and add up. Where a record may fall on
/// several, they are shares of records, each rounded on its own, and may add up to more than the whole.
public struct ShareTable: StatisticalResult {
    /// One position with its count.
    public struct Row: Hashable, Sendable {
        /// The position.
        public let key: CountAxis.Key
        /// The count.
        public let count: Int
        /// The share in parts of the whole; 0 for what is less than half a part, or less than its claim to one.
        public let parts: Int
    }

    /// What is counted.
    public let counted: CrossTable.Counted
    /// The positions, in the order asked for; ``CountAxis/Key/unstated`` only where something falls on it.
    public let rows: [Row]
    /// What the shares are of: each record or observation once.
    public let total: Int
    /// The number of parts of the whole: 100 for percent, 1,000 for tenths of a percent.
    public let parts: Int
    /// Whether each record falls on one position, so that the parts add up.
    public let isExclusive: Bool
    /// The method of the rounding.
    public let method: StatisticalMethod
    /// What the shares assume.
    public let assumptions: [Assumption]

    /// The number of records or observations.
    public var sample: Int { total }

    /// A share in percent.
    public func percentage(of row: Row) -> Double {
        100 * Double(row.parts) / Double(parts)
    }
}

extension ObservationTable {
    /// Counts along an axis with their shares.
    ///
    /// - Parameters:
    ///   - counted: records or observations.
    ///   - axis: the axis.
    ///   - parts: the number of parts of the whole, 100 or more.
    /// - Returns: the table, or too little data where nothing was counted.
    /// - Throws: ``AnalysisError`` where `parts` is below 1.
    public func shares(
        _ counted: CrossTable.Counted,
        by axis: CountAxis,
        parts: Int = 100
    ) throws(AnalysisError) -> Finding<ShareTable> {
        let cube = try count(counted, by: [axis])
        let total = try count(counted, by: [CountAxis(source: .whole)]).counts.reduce(0, +)
        let isExclusive = cube.counts.reduce(0, +) == total
        let finding = try analysing { () throws(StatisticsError) in
            try Apportionment.of(cube.counts, units: parts)
        }
        switch finding {
        case .tooLittleData(let shortage): return .tooLittleData(shortage)
        case .found(let apportionment):
            let shares =
                isExclusive
                ? apportionment.shares
                : cube.counts.map { (2 * $0 * parts + total) / (2 * total) }
            return .found(
                ShareTable(
                    counted: counted,
                    rows: zip(cube.axes[0], zip(cube.counts, shares)).compactMap { key, share in
                        key == .unstated && share.0 == 0
                            ? nil : ShareTable.Row(key: key, count: share.0, parts: share.1)
                    },
                    total: total,
                    parts: parts,
                    isExclusive: isExclusive,
                    method: isExclusive
                        ? apportionment.method
                        : StatisticalMethod(name: "Shares of records", source: "each rounded to the nearest part"),
                    assumptions: isExclusive ? apportionment.assumptions : []
                )
            )
        }
    }
}
