public import QualityCore

/// A situation report that someone is setting up (*utkast till lägesrapport*).
///
/// Submitted, it is a ``SituationReport`` that units can answer.
public typealias SituationReportDraft = Draft<SituationReport.Form>

extension SituationReport {
    /// What a person fills in to ask units for their state (*formulär för lägesrapport*).
    public struct Form: DraftForm {
        /// The board or unit that asks.
        public var unit: OrganisationUnitID?
        /// What it is for.
        public var purpose: String?
        /// What follows from the answers.
        public var use: String?
        /// The day when it is first asked for.
        public var begun: CalendarDate?
        /// The units that are to answer.
        public var units: [OrganisationUnitID]?
        /// What is asked about.
        public var areas: [CategoryCode]?
        /// The days from one answer of a unit to the next, 1 or more.
        public var rhythm: Int?
        /// The days from an answer to the day that it expects; the usual number where nobody has said.
        public var horizon: Int?

        /// An empty form.
        public init() {}

        /// The fields in the order of the form.
        public static let fields: [DraftField<Form>] = [
            .essential(\.unit, "unit", "D-SIT-1", sv: "den som frågar", en: "who asks"),
            .required(\.purpose, "purpose", "D-SIT-1", sv: "syftet", en: "the purpose"),
            .required(\.use, "use", "D-SIT-1", sv: "vad svaren leder till", en: "what follows from the answers"),
            .essential(\.begun, "begun", "D-SIT-1", sv: "första dagen", en: "the first day"),
            .required(\.units, "units", "D-SIT-1", sv: "minst en enhet", en: "at least one unit", refusesEmpty: true),
            .required(\.areas, "areas", "D-SIT-1", sv: "minst ett område", en: "at least one area", refusesEmpty: true),
            .essential(\.rhythm, "rhythm", "D-SIT-1", sv: "rytmen", en: "the rhythm"),
            .optional(\.horizon, "horizon", sv: "horisonten", en: "the horizon"),
        ]

        /// The report, open for answers.
        public func record(_ submission: DraftSubmission<Form>) throws(RuleViolation) -> SituationReport {
            try SituationReport(
                id: submission.id,
                unit: submission.unit,
                purpose: submission.stated(\.purpose),
                use: submission.stated(\.use),
                begun: submission.need(\.begun),
                units: units ?? [],
                areas: areas ?? [],
                rhythm: submission.need(\.rhythm),
                horizon: horizon ?? SituationReport.defaultHorizon
            )
        }
    }
}
