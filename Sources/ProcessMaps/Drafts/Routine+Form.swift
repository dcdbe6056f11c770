public import QualityCore

/// A routine that someone is writing, from an empty form to a first version in draft (*utkast till rutin*).
///
/// Submitted, it is a ``Routine`` whose first version waits for approval, so the form asks for what the approval asks.
public typealias RoutineDraft = Draft<Routine.Form>

extension Routine {
    /// What a person fills in to begin a routine (*formulär för rutin*).
    public struct Form: DraftForm {
        /// The name that people read.
        public var name: String?
        /// The node of the organisation that answers for it.
        public var unit: OrganisationUnitID?
        /// The nodes whose staff work by it.
        public var operations: [OrganisationUnitID]?
        /// How the work is done.
        public var instruction: String?
        /// The role that answers for its being done so.
        public var responsible: String?

        /// An empty form.
        public init() {}

        /// The fields in the order of the form.
        public static let fields: [DraftField<Form>] = [
            .essential(\.name, "name", "D-PRO-2", sv: "rutinens namn", en: "the name of the routine"),
            .essential(\.unit, "unit", "D-PRO-2", sv: "den som svarar för rutinen", en: "who answers for it"),
            .required(
                \.operations,
                "operations",
                "D-PRO-7",
                sv: "minst en verksamhet som arbetar efter den",
                en: "at least one operation that works by it",
                refusesEmpty: true
            ),
            .required(\.instruction, "instruction", "D-PRO-2", sv: "arbetssättet", en: "how the work is done"),
            .required(\.responsible, "responsible", "D-PRO-2", sv: "den som ansvarar", en: "who is responsible"),
        ]

        /// The routine, with what is written as its first version in draft.
        public func record(_ submission: DraftSubmission<Form>) throws(RuleViolation) -> Routine {
            let content = Content(instruction: .value(instruction ?? ""), responsible: .value(responsible ?? ""))
            return try Routine(
                id: submission.id,
                name: submission.need(\.name),
                unit: submission.unit,
                operations: operations ?? [],
                versions: VersionHistory(
                    [DocumentVersion(number: 1, content: content, state: .draft)],
                    of: RecordReference(submission.id)
                )
            )
        }
    }
}
