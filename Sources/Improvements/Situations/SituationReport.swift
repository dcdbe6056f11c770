public import QualityCore

/// The state of units, asked for at a rhythm and expected at a horizon (*lägesrapport*).
public struct SituationReport: QualityRecord {
    /// The stable name of the kind, as stored.
    public static let kind = RecordKind(rawValue: "situationReport")
    /// The version of the stored form.
    public static let schemaVersion = 1
    /// The days to the horizon where the host says nothing else.
    public static let defaultHorizon = 14

    /// The identity of the record.
    public let id: RecordID<SituationReport>
    /// The board or unit that asks (*nämnd*).
    public let unit: OrganisationUnitID
    /// What it is for (*syfte*).
    public let purpose: Stated<String>
    /// What follows from the answers.
    public let use: Stated<String>
    /// The day when it was first asked for.
    public let begun: CalendarDate
    /// The units that are to answer.
    public let units: [OrganisationUnitID]
    /// What is asked about, such as staffing and equipment (*områden*).
    public let areas: [CategoryCode]
    /// The days from an answer to the day that it expects.
    public let horizon: Int
    /// The days from one answer of a unit to the next; it can change (*rytm*).
    public private(set) var rhythm: Int
    /// Every answer, in the order given.
    public private(set) var answers: [Answer]
    /// The day when it was closed; `nil` while units can answer.
    public private(set) var closed: CalendarDate?

    /// A report as first asked for, or as another system holds it.
    ///
    /// - Throws: `RuleViolation` with rule `D-SIT-1` when horizon or rhythm is not positive, an answer comes from a unit
    ///   that was not asked or about an area that was not, or the days are out of order.
    public init(
        id: RecordID<SituationReport>,
        unit: OrganisationUnitID,
        purpose: Stated<String>,
        use: Stated<String>,
        begun: CalendarDate,
        units: [OrganisationUnitID],
        areas: [CategoryCode],
        rhythm: Int,
        horizon: Int = SituationReport.defaultHorizon,
        answers: [Answer] = [],
        closed: CalendarDate? = nil
    ) throws(RuleViolation) {
        self.id = id
        self.unit = unit
        self.purpose = purpose
        self.use = use
        self.begun = begun
        self.units = units
        self.areas = areas
        self.horizon = horizon
        self.rhythm = rhythm
        self.answers = answers
        self.closed = closed
        try checkStructure()
    }

    /// How far the report has come.
    public var phase: Phase { closed == nil ? .open : .closed }

    /// Takes the answer of a unit; earlier ones stay.
    ///
    /// - Throws: `RuleViolation` with rule `D-SIT-1` when the report is closed, the unit or an area was not asked, an
    ///   area is missing, or a state worse than usual has no comment.
    public mutating func answer(_ answer: Answer, under law: Law) throws(RuleViolation) {
        try changeOpen(under: law) { (report: inout SituationReport) throws(RuleViolation) in
            report.answers.append(answer)
        }
    }

    /// Changes the days between answers.
    ///
    /// - Throws: `RuleViolation` with rule `D-SIT-1` when the report is closed or the rhythm not positive.
    public mutating func ask(every days: Int, under law: Law) throws(RuleViolation) {
        try changeOpen(under: law) { (report: inout SituationReport) throws(RuleViolation) in report.rhythm = days }
    }

    /// Closes the report.
    ///
    /// - Throws: `RuleViolation` with rule `D-SIT-1` when it is closed already, the day lies before an answer, or purpose
    ///   and use are a gap.
    public mutating func close(on day: CalendarDate, under law: Law) throws(RuleViolation) {
        try changeOpen(under: law) { (report: inout SituationReport) throws(RuleViolation) in
            try report.require(report.purpose, "D-SIT-1", "purpose", under: law)
            try report.require(report.use, "D-SIT-1", "use", under: law)
            report.closed = day
        }
    }

    private mutating func changeOpen(
        under law: Law,
        _ act: (inout SituationReport) throws(RuleViolation) -> Void
    ) throws(RuleViolation) {
        try ensure(closed == nil, "D-SIT-1", "closed", sv: "lägesrapporten är stängd", en: "the report is closed")
        try change(under: law, act)
    }
}

extension SituationReport: CheckedRecord {
    func checkStructure() throws(RuleViolation) {
        try ensure(
            horizon > 0 && rhythm > 0,
            "D-SIT-1",
            "rhythm",
            sv: "rytm och horisont är minst en dag",
            en: "rhythm and horizon are at least a day"
        )
        try ensure(
            answers.allSatisfy { units.contains($0.unit) && Set($0.states.keys).isSubset(of: areas) },
            "D-SIT-1",
            "answers.unit",
            sv: "enheten eller området är inte tillfrågat",
            en: "the unit or area was not asked"
        )
        try ensure(
            ([begun] + answers.map(\.by.day) + [closed].compactMap(\.self)).isAscending,
            "D-SIT-1",
            "answers.day",
            sv: "dagarna följer inte på varandra",
            en: "the days do not follow one another"
        )
    }

    /// Decodes the stored form; refuses what the initialiser refuses.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        try self.init(
            id: container.decode(RecordID<SituationReport>.self, forKey: .id),
            unit: container.decode(OrganisationUnitID.self, forKey: .unit),
            purpose: container.decode(Stated<String>.self, forKey: .purpose),
            use: container.decode(Stated<String>.self, forKey: .use),
            begun: container.decode(CalendarDate.self, forKey: .begun),
            units: container.decode([OrganisationUnitID].self, forKey: .units),
            areas: container.decode([CategoryCode].self, forKey: .areas),
            rhythm: container.decode(Int.self, forKey: .rhythm),
            horizon: container.decode(Int.self, forKey: .horizon),
            answers: container.decode([Answer].self, forKey: .answers),
            closed: container.decodeIfPresent(CalendarDate.self, forKey: .closed)
        )
    }
}
