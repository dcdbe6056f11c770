public import QualityCore

/// A goal that someone is wording (*utkast till mål*).
///
/// Submitted, it is a ``Goal`` as set.
public typealias GoalDraft = Draft<Goal.Form>

extension Goal {
    /// What a person fills in to set a goal (*formulär för mål*).
    public struct Form: DraftForm {
        /// The unit or board that it is for.
        public var unit: OrganisationUnitID?
        /// The days in which it is to be reached.
        public var period: CalendarPeriod?
        /// What is to be reached, in words.
        public var wording: String?
        /// What is measured.
        public var indicator: String?
        /// The figure to reach; a goal may have none.
        public var target: Target?

        /// An empty form.
        public init() {}

        /// The fields in the order of the form.
        public static let fields: [DraftField<Form>] = [
            .essential(\.unit, "unit", "D-GOL-1", sv: "enheten", en: "the unit"),
            .essential(\.period, "period", "D-GOL-1", sv: "perioden", en: "the period"),
            .required(\.wording, "wording", "D-GOL-1", sv: "målet i ord", en: "the goal in words"),
            .required(\.indicator, "indicator", "D-GOL-1", sv: "indikatorn", en: "the indicator"),
            .optional(\.target, "target", sv: "målvärdet", en: "the target", covers: ["figure"]),
        ]

        /// The goal as set.
        public func record(_ submission: DraftSubmission<Form>) throws(RuleViolation) -> Goal {
            try Goal(
                id: submission.id,
                unit: submission.unit,
                period: submission.need(\.period),
                wording: submission.stated(\.wording),
                indicator: submission.stated(\.indicator),
                target: target
            )
        }
    }
}
