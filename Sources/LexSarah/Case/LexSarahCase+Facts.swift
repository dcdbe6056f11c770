public import QualityCore

extension LexSarahCase {
    /// The code along the dimension `notification` of a case that has been notified.
    public static let notifiedCode = CategoryCode(rawValue: "notified")

    /// Unit, days, status and codes of the record; a joined case is counted with the other and has no observation.
    public var facts: RecordFacts {
        RecordFacts(
            unit: unit,
            occurred: reports.compactMap(\.occurred.firstDay).min(),
            discovered: reports.compactMap(\.noticed.value?.day).min(),
            reported: reported,
            dueOn: due,
            status: phase.rawValue,
            observations: phase == .joined
                ? []
                : [
                    RecordFacts.Observation(codes: [
                        .category: categories,
                        .legalBasis: (legalBases.value ?? []).map { CategoryCode(rawValue: $0.rawValue) },
                        .degree: decision.map { [CategoryCode(rawValue: $0.degree.rawValue)] } ?? [],
                        .notification: notified == nil ? [] : [Self.notifiedCode],
                    ])
                ]
        ).marking(conflictExceptions)
    }

    private var due: CalendarDate? {
        guard let matter, matter.ended == nil else { return nil }
        let requests = matter.requests.filter { $0.answered == nil }.map(\.due)
        return (requests + (matter.investigationSent == nil ? [matter.investigationDue].compactMap(\.self) : [])).min()
    }
}
