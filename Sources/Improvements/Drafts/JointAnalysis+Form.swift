public import QualityCore

/// A joint analysis that someone is beginning (*utkast till sammanställning och analys*).
///
/// Submitted, it is a ``JointAnalysis`` that is worked on; its conclusion is an act.
public typealias JointAnalysisDraft = Draft<JointAnalysis.Form>

extension JointAnalysis {
    /// What a person fills in to begin a joint analysis (*formulär för analys*).
    public struct Form: DraftForm {
        /// The board or unit whose analysis it is.
        public var unit: OrganisationUnitID?
        /// The days that are analysed.
        public var period: CalendarPeriod?
        /// The units that are analysed.
        public var units: [OrganisationUnitID]?
        /// Who takes part.
        public var participants: [PersonReference]?
        /// The figures so far, by source; one that is absent is not compiled yet.
        public var figures: [Source: Figure]?
        /// What they show taken together.
        public var patterns: Patterns?

        /// An empty form.
        public init() {}

        /// The fields in the order of the form.
        public static let fields: [DraftField<Form>] = [
            .essential(\.unit, "unit", "D-ANA-1", sv: "enheten", en: "the unit"),
            .essential(\.period, "period", "D-ANA-1", sv: "perioden", en: "the period"),
            .required(
                \.units,
                "units",
                "D-ANA-1",
                sv: "minst en enhet att analysera",
                en: "at least one unit to analyse",
                refusesEmpty: true
            ),
            .required(
                \.participants,
                "participants",
                "D-ANA-1",
                sv: "minst en deltagare",
                en: "at least one participant",
                refusesEmpty: true
            ),
            .optional(\.figures, "figures", sv: "siffrorna", en: "the figures"),
            .optional(\.patterns, "patterns", sv: "mönstren", en: "the patterns"),
        ]

        /// The analysis as begun.
        public func record(_ submission: DraftSubmission<Form>) throws(RuleViolation) -> JointAnalysis {
            try JointAnalysis(
                id: submission.id,
                unit: submission.unit,
                period: submission.need(\.period),
                units: units ?? [],
                participants: submission.stated(\.participants),
                figures: figures ?? [:],
                patterns: patterns
            )
        }
    }
}
