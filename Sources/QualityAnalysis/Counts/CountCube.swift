import QualityCore

/// Counts along any number of axes at once, with what is counted; a cell that no observation falls on is 0.
///
/// A 0 says that nothing was found, not that nothing happened: ``ReportedSeries`` tells the two apart. Counts of records do
/// not add up along an axis on which a record has several positions; count anew with fewer axes instead of adding.
public struct CountCube: Hashable, Sendable {
    /// What the counts count.
    public let counted: CrossTable.Counted
    /// The positions along each axis: all periods of a scale in order of time, others in order of first appearance.
    public let axes: [[CountAxis.Key]]
    /// The counts, the last axis running fastest.
    let counts: [Int]
    private let positions: [[CountAxis.Key: Int]]

    init(counted: CrossTable.Counted, axes: [[CountAxis.Key]], counts: [Int]) {
        self.counted = counted
        self.axes = axes
        self.counts = counts
        positions = axes.map { keys in Dictionary(uniqueKeysWithValues: keys.enumerated().map { ($1, $0) }) }
    }

    /// The count of a cell, by one position along each axis; 0 for a position that does not occur.
    public subscript(_ keys: CountAxis.Key...) -> Int {
        self[keys]
    }

    /// The count of a cell, by one position along each axis; 0 for a position that does not occur.
    public subscript(_ keys: [CountAxis.Key]) -> Int {
        precondition(keys.count == axes.count, "a cell has one position along each axis")
        var cell = 0
        for (axis, key) in keys.enumerated() {
            guard let position = positions[axis][key] else { return 0 }
            cell = cell * axes[axis].count + position
        }
        return counts[cell]
    }

    /// The counts along the last axis, by a position along each of the others; zeros where one does not occur.
    public func row(_ keys: [CountAxis.Key]) -> [Int] {
        precondition(keys.count == axes.count - 1, "a row has one position along each axis but the last")
        let width = axes[axes.count - 1].count
        var start = 0
        for (axis, key) in keys.enumerated() {
            guard let position = positions[axis][key] else { return [Int](repeating: 0, count: width) }
            start = start * axes[axis].count + position
        }
        return Array(counts[(start * width)..<((start + 1) * width)])
    }
}
