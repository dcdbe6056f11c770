public import QualityCore

/// A risk analysis that someone is beginning (*utkast till riskanalys*).
///
/// Submitted, it is a ``RiskAnalysis`` in draft, with the events thought of so far.
public typealias RiskAnalysisDraft = Draft<RiskAnalysis.Form>

extension RiskAnalysis {
    /// What a person fills in to begin a risk analysis (*formulär för riskanalys*).
    public struct Form: DraftForm {
        /// The unit that it is about.
        public var unit: OrganisationUnitID?
        /// The day when it was begun.
        public var begun: CalendarDate?
        /// The scales, set by the host; four by four where it sets none.
        public var matrix: RiskMatrix?
        /// What asked for it.
        public var trigger: Trigger?
        /// The change that asked for it, such as a version of a process.
        public var change: RecordReference?
        /// What is analysed and what is not.
        public var scope: String?
        /// Who takes part, with title.
        public var participants: [Participant]?
        /// The events that might occur.
        public var events: [PossibleEvent]?

        /// An empty form.
        public init() {}

        /// The fields in the order of the form.
        public static let fields: [DraftField<Form>] = [
            .essential(\.unit, "unit", "D-RSK-4", sv: "enheten", en: "the unit"),
            .essential(\.begun, "begun", "D-RSK-4", sv: "dagen då den började", en: "the day when it began"),
            .optional(\.matrix, "matrix", sv: "riskmatrisen", en: "the risk matrix"),
            .essential(\.trigger, "trigger", "D-RSK-4", sv: "anledningen", en: "what asked for it"),
            .optional(\.change, "change", sv: "förändringen", en: "the change", covers: ["assignment.change"]),
            .required(
                \.scope,
                "scope",
                "D-RSK-4",
                sv: "avgränsningen",
                en: "the scope",
                covers: ["assignment.scope"]
            ),
            .required(
                \.participants,
                "participants",
                "D-RSK-4",
                sv: "minst en deltagare",
                en: "at least one participant",
                covers: ["assignment.participants"]
            ),
            .optional(\.events, "events", sv: "händelserna", en: "the events"),
        ]

        /// The analysis as begun.
        public func record(_ submission: DraftSubmission<Form>) throws(RuleViolation) -> RiskAnalysis {
            try RiskAnalysis(
                id: submission.id,
                unit: submission.unit,
                begun: submission.need(\.begun),
                matrix: matrix ?? .fourByFour,
                assignment: Assignment(
                    trigger: submission.need(\.trigger),
                    change: change,
                    scope: submission.stated(\.scope),
                    participants: submission.stated(\.participants)
                ),
                events: events ?? []
            )
        }
    }
}
