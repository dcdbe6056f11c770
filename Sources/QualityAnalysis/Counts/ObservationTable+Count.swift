import QualityCore

extension ObservationTable {
    /// Counts along two axes in one pass over the observations.
    ///
    /// Undated observations count on no position of an axis of years or months.
    ///
    /// - Parameters:
    ///   - counted: records or observations.
    ///   - rows: the first axis.
    ///   - columns: the second axis.
    public func count(_ counted: CrossTable.Counted, by rows: CountAxis, and columns: CountAxis) -> CrossTable {
        let first = resolve(rows)
        let second = resolve(columns)
        let width = second.keys.count
        var counts = [Int](repeating: 0, count: first.keys.count * width)
        var lastRecord = [Int32](repeating: -1, count: counted == .records ? counts.count : 0)
        var firstPositions: [Int] = []
        var secondPositions: [Int] = []
        for row in records.indices {
            first.positions(of: row, into: &firstPositions)
            second.positions(of: row, into: &secondPositions)
            for position in firstPositions {
                for other in secondPositions {
                    let cell = position * width + other
                    if counted == .records {
                        guard lastRecord[cell] != records[row] else { continue }
                        lastRecord[cell] = records[row]
                    }
                    counts[cell] += 1
                }
            }
        }
        return CrossTable(counted: counted, allRows: first.keys, allColumns: second.keys, counts: counts)
    }

    /// Counts along one axis in one pass over the observations.
    public func count(_ counted: CrossTable.Counted, by axis: CountAxis) -> [CountAxis.Key: Int] {
        let table = count(counted, by: axis, and: CountAxis(source: .whole))
        return Dictionary(uniqueKeysWithValues: table.rows.map { ($0, table[$0, .unstated]) })
    }
}
