public import QualityCore

/// Every act that waits for someone as of a day, across all kinds of record, one row an act (*samlad arbetslista*).
///
/// ``QualityWorklist`` gives the lists that single requirements ask for; this one answers what is due, for whom and
/// where. Overdue first, then by last day; what has no last day stands at the end.
public struct Worklist: Hashable, Sendable, Codable {
    /// The day.
    public let day: CalendarDate
    /// How many days the list looks ahead.
    public let lookingAhead: Int
    /// The acts, in order.
    public let items: [WorklistItem]

    /// The list of some records as they stand on a day.
    ///
    /// - Parameters:
    ///   - records: the records.
    ///   - day: the day; what happened after it in a course of dated acts is not undone.
    ///   - days: how many days to look ahead; less than 0 counts as 0.
    ///   - policies: the board's own times and rules.
    ///   - law: the provisions to cite.
    public init(
        of records: QualityWorklist.Records,
        asOf day: CalendarDate,
        lookingAhead days: Int = 30,
        policies: QualityPolicies = QualityPolicies(),
        under law: Law
    ) {
        var collector = WorklistCollector(day: day, lookingAhead: max(0, days), policies: policies, law: law)
        collector.collect(records)
        self.init(day: day, lookingAhead: max(0, days), items: collector.items.sorted(by: Self.precedes))
    }

    private init(day: CalendarDate, lookingAhead: Int, items: [WorklistItem]) {
        self.day = day
        self.lookingAhead = lookingAhead
        self.items = items
    }

    /// What is past its last day.
    public var overdue: [WorklistItem] { items.filter(\.standing.isOverdue) }

    /// What is past its last day or due within the days that the list looks ahead.
    public var due: [WorklistItem] {
        items.filter { item in
            switch item.standing {
            case .overdue, .dueToday, .dueWithin: true
            case .later, .noDay: false
            }
        }
    }

    /// The part of a node of the organisation and all below it; an unlisted unit belongs to the node it was put under.
    public func within(_ unit: OrganisationUnitID, of organisation: Organisation) -> Worklist {
        keeping { $0.unit == unit || organisation.path(from: $0.unit).contains { $0.id == unit } }
    }

    /// The part of one person; `nil` for what nobody is named for.
    public func assigned(to person: PersonReference?) -> Worklist {
        keeping { $0.responsible == person }
    }

    /// The acts by what they have in common, such as unit or person; groups and acts in the order of the list.
    public func grouped<Key: Hashable>(by key: (WorklistItem) -> Key) -> [(key: Key, items: [WorklistItem])] {
        var groups: [(key: Key, items: [WorklistItem])] = []
        var places: [Key: Int] = [:]
        for item in items {
            let value = key(item)
            if let place = places[value] {
                groups[place].items.append(item)
            } else {
                places[value] = groups.count
                groups.append((value, [item]))
            }
        }
        return groups
    }

    private func keeping(_ isKept: (WorklistItem) -> Bool) -> Worklist {
        Worklist(day: day, lookingAhead: lookingAhead, items: items.filter(isKept))
    }

    private static func precedes(_ left: WorklistItem, _ right: WorklistItem) -> Bool {
        let days = (left.due ?? .latest, right.due ?? .latest)
        if days.0 != days.1 { return days.0 < days.1 }
        if (left.due == nil) != (right.due == nil) { return right.due == nil }
        return left.sortKey.lexicographicallyPrecedes(right.sortKey)
    }
}

extension WorklistItem {
    fileprivate var sortKey: [String] {
        [
            unit.rawValue, record.kind.rawValue, record.id, task.rawValue, since?.description ?? "",
            detail?.swedish ?? "", responsible?.rawValue ?? "",
        ]
    }
}
