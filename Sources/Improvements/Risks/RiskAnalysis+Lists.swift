public import QualityCore

extension RiskAnalysis {
    /// Unit, days, status and codes of the record: one observation for each possible event.
    public var facts: RecordFacts {
        RecordFacts(
            unit: unit,
            reported: begun,
            dueOn: phase == .approved ? approvals.last?.reviewOn : nil,
            status: phase.rawValue,
            observations: events.map {
                RecordFacts.Observation(codes: [
                    .category: $0.causes ?? [],
                    .riskTrigger: [CategoryCode(rawValue: assignment.trigger.rawValue)],
                ])
            }
        )
    }

    /// The approved analyses past their day of review, for the duty is continuous.
    public static func pastReview(
        in analyses: some Sequence<RiskAnalysis>,
        asOf day: CalendarDate
    ) -> [RiskAnalysis] {
        analyses.filter { analysis in
            analysis.phase == .approved && analysis.approvals.last.map { $0.reviewOn < day } ?? false
        }
    }

    /// The thresholds that an event reaches by its latest assessment; the board's data, and no legal class.
    public func thresholdsReached(byEvent index: Int, among thresholds: [RiskThreshold]) -> [RiskThreshold] {
        guard events.indices.contains(index), let assessment = events[index].current else { return [] }
        return thresholds.filter { $0.isReached(by: assessment) }
    }

    /// A change that asks for a risk analysis made before it (*förändring*).
    public struct Change: Hashable, Sendable, Codable {
        /// The record of the change.
        public let reference: RecordReference
        /// What sort of change it is.
        public let trigger: Trigger
        /// The day when it takes effect.
        public let day: CalendarDate
        /// Why no analysis was made; `nil` when nobody has said.
        public let reasonForNone: String?

        /// A change, with the reason where no analysis was made before it.
        public init(reference: RecordReference, trigger: Trigger, day: CalendarDate, reasonForNone: String? = nil) {
            self.reference = reference
            self.trigger = trigger
            self.day = day
            self.reasonForNone = reasonForNone
        }
    }

    /// A breach of D-RSK-4 for each change in effect without an analysis approved before it and without a reason.
    public static func findings(
        for changes: some Sequence<Change>,
        in analyses: some Sequence<RiskAnalysis>,
        asOf day: CalendarDate,
        under law: Law
    ) -> [RuleViolation] {
        guard !law.suspends("D-RSK-4", field: "riskAnalysis") else { return [] }
        let approved = Dictionary(
            grouping: analyses.filter { !$0.approvals.isEmpty && $0.assignment.change != nil },
            by: \.assignment.change
        )
        return changes.compactMap { change in
            guard change.day <= day, change.reasonForNone?.isBlank ?? true else { return nil }
            let first = approved[change.reference]?.compactMap { $0.approvals.first?.by.day }.min()
            if let first, first <= change.day { return nil }
            let provision = law.provision(for: .analyseRisks, on: change.day)
            return RuleViolation(
                rule: "D-RSK-4",
                record: change.reference,
                field: "riskAnalysis",
                citation: provision?.citation,
                ground: provision?.ground,
                message: LocalizedText(
                    sv: "riskanalys före förändringen saknas, liksom skäl",
                    en: "there is neither a risk analysis before the change nor a reason"
                )
            )
        }
    }
}

extension CodeDimension {
    /// What asked for a risk analysis (*anledning*).
    public static let riskTrigger = CodeDimension(rawValue: "riskTrigger")
}
