/// How long something took in several cases.
public struct LogDurations: Hashable, Sendable {
    /// The middle of the durations, or that they are too few to tell. Closed.
    public enum Spread: Hashable, Sendable {
        /// A quarter of the durations is no longer than `lower`, half of them than `median`, three quarters than `upper`.
        case quartiles(lower: Duration, median: Duration, upper: Duration, count: Int)
        /// As many are needed, and as many are known.
        case tooLittleData(needed: Int, available: Int)
    }

    /// The durations in ascending order, in microseconds.
    public let microseconds: [Int64]

    init(_ microseconds: [Int64]) {
        self.microseconds = microseconds.sorted()
    }

    /// In how many cases the times are known.
    public var count: Int { microseconds.count }

    /// The middle duration, the mean of the two middle ones for an even number; `nil` for none.
    public var median: Duration? { quartile(2) }

    /// The quartiles of the durations, unless there are fewer than needed.
    ///
    /// Between two durations a quartile lies as far as its share of the way, as in R by default (Hyndman and Fan 1996,
    /// definition 7).
    ///
    /// - Parameter needed: how many must be known; fewer than 1 count as 1.
    public func spread(needed: Int = 5) -> Spread {
        guard count >= needed, let lower = quartile(1), let median = quartile(2), let upper = quartile(3) else {
            return .tooLittleData(needed: max(1, needed), available: count)
        }
        return .quartiles(lower: lower, median: median, upper: upper, count: count)
    }

    private func quartile(_ number: Int) -> Duration? {
        guard count > 0 else { return nil }
        let (place, rest) = ((count - 1) * number).quotientAndRemainder(dividingBy: 4)
        let lower = Duration.microseconds(microseconds[place])
        guard rest > 0 else { return lower }
        return lower + (.microseconds(microseconds[place + 1]) - lower) * rest / 4
    }

    /// The durations added up.
    public var total: Duration { microseconds.reduce(Duration.zero) { $0 + .microseconds($1) } }

    /// The mean duration; `nil` for none.
    public var mean: Duration? { microseconds.isEmpty ? nil : total / microseconds.count }

    /// The longest duration; `nil` for none.
    public var longest: Duration? { microseconds.last.map { .microseconds($0) } }
}
