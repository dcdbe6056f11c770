import QualityCore

/// An axis worked out for this table: for each row, through a code or a day, the positions it falls on.
struct ResolvedAxis {
    private(set) var keys: [CountAxis.Key] = []
    private var positions: [CountAxis.Key: Int] = [:]
    /// For each code of the dictionary, and last for a row without a code, the first position; -1 where it has none.
    private(set) var firstPlaces: [Int32] = []
    /// The further positions of each code; empty where no code can have several.
    private var furtherPlaces: [[Int]] = []
    let codes: [UInt16]
    let starts: [UInt32]
    /// Whether each row has one code, neither more nor fewer.
    let isDense: Bool
    /// Whether every row falls on at most one position, by its only code or by none.
    private(set) var isSingle: Bool

    private init(_ column: CodeColumn<some Hashable & Sendable>) {
        codes = column.codes
        starts = column.starts
        isDense = column.isDense
        isSingle = column.mostInRow <= 1
        firstPlaces.reserveCapacity(column.dictionary.count + 1)
    }

    /// An axis whose codes stand on the positions of the keys that a closure gives, in order of first appearance.
    init<Value>(column: CodeColumn<Value>, keys: (Value) -> [CountAxis.Key], unstated: CountAxis.Key?) {
        self.init(column)
        for value in column.dictionary { place(keys(value)) }
        place(unstated.map { [$0] } ?? [])
    }

    /// An axis of known keys, on whose positions the codes stand by themselves; rows without a code on none.
    init<Value>(column: CodeColumn<Value>, known: [CountAxis.Key], position: (Value) -> Int?) {
        self.init(column)
        keys = known
        for value in column.dictionary { firstPlaces.append(position(value).map { Int32($0) } ?? -1) }
        firstPlaces.append(-1)
    }

    private mutating func place(_ keys: [CountAxis.Key]) {
        var places: [Int] = []
        for key in keys {
            let place = position(of: key)
            if !places.contains(place) { places.append(place) }
        }
        firstPlaces.append(places.first.map { Int32($0) } ?? -1)
        furtherPlaces.append(Array(places.dropFirst()))
        if places.count > 1 { isSingle = false }
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
        if range.isEmpty { addPositions(of: firstPlaces.count - 1, to: &result) }
        for index in range { addPositions(of: Int(codes[index]), to: &result) }
    }

    private func addPositions(of code: Int, to result: inout [Int]) {
        let first = Int(firstPlaces[code])
        if first >= 0, !result.contains(first) { result.append(first) }
        guard !furtherPlaces.isEmpty else { return }
        for place in furtherPlaces[code] where !result.contains(place) { result.append(place) }
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
                position: scale.position
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
