public import QualityCore

extension CareProcess {
    /// What is required of every process: of its approved versions all of D-PRO-1 and D-PRO-2, of a draft nothing.
    public static var rules: [RecordRule<CareProcess>] {
        let fields = ProcessDescription.Field.allCases.map { field in
            RecordRule<CareProcess>(
                field.rule,
                field: field.name,
                duty: .mapProcesses,
                message: field.message,
                selectedBy: { process in
                    process.versions.approved.last { $0.content.missing.contains(field) }?.state.approval?.validFrom
                },
                isBroken: { process, _ in process.versions.approved.contains { $0.content.missing.contains(field) } }
            )
        }
        let own = RecordField.allCases.map { field in
            RecordRule<CareProcess>(
                field.rule,
                field: field.name,
                duty: .mapProcesses,
                message: field.message,
                selectedBy: { process in process.versions.approved.last?.state.approval?.validFrom },
                isBroken: { process, _ in process.isMissing(field) }
            )
        }
        return own + fields + versionRules
    }

    /// A field beside the versions that a process with an approved version must hold.
    enum RecordField: String, CaseIterable, RequiredField {
        case name, operations, owners

        var rule: String { "D-PRO-1" }
        var name: String { rawValue }
        var message: LocalizedText {
            switch self {
            case .name: LocalizedText(sv: "en godkänd process har ett namn", en: "an approved process has a name")
            case .operations:
                LocalizedText(
                    sv: "en godkänd process hör till en verksamhet",
                    en: "an approved process belongs to an operation"
                )
            case .owners:
                LocalizedText(
                    sv: "en process har en ägare den dag den godkänns",
                    en: "a process has an owner on the day it is approved"
                )
            }
        }
    }

    private func isMissing(_ field: RecordField) -> Bool {
        guard !versions.approved.isEmpty else { return false }
        return switch field {
        case .name: name.isBlank
        case .operations: operations.value?.isEmpty == true
        case .owners:
            versions.approved.contains { version in
                guard let approval = version.state.approval else { return false }
                return owners.owner(on: approval.approver.value?.day ?? approval.validFrom).isMissingOwner
            }
        }
    }
}

extension Stated<ProcessOwners.Period>? {
    /// Whether there is no owner, or one without a title; a gap that a source left is neither.
    fileprivate var isMissingOwner: Bool {
        switch self {
        case .none: true
        case .some(.value(let period)): period.title.isBlank
        case .some(.notStated): false
        }
    }
}
