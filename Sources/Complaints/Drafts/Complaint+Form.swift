public import QualityCore

/// A submission that someone is writing down, with all its viewpoints (*utkast till klagomål*).
///
/// Submitted, it is a ``Complaint`` as received. A form uses the draft; ``Complaint`` is made in other ways by importers
/// and tests alone.
public typealias ComplaintDraft = Draft<Complaint.Form>

extension Complaint {
    /// What a person fills in when a submission comes in (*formulär för klagomål*).
    public struct Form: DraftForm {
        /// One row of the viewpoints, of which anything may be missing.
        public struct Row: Hashable, Sendable, Codable {
            /// Praise, suggestion, dissatisfaction or question.
            public var kind: ViewpointKind?
            /// What it is about.
            public var category: CategoryCode?

            /// A row of the viewpoints.
            public init(kind: ViewpointKind? = nil, category: CategoryCode? = nil) {
                self.kind = kind
                self.category = category
            }
        }

        /// The unit that it is about.
        public var unit: OrganisationUnitID?
        /// The day of receipt.
        public var received: CalendarDate?
        /// Who received it.
        public var receivedBy: PersonReference?
        /// The way by which it came in.
        public var channel: SubmissionChannel?
        /// What the sender is to the operation.
        public var sender: ComplaintSender?
        /// The same in words, where the list says too little.
        public var senderInWords: String?
        /// Whether and how the sender can be reached.
        public var contact: Contact?
        /// Whether the sender wants an answer.
        public var wish: AnswerWish?
        /// What it says, word for word; may hold personal data.
        public var words: String?
        /// Whether it is about a decision or about the operation.
        public var subject: Subject?
        /// The acts under which the service is given.
        public var legalBases: [LegalBasis]?
        /// The persons that it concerns; empty when it concerns nobody in particular.
        public var concerns: [PersonReference]?
        /// What it says, a row for each viewpoint.
        public var viewpoints: [Row]?
        /// The board's times, set by the host; the usual ones where it sets none.
        public var policy: ComplaintPolicy?

        /// An empty form.
        public init() {}

        /// The rows that lack their kind or category, each by its number from 0.
        public func detailProblems(_ submission: DraftSubmission<Form>) -> [DraftProblem] {
            guard !submission.law.suspendedRules.contains("D-CMP-2") else { return [] }
            func problem(_ row: Int, _ field: String, sv: String, en: String) -> DraftProblem {
                DraftProblem(
                    field: "viewpoints.\(row).\(field)",
                    rule: "D-CMP-2",
                    message: LocalizedText(sv: sv, en: en)
                )
            }
            return (viewpoints ?? []).enumerated().flatMap { index, row in
                [
                    row.kind == nil
                        ? problem(index, "kind", sv: "synpunktens slag krävs", en: "the kind is required") : nil,
                    row.category == nil
                        ? problem(index, "category", sv: "synpunktens kategori krävs", en: "the category is required")
                        : nil,
                ].compactMap(\.self)
            }
        }

        /// The submission as received.
        public func record(_ submission: DraftSubmission<Form>) throws(RuleViolation) -> Complaint {
            let rows = try submission.need(\.viewpoints)
            return try Complaint(
                id: submission.id,
                unit: submission.unit,
                received: submission.need(\.received),
                channel: submission.stated(\.channel),
                sender: submission.stated(\.senderInWords),
                viewpoints: rows.map { row in
                    // A row without a kind is a problem of its own, so this stand-in never leaves the draft.
                    Viewpoint(
                        kind: row.kind ?? .question,
                        category: row.category.map(Stated.value) ?? .notStated(source: "draft")
                    )
                },
                receipt: Receipt(
                    receivedBy: submission.stated(\.receivedBy),
                    sender: submission.stated(\.sender),
                    contact: submission.stated(\.contact),
                    wish: submission.stated(\.wish),
                    words: submission.stated(\.words),
                    subject: submission.stated(\.subject),
                    legalBases: submission.stated(\.legalBases),
                    concerns: submission.stated(\.concerns)
                ),
                policy: policy ?? .standard
            )
        }
    }
}
