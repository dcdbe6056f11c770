/// A task of the quality work that nobody who is there answers for (*brist i ansvarsfördelningen*, D-ORG-2).
public struct ResponsibilityFinding: Hashable, Sendable, Codable {
    /// What is wrong. Closed.
    public enum Fault: String, Hashable, Sendable, Codable, CaseIterable {
        /// Nobody has the task.
        case noHolder
        /// The one who has the task has left.
        case holderHasLeft
    }

    /// What is wrong.
    public let fault: Fault
    /// The task and the part of the organisation.
    public let requirement: ResponsibilityPlan.Requirement
    /// The person who has left; `nil` where there is none.
    public let holder: PersonReference?

    /// The day of the finding.
    public let day: CalendarDate

    /// The finding as a breach of rule `D-ORG-2`, with the field `holder`, under Swedish law.
    public var violation: RuleViolation { violation(under: .swedish) }

    /// The finding as a breach of rule `D-ORG-2`, with the field `holder` and the provision of its day.
    public func violation(under law: Law) -> RuleViolation {
        let duty: Provision.Duty = requirement.duty == .patientSafety ? .assignPatientSafety : .manage
        let provision = law.provision(for: duty, on: day)
        return RuleViolation(
            rule: "D-ORG-2",
            record: RecordReference(kind: RecordKind(rawValue: "organisationUnit"), id: requirement.unit.rawValue),
            field: "holder",
            citation: provision?.citation,
            ground: provision?.ground,
            message: fault.label
        )
    }
}

extension ResponsibilityFinding.Fault: Labelled {
    /// The name that people read.
    public var label: LocalizedText {
        switch self {
        case .noHolder: LocalizedText(sv: "ingen ansvarar för uppgiften", en: "nobody answers for the task")
        case .holderHasLeft:
            LocalizedText(sv: "den ansvariga har slutat", en: "the one who answers for the task has left")
        }
    }
}
