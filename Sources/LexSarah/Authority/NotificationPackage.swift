public import QualityCore

/// What a notification to the supervisory authority holds, item by item (*anmälans innehåll*, D-LXS-9).
public struct NotificationPackage: Hashable, Sendable, Codable {
    /// One item of the notification. Closed.
    public enum Item: String, Hashable, Sendable, Codable, CaseIterable {
        /// Operator (*verksamhetsutövare*).
        case operatorName
        /// Unit (*enhet*).
        case unit
        /// Municipality code (*kommunkod*).
        case municipalityCode
        /// Area (*verksamhetsområde*).
        case area
        /// Legal basis (*lagrum*).
        case legalBasis
        /// Degree (*bedömning*).
        case degree
        /// Date of the event (*när det inträffade*).
        case eventDate
        /// Date of receipt (*när rapporten togs emot*).
        case receiptDate
        /// Persons concerned (*berörda personer*).
        case personsConcerned
        /// Consequences (*konsekvenser*).
        case consequences
        /// Immediate measures (*omedelbara åtgärder*).
        case immediateMeasures
        /// Planned measures (*planerade åtgärder*).
        case plannedMeasures
        /// Informed persons (*informerade personer*).
        case informedPersons
        /// Police report (*polisanmälan*).
        case policeReport
        /// Attachments (*bilagor*).
        case attachments
        /// Notifier (*anmälare*).
        case notifier
    }

    /// Whether an item is there. Closed.
    public enum State: String, Hashable, Sendable, Codable, CaseIterable {
        /// It is there.
        case present
        /// It is missing and should be there.
        case missing
        /// It does not apply.
        case notApplicable
    }

    /// What the case itself does not hold and the host adds.
    public struct Details: Hashable, Sendable, Codable {
        /// The name of the operator; `nil` where nobody gave it.
        public var operatorName: String?
        /// The municipality code, four digits as text.
        public var municipalityCode: String?
        /// The area of the operation.
        public var area: String?
        /// The planned measures; empty when there are none, `nil` when nobody said.
        public var plannedMeasures: [RecordReference]?
        /// The number of attachments; 0 when there are none, `nil` when nobody said.
        public var attachments: Int?
        /// Who notifies.
        public var notifier: Signature?

        /// What the host adds to a case.
        public init(
            operatorName: String? = nil,
            municipalityCode: String? = nil,
            area: String? = nil,
            plannedMeasures: [RecordReference]? = nil,
            attachments: Int? = nil,
            notifier: Signature? = nil
        ) {
            self.operatorName = operatorName
            self.municipalityCode = municipalityCode
            self.area = area
            self.plannedMeasures = plannedMeasures
            self.attachments = attachments
            self.notifier = notifier
        }
    }

    /// The persons concerned, counted by age band and sex; `nil` keys are unknown.
    public struct PersonCount: Hashable, Sendable, Codable {
        /// The age band; `nil` when unknown.
        public let ageBand: PersonsConcerned.AgeBand?
        /// The sex; `nil` when unknown.
        public let sex: PersonsConcerned.Sex?
        /// How many.
        public let count: Int
    }

    /// The state of every item.
    public let states: [Item: State]
    /// The persons concerned by age band and sex; empty where they are not known as persons.
    public let persons: [PersonCount]

    /// The items that are missing, in the order of the form.
    public var missing: [Item] { Item.allCases.filter { states[$0] == .missing } }
}

extension NotificationPackage.Item: CodingKeyRepresentable {}

extension NotificationPackage.Item: Labelled {
    /// The name that people read.
    public var label: LocalizedText {
        switch self {
        case .operatorName: LocalizedText(sv: "Verksamhetsutövare", en: "Operator")
        case .unit: LocalizedText(sv: "Enhet", en: "Unit")
        case .municipalityCode: LocalizedText(sv: "Kommunkod", en: "Municipality code")
        case .area: LocalizedText(sv: "Verksamhetsområde", en: "Area")
        case .legalBasis: LocalizedText(sv: "Lagrum", en: "Legal basis")
        case .degree: LocalizedText(sv: "Bedömning", en: "Degree")
        case .eventDate: LocalizedText(sv: "När det inträffade", en: "Date of the event")
        case .receiptDate: LocalizedText(sv: "När rapporten togs emot", en: "Date of receipt")
        case .personsConcerned: LocalizedText(sv: "Berörda personer", en: "Persons concerned")
        case .consequences: LocalizedText(sv: "Konsekvenser", en: "Consequences")
        case .immediateMeasures: LocalizedText(sv: "Omedelbara åtgärder", en: "Immediate measures")
        case .plannedMeasures: LocalizedText(sv: "Planerade åtgärder", en: "Planned measures")
        case .informedPersons: LocalizedText(sv: "Informerade personer", en: "Informed persons")
        case .policeReport: LocalizedText(sv: "Polisanmälan", en: "Police report")
        case .attachments: LocalizedText(sv: "Bilagor", en: "Attachments")
        case .notifier: LocalizedText(sv: "Anmälare", en: "Notifier")
        }
    }
}

extension NotificationPackage.State: Labelled {
    /// The name that people read.
    public var label: LocalizedText {
        switch self {
        case .present: LocalizedText(sv: "Finns", en: "Present")
        case .missing: LocalizedText(sv: "Saknas", en: "Missing")
        case .notApplicable: LocalizedText(sv: "Ej tillämpligt", en: "Not applicable")
        }
    }
}

extension LexSarahCase {
    /// The notification as it stands, item by item; the law wants it as soon as possible, so nothing is refused.
    public func notificationPackage(_ details: NotificationPackage.Details) -> NotificationPackage {
        func present(_ isThere: Bool) -> NotificationPackage.State { isThere ? .present : .missing }
        func listed(_ count: Int?) -> NotificationPackage.State {
            count.map { $0 == 0 ? .notApplicable : .present } ?? .missing
        }
        let informed = [PersonAnswers.Question.informed, .representative].map { answers.value?.considerations[$0] }
        var states: [NotificationPackage.Item: NotificationPackage.State] = [
            .operatorName: present(details.operatorName.map { !Self.isBlank($0) } ?? false),
            .unit: .present,
            .municipalityCode: present(details.municipalityCode.map(Self.isMunicipalityCode) ?? false),
            .area: present(details.area.map { !Self.isBlank($0) } ?? false),
            .legalBasis: present(legalBases.value?.isEmpty == false),
            .degree: present(decision != nil || isSuspectedSerious),
            .eventDate: present(reports.contains { $0.occurred.firstDay != nil }),
            .receiptDate: .present,
            .consequences: present(rounds.flatMap(\.entries).contains { $0.topic == .course }),
            .plannedMeasures: listed(details.plannedMeasures?.count),
            .informedPersons: present(informed.allSatisfy { $0 != nil }),
            .policeReport: present(answers.value?.police != nil),
            .attachments: listed(details.attachments),
            .notifier: present(details.notifier != nil),
        ]
        if case .notMade? = answers.value?.police { states[.policeReport] = .notApplicable }
        states[.immediateMeasures] =
            if !remedyMeasures.isEmpty {
                .present
            } else if case .notApplicable? = remedy.value { .notApplicable } else { .missing }
        var persons: [NotificationPackage.PersonCount] = []
        switch concerned.value {
        case nil: states[.personsConcerned] = .missing
        case .operation?: states[.personsConcerned] = .notApplicable
        case .group(let size)?: states[.personsConcerned] = present(size != nil)
        case .persons(let all)?:
            states[.personsConcerned] = .present
            persons = Self.count(all)
        }
        return NotificationPackage(states: states, persons: persons)
    }

    private static func isMunicipalityCode(_ code: String) -> Bool {
        code.utf8.count == 4 && code.utf8.allSatisfy { (48...57).contains($0) }
    }

    private static func count(_ persons: [PersonsConcerned.Person]) -> [NotificationPackage.PersonCount] {
        var seen: Set<PersonReference> = []
        let distinct = persons.filter { seen.insert($0.person).inserted }
        let groups = Dictionary(grouping: distinct) { [$0.ageBand?.rawValue, $0.sex?.rawValue] }
        return groups.values
            .map {
                NotificationPackage.PersonCount(ageBand: $0[0].ageBand, sex: $0[0].sex, count: $0.count)
            }
            .sorted {
                ($0.ageBand?.rawValue ?? "~", $0.sex?.rawValue ?? "~") < (
                    $1.ageBand?.rawValue ?? "~", $1.sex?.rawValue ?? "~"
                )
            }
    }
}
