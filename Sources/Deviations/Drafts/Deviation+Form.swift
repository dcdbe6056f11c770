public import QualityCore

/// A report of a deviation that someone is writing (*utkast till avvikelserapport*).
///
/// Submitted, it is a ``Deviation`` as reported. A form uses the draft; ``Deviation`` is made in other ways by importers
/// and tests alone.
public typealias DeviationDraft = Draft<Deviation.Form>

extension Deviation {
    /// What a person fills in to report a deviation (*formulär för avvikelse*).
    public struct Form: DraftForm {
        /// The unit where it happened.
        public var unit: OrganisationUnitID?
        /// When it happened, be it unknown.
        public var occurred: OccurrenceTime?
        /// The day when someone noticed.
        public var discovered: CalendarDate?
        /// The day when it is reported.
        public var reported: CalendarDate?
        /// The acts under which the service is given.
        public var legalBases: [LegalBasis]?
        /// What it was about.
        public var category: CategoryCode?
        /// Where in the unit; may hold personal data.
        public var place: String?
        /// What happened; may hold personal data.
        public var account: String?
        /// What was done at once, or that nothing was.
        public var immediateAction: ImmediateAction?
        /// Whom it concerns.
        public var concerned: [ConcernedParty]?
        /// Who reports it.
        public var reporter: DeviationReporter?
        /// Severity and probability.
        public var risk: RiskEstimate?
        /// The unit that discovered it, where it is another.
        public var discoveredIn: OrganisationUnitID?
        /// The unit that answers for it, where it is another.
        public var answersFor: OrganisationUnitID?
        /// Circumstances that registration rules ask for.
        public var circumstances: [DeviationCircumstance]?

        /// An empty form.
        public init() {}

        /// The fields in the order of the form.
        public static let fields: [DraftField<Form>] = [
            .essential(\.unit, "unit", "D-DEV-2", sv: "enheten", en: "the unit"),
            .essential(
                \.occurred,
                "occurred",
                "D-DEV-1",
                sv: "när det hände eller att det är okänt",
                en: "when it happened or that nobody knows"
            ),
            .optional(\.discovered, "discovered", sv: "dagen då det upptäcktes", en: "the day of discovery"),
            .essential(\.reported, "reported", "D-DEV-1", sv: "dagen för rapporten", en: "the day of the report"),
            .required(\.legalBases, "legalBases", "D-DEV-2", sv: "minst ett lagrum", en: "at least one legal basis"),
            .required(\.category, "category", "D-DEV-2", sv: "kategorin", en: "the category"),
            .required(\.place, "place", "D-DEV-2", sv: "platsen", en: "the place"),
            .required(\.account, "account", "D-DEV-2", sv: "beskrivningen", en: "an account of the event"),
            .required(
                \.immediateAction,
                "immediateAction",
                "D-DEV-2",
                sv: "vad som gjordes genast eller att inget gjordes",
                en: "what was done at once or that nothing was"
            ),
            .required(\.concerned, "concerned", "D-DEV-2", sv: "vem det gäller", en: "whom it concerns"),
            .required(\.reporter, "reporter", "D-DEV-2", sv: "vem som rapporterar", en: "who reports it"),
            .optional(\.risk, "risk", sv: "risken", en: "the risk"),
            .optional(\.discoveredIn, "discoveredIn", sv: "upptäckande enhet", en: "the unit that discovered it"),
            .optional(\.answersFor, "answersFor", sv: "ansvarig enhet", en: "the unit that answers for it"),
            .optional(\.circumstances, "circumstances", sv: "omständigheterna", en: "the circumstances"),
        ]

        /// The deviation as reported.
        public func record(_ submission: DraftSubmission<Form>) throws(RuleViolation) -> Deviation {
            try Deviation(
                DeviationReport(
                    id: submission.id,
                    unit: submission.unit,
                    occurred: submission.need(\.occurred),
                    discovered: discovered,
                    reported: submission.need(\.reported),
                    legalBases: submission.stated(\.legalBases),
                    category: submission.stated(\.category),
                    place: submission.stated(\.place),
                    account: submission.stated(\.account),
                    immediateAction: submission.stated(\.immediateAction),
                    concerned: submission.stated(\.concerned),
                    reporter: submission.stated(\.reporter),
                    discoveredIn: discoveredIn,
                    answersFor: answersFor,
                    circumstances: circumstances ?? []
                ),
                risk: risk
            )
        }
    }
}
