public import QualityCore

/// A decision not carried out that someone is registering (*utkast till ej verkställt beslut*).
///
/// Submitted, it is an ``UnexecutedDecision`` as registered.
public typealias UnexecutedDecisionDraft = Draft<UnexecutedDecision.Form>

extension UnexecutedDecision {
    /// What a person fills in to register a decision not carried out (*formulär för ej verkställt beslut*).
    public struct Form: DraftForm {
        /// The unit that answers for the decision.
        public var unit: OrganisationUnitID?
        /// The act that the decision rests on.
        public var legalBasis: LegalBasis?
        /// The kind of service, from the board's list.
        public var service: CategoryCode?
        /// The day of the decision, and of the interruption where there was one.
        public var origin: Origin?
        /// Who reports it.
        public var reporter: Reporter?
        /// After how many months it is reported, set by the host; as the law has it where it sets none.
        public var months: Int?
        /// Why it is not carried out, as far as known.
        public var reasons: [DelayReason]?
        /// The offers made.
        public var offers: [Offer]?

        /// An empty form.
        public init() {}

        /// The fields in the order of the form.
        public static let fields: [DraftField<Form>] = [
            .essential(\.unit, "unit", "D-EVB-1", sv: "enheten", en: "the unit"),
            .essential(\.legalBasis, "legalBasis", "D-EVB-1", sv: "lagrummet", en: "the legal basis"),
            .required(\.service, "service", "D-EVB-1", sv: "insatsen", en: "the kind of service"),
            .essential(\.origin, "origin", "D-EVB-1", sv: "beslutets dag", en: "the day of the decision"),
            .essential(\.reporter, "reporter", "D-EVB-1", sv: "vem som rapporterar", en: "who reports it"),
            .optional(\.months, "months", sv: "antalet månader", en: "the number of months"),
            .optional(\.reasons, "reasons", sv: "skälen till dröjsmålet", en: "the reasons for delay", covers: ["day"]),
            .optional(\.offers, "offers", sv: "erbjudandena", en: "the offers"),
        ]

        /// The decision as registered.
        public func record(_ submission: DraftSubmission<Form>) throws(RuleViolation) -> UnexecutedDecision {
            try UnexecutedDecision(
                id: submission.id,
                unit: submission.unit,
                legalBasis: submission.need(\.legalBasis),
                service: submission.stated(\.service),
                origin: submission.need(\.origin),
                reporter: submission.need(\.reporter),
                months: months ?? UnexecutedDecision.statutoryMonths,
                reasons: reasons ?? [],
                offers: offers ?? []
            )
        }
    }
}
