import QualityCore

/// An axis worked out for this table: for each row, through a code or a day, the positions it falls on.
struct ResolvedAxis {
    private(set) var keys: [CountAxis.Key] = []
    private var positions: [CountAxis.Key: Int] = [:]
    /// For each code of the dictionary, and last for a row without a code, the positions.
    private(set) var places: [[Int]] = []
    let codes: [UInt16]
    let starts: [UInt32]

    init<Value>(
        column: CodeColumn<Value>,
        known: [CountAxis.Key] = [],
        keys: (Value) -> [CountAxis.Key],
        unstated: CountAxis.Key?
    ) {
        codes = column.codes
        starts = column.starts
        for key in known { _ = position(of: key) }
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

    /// Whether every row falls on at most one position, by its only code or by none.
    var isSingle: Bool {
        places.allSatisfy { $0.count <= 1 }
            && (codes.isEmpty || zip(starts, starts.dropFirst()).allSatisfy { $1 - $0 <= 1 })
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

extension ObservationTable {
    /// Works an axis out for this table.
    func resolve(_ axis: CountAxis) -> ResolvedAxis {
        switch axis.source {
        case .years:
            ResolvedAxis(column: days, keys: { [.year($0.year)] }, unstated: nil)
        case .months(let year):
            ResolvedAxis(column: days, keys: { $0.year == year ? [.month($0.month)] : [] }, unstated: nil)
        case .periods(let scale):
            ResolvedAxis(
                column: days,
                known: scale.periods.map(CountAxis.Key.period),
                keys: { scale.position(of: $0).map { [.period(scale.periods[$0])] } ?? [] },
                unstated: nil
            )
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
