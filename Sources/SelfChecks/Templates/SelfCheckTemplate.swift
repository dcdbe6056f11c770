public import QualityCore

/// The questions of a kind of self-check, version by version (*mall för egenkontroll*).
///
/// A version never changes once it is published, and a check keeps its own copy: a new version leaves every occasion
/// that is done, or under way, as it was (D-SLF-5).
public struct SelfCheckTemplate: QualityRecord {
    /// The stable name of the kind, as stored.
    public static let kind = RecordKind(rawValue: "selfCheckTemplate")
    /// The version of the stored form.
    public static let schemaVersion = 1

    /// How far a template has come. Closed.
    public enum Phase: String, Hashable, Sendable, Codable, CaseIterable {
        /// No version is published (*utkast*).
        case draft
        /// A version can be used (*gällande*).
        case published
        /// No longer used for new checks (*upphävd*).
        case withdrawn
    }

    /// The identity of the record.
    public let id: RecordID<SelfCheckTemplate>
    /// The unit that keeps the template, often the board.
    public let unit: OrganisationUnitID
    /// The name that people read.
    public private(set) var title: String
    /// The versions, in order from number 1.
    public private(set) var versions: [Version]
    /// Who withdrew it and when; `nil` while it is in use.
    public private(set) var withdrawn: Signature?

    /// A template, new or as stored.
    ///
    /// - Throws: `RuleViolation` with rule `D-SLF-5` when the versions are not those of this template numbered from 1
    ///   and approved in order, or it was withdrawn before a version was approved or without any.
    public init(
        id: RecordID<SelfCheckTemplate>,
        unit: OrganisationUnitID,
        title: String,
        versions: [Version] = [],
        withdrawn: Signature? = nil
    ) throws(RuleViolation) {
        self.id = id
        self.unit = unit
        self.title = title
        self.versions = versions
        self.withdrawn = withdrawn
        try check()
    }

    /// How far it has come.
    public var phase: Phase {
        if withdrawn != nil { .withdrawn } else { versions.isEmpty ? .draft : .published }
    }

    /// The version for a check that begins on a day; `nil` before the first and from the day of withdrawal.
    public func version(on day: CalendarDate) -> Version? {
        if let withdrawn, withdrawn.day <= day { return nil }
        return versions.last { $0.approved.day <= day }
    }

    /// Publishes the next version.
    ///
    /// - Throws: `RuleViolation` with rule `D-SLF-5` when its number is not the next, so that no version is replaced,
    ///   it was approved before the one before, a question is blank, or the template is withdrawn.
    public mutating func publish(_ version: Version, under law: Law) throws(RuleViolation) {
        try perform(under: law) { template throws(RuleViolation) in
            try template.checkInUse()
            template.versions.append(version)
            try template.check()
        }
    }

    /// Gives the template another name.
    ///
    /// - Throws: `RuleViolation` with rule `D-SLF-5` when the name is blank or the template is withdrawn.
    public mutating func rename(_ title: String, under law: Law) throws(RuleViolation) {
        try perform(under: law) { template throws(RuleViolation) in
            try template.checkInUse()
            template.title = title
        }
    }

    /// Takes the template out of use; checks made by it stay as they are.
    ///
    /// - Throws: `RuleViolation` with rule `D-SLF-5` when it is not published, or the day lies before its last version.
    public mutating func withdraw(by signature: Signature, under law: Law) throws(RuleViolation) {
        try perform(under: law) { template throws(RuleViolation) in
            try template.checkInUse()
            template.withdrawn = signature
            try template.check()
        }
    }

    /// Unit, days, status and codes of the record.
    public var facts: RecordFacts {
        RecordFacts(unit: unit, reported: versions.first?.approved.day, status: phase.rawValue, observations: [])
    }

    private func checkInUse() throws(RuleViolation) {
        guard withdrawn == nil else {
            throw violation("D-SLF-5", field: "phase", sv: "mallen är upphävd", en: "the template is withdrawn")
        }
    }

    private func check() throws(RuleViolation) {
        for (index, version) in versions.enumerated() {
            guard version.template == id, version.number == index + 1 else {
                throw violation(
                    "D-SLF-5",
                    field: "versions",
                    sv: "versionen är inte mallens nästa",
                    en: "the version is not the next of the template"
                )
            }
            guard index == 0 || versions[index - 1].approved.day <= version.approved.day else {
                throw violation(
                    "D-SLF-5",
                    field: "versions.approved",
                    sv: "versionen är godkänd före den förra",
                    en: "the version was approved before the one before"
                )
            }
        }
        guard let withdrawn else { return }
        guard let last = versions.last, last.approved.day <= withdrawn.day else {
            throw violation(
                "D-SLF-5",
                field: "withdrawn",
                sv: "mallen kan upphävas först efter sin sista version",
                en: "the template can be withdrawn only after its last version"
            )
        }
    }
}

extension SelfCheckTemplate {
    /// What is required of every template.
    public static var rules: [RecordRule<SelfCheckTemplate>] {
        [
            RecordRule(
                "D-SLF-5",
                field: "title",
                message: LocalizedText(sv: "mallen ska ha ett namn", en: "the template must have a name")
            ) { template, _ in template.title.isBlank },
            RecordRule(
                "D-SLF-5",
                field: "questions.text",
                message: LocalizedText(sv: "en fråga saknar text", en: "a question has no text")
            ) { template, _ in template.versions.contains { $0.questions.contains { $0.text.isBlank } } },
        ]
    }

    private enum CodingKeys: String, CodingKey { case id, unit, title, versions, withdrawn }

    /// Decodes the stored form; refuses what the initialiser refuses.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        try self.init(
            id: container.decode(RecordID<SelfCheckTemplate>.self, forKey: .id),
            unit: container.decode(OrganisationUnitID.self, forKey: .unit),
            title: container.decode(String.self, forKey: .title),
            versions: container.decode([Version].self, forKey: .versions),
            withdrawn: container.decodeIfPresent(Signature.self, forKey: .withdrawn)
        )
    }
}

extension SelfCheckTemplate.Phase: Labelled {
    /// The name that people read.
    public var label: LocalizedText {
        switch self {
        case .draft: LocalizedText(sv: "Utkast", en: "Draft")
        case .published: LocalizedText(sv: "Gällande", en: "In use")
        case .withdrawn: LocalizedText(sv: "Upphävd", en: "Withdrawn")
        }
    }
}
