import QualityCore

/// How often, and how long after, one activity follows directly on another in the cases of a log.
public struct DirectlyFollowsGraph: Hashable, Sendable {
    /// Two activities, the second directly after the first.
    public struct Pair: Hashable, Sendable, Comparable {
        /// The first activity.
        public let first: String
        /// The one directly after it.
        public let second: String

        /// Two activities.
        public init(_ first: String, _ second: String) {
            self.first = first
            self.second = second
        }

        /// Whether a pair stands before another in the order of texts.
        public static func < (left: Pair, right: Pair) -> Bool {
            (left.first, left.second) < (right.first, right.second)
        }
    }

    /// One arrow of the graph.
    public struct Edge: Hashable, Sendable {
        /// The two activities.
        public let pair: Pair
        /// How often the second follows directly on the first.
        public let count: Int
        /// How long cases waited between them.
        public let waits: LogDurations
    }

    /// Which events of a log count. Closed.
    public enum Counting: Hashable, Sendable, CaseIterable {
        /// Those by which an activity is done: ``LoggedEvent/isCompletion``.
        case completions
        /// All of them, so that an activity with a start and a completion follows on itself.
        case everyEvent
    }

    /// How often each activity was done or, where every event counts, how many events it has.
    public let activities: [String: Int]
    /// How many cases began with each activity.
    public let starts: [String: Int]
    /// How many cases ended with each activity.
    public let ends: [String: Int]
    /// The arrows, in the order of their activities.
    public let edges: [Edge]

    /// The graph of a log.
    ///
    /// - Parameters:
    ///   - log: the cases.
    ///   - counting: the events that count; waits last from one of them to the next.
    public init(_ log: EventLog, counting: Counting = .completions) {
        var activities: [String: Int] = [:]
        var starts: [String: Int] = [:]
        var ends: [String: Int] = [:]
        var counts: [Pair: Int] = [:]
        var waits: [Pair: [Int64]] = [:]
        for loggedCase in log.cases {
            var previous: LoggedEvent?
            for event in loggedCase.events where counting == .everyEvent || event.isCompletion {
                activities[event.activity, default: 0] += 1
                if let previous {
                    let pair = Pair(previous.activity, event.activity)
                    counts[pair, default: 0] += 1
                    if let wait = event.microseconds(since: previous.time) { waits[pair, default: []].append(wait) }
                } else {
                    starts[event.activity, default: 0] += 1
                }
                previous = event
            }
            if let previous { ends[previous.activity, default: 0] += 1 }
        }
        self.activities = activities
        self.starts = starts
        self.ends = ends
        edges = counts.sorted { $0.key < $1.key }.map { pair, count in
            Edge(pair: pair, count: count, waits: LogDurations(waits[pair] ?? []))
        }
    }

    /// The arrow between two activities; `nil` where the second never follows directly on the first.
    public func edge(_ first: String, _ second: String) -> Edge? {
        edges.first { $0.pair == Pair(first, second) }
    }
}

extension LoggedEvent {
    /// How long after an instant it happened, in microseconds; `nil` where a time is not told.
    func microseconds(since earlier: Timestamp?) -> Int64? {
        guard let time, let earlier else { return nil }
        let difference = time.microsecondsSince1970.subtractingReportingOverflow(earlier.microsecondsSince1970)
        return difference.overflow ? nil : difference.partialValue
    }
}
