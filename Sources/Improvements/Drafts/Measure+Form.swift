public import QualityCore

/// A measure that someone is proposing (*utkast till åtgärd*).
///
/// Submitted, it is a ``Measure`` as proposed. A form uses the draft; a measure is made in other ways by importers, tests
/// and flows from other records.
public typealias MeasureDraft = Draft<Measure.Form>

extension Measure {
    /// What a person fills in to propose a measure (*formulär för åtgärd*).
    public struct Form: DraftForm {
        /// The unit that is to do it.
        public var unit: OrganisationUnitID?
        /// What is to be done; may hold personal data.
        public var what: String?
        /// What it is meant to reach.
        public var goal: String?
        /// Who answers for that it is done.
        public var responsible: PersonReference?
        /// The last day to do it.
        public var due: CalendarDate?
        /// The day when another sees whether it was done.
        public var followUpOn: CalendarDate?
        /// The records that caused it.
        public var sources: [RecordReference]?
        /// The cause that it meets.
        public var cause: CategoryCode?
        /// Who proposes it, and when.
        public var proposedBy: Signature?

        /// An empty form.
        public init() {}

        /// The fields in the order of the form.
        public static let fields: [DraftField<Form>] = [
            .essential(\.unit, "unit", "D-MSR-1", sv: "enheten", en: "the unit"),
            .required(
                \.what,
                "what",
                "D-MSR-1",
                sv: "vad som ska göras",
                en: "what is to be done",
                covers: ["proposal.what"]
            ),
            .required(\.goal, "goal", "D-MSR-1", sv: "målet", en: "the goal", covers: ["proposal.goal"]),
            .required(\.responsible, "responsible", "D-MSR-1", sv: "den ansvariga", en: "who is responsible"),
            .required(\.due, "due", "D-MSR-1", sv: "sista dagen", en: "the last day to do it"),
            .required(
                \.followUpOn,
                "followUpOn",
                "D-MSR-1",
                sv: "dagen för uppföljning",
                en: "the day of follow-up",
                covers: ["proposal.followUpOn"]
            ),
            .required(
                \.sources,
                "sources",
                "D-MSR-3",
                sv: "det som föranledde åtgärden",
                en: "what caused the measure",
                covers: ["proposal.sources"]
            ),
            .optional(\.cause, "cause", sv: "orsaken", en: "the cause"),
            .essential(\.proposedBy, "proposedBy", "D-MSR-1", sv: "den som föreslår", en: "who proposes it"),
        ]

        /// The measure as proposed.
        public func record(_ submission: DraftSubmission<Form>) throws(RuleViolation) -> Measure {
            Measure(
                id: submission.id,
                unit: submission.unit,
                proposal: Proposal(
                    what: submission.stated(\.what),
                    goal: submission.stated(\.goal),
                    responsible: submission.stated(\.responsible),
                    due: submission.stated(\.due),
                    followUpOn: submission.stated(\.followUpOn),
                    sources: submission.stated(\.sources),
                    cause: cause
                ),
                proposedBy: try submission.need(\.proposedBy)
            )
        }
    }
}
