public import QualityCore

/// Reports, complaints, deviations and misconduct of a period taken together (*sammanställning och analys*).
///
/// SOSFS 2011:9 5 kap. 6 §. A period without one is a gap; units that reported nothing are named.
public struct JointAnalysis: QualityRecord {
    /// The stable name of the kind, as stored.
    public static let kind = RecordKind(rawValue: "jointAnalysis")
    /// The version of the stored form.
    public static let schemaVersion = 1

    /// The identity of the record.
    public let id: RecordID<JointAnalysis>
    /// The board or unit whose analysis it is (*enhet*).
    public let unit: OrganisationUnitID
    /// The days that are analysed.
    public let period: CalendarPeriod
    /// The units that are analysed.
    public let units: [OrganisationUnitID]
    /// Who takes part (*deltagare*).
    public private(set) var participants: Stated<[PersonReference]>
    /// The figures, by source.
    public private(set) var figures: [Source: Figure]
    /// What they show taken together; `nil` until someone has said.
    public private(set) var patterns: Patterns?
    /// What is concluded; `nil` until it is. May hold personal data (*slutsats*).
    public private(set) var conclusion: String?
    /// What it leads to; `nil` until someone has said.
    public private(set) var consequence: Consequence?
    /// Who concluded it, and when; `nil` while it is worked on.
    public private(set) var concluded: Signature?

    /// An analysis as begun, or as another system holds it.
    ///
    /// - Throws: `RuleViolation` with rule `D-ANA-1` when a count is negative or it was concluded before a cut-off.
    public init(
        id: RecordID<JointAnalysis>,
        unit: OrganisationUnitID,
        period: CalendarPeriod,
        units: [OrganisationUnitID],
        participants: Stated<[PersonReference]>,
        figures: [Source: Figure] = [:],
        patterns: Patterns? = nil,
        conclusion: String? = nil,
        consequence: Consequence? = nil,
        concluded: Signature? = nil
    ) throws(RuleViolation) {
        self.id = id
        self.unit = unit
        self.period = period
        self.units = units
        self.participants = participants
        self.figures = figures
        self.patterns = patterns
        self.conclusion = conclusion
        self.consequence = consequence
        self.concluded = concluded
        try checkStructure()
    }

    /// How far the analysis has come.
    public var phase: Phase { concluded == nil ? .draft : .concluded }

    /// The units for which no source counts anything, among those analysed, in their order.
    public var silentUnits: [OrganisationUnitID] {
        let reporting = figures.values.flatMap { figure -> [OrganisationUnitID] in
            guard case .count(let byUnit, _) = figure else { return [] }
            return byUnit.filter { $0.value > 0 }.map(\.key)
        }
        let known = Set(reporting)
        return units.filter { !known.contains($0) }
    }

    /// Sets who takes part.
    ///
    /// - Throws: `RuleViolation` with rule `D-ANA-1` when the analysis is concluded.
    public mutating func invite(_ participants: [PersonReference], under law: Law) throws(RuleViolation) {
        try changeOpen(under: law) { (analysis: inout JointAnalysis) throws(RuleViolation) in
            analysis.participants = .value(participants)
        }
    }

    /// Puts the figure of one source in, or why there is none.
    ///
    /// - Throws: `RuleViolation` with rule `D-ANA-1` when the analysis is concluded, the cut-off lies before the end of
    ///   the period, a unit is not analysed, or a missing figure has no reason.
    public mutating func compile(_ figure: Figure, of source: Source, under law: Law) throws(RuleViolation) {
        try changeOpen(under: law) { (analysis: inout JointAnalysis) throws(RuleViolation) in
            analysis.figures[source] = figure
        }
    }

    /// Says what the figures show taken together.
    ///
    /// - Throws: `RuleViolation` with rule `D-ANA-1` when the analysis is concluded or a found pattern is not told.
    public mutating func find(_ patterns: Patterns, under law: Law) throws(RuleViolation) {
        try changeOpen(under: law) { (analysis: inout JointAnalysis) throws(RuleViolation) in
            analysis.patterns = patterns
        }
    }

    /// Concludes the analysis; afterwards it does not change.
    ///
    /// - Throws: `RuleViolation` with rule `D-ANA-1` when it is concluded already, a source has neither figure nor
    ///   reason, nobody took part, patterns, conclusion or what follows are missing.
    public mutating func conclude(
        _ conclusion: String,
        leadingTo consequence: Consequence,
        by signature: Signature,
        under law: Law
    ) throws(RuleViolation) {
        try changeOpen(under: law) { (analysis: inout JointAnalysis) throws(RuleViolation) in
            try analysis.require(analysis.participants, "D-ANA-1", "participants", under: law)
            analysis.conclusion = conclusion
            analysis.consequence = consequence
            analysis.concluded = signature
        }
    }

    /// The periods with a day that no concluded analysis of a unit is about: gaps in the management system.
    ///
    /// One analysis may cover several periods, and several together one.
    public static func gaps(
        in periods: some Sequence<CalendarPeriod>,
        of unit: OrganisationUnitID,
        among analyses: some Sequence<JointAnalysis>,
        asOf day: CalendarDate
    ) -> [CalendarPeriod] {
        let done = analyses.filter { analysis in
            analysis.unit == unit && analysis.concluded.map { $0.day <= day } ?? false
        }.map(\.period).sorted { $0.first < $1.first }
        return periods.filter { $0.last < day && !$0.isCovered(by: done) }
    }

    private mutating func changeOpen(
        under law: Law,
        _ act: (inout JointAnalysis) throws(RuleViolation) -> Void
    ) throws(RuleViolation) {
        try ensure(
            concluded == nil,
            "D-ANA-1",
            "concluded",
            sv: "analysen är avslutad",
            en: "the analysis is concluded"
        )
        try change(under: law, act)
    }
}

extension JointAnalysis: CheckedRecord {
    func checkStructure() throws(RuleViolation) {
        for case .count(let byUnit, let cutOff) in figures.values {
            try ensure(
                byUnit.values.allSatisfy { $0 >= 0 },
                "D-ANA-1",
                "figures.count",
                sv: "antalet är negativt",
                en: "the count is negative"
            )
            try ensure(
                concluded.map { cutOff <= $0.day } ?? true,
                "D-ANA-1",
                "concluded.day",
                sv: "slutsatsen är daterad före siffrorna",
                en: "the conclusion is dated before the figures"
            )
        }
    }

    /// Decodes the stored form; refuses what the initialiser refuses.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        try self.init(
            id: container.decode(RecordID<JointAnalysis>.self, forKey: .id),
            unit: container.decode(OrganisationUnitID.self, forKey: .unit),
            period: container.decode(CalendarPeriod.self, forKey: .period),
            units: container.decode([OrganisationUnitID].self, forKey: .units),
            participants: container.decode(Stated<[PersonReference]>.self, forKey: .participants),
            figures: container.decode([Source: Figure].self, forKey: .figures),
            patterns: container.decodeIfPresent(Patterns.self, forKey: .patterns),
            conclusion: container.decodeIfPresent(String.self, forKey: .conclusion),
            consequence: container.decodeIfPresent(Consequence.self, forKey: .consequence),
            concluded: container.decodeIfPresent(Signature.self, forKey: .concluded)
        )
    }
}

extension CalendarPeriod {
    /// Whether every day lies in one of some periods, which are ordered by their first days.
    fileprivate func isCovered(by periods: [CalendarPeriod]) -> Bool {
        var next = first
        for period in periods where period.contains(next) {
            guard period.last < last, let following = period.last.adding(days: 1) else { return true }
            next = following
        }
        return false
    }
}
