import QualityCore

/// The acts on versions that processes and routines share.
extension VersionHistory {
    mutating func begin(
        _ content: Content,
        causes: [RecordReference],
        of document: RecordReference
    ) throws(RuleViolation) {
        guard draft == nil else {
            throw .version(
                document,
                field: "versions",
                sv: "det finns redan ett utkast",
                en: "there is a draft already"
            )
        }
        let version = DocumentVersion(number: versions.count + 1, content: content, causes: causes, state: .draft)
        try change(of: document) { (versions) throws(RuleViolation) in versions.append(version) }
    }

    mutating func revise(_ content: Content, of document: RecordReference) throws(RuleViolation) {
        let position = try positionOfDraft(of: document)
        try change(of: document) { (versions) throws(RuleViolation) in versions[position].content = content }
    }

    mutating func approve(_ approval: VersionApproval, of document: RecordReference) throws(RuleViolation) {
        let position = try positionOfDraft(of: document)
        try change(of: document) { (versions) throws(RuleViolation) in versions[position].state = .approved(approval) }
    }

    mutating func review(
        _ number: Int,
        _ review: VersionReview,
        of document: RecordReference
    ) throws(RuleViolation) {
        guard let version = self[number], case .approved(var approval) = version.state,
            status(of: number, on: review.reviewer.day) != .draft,
            status(of: number, on: review.reviewer.day) != .withdrawn
        else {
            throw .version(
                document,
                field: "reviews",
                sv: "bara en godkänd version som inte har upphört ses över",
                en: "only an approved version that has not ceased is reviewed"
            )
        }
        approval.reviews.append(review)
        let state = VersionState.approved(approval)
        try change(of: document) { (versions) throws(RuleViolation) in versions[number - 1].state = state }
    }

    mutating func withdraw(
        _ number: Int,
        _ withdrawal: VersionWithdrawal,
        of document: RecordReference
    ) throws(RuleViolation) {
        guard let version = self[number], case .approved(let approval) = version.state else {
            throw .version(
                document,
                field: "withdrawal",
                sv: "bara en godkänd version kan upphävas",
                en: "only an approved version can be withdrawn"
            )
        }
        if let last = validity(of: number)?.through, last < withdrawal.lastDay {
            throw .version(
                document,
                field: "lastDay",
                sv: "versionen har redan ersatts",
                en: "the version is already replaced by then"
            )
        }
        let state = VersionState.withdrawn(approval, withdrawal)
        try change(of: document) { (versions) throws(RuleViolation) in versions[number - 1].state = state }
    }

    private func positionOfDraft(of document: RecordReference) throws(RuleViolation) -> Int {
        guard draft != nil else {
            throw .version(
                document,
                field: "versions",
                sv: "det finns inget utkast; en godkänd version ändras aldrig",
                en: "there is no draft; an approved version never changes"
            )
        }
        return versions.count - 1
    }
}
