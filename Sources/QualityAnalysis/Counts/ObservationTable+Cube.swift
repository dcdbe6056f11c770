import QualityCore

extension ObservationTable {
    /// The number of cells that a table of counts holds at most.
    public static let largestCellCount = 1 << 26

    /// Counts along any number of axes in one pass over the observations.
    ///
    /// Undated observations count on no position of an axis of years, months or periods.
    ///
    /// - Parameters:
    ///   - counted: records or observations.
    ///   - axes: the axes, at least one; the last runs fastest.
    /// - Throws: ``AnalysisError/tooManyCells(limit:)`` where the axes have more than ``largestCellCount`` cells.
    public func count(_ counted: CrossTable.Counted, by axes: [CountAxis]) throws(AnalysisError) -> CountCube {
        precondition(!axes.isEmpty, "a count has at least one axis")
        let resolved = axes.map(resolve)
        var size = 1
        for axis in resolved {
            size *= axis.keys.count
            guard size <= Self.largestCellCount else { throw .tooManyCells(limit: Self.largestCellCount) }
        }
        let isPlain = axes.count <= Self.mostPlainAxes && (counted == .observations || hasOneObservationEach)
        let counts =
            size == 0
            ? []
            : isPlain && resolved.allSatisfy(\.isSingle)
                ? plainCounts(resolved, size: size) : generalCounts(counted, resolved, size: size)
        return CountCube(counted: counted, axes: resolved.map(\.keys), counts: counts)
    }

    /// So many times the largest number of cells, and no more, is a number of 32 bits with its sign.
    private static var mostPlainAxes: Int { 16 }

    /// Whether no two rows are of one record.
    private var hasOneObservationEach: Bool {
        zip(records, records.dropFirst()).allSatisfy { $0 != $1 }
    }

    /// Counts where every row falls on at most one cell.
    private func plainCounts(_ axes: [ResolvedAxis], size: Int) -> [Int] {
        var stride = size
        let offsets = axes.map { axis in
            stride /= axis.keys.count
            // Far enough below 0 for the sum to stay there, whatever the other axes add.
            return axis.firstPlaces.map { $0 < 0 ? Int32.min / Int32(Self.mostPlainAxes) : $0 * Int32(stride) }
        }
        var counts = [Int](repeating: 0, count: size)
        if axes.count <= 3, axes.allSatisfy(\.isDense) {
            let columns = zip(axes, offsets).map { CellColumn(codes: $0.codes, offsets: $1) }
            let idle = CellColumn(codes: axes[0].codes, offsets: axes[0].firstPlaces.map { _ in 0 })
            CellColumn.count(
                columns[0],
                columns.count > 1 ? columns[1] : idle,
                columns.count > 2 ? columns[2] : idle,
                into: &counts
            )
            return counts
        }
        var cells = [Int32](repeating: 0, count: count)
        for (axis, offsets) in zip(axes, offsets) { axis.add(offsets, to: &cells) }
        for cell in cells where cell >= 0 { counts[Int(cell)] += 1 }
        return counts
    }

    private func generalCounts(_ counted: CrossTable.Counted, _ axes: [ResolvedAxis], size: Int) -> [Int] {
        var counts = [Int](repeating: 0, count: size)
        var lastRecord = [Int32](repeating: -1, count: counted == .records ? size : 0)
        var positions: [Int] = []
        var cells: [Int] = []
        var next: [Int] = []
        for row in records.indices {
            cells.removeAll(keepingCapacity: true)
            cells.append(0)
            for axis in axes {
                axis.positions(of: row, into: &positions)
                next.removeAll(keepingCapacity: true)
                for cell in cells {
                    for position in positions { next.append(cell * axis.keys.count + position) }
                }
                swap(&cells, &next)
            }
            for cell in cells {
                if counted == .records {
                    guard lastRecord[cell] != records[row] else { continue }
                    lastRecord[cell] = records[row]
                }
                counts[cell] += 1
            }
        }
        return counts
    }
}

extension ResolvedAxis {
    /// Adds to each row's cell the offset of its position; the last offset is that of rows without a code.
    fileprivate func add(_ offsets: [Int32], to cells: inout [Int32]) {
        let unstated = offsets[offsets.count - 1]
        if codes.isEmpty {
            for row in cells.indices { cells[row] += unstated }
        } else if codes.count == cells.count {
            // At most one code a row, and as many codes as rows: each row has its own.
            for row in cells.indices { cells[row] += offsets[Int(codes[row])] }
        } else {
            for row in cells.indices {
                let start = starts[row]
                cells[row] += start == starts[row + 1] ? unstated : offsets[Int(codes[Int(start)])]
            }
        }
    }
}
