public import QualityCore

extension Measure {
    /// Unit, days, status and codes of the record; a cancelled measure has nothing to count.
    public var facts: RecordFacts {
        RecordFacts(
            unit: unit,
            reported: steps.first?.by.value?.day,
            dueOn: nextDay,
            status: phase.rawValue,
            observations: phase == .cancelled
                ? []
                : [
                    RecordFacts.Observation(codes: [
                        .category: effectPlan.map { [$0.category] } ?? [],
                        .measureCause: proposal.cause.map { [$0] } ?? [],
                        .effect: verdict.map { [CategoryCode(rawValue: $0.outcome.rawValue)] } ?? [],
                    ])
                ]
        )
    }

    /// The measures that are to be done and were not by their last day.
    public static func overdue(in measures: some Sequence<Measure>, asOf day: CalendarDate) -> [Measure] {
        measures.filter { measure in
            [.approved, .planned].contains(measure.phase) && measure.proposal.due.value.map { $0 < day } ?? false
        }
    }

    /// The measures that are done and that nobody had followed up by the day set for it.
    public static func unfollowed(in measures: some Sequence<Measure>, asOf day: CalendarDate) -> [Measure] {
        measures.filter { measure in
            measure.phase == .executed && measure.proposal.followUpOn.value.map { $0 < day } ?? false
        }
    }

    /// The measures whose window of effect has ended without a verdict, in whatever case they belong to.
    public static func awaitingVerdict(in measures: some Sequence<Measure>, asOf day: CalendarDate) -> [Measure] {
        measures.filter { measure in
            [.executed, .followedUp].contains(measure.phase) && measure.verdict == nil
                && measure.effectPlan.map { $0.window.last < day } ?? false
        }
    }

    private var nextDay: CalendarDate? {
        switch phase {
        case .approved, .planned: proposal.due.value
        case .executed: proposal.followUpOn.value
        case .followedUp: verdict == nil ? effectPlan?.window.last : nil
        case .proposed, .sentBack, .rejected, .notExecuted, .cancelled: nil
        }
    }
}

extension CodeDimension {
    /// The cause that a measure meets (*orsak*).
    public static let measureCause = CodeDimension(rawValue: "measureCause")
    /// The verdict on the effect of a measure (*effekt*).
    public static let effect = CodeDimension(rawValue: "effect")
}

extension Measure {
    /// Who answers for the measure.
    public var persons: RecordPersons {
        RecordPersons(assigned: [proposal.responsible.value].compactMap(\.self))
    }
}
