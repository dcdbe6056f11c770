public import QualityCore

/// An occasion of self-check that someone is answering (*utkast till egenkontroll*).
///
/// Submitted, it is a ``SelfCheck`` with an answer to every question, *not assessed* among them; what failed is then
/// taken further by its acts. A question without an answer is *not answered*, and keeps the draft from being submitted.
public typealias SelfCheckDraft = Draft<SelfCheck.Form>

extension SelfCheck {
    /// What a person fills in at an occasion (*formulär för egenkontroll*).
    public struct Form: DraftForm {
        /// The unit that is checked.
        public var unit: OrganisationUnitID?
        /// What it looks at or compares with.
        public var sort: SelfCheckKind?
        /// What kind it is where the list has no name for it.
        public var sortDetail: String?
        /// The occasion of the plan; `nil` for a check outside any plan.
        public var occasion: PlannedOccasion?
        /// The day when it began.
        public var begun: CalendarDate?
        /// What it looks at.
        public var extent: CheckExtent?
        /// The version of the template that asks.
        public var version: SelfCheckTemplate.Version?
        /// The answers so far; `nil` before the first.
        public private(set) var answers: SelfCheckAnswers?
        /// The days whose events were reviewed, as of an access log.
        public var reviewedPeriod: CalendarPeriod?
        /// What the check comes to; can be written later. May hold personal data.
        public var conclusion: String?

        /// An empty form.
        public init() {}

        /// Answers a question about an item, 0 for the unit as such; `nil` takes the answer back.
        public mutating func answer(_ question: QuestionCode, _ answer: SelfCheckAnswer?, item: Int = 0) {
            var given = answers ?? SelfCheckAnswers()
            given[question, item] = answer
            answers = given.isEmpty ? nil : given
        }

        /// The fields in the order of the form.
        public static let fields: [DraftField<Form>] = [
            .essential(\.unit, "unit", "D-SLF-2", sv: "enheten", en: "the unit"),
            .essential(\.sort, "sort", "D-SLF-1", sv: "slaget av egenkontroll", en: "the kind of check"),
            .optional(\.sortDetail, "sortDetail", sv: "slaget i ord", en: "the kind in words"),
            .optional(\.occasion, "occasion", sv: "tillfället i planen", en: "the occasion of the plan"),
            .essential(\.begun, "begun", "D-SLF-2", sv: "dagen då den började", en: "the day when it began"),
            .essential(\.extent, "extent", "D-SLF-12", sv: "omfattningen", en: "the extent"),
            .essential(\.version, "version", "D-SLF-5", sv: "mallen", en: "the template"),
            .optional(\.answers, "answers", sv: "svaren", en: "the answers"),
            .optional(\.reviewedPeriod, "reviewedPeriod", sv: "den granskade perioden", en: "the reviewed period"),
            .optional(\.conclusion, "conclusion", sv: "slutsatsen", en: "the conclusion"),
        ]

        /// One problem for each question without an answer, by its code.
        public func detailProblems(_ submission: DraftSubmission<Form>) -> [DraftProblem] {
            guard let version, let extent, !submission.law.suspendedRules.contains("D-SLF-3") else { return [] }
            let given = answers ?? SelfCheckAnswers()
            return version.questions.filter { question in
                extent.items.contains { given[question.code, $0] == nil }
            }.map { question in
                DraftProblem(
                    field: "answers.\(question.code.rawValue)",
                    rule: "D-SLF-3",
                    message: LocalizedText(
                        sv: "frågan ska ha ett svar, om så ej bedömt",
                        en: "the question must have an answer, be it not assessed"
                    )
                )
            }
        }

        /// The check with its answers, still open.
        public func record(_ submission: DraftSubmission<Form>) throws(RuleViolation) -> SelfCheck {
            var check = try SelfCheck(
                id: submission.id,
                unit: submission.unit,
                sort: submission.need(\.sort),
                sortDetail: sortDetail,
                occasion: occasion,
                begun: submission.need(\.begun),
                extent: submission.need(\.extent),
                version: submission.need(\.version)
            )
            check.set(answers: .value(answers ?? SelfCheckAnswers()))
            if let reviewedPeriod { check.set(reviewedPeriod: reviewedPeriod) }
            if let conclusion { check.set(conclusion: conclusion) }
            try check.check()
            return check
        }
    }
}
