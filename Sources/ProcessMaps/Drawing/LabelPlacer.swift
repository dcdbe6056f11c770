/// Finds places for names that stand beside their shapes and lines, where they hide as little as can be.
struct LabelPlacer {
    private struct Cell: Hashable {
        let column: Int
        let row: Int
    }

    private static let cellSize = 160.0
    /// How many cells an obstacle is noted in at most; a larger one hides nothing by itself.
    private static let mostCells = 400.0
    private var boxes: [MapBounds] = []
    private var cells: [Cell: [Int]] = [:]

    /// Notes a place that is taken.
    mutating func take(_ box: MapBounds) {
        guard Self.cells(of: box) <= Self.mostCells else { return }
        boxes.append(box)
        Self.visit(box) { cells[$0, default: []].append(boxes.count - 1) }
    }

    /// Notes the places that a line takes; one that is not upright or level is noted piece by piece.
    mutating func take(line points: [MapPoint]) {
        for (from, to) in zip(points, points.dropFirst()) {
            let isStraight = abs(from.x - to.x) < 1 || abs(from.y - to.y) < 1
            let length = isStraight ? 600.0 : 16
            let pieces = min(max(1, Int((from.distance(to: to) / length).rounded(.up))), 400)
            var last = from
            for piece in 1...pieces {
                let share = Double(piece) / Double(pieces)
                let next = MapPoint(x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share)
                let box = MapBounds(x: last.x, y: last.y, width: next.x - last.x, height: next.y - last.y).drawable
                take(MapBounds(x: box.x - 1, y: box.y - 1, width: box.width + 2, height: box.height + 2))
                last = next
            }
        }
    }

    /// The first of some places that hides nothing, or the one that hides least; that place is taken then.
    mutating func place(among candidates: [MapBounds]) -> MapBounds? {
        var best: (box: MapBounds, hidden: Double)?
        for candidate in candidates {
            let hidden = self.hidden(by: candidate, most: best?.hidden ?? .infinity)
            if best.map({ hidden < $0.hidden }) ?? true { best = (candidate, hidden) }
            if hidden == 0 { break }
        }
        guard let box = best?.box else { return nil }
        take(box)
        return box
    }

    private func hidden(by box: MapBounds, most: Double) -> Double {
        guard Self.cells(of: box) <= Self.mostCells else { return .greatestFiniteMagnitude }
        var seen: Set<Int> = []
        var sum = 0.0
        Self.visit(box) { cell in
            guard sum < most else { return }
            for number in cells[cell] ?? [] where seen.insert(number).inserted { sum += boxes[number].overlap(box) }
        }
        return sum
    }

    private static func cells(of box: MapBounds) -> Double {
        (box.width / cellSize + 1) * (box.height / cellSize + 1)
    }

    private static func visit(_ box: MapBounds, _ body: (Cell) -> Void) {
        for column in Int((box.x / cellSize).rounded(.down))...Int((box.maxX / cellSize).rounded(.down)) {
            for row in Int((box.y / cellSize).rounded(.down))...Int((box.maxY / cellSize).rounded(.down)) {
                body(Cell(column: column, row: row))
            }
        }
    }
}
