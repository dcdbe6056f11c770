extension OrganisationHistory {
    /// What a node became between two days, earlier or later: itself, others by the reorganisations, or nothing.
    ///
    /// A node that both days know and no reorganisation replaces is itself. Several codes mean a split, or a merger
    /// read backwards.
    ///
    /// - Parameters:
    ///   - id: the node as it was called on the first day.
    ///   - start: the day on which the code is meant.
    ///   - end: the day whose nodes are asked for.
    public func counterparts(
        of id: OrganisationUnitID,
        from start: CalendarDate,
        on end: CalendarDate
    ) -> Set<OrganisationUnitID> {
        var current: Set<OrganisationUnitID> = [id]
        if start <= end {
            for change in reorganisations where start < change.day && change.day <= end {
                current = replacing(change.predecessors, by: change.successors, in: current)
            }
        } else {
            for change in reorganisations.reversed() where end < change.day && change.day <= start {
                current = replacing(change.successors, by: change.predecessors, in: current)
            }
        }
        let tree = organisation(on: end)
        return current.filter { tree?[$0] != nil }
    }

    private func replacing(
        _ old: [OrganisationUnitID],
        by new: [OrganisationUnitID],
        in current: Set<OrganisationUnitID>
    ) -> Set<OrganisationUnitID> {
        current.isDisjoint(with: old) ? current : current.subtracting(old).union(new)
    }

    /// The node of a level under which an event is read; `nil` when there is none or it has become several.
    ///
    /// - Parameters:
    ///   - id: the event's unit, as it was called on the event's day.
    ///   - day: the day of the event.
    ///   - level: the level to read at.
    ///   - reading: by which organisation.
    public func node(
        for id: OrganisationUnitID,
        on day: CalendarDate,
        at level: OrganisationUnit.Level,
        by reading: OrganisationReading
    ) -> OrganisationUnitID? {
        let known = id.unlistedParent ?? id
        switch reading {
        case .eventDay:
            return organisation(on: day)?.ancestor(of: known, at: level)?.id
        case .day(let chosen):
            guard let tree = organisation(on: chosen) else { return nil }
            let nodes = counterparts(of: known, from: day, on: chosen).map { tree.ancestor(of: $0, at: level)?.id }
            guard let first = nodes.first, nodes.allSatisfy({ $0 == first }) else { return nil }
            return first
        }
    }

    /// Counts events under the nodes of a level, and says by which organisation.
    ///
    /// - Parameters:
    ///   - events: each event's unit and the day that it is counted on.
    ///   - level: the level to read at.
    ///   - reading: by which organisation.
    public func tally(
        _ events: some Sequence<(unit: OrganisationUnitID, day: CalendarDate)>,
        at level: OrganisationUnit.Level,
        by reading: OrganisationReading
    ) -> OrganisationTally {
        var tally = OrganisationTally(reading: reading)
        var span: CalendarPeriod?
        for (unit, day) in events {
            if let node = node(for: unit, on: day, at: level, by: reading) {
                tally.counts[node, default: 0] += 1
            } else {
                tally.unplaced += 1
            }
            span = CalendarPeriod(first: min(span?.first ?? day, day), last: max(span?.last ?? day, day))
        }
        if let span { tally.crossed = crossed(from: span.first, to: span.last) }
        return tally
    }

    /// The reorganisations that a comparison of figures from one day to another goes across.
    public func crossed(from first: CalendarDate, to last: CalendarDate) -> [Reorganisation] {
        reorganisations.filter { min(first, last) < $0.day && $0.day <= max(first, last) }
    }

    /// What a comparison between two periods must say; `nil` when it goes across no reorganisation.
    public func note(comparing earlier: CalendarPeriod, with later: CalendarPeriod) -> LocalizedText? {
        OrganisationTally.note(
            on: crossed(from: min(earlier.first, later.first), to: max(earlier.last, later.last))
        )
    }
}
