/// What a store indexes and analysis counts about one record, free of personal data and free text.
public struct RecordFacts: Hashable, Sendable, Codable {
    /// The unit that the record belongs to.
    public var unit: OrganisationUnitID
    /// The first day of the event; `nil` when unknown.
    public var occurred: CalendarDate?
    /// The day when someone noticed; `nil` when unknown.
    public var discovered: CalendarDate?
    /// The day when it was reported or received; `nil` when the record has no such day.
    public var reported: CalendarDate?
    /// The day when the next duty is due; `nil` when none is.
    public var dueOn: CalendarDate?
    /// The phase or state, as stored.
    public var status: String
    /// What is counted: a deviation has one observation, a submission one for each viewpoint.
    public var observations: [Observation]

    /// Facts about one record.
    public init(
        unit: OrganisationUnitID,
        occurred: CalendarDate? = nil,
        discovered: CalendarDate? = nil,
        reported: CalendarDate? = nil,
        dueOn: CalendarDate? = nil,
        status: String,
        observations: [Observation]
    ) {
        self.unit = unit
        self.occurred = occurred
        self.discovered = discovered
        self.reported = reported
        self.dueOn = dueOn
        self.status = status
        self.observations = observations
    }

    /// One thing to count, with its codes along any number of dimensions.
    public struct Observation: Hashable, Sendable, Codable {
        /// The codes by dimension; a dimension may hold several codes, as the categories of a Lex Sarah case.
        public var codes: [CodeDimension: [CategoryCode]]

        /// One observation with its codes.
        public init(codes: [CodeDimension: [CategoryCode]]) {
            self.codes = codes
        }
    }
}

/// A dimension along which observations carry codes, such as category or legal basis.
public struct CodeDimension: RawRepresentable, Hashable, Sendable, Codable, CodingKeyRepresentable {
    /// The name as stored.
    public let rawValue: String

    /// A dimension by its stored name.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// What the event was about, from the board's classification of its kind of record (*kategori*).
    public static let category = CodeDimension(rawValue: "category")
    /// The act under which the service is given (*lagrum*).
    public static let legalBasis = CodeDimension(rawValue: "legalBasis")
    /// The kind of a viewpoint: praise, suggestion, dissatisfaction, question (*typ*).
    public static let viewpointKind = CodeDimension(rawValue: "viewpointKind")
    /// The way by which a submission came in (*kanal*).
    public static let channel = CodeDimension(rawValue: "channel")
    /// The degree of misconduct that was decided (*bedömning*).
    public static let degree = CodeDimension(rawValue: "degree")
    /// Who reported the record, as references; written by stores for their access policy and never given out.
    package static let reporter = CodeDimension(rawValue: "person.reporter")
    /// Who has the record to do; as ``reporter``.
    package static let assigned = CodeDimension(rawValue: "person.assigned")
    /// Who took part in the event; as ``reporter``.
    package static let involved = CodeDimension(rawValue: "person.involved")

    /// Whether the codes are persons.
    package var holdsPersons: Bool { rawValue.utf8.starts(with: "person.".utf8) }

    /// Whether the case was notified to the supervisory authority (*anmäld till IVO*).
    public static let notification = CodeDimension(rawValue: "notification")
}
