import ProcessMaps
import QualityCore
import TestSupport

/// Draws event logs from a seed.
struct RandomLogs {
    private var draws: Draws

    init(seed: UInt64) {
        draws = Draws(seed: seed)
    }

    /// A log with all that one can hold.
    mutating func log() -> EventLog {
        let cases = (0..<draws.below(6)).map { number in
            LoggedCase(id: "\(number)", events: (0..<draws.below(5)).map { _ in event() }, attributes: attributes(2))
        }
        return EventLog(name: word(), cases: cases, attributes: attributes(2))
    }

    /// A log of a few activities that follow on each other in any order, all of them completed, and some also started.
    mutating func flow(hasStarts: Bool = false) -> EventLog {
        let cases = (0..<draws.number(1...20)).map { number in
            let events = (0..<draws.number(1...12)).flatMap { place in
                let activity = draws.pick(["Ta emot", "Utred & bedöm", "Åtgärda", "<Klar>"])
                let micros = Int64(place) * 86_400_000_000 + Int64(draws.below(1_000_000))
                let moment: LoggedEvent.Moment? = draws.happens(percent: 50) ? .complete : nil
                let done = LoggedEvent(activity, at: Timestamp(microsecondsSince1970: micros), moment: moment)
                guard hasStarts, draws.happens(percent: 50) else { return [done] }
                let start = Timestamp(microsecondsSince1970: micros - 3_600_000_000)
                return [LoggedEvent(activity, at: start, moment: .start), done]
            }
            return LoggedCase(id: "ärende \(number)", events: events)
        }
        return EventLog(name: "Flöde", cases: cases)
    }

    private mutating func word() -> String {
        draws.pick(["", "a", "concept:name", " å\n<&>\"'\t", "utredning 👩‍👧", "2025-01-01T00:00:00Z"])
    }

    private mutating func time() -> Timestamp {
        let time = Int64(draws.below(4_000_000_000_000_000)) - 1_000_000_000_000_000
        return Timestamp(microsecondsSince1970: draws.happens(percent: 50) ? time : time / 1_000_000 * 1_000_000)
    }

    private mutating func event() -> LoggedEvent {
        LoggedEvent(
            word(),
            at: draws.happens(percent: 80) ? time() : nil,
            moment: draws.happens(percent: 50) ? LoggedEvent.Moment(rawValue: word()) : nil,
            resource: word(),
            role: word(),
            attributes: attributes(3)
        )
    }

    private mutating func attributes(_ depth: Int) -> [LogAttribute] {
        guard depth > 0 else { return [] }
        return (0..<draws.below(3)).map { number in
            let value: LogAttribute.Value =
                switch draws.below(7) {
                case 0: .text(word())
                case 1: .time(time())
                case 2: .integer(Int64(bitPattern: draws.next()))
                case 3: .number(Double(draws.below(1_000_000)) / 7 * (draws.happens(percent: 50) ? 1e-30 : -1e30))
                case 4: .truth(draws.happens(percent: 50))
                case 5: .identity(word())
                default: .list(attributes(depth - 1))
                }
            return LogAttribute("k\(number)", value, attributes: attributes(depth - 1))
        }
    }
}
