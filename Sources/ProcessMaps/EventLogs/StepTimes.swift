import QualityCore

/// How long a step takes, and how long cases wait for it (*genomloppstid och väntetid*).
public struct StepTimes: Hashable, Sendable {
    /// The name of the step.
    public let activity: String
    /// How often it was done.
    public let count: Int
    /// From its start to its completion, where both are told.
    public let work: LogDurations
    /// From the completion of the step before in the case to its start or, where that is not told, its completion.
    public let wait: LogDurations
}

extension EventLog {
    /// The times of each step, in the order of their names.
    ///
    /// A completion belongs to the earliest start of the same activity in the case that none belongs to yet.
    public var stepTimes: [StepTimes] {
        var counts: [String: Int] = [:]
        var work: [String: [Int64]] = [:]
        var waits: [String: [Int64]] = [:]
        for loggedCase in cases {
            var open: [String: [(start: Timestamp, wait: Int64?)]] = [:]
            var previous: Timestamp?
            for event in loggedCase.events {
                if event.moment?.isStart == true, let time = event.time {
                    open[event.activity, default: []].append((time, event.microseconds(since: previous)))
                }
                guard event.isCompletion else { continue }
                counts[event.activity, default: 0] += 1
                var wait = event.microseconds(since: previous)
                if let started = open[event.activity], let first = started.first {
                    open[event.activity] = Array(started.dropFirst())
                    wait = first.wait
                    if let time = event.microseconds(since: first.start) {
                        work[event.activity, default: []].append(time)
                    }
                }
                if let wait { waits[event.activity, default: []].append(wait) }
                previous = event.time ?? previous
            }
        }
        return counts.keys.sorted().map { activity in
            StepTimes(
                activity: activity,
                count: counts[activity] ?? 0,
                work: LogDurations(work[activity] ?? []),
                wait: LogDurations(waits[activity] ?? [])
            )
        }
    }
}
