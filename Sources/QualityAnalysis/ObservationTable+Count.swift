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

    /// An axis worked out for this table: for each row, through a code or a day, the positions it falls on.
    private struct ResolvedAxis {
        var keys: [CountAxis.Key] = []
        private var positions: [CountAxis.Key: Int] = [:]
        /// For each code of the dictionary, and last for a row without a code, the positions.
        private var places: [[Int]] = []
        private let codes: [UInt16]
        private let starts: [UInt32]

        init<Value>(column: CodeColumn<Value>, keys: (Value) -> [CountAxis.Key], unstated: CountAxis.Key?) {
            codes = column.codes
            starts = column.starts
            for value in column.dictionary {
                var seen: Set<Int> = []
                places.append(keys(value).map { position(of: $0) }.filter { seen.insert($0).inserted })
            }
            places.append(unstated.map { [position(of: $0)] } ?? [])
        }

        private mutating func position(of key: CountAxis.Key) -> Int {
            if let known = positions[key] { return known }
            keys.append(key)
            positions[key] = keys.count - 1
            return keys.count - 1
        }

        func positions(of row: Int, into result: inout [Int]) {
            result.removeAll(keepingCapacity: true)
            let range = Int(starts[row])..<Int(starts[row + 1])
            if range.isEmpty {
                result += places[places.count - 1]
            } else if range.count == 1 {
                result += places[Int(codes[range.lowerBound])]
            } else {
                for position in range.lazy.flatMap({ places[Int(codes[$0])] }) where !result.contains(position) {
                    result.append(position)
                }
            }
        }
    }

    private func resolve(_ axis: CountAxis) -> ResolvedAxis {
        switch axis.source {
        case .years:
            ResolvedAxis(column: days, keys: { [.year($0.year)] }, unstated: nil)
        case .months(let year):
            ResolvedAxis(column: days, keys: { $0.year == year ? [.month($0.month)] : [] }, unstated: nil)
        case .codes(let dimension, let placed):
            if let column = columns[dimension] {
                ResolvedAxis(column: column, keys: { placed($0).map(CountAxis.Key.code) }, unstated: .unstated)
            } else {
                ResolvedAxis(column: emptyColumn, keys: { [.code($0)] }, unstated: .unstated)
            }
        case .whole:
            ResolvedAxis(column: emptyColumn, keys: { [.code($0)] }, unstated: .unstated)
        case .units(let placed):
            ResolvedAxis(column: units, keys: { placed($0).map(CountAxis.Key.unit) }, unstated: nil)
        }
    }

    private var emptyColumn: CodeColumn<CategoryCode> {
        CodeColumn(emptyRows: count)
    }
}
