public import QualityCore

/// A theme for many submissions that someone is setting (*utkast till tema*).
///
/// Submitted, it is a ``ComplaintTheme`` that submissions can join.
public typealias ComplaintThemeDraft = Draft<ComplaintTheme.Form>

extension ComplaintTheme {
    /// What a person fills in to set a theme (*formulär för tema*).
    public struct Form: DraftForm {
        /// The node of the organisation that it is about.
        public var unit: OrganisationUnitID?
        /// What the submissions are about.
        public var matter: String?
        /// Why they are answered together.
        public var reason: String?
        /// Who sets it, and when.
        public var opened: Signature?

        /// An empty form.
        public init() {}

        /// The fields in the order of the form.
        public static let fields: [DraftField<Form>] = [
            .essential(\.unit, "unit", "D-CMP-6", sv: "enheten", en: "the unit"),
            .essential(\.matter, "matter", "D-CMP-6", sv: "vad temat gäller", en: "what the theme is about"),
            .essential(\.reason, "reason", "D-CMP-6", sv: "skälet", en: "the reason"),
            .essential(\.opened, "opened", "D-CMP-6", sv: "vem som satt temat", en: "who set the theme"),
        ]

        /// The theme as set.
        public func record(_ submission: DraftSubmission<Form>) throws(RuleViolation) -> ComplaintTheme {
            try ComplaintTheme(
                id: submission.id,
                unit: submission.unit,
                matter: submission.need(\.matter),
                reason: submission.need(\.reason),
                opened: submission.need(\.opened)
            )
        }
    }
}
