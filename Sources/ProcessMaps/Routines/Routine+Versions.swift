public import QualityCore

extension Routine {
    /// Begins a new version as a draft.
    ///
    /// `causes`: the records that made it necessary, such as a deviation or a measure.
    /// - Throws: `RuleViolation` with rule `D-PRO-3` when there is a draft already.
    public mutating func beginVersion(
        _ content: Content,
        causes: [RecordReference] = [],
        under law: Law
    ) throws(RuleViolation) {
        let document = reference
        try perform(under: law) { (routine: inout Routine) throws(RuleViolation) in
            try routine.versions.begin(content, causes: causes, of: document)
        }
    }

    /// Writes the draft anew.
    ///
    /// - Throws: `RuleViolation` with rule `D-PRO-3` when there is no draft; an approved version never changes.
    public mutating func revise(_ content: Content, under law: Law) throws(RuleViolation) {
        let document = reference
        try perform(under: law) { (routine: inout Routine) throws(RuleViolation) in
            try routine.versions.revise(content, of: document)
        }
    }

    /// Approves the draft, which then never changes.
    ///
    /// - Parameters:
    ///   - approver: who approves, with title and day.
    ///   - reason: why the version was made.
    ///   - day: the first day on which it holds, not before the approval and after that of the version before.
    ///   - reviewBy: the last day by which it is to be reviewed.
    ///   - law: the law.
    /// - Throws: `RuleViolation` with rule `D-PRO-2` and the field that is missing, or `D-PRO-3` for what the approval
    ///   lacks.
    public mutating func approve(
        by approver: Signature,
        reason: String,
        validFrom day: CalendarDate,
        reviewBy: CalendarDate,
        under law: Law
    ) throws(RuleViolation) {
        let document = reference
        let lacks = versions.draft.map { $0.content.missing + $0.content.gaps } ?? []
        let approval = VersionApproval(
            approver: .value(approver),
            reason: .value(reason),
            validFrom: day,
            reviewBy: .value(reviewBy)
        )
        try perform(under: law) { (routine: inout Routine) throws(RuleViolation) in
            try routine.versions.approve(approval, of: document)
            try routine.require(lacks, under: law)
        }
    }

    /// Finds a version still right and sets the day of its next review.
    ///
    /// - Throws: `RuleViolation` with rule `D-PRO-3` for a version that is not in use or a review out of order, and
    ///   with `D-PRO-2` where an imported version has gaps, which a new version must fill.
    public mutating func review(_ number: Int, _ review: VersionReview, under law: Law) throws(RuleViolation) {
        let document = reference
        let lacks = versions[number].map { $0.content.missing + $0.content.gaps } ?? []
        try perform(under: law) { (routine: inout Routine) throws(RuleViolation) in
            try routine.versions.review(number, review, of: document)
            try routine.require(lacks, under: law)
        }
    }

    /// Takes a version out of force after its last day.
    ///
    /// - Throws: `RuleViolation` with rule `D-PRO-3` when it is not approved, already replaced by that day, or the last
    ///   day lies before the day of withdrawal.
    public mutating func withdraw(
        _ number: Int,
        by signature: Signature,
        reason: String,
        lastDay: CalendarDate,
        under law: Law
    ) throws(RuleViolation) {
        let document = reference
        let withdrawal = VersionWithdrawal(signature: .value(signature), reason: .value(reason), lastDay: lastDay)
        try perform(under: law) { (routine: inout Routine) throws(RuleViolation) in
            try routine.versions.withdraw(number, withdrawal, of: document)
        }
    }
}

extension Routine {
    /// What is required of every routine: of its approved versions a way of working and who is responsible.
    public static var rules: [RecordRule<Routine>] {
        Content.Field.allCases.map { field in
            RecordRule<Routine>(
                field.rule,
                field: field.name,
                duty: .mapProcesses,
                message: field.message,
                selectedBy: { routine in
                    routine.versions.approved.last { $0.content.missing.contains(field) }?.state.approval?.validFrom
                },
                isBroken: { routine, _ in routine.versions.approved.contains { $0.content.missing.contains(field) } }
            )
        } + versionRules
    }
}

extension Routine.Content {
    enum Field: String, CaseIterable, RequiredField {
        case instruction, responsible

        var rule: String { "D-PRO-2" }
        var name: String { rawValue }
        var message: LocalizedText {
            switch self {
            case .instruction:
                LocalizedText(sv: "arbetssättet krävs i en godkänd rutin", en: "an approved routine says how to work")
            case .responsible:
                LocalizedText(
                    sv: "den som ansvarar krävs i en godkänd rutin",
                    en: "an approved routine says who is responsible"
                )
            }
        }
    }

    var missing: [Field] { Field.allCases.filter { text(of: $0).isBlank } }
    var gaps: [Field] { Field.allCases.filter { text(of: $0).value == nil } }

    private func text(of field: Field) -> Stated<String> {
        switch field {
        case .instruction: instruction
        case .responsible: responsible
        }
    }
}
