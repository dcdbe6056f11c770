public import QualityCore

/// A plan of self-checks that someone is writing (*utkast till plan för egenkontroll*).
///
/// Submitted, it is a ``SelfCheckPlan`` that waits for approval, so the form asks for what the approval asks.
public typealias SelfCheckPlanDraft = Draft<SelfCheckPlan.Form>

extension SelfCheckPlan {
    /// What a person fills in to plan the checks of a year (*formulär för plan*).
    public struct Form: DraftForm {
        /// The unit whose work is checked.
        public var unit: OrganisationUnitID?
        /// The calendar year.
        public var year: Int?
        /// The planned checks.
        public var checks: [PlannedCheck]?

        /// An empty form.
        public init() {}

        /// The fields in the order of the form.
        public static let fields: [DraftField<Form>] = [
            .essential(\.unit, "unit", "D-SLF-2", sv: "enheten", en: "the unit"),
            .essential(\.year, "year", "D-SLF-2", sv: "året", en: "the year"),
            .required(
                \.checks,
                "checks",
                "D-SLF-2",
                sv: "minst en egenkontroll",
                en: "at least one check",
                refusesEmpty: true
            ),
        ]

        /// What the approval would refuse of the checks.
        public func detailProblems(_ submission: DraftSubmission<Form>) -> [DraftProblem] {
            guard let year, let day = CalendarPeriod(year: year)?.first, let checks, !checks.isEmpty,
                let plan = try? record(submission),
                let approved = try? SelfCheckPlan(
                    imported: submission.id,
                    unit: submission.unit,
                    year: year,
                    checks: checks,
                    approved: Signature("approver", title: "approver", on: day)
                )
            else { return [] }
            let known = plan.violations(under: submission.law)
            return approved.violations(under: submission.law).filter { !known.contains($0) }.map {
                DraftProblem(
                    field: $0.field,
                    rule: $0.rule,
                    citation: $0.citation,
                    ground: $0.ground,
                    message: $0.message
                )
            }
        }

        /// The plan, to be approved.
        public func record(_ submission: DraftSubmission<Form>) throws(RuleViolation) -> SelfCheckPlan {
            try SelfCheckPlan(
                id: submission.id,
                unit: submission.unit,
                year: submission.need(\.year),
                checks: checks ?? []
            )
        }
    }
}
