public import QualityCore

extension CareProcess {
    /// Begins a new version as a draft.
    ///
    /// `causes`: the records that made it necessary, such as a deviation or a measure.
    /// - Throws: `RuleViolation` with rule `D-PRO-3` when there is a draft already.
    public mutating func beginVersion(
        _ description: ProcessDescription,
        causes: [RecordReference] = [],
        under law: Law
    ) throws(RuleViolation) {
        let document = reference
        try perform(under: law) { (process: inout CareProcess) throws(RuleViolation) in
            try process.versions.begin(description, causes: causes, of: document)
        }
    }

    /// Writes the draft anew.
    ///
    /// - Throws: `RuleViolation` with rule `D-PRO-3` when there is no draft; an approved version never changes.
    public mutating func revise(_ description: ProcessDescription, under law: Law) throws(RuleViolation) {
        let document = reference
        try perform(under: law) { (process: inout CareProcess) throws(RuleViolation) in
            try process.versions.revise(description, of: document)
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
    /// - Throws: `RuleViolation` with rule `D-PRO-1` or `D-PRO-2` and the field that is missing, or with `D-PRO-3`
    ///   for what the approval lacks.
    public mutating func approve(
        by approver: Signature,
        reason: String,
        validFrom day: CalendarDate,
        reviewBy: CalendarDate,
        under law: Law
    ) throws(RuleViolation) {
        let content = versions.draft?.content
        let approval = VersionApproval(
            approver: .value(approver),
            reason: .value(reason),
            validFrom: day,
            reviewBy: .value(reviewBy)
        )
        let document = reference
        try perform(under: law) { (process: inout CareProcess) throws(RuleViolation) in
            try process.versions.approve(approval, of: document)
            try process.requireComplete(content, on: approver.day, under: law)
        }
    }

    /// Finds a version still right and sets the day of its next review.
    ///
    /// - Throws: `RuleViolation` with rule `D-PRO-3` for a version that is not in use or a review out of order, and
    ///   with `D-PRO-1` or `D-PRO-2` where an imported version has gaps, which a new version must fill.
    public mutating func review(_ number: Int, _ review: VersionReview, under law: Law) throws(RuleViolation) {
        let content = versions[number]?.content
        let document = reference
        try perform(under: law) { (process: inout CareProcess) throws(RuleViolation) in
            try process.versions.review(number, review, of: document)
            try process.requireComplete(content, on: review.reviewer.day, under: law)
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
        let withdrawal = VersionWithdrawal(signature: .value(signature), reason: .value(reason), lastDay: lastDay)
        let document = reference
        try perform(under: law) { (process: inout CareProcess) throws(RuleViolation) in
            try process.versions.withdraw(number, withdrawal, of: document)
        }
    }

    private func requireComplete(
        _ content: ProcessDescription?,
        on day: CalendarDate,
        under law: Law
    ) throws(RuleViolation) {
        try require(content.map { $0.missing + $0.gaps } ?? [], under: law)
        var lacks: [RecordField] = []
        if operations.value?.isEmpty ?? true { lacks.append(.operations) }
        if owners.owner(on: day)?.value == nil { lacks.append(.owners) }
        try require(lacks, under: law)
    }
}
