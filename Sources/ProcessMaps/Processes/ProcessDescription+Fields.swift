public import QualityCore

extension ProcessDescription {
    /// A field that an approved version must hold (*uppgift*). Closed.
    public enum Field: String, Hashable, Sendable, Codable, CaseIterable {
        /// Why the process exists.
        case purpose
        /// What makes it begin.
        case start
        /// What it ends with.
        case end
        /// What comes in.
        case inputs
        /// What comes out.
        case outputs
        /// The roles that take part.
        case roles
        /// The steps, each with a name.
        case steps
        /// The role of each step.
        case stepRoles = "steps.role"
        /// The routines of each step, or why it needs none.
        case stepRoutines = "steps.routineNeed"
        /// Co-operation inside the own operation.
        case coOperationInside
        /// Co-operation with others.
        case coOperationOutside
    }

    /// The fields that say nothing: blank, empty or not answered. A gap that a source left is not among them.
    public var missing: [Field] {
        Field.allCases.filter { state(of: $0) == .missing }
    }

    /// The fields that the source of an imported version never held.
    public var gaps: [Field] {
        Field.allCases.filter { state(of: $0) == .gap }
    }

    private enum FieldState { case held, missing, gap }

    private func state(of field: Field) -> FieldState {
        switch field {
        case .purpose: Self.state(purpose) { !$0.isBlank }
        case .start: Self.state(start) { !$0.isBlank }
        case .end: Self.state(end) { !$0.isBlank }
        case .inputs: Self.state(inputs) { $0.contains { !$0.isBlank } }
        case .outputs: Self.state(outputs) { $0.contains { !$0.isBlank } }
        case .roles: Self.state(roles) { $0.contains { !$0.rawValue.isBlank } }
        case .steps: Self.state(steps) { !$0.isEmpty && !$0.contains(where: \.name.isBlank) }
        case .stepRoles: Self.state(roles, steps) { $0.allSatisfy { $0.role?.rawValue.isBlank == false } }
        case .stepRoutines: stateOfRoutines
        case .coOperationInside: Self.state(coOperationInside)
        case .coOperationOutside: Self.state(coOperationOutside)
        }
    }

    private var stateOfRoutines: FieldState {
        guard let steps = steps.value else { return .gap }
        let needs = steps.map(\.routineNeed)
        if needs.contains(where: { $0.map { $0.value?.isAnswered == false } ?? true }) { return .missing }
        return needs.contains { $0?.value == nil } ? .gap : .held
    }

    private static func state<Value>(_ stated: Stated<Value>, isHeld: (Value) -> Bool) -> FieldState {
        stated.value.map { isHeld($0) ? .held : .missing } ?? .gap
    }

    private static func state(
        _ roles: Stated<[ProcessRole]>,
        _ steps: Stated<[ProcessStep]>,
        isHeld: ([ProcessStep]) -> Bool
    ) -> FieldState {
        roles.value == nil ? .gap : state(steps, isHeld: isHeld)
    }

    private static func state(_ coOperation: Stated<CoOperation>?) -> FieldState {
        coOperation.map { state($0, isHeld: \.isDescribed) } ?? .missing
    }
}

extension ProcessDescription.Field: Labelled {
    /// The name that people read.
    public var label: LocalizedText {
        switch self {
        case .purpose: LocalizedText(sv: "Syfte", en: "Purpose")
        case .start: LocalizedText(sv: "Startpunkt", en: "Start")
        case .end: LocalizedText(sv: "Slutpunkt", en: "End")
        case .inputs: LocalizedText(sv: "Indata", en: "Inputs")
        case .outputs: LocalizedText(sv: "Resultat", en: "Outputs")
        case .roles: LocalizedText(sv: "Roller", en: "Roles")
        case .steps: LocalizedText(sv: "Aktiviteter", en: "Steps")
        case .stepRoles: LocalizedText(sv: "Roll för varje aktivitet", en: "Role of each step")
        case .stepRoutines: LocalizedText(sv: "Rutiner för varje aktivitet", en: "Routines of each step")
        case .coOperationInside: LocalizedText(sv: "Samverkan internt", en: "Co-operation inside")
        case .coOperationOutside: LocalizedText(sv: "Samverkan externt", en: "Co-operation with others")
        }
    }
}

extension ProcessDescription.Field: RequiredField {
    var rule: String { self == .stepRoutines ? "D-PRO-2" : "D-PRO-1" }
    var name: String { rawValue }
    var message: LocalizedText {
        LocalizedText(
            sv: "\(label(.swedish)): krävs i en godkänd version",
            en: "\(label(.english)): required of an approved version"
        )
    }
}
