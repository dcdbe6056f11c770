public import QualityCore

/// A follow-up of a private provider that someone is beginning (*utkast till uppföljning av utförare*).
///
/// Submitted, it is a ``ProviderFollowUp`` under way.
public typealias ProviderFollowUpDraft = Draft<ProviderFollowUp.Form>

extension ProviderFollowUp {
    /// What a person fills in to begin a follow-up (*formulär för uppföljning*).
    public struct Form: DraftForm {
        /// The board or the unit that follows up.
        public var unit: OrganisationUnitID?
        /// The provider.
        public var provider: OrganisationUnitID?
        /// The days that are followed up.
        public var period: CalendarPeriod?
        /// The provider's own checks, as told so far.
        public var told: [ToldCheck]?

        /// An empty form.
        public init() {}

        /// The fields in the order of the form.
        public static let fields: [DraftField<Form>] = [
            .essential(\.unit, "unit", "D-SLF-11", sv: "den som följer upp", en: "who follows up"),
            .essential(\.provider, "provider", "D-SLF-11", sv: "utföraren", en: "the provider"),
            .essential(\.period, "period", "D-SLF-11", sv: "perioden", en: "the period"),
            .optional(\.told, "told", sv: "redovisade egenkontroller", en: "the checks told of"),
        ]

        /// The follow-up, under way.
        public func record(_ submission: DraftSubmission<Form>) throws(RuleViolation) -> ProviderFollowUp {
            var followUp = try ProviderFollowUp(
                id: submission.id,
                unit: submission.unit,
                provider: submission.need(\.provider),
                period: submission.need(\.period)
            )
            for check in told ?? [] { try followUp.tell(check, under: submission.law) }
            return followUp
        }
    }
}
