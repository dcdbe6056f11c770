import QualityCore

/// A record whose content is kept in versions; what D-PRO-3 requires of them is the same for all.
protocol VersionedRecord: QualityRecord {
    associatedtype Content: Codable & Hashable & Sendable
    var versions: VersionHistory<Content> { get }
}

extension VersionedRecord {
    static var versionRules: [RecordRule<Self>] {
        [
            versionRule("approver", sv: "godkännarens titel krävs", en: "the title of the approver is required") {
                $0.state.approval?.approver.value?.title.isBlank == true
            },
            versionRule("reason", sv: "skälet till versionen krävs", en: "the reason for the version is required") {
                $0.state.approval?.reason.isBlank == true
            },
            versionRule("reviews", sv: "översynens slutsats krävs", en: "the conclusion of a review is required") {
                $0.state.approval?.reviews.contains(where: \.conclusion.isBlank) == true
            },
            versionRule("withdrawal", sv: "skälet till upphävandet krävs", en: "the reason to withdraw is required") {
                $0.state.withdrawal?.reason.isBlank == true
            },
        ]
    }

    private static func versionRule(
        _ field: String,
        sv swedish: String,
        en english: String,
        isBroken: @escaping @Sendable (DocumentVersion<Content>) -> Bool
    ) -> RecordRule<Self> {
        RecordRule("D-PRO-3", field: field, message: LocalizedText(sv: swedish, en: english)) { record, _ in
            record.versions.versions.contains(where: isBroken)
        }
    }

    /// Refuses an act on a version for the first thing that its content lacks under a rule in use, stated gaps included.
    func require<Field: RequiredField>(
        _ lacks: [Field],
        under law: Law
    ) throws(RuleViolation) {
        if let lack = lacks.first(where: { !law.suspends($0.rule, field: $0.name) }) {
            let day = versions.approved.last?.state.approval?.validFrom
            let provision = day.flatMap { law.provision(for: .mapProcesses, on: $0) }
            throw RuleViolation(
                rule: lack.rule,
                record: reference,
                field: lack.name,
                citation: provision?.citation,
                ground: provision?.ground,
                message: lack.message
            )
        }
    }

    /// What a store shows of the versions without knowing the day: the state of the newest that counts.
    var versionStatus: String {
        guard let newest = versions.approved.last else { return versions.draft == nil ? "identified" : "draft" }
        return newest.state.withdrawal == nil ? "approved" : "withdrawn"
    }

    /// The day by which the newest version is to be reviewed; `nil` where it is withdrawn or its source held none.
    var reviewDue: CalendarDate? {
        guard let newest = versions.approved.last, newest.state.withdrawal == nil else { return nil }
        return newest.state.approval.flatMap { $0.reviewBy(asOf: .latest) }
    }
}

/// A field that an approved version must hold, with the rule that says so.
protocol RequiredField: Sendable {
    var rule: String { get }
    var name: String { get }
    var message: LocalizedText { get }
}

extension String {
    var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
