/// How long two sides took for the same, turn by turn on the same machine.
struct Comparison {
    /// What was done.
    let name: String
    /// What one time stands for.
    let unit: String
    /// The ratio that is asked for; `nil` for none.
    let goal: Double?
    private var own: [Double] = []
    private var other: [Double] = []

    init(_ name: String, per unit: String, goal: Double? = nil) {
        self.name = name
        self.unit = unit
        self.goal = goal
    }

    /// Lets both sides have their turns, each as often first as the other.
    ///
    /// Each closure takes the number of the turn and returns the seconds for one unit.
    static func run(
        _ name: String,
        per unit: String,
        goal: Double? = nil,
        turns: Int,
        own: (Int) async throws -> Double,
        other: (Int) async throws -> Double
    ) async throws -> Comparison {
        var comparison = Comparison(name, per: unit, goal: goal)
        for turn in 0..<turns {
            if turn.isMultiple(of: 2) {
                let first = try await own(turn)
                comparison.add(own: first, other: try await other(turn))
            } else {
                let first = try await other(turn)
                comparison.add(own: try await own(turn), other: first)
            }
        }
        return comparison
    }

    /// Takes the times of a turn.
    mutating func add(own: Double, other: Double) {
        self.own.append(own)
        self.other.append(other)
    }

    /// The median of the ratios of the turns.
    var ratio: Double { Self.median(zip(own, other).map { $0 / $1 }) }

    /// The ratio of the quickest turns, which other work on the machine disturbs least.
    var ratioOfMinima: Double { (own.min() ?? 0) / (other.min() ?? 1) }

    /// The cells of a row: name, unit, both medians, both ratios, the goal and whether it is met.
    var cells: [String] {
        let verdict = goal.map { ratio <= $0 ? "met" : ratioOfMinima <= $0 ? "met by minima" : "missed" } ?? ""
        return [
            name, unit, Self.time(Self.median(own)), Self.time(Self.median(other)), Self.text(ratio),
            Self.text(ratioOfMinima), goal.map { "\($0)" } ?? "", verdict,
        ]
    }

    private static func median(_ values: [Double]) -> Double {
        let sorted = values.sorted()
        guard !sorted.isEmpty else { return 0 }
        return (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
    }

    static func time(_ seconds: Double) -> String {
        seconds < 0.01 ? rounded(seconds * 1e6, 1) + " µs" : rounded(seconds * 1e3, 1) + " ms"
    }

    private static func text(_ ratio: Double) -> String { rounded(ratio, ratio < 0.1 ? 4 : 2) }

    private static func rounded(_ value: Double, _ digits: Int) -> String {
        var scale = 1.0
        for _ in 0..<digits { scale *= 10 }
        let whole = Int((value * scale).rounded())
        let fraction = String(whole % Int(scale))
        return "\(whole / Int(scale))." + String(repeating: "0", count: digits - fraction.count) + fraction
    }
}

/// The seconds that a closure takes, divided by how many units it did.
func seconds(per count: Int, _ body: () async throws -> Void) async rethrows -> Double {
    let clock = ContinuousClock()
    let start = clock.now
    try await body()
    return (clock.now - start) / .seconds(1) / Double(count)
}

/// Both sides did not come to the same: the one thing that fails a run.
struct Inequality: Error, CustomStringConvertible {
    let description: String

    /// Throws unless two results are equal.
    static func check<Value: Equatable>(_ name: String, _ own: Value, _ other: Value) throws {
        guard own == other else { throw Inequality(description: "\(name): \(own) is not \(other)") }
    }
}
