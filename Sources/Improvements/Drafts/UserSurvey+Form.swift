public import QualityCore

/// A survey of recipients that someone is planning or giving the numbers of (*utkast till brukarundersökning*).
///
/// Submitted, it is a ``UserSurvey`` as planned, made or not made.
public typealias UserSurveyDraft = Draft<UserSurvey.Form>

extension UserSurvey {
    /// What a person fills in of a survey (*formulär för brukarundersökning*).
    public struct Form: DraftForm {
        /// The unit whose recipients are asked.
        public var unit: OrganisationUnitID?
        /// The days that it is about.
        public var period: CalendarPeriod?
        /// What the survey is called.
        public var name: String?
        /// How often it is made.
        public var interval: Interval?
        /// What came of it; `nil` until it is made.
        public var findings: Findings?
        /// Why it was not made; `nil` unless it was not.
        public var notCarriedOut: NotCarriedOut?

        /// An empty form.
        public init() {}

        /// The fields in the order of the form.
        public static let fields: [DraftField<Form>] = [
            .essential(\.unit, "unit", "D-SUR-1", sv: "enheten", en: "the unit"),
            .essential(\.period, "period", "D-SUR-1", sv: "perioden", en: "the period"),
            .required(\.name, "name", "D-SUR-1", sv: "undersökningens namn", en: "the name of the survey"),
            .essential(\.interval, "interval", "D-SUR-1", sv: "intervallet", en: "the interval"),
            .optional(\.findings, "findings", sv: "resultatet", en: "the result", covers: ["answered", "bySex"]),
            .optional(\.notCarriedOut, "notCarriedOut", sv: "skälet att avstå", en: "the reason for none"),
        ]

        /// The survey as planned, made or not made.
        public func record(_ submission: DraftSubmission<Form>) throws(RuleViolation) -> UserSurvey {
            try UserSurvey(
                id: submission.id,
                unit: submission.unit,
                period: submission.need(\.period),
                name: submission.stated(\.name),
                interval: submission.need(\.interval),
                findings: findings,
                notCarriedOut: notCarriedOut
            )
        }
    }
}
