public import QualityCore

/// An external review that someone is registering (*utkast till extern granskning*).
///
/// Submitted, it is an ``ExternalReview`` as received.
public typealias ExternalReviewDraft = Draft<ExternalReview.Form>

extension ExternalReview {
    /// What a person fills in to register a review (*formulär för granskning*).
    public struct Form: DraftForm {
        /// The unit that it is about.
        public var unit: OrganisationUnitID?
        /// What sort of review it is.
        public var sort: Sort?
        /// Who reviewed.
        public var authority: String?
        /// The number that the reviewer gave it.
        public var number: String?
        /// The day when it was received.
        public var received: CalendarDate?
        /// What was found, in brief.
        public var findings: [String]?
        /// Whose way a judgment went; `nil` for other reviews.
        public var outcome: JudgmentOutcome?
        /// What is asked for.
        public var demands: [Demand]?

        /// An empty form.
        public init() {}

        /// The fields in the order of the form.
        public static let fields: [DraftField<Form>] = [
            .essential(\.unit, "unit", "D-EXT-1", sv: "enheten", en: "the unit"),
            .essential(\.sort, "sort", "D-EXT-1", sv: "slaget av granskning", en: "the sort of review"),
            .required(\.authority, "authority", "D-EXT-1", sv: "granskaren", en: "the reviewer"),
            .required(\.number, "number", "D-EXT-1", sv: "granskningens nummer", en: "the number"),
            .essential(\.received, "received", "D-EXT-1", sv: "dagen då den kom in", en: "the day of receipt"),
            .optional(\.findings, "findings", sv: "iakttagelserna", en: "the findings"),
            .optional(\.outcome, "outcome", sv: "utgången", en: "the outcome"),
            .optional(\.demands, "demands", sv: "kraven", en: "the demands"),
        ]

        /// The review as received.
        public func record(_ submission: DraftSubmission<Form>) throws(RuleViolation) -> ExternalReview {
            try ExternalReview(
                id: submission.id,
                unit: submission.unit,
                sort: submission.need(\.sort),
                authority: submission.stated(\.authority),
                number: submission.stated(\.number),
                received: submission.need(\.received),
                findings: findings ?? [],
                outcome: outcome,
                demands: demands ?? []
            )
        }
    }
}
