/// How long something took in several cases.
public struct LogDurations: Hashable, Sendable {
    /// The durations in ascending order, in microseconds.
    public let microseconds: [Int64]

    init(_ microseconds: [Int64]) {
        self.microseconds = microseconds.sorted()
    }

    /// In how many cases the times are known.
    public var count: Int { microseconds.count }

    /// The middle duration, the mean of the two middle ones for an even number; `nil` for none.
    public var median: Duration? {
        guard let upper = microseconds.dropFirst(microseconds.count / 2).first else { return nil }
        guard microseconds.count.isMultiple(of: 2) else { return .microseconds(upper) }
        let lower = microseconds[microseconds.count / 2 - 1]
        return .microseconds(lower + (upper - lower) / 2)
    }

    /// The mean duration; `nil` for none.
    public var mean: Duration? {
        guard !microseconds.isEmpty else { return nil }
        let sum = microseconds.reduce(Duration.zero) { $0 + .microseconds($1) }
        return sum / microseconds.count
    }

    /// The longest duration; `nil` for none.
    public var longest: Duration? { microseconds.last.map { .microseconds($0) } }
}
