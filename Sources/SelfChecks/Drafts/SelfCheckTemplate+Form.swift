public import QualityCore

/// A template of questions that someone is writing (*utkast till mall för egenkontroll*).
///
/// Submitted, it is a ``SelfCheckTemplate`` with its first version published.
public typealias SelfCheckTemplateDraft = Draft<SelfCheckTemplate.Form>

extension SelfCheckTemplate {
    /// What a person fills in to make a template (*formulär för mall*).
    public struct Form: DraftForm {
        /// The unit that keeps the template.
        public var unit: OrganisationUnitID?
        /// The name that people read.
        public var title: String?
        /// What is asked, in order.
        public var questions: [Question]?
        /// What a question met in part counts for; nothing where nobody has said.
        public var partlyWeight: ExactShare?
        /// The least share that passes; `nil` for no such line.
        public var passShare: ExactShare?
        /// Who approved the version, and when.
        public var approved: Signature?

        /// An empty form.
        public init() {}

        /// The fields in the order of the form.
        public static let fields: [DraftField<Form>] = [
            .essential(\.unit, "unit", "D-SLF-5", sv: "enheten", en: "the unit"),
            .essential(\.title, "title", "D-SLF-5", sv: "mallens namn", en: "the name of the template"),
            .essential(
                \.questions,
                "questions",
                "D-SLF-5",
                sv: "minst en fråga",
                en: "at least one question",
                refusesEmpty: true
            ),
            .optional(\.partlyWeight, "partlyWeight", sv: "vikten för delvis", en: "the weight of partly"),
            .optional(\.passShare, "passShare", sv: "gränsen för godkänt", en: "the share that passes"),
            .essential(\.approved, "approved", "D-SLF-5", sv: "vem som godkänt", en: "who approved it"),
        ]

        /// The template with its first version.
        public func record(_ submission: DraftSubmission<Form>) throws(RuleViolation) -> SelfCheckTemplate {
            try SelfCheckTemplate(
                id: submission.id,
                unit: submission.unit,
                title: submission.need(\.title),
                versions: [
                    Version(
                        of: submission.id,
                        number: 1,
                        approved: submission.need(\.approved),
                        questions: submission.need(\.questions),
                        partlyWeight: partlyWeight ?? .nothing,
                        passShare: passShare
                    )
                ]
            )
        }
    }
}
