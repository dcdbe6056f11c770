public import QualityCore

/// A process that someone is describing, from an empty form to a first version in draft (*utkast till process*).
///
/// Submitted, it is a ``CareProcess`` whose first version waits for approval, so the form asks for what the approval asks.
public typealias ProcessDraft = Draft<CareProcess.Form>

extension CareProcess {
    /// What a person fills in to describe a process (*formulär för process*).
    public struct Form: DraftForm {
        /// The name that people read.
        public var name: String?
        /// Main, support or management.
        public var processKind: ProcessKind?
        /// The node of the organisation that answers for it.
        public var unit: OrganisationUnitID?
        /// The day when it was identified.
        public var identified: CalendarDate?
        /// The operations that it belongs to.
        public var operations: [OrganisationUnitID]?
        /// Who answers for it, from when.
        public var owner: ProcessOwners.Period?
        /// Why the process exists.
        public var purpose: String?
        /// What makes it begin.
        public var start: String?
        /// What it ends with.
        public var end: String?
        /// What comes in.
        public var inputs: [String]?
        /// What comes out.
        public var outputs: [String]?
        /// The roles that take part.
        public var roles: [ProcessRole]?
        /// The activities, in order.
        public var steps: [ProcessStep]?
        /// Co-operation inside the own operation, or that there is none.
        public var coOperationInside: CoOperation?
        /// Co-operation with others, or that there is none.
        public var coOperationOutside: CoOperation?

        /// An empty form.
        public init() {}

        /// The fields in the order of the form.
        public static let fields: [DraftField<Form>] = [
            .essential(\.name, "name", "D-PRO-1", sv: "processens namn", en: "the name of the process"),
            .essential(\.processKind, "processKind", "D-PRO-1", sv: "processtypen", en: "the kind of process"),
            .essential(\.unit, "unit", "D-PRO-1", sv: "den som svarar för processen", en: "who answers for it"),
            .essential(\.identified, "identified", "D-PRO-1", sv: "dagen då den fanns", en: "the day it was found"),
            .required(
                \.operations,
                "operations",
                "D-PRO-1",
                sv: "minst en verksamhet",
                en: "at least one operation",
                refusesEmpty: true
            ),
            .required(\.owner, "owners", "D-PRO-1", sv: "processägaren", en: "the owner"),
            .required(\.purpose, "purpose", "D-PRO-1", sv: "syftet", en: "the purpose"),
            .required(\.start, "start", "D-PRO-1", sv: "startpunkten", en: "the start"),
            .required(\.end, "end", "D-PRO-1", sv: "slutpunkten", en: "the end"),
            .required(\.inputs, "inputs", "D-PRO-1", sv: "indata", en: "what comes in"),
            .required(\.outputs, "outputs", "D-PRO-1", sv: "resultatet", en: "what comes out"),
            .required(\.roles, "roles", "D-PRO-1", sv: "minst en roll", en: "at least one role"),
            .required(\.steps, "steps", "D-PRO-1", sv: "minst en aktivitet", en: "at least one step"),
            .required(
                \.coOperationInside,
                "coOperationInside",
                "D-PRO-1",
                sv: "intern samverkan",
                en: "co-operation inside"
            ),
            .required(
                \.coOperationOutside,
                "coOperationOutside",
                "D-PRO-1",
                sv: "extern samverkan",
                en: "co-operation with others"
            ),
        ]

        /// What the approval would refuse of the description.
        public func detailProblems(_ submission: DraftSubmission<Form>) -> [DraftProblem] {
            let missing = (try? written)?.missing ?? []
            return missing.filter { !submission.law.suspendedRules.contains($0.rule) }.map {
                DraftProblem(field: $0.name, rule: $0.rule, message: $0.message)
            }
        }

        /// The process, with what is written as its first version in draft.
        public func record(_ submission: DraftSubmission<Form>) throws(RuleViolation) -> CareProcess {
            let version = DocumentVersion(number: 1, content: try written, state: .draft)
            return try CareProcess(
                id: submission.id,
                name: submission.need(\.name),
                processKind: submission.need(\.processKind),
                unit: submission.unit,
                identified: submission.need(\.identified),
                operations: submission.stated(\.operations),
                owners: ProcessOwners([owner].compactMap(\.self)),
                versions: VersionHistory([version], of: RecordReference(submission.id))
            )
        }
    }
}

extension CareProcess.Form {
    private var written: ProcessDescription {
        get throws(RuleViolation) {
            try ProcessDescription(
                purpose: .value(purpose ?? ""),
                start: .value(start ?? ""),
                end: .value(end ?? ""),
                inputs: .value(inputs ?? []),
                outputs: .value(outputs ?? []),
                roles: .value(roles ?? []),
                steps: .value(steps ?? []),
                coOperationInside: coOperationInside.map(Stated.value),
                coOperationOutside: coOperationOutside.map(Stated.value)
            )
        }
    }
}
