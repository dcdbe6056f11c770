public import QualityCore

/// A report of misconduct that someone is writing down (*utkast till lex Sarah-rapport*).
///
/// Submitted, it is a ``LexSarahCase`` opened by the report. A form uses the draft; a case is made in other ways by
/// importers, tests and flows from other records.
public typealias MisconductReportDraft = Draft<LexSarahCase.Form>

extension LexSarahCase {
    /// What a person fills in when misconduct is reported (*formulär för lex Sarah-rapport*).
    public struct Form: DraftForm {
        /// The unit that it is about.
        public var unit: OrganisationUnitID?
        /// The day of receipt.
        public var received: CalendarDate?
        /// The time of day on that day.
        public var receivedAt: TimeOfDay?
        /// The person who received it.
        public var receivedBy: PersonReference?
        /// Which kind of operator received it.
        public var receiver: LexSarahOperator?
        /// In writing or orally.
        public var receivedForm: MisconductReport.Form?
        /// Who reported, by name and role.
        public var reporter: MisconductReport.Reporter?
        /// When and how it was noticed; may hold personal data.
        public var noticed: MisconductReport.Noticed?
        /// When it occurred, be it unknown.
        public var occurred: OccurrenceTime?
        /// What the report says; may hold personal data.
        public var account: String?
        /// What it is about; can be filed later.
        public var categories: [CategoryCode]?
        /// The acts under which the service is given.
        public var legalBases: [LegalBasis]?
        /// Who runs the operation.
        public var operatedBy: LexSarahOperator?
        /// Whom it is about.
        public var concerned: PersonsConcerned?
        /// Whether the danger is removed.
        public var remedy: RemedyState?
        /// Whether a serious misconduct is obvious; `nil` until considered.
        public var suspicion: Consideration?

        /// An empty form.
        public init() {}

        /// That nobody has said how it was noticed.
        public func detailProblems(_ submission: DraftSubmission<Form>) -> [DraftProblem] {
            guard let noticed, LexSarahCase.isBlank(noticed.how) else { return [] }
            return [
                DraftProblem(
                    field: "noticed",
                    rule: "D-LXS-13",
                    message: LocalizedText(sv: "hur det uppmärksammades krävs", en: "how it was noticed is required")
                )
            ]
        }

        /// The case that the report opens.
        public func record(_ submission: DraftSubmission<Form>) throws(RuleViolation) -> LexSarahCase {
            var found = try LexSarahCase(
                id: submission.id,
                unit: submission.unit,
                reported: submission.need(\.received),
                categories: categories ?? []
            )
            found.reports = [try report(submission, id: found.reports[0].id)]
            found.legalBases = submission.stated(\.legalBases)
            found.operatedBy = submission.stated(\.operatedBy)
            found.concerned = submission.stated(\.concerned)
            found.remedy = submission.stated(\.remedy)
            found.suspicion = suspicion
            found.answers = .value(PersonAnswers())
            try found.checkStructure()
            return found
        }

        private func report(
            _ submission: DraftSubmission<Form>,
            id: RecordID<MisconductReport>
        ) throws(RuleViolation) -> MisconductReport {
            var receipt: Stated<MisconductReport.Receipt> = .notStated(source: "draft")
            if let receivedAt, let receivedBy, let receiver, let receivedForm {
                receipt = .value(.init(at: receivedAt, by: receivedBy, of: receiver, form: receivedForm))
            }
            return MisconductReport(
                id: id,
                received: try submission.need(\.received),
                reporter: submission.stated(\.reporter),
                receipt: receipt,
                noticed: submission.stated(\.noticed),
                occurred: occurred ?? .unknown,
                account: submission.stated(\.account)
            )
        }
    }
}
