/// The tables that agree with all that is published, walked through by flow.
///
/// Rows and columns are nodes, withheld cells the arcs between them: one unit from a row to a column raises the cell
/// between them by one, one unit back lowers it. A cycle keeps every margin, so the most that a cell can be raised is
/// the largest flow from its column back to its row over the other cells, and likewise for lowering it. Capacities are
/// integers, and so are the extremes.
struct SuppressionNetwork {
    let height: Int
    let width: Int
    var withheld: [Bool]
    /// A table that agrees with all that is published.
    private(set) var values: [Int]
    /// A cell that stays within bounds of its own, where there is one.
    private var bounded: (index: Int, bounds: ClosedRange<Int>)?
    private var origin: [Int] = []
    private var queue: [Int] = []

    init(_ table: SuppressionTable, withheld: [Bool]) {
        height = table.height
        width = table.width
        values = table.counts
        self.withheld = withheld
    }

    /// Whether a flow raises a cell or lowers it.
    enum Direction {
        case up
        case down
    }

    /// Sets a table that agrees with all that is published.
    mutating func start(from values: [Int]) {
        self.values = values
        bounded = nil
    }

    /// Keeps a cell within bounds that it is in.
    mutating func keep(_ index: Int, within bounds: ClosedRange<Int>) {
        bounded = (index, bounds)
    }

    private func room(_ index: Int, _ direction: Direction) -> Int {
        let bounds = bounded.flatMap { $0.index == index ? $0.bounds : nil }
        return switch direction {
        case .up: (bounds?.upperBound ?? .max) - values[index]
        case .down: values[index] - (bounds?.lowerBound ?? 0)
        }
    }

    /// Raises or lowers a withheld cell by the most that is possible, or by `limit`; gives by how much.
    mutating func push(_ index: Int, _ direction: Direction, limit: Int = .max) -> Int {
        let wanted = min(limit, room(index, direction))
        let (row, column) = (index / width, height + index % width)
        let (source, sink) = direction == .up ? (column, row) : (row, column)
        var pushed = 0
        while pushed < wanted, reaches(sink, from: source, without: index) {
            var amount = wanted - pushed
            follow(sink, to: source) { amount = min(amount, room($0, $1)) }
            var steps: [(Int, Direction)] = []
            follow(sink, to: source) { steps.append(($0, $1)) }
            for (index, direction) in steps { values[index] += direction == .up ? amount : -amount }
            pushed += amount
        }
        values[index] += direction == .up ? pushed : -pushed
        return pushed
    }

    /// The rows and columns that flow can reach when a cell is at an extreme; columns come after rows.
    mutating func reached(from index: Int, _ direction: Direction) -> [Bool] {
        let (row, column) = (index / width, height + index % width)
        _ = reaches(-1, from: direction == .up ? column : row, without: index)
        return origin.map { $0 >= 0 }
    }

    /// Goes back along the path that was found last, cell by cell.
    private func follow(_ sink: Int, to source: Int, visit: (Int, Direction) -> Void) {
        var node = sink
        while node != source {
            let previous = origin[node]
            if node < height {
                visit(node * width + previous - height, .down)
            } else {
                visit(previous * width + node - height, .up)
            }
            node = previous
        }
    }

    /// Whether there is a path, by breadth first.
    private mutating func reaches(_ sink: Int, from source: Int, without excluded: Int) -> Bool {
        origin = [Int](repeating: -1, count: height + width)
        origin[source] = source
        queue.removeAll(keepingCapacity: true)
        queue.append(source)
        var position = 0
        while position < queue.count {
            let node = queue[position]
            position += 1
            if node < height {
                for column in 0..<width where origin[height + column] < 0 {
                    let index = node * width + column
                    guard withheld[index], index != excluded, room(index, .up) > 0 else { continue }
                    origin[height + column] = node
                    if height + column == sink { return true }
                    queue.append(height + column)
                }
            } else {
                for row in 0..<height where origin[row] < 0 {
                    let index = row * width + node - height
                    guard withheld[index], index != excluded, room(index, .down) > 0 else { continue }
                    origin[row] = node
                    if row == sink { return true }
                    queue.append(row)
                }
            }
        }
        return false
    }
}
