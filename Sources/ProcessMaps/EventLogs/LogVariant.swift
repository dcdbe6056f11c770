/// Cases that went the same way (*variant*).
public struct LogVariant: Hashable, Sendable {
    /// What was done, from first to last.
    public let activities: [String]
    /// The positions of the cases in the log.
    public let cases: [Int]
}

extension EventLog {
    /// The ways that cases went, the most usual first; of equally usual ones the one that came first.
    public var variants: [LogVariant] {
        var positions: [[String]: Int] = [:]
        var found: [(activities: [String], cases: [Int])] = []
        for (number, loggedCase) in cases.enumerated() {
            let activities = loggedCase.activities
            if let position = positions[activities] {
                found[position].cases.append(number)
            } else {
                positions[activities] = found.count
                found.append((activities, [number]))
            }
        }
        return found.enumerated().sorted { left, right in
            let sizes = (left.element.cases.count, right.element.cases.count)
            return sizes.0 == sizes.1 ? left.offset < right.offset : sizes.0 > sizes.1
        }.map { LogVariant(activities: $0.element.activities, cases: $0.element.cases) }
    }
}
