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
        /// The activities as drawn, as text that may be unfinished (*karta*); see ``ProcessMap/text``.
        public var map: String?

        /// An empty form.
        public init() {}

        /// What the approval would refuse of the owner and the description, and the first fault in the text of the map.
        public func detailProblems(_ submission: DraftSubmission<Form>) -> [DraftProblem] {
            var missing: [any RequiredField] = (try? written)?.missing ?? []
            if owner?.title.isBlank == true { missing.append(RecordField.owners) }
            let problems = missing.filter { !submission.law.suspendedRules.contains($0.rule) }.map {
                DraftProblem(field: $0.name, rule: $0.rule, message: $0.message)
            }
            return problems + [mapProblem].compactMap(\.self)
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
    private var drawn: ProcessMap? {
        get throws(MapTextError) {
            guard let map, !map.isBlank else { return nil }
            return try ProcessMap(text: map)
        }
    }

    private var mapProblem: DraftProblem? {
        do {
            _ = try drawn
            return nil
        } catch {
            return DraftProblem(field: "map", rule: "D-PRO-5", message: error.message)
        }
    }

    private var written: ProcessDescription {
        get throws(RuleViolation) {
            try ProcessDescription(
                purpose: .value(purpose ?? ""),
                start: .value(start ?? ""),
                end: .value(end ?? ""),
                inputs: .value(inputs ?? []),
                outputs: .value(outputs ?? []),
                roles: roles.map(Stated.value) ?? .notStated(source: "draft"),
                steps: .value(steps ?? []),
                coOperationInside: coOperationInside.map(Stated.value),
                coOperationOutside: coOperationOutside.map(Stated.value),
                map: (try? drawn).map { map throws(RuleViolation) in try CheckedMap(map) }
            )
        }
    }
}
