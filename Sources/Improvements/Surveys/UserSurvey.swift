public import QualityCore

/// What recipients said when they were asked, or why they were not (*brukarundersökning*).
public struct UserSurvey: QualityRecord {
    /// The stable name of the kind, as stored.
    public static let kind = RecordKind(rawValue: "userSurvey")
    /// The version of the stored form.
    public static let schemaVersion = 1

    /// The identity of the record.
    public let id: RecordID<UserSurvey>
    /// The unit whose recipients are asked (*enhet*).
    public let unit: OrganisationUnitID
    /// The days that it is about, mostly a year.
    public let period: CalendarPeriod
    /// What the survey is called.
    public let name: Stated<String>
    /// How often it is made.
    public let interval: Interval
    /// What came of it; `nil` until it is made.
    public private(set) var findings: Findings?
    /// Why it was not made; `nil` unless it was not.
    public private(set) var notCarriedOut: NotCarriedOut?
    /// The comparison with our own earlier result; `nil` until someone has answered.
    public private(set) var ownEarlier: Comparison?
    /// The comparison with the nation; `nil` until someone has answered.
    public private(set) var national: Comparison?
    /// Who concluded it, and when; `nil` until then.
    public private(set) var concluded: Signature?

    /// A survey as planned, or as another system holds it.
    ///
    /// - Throws: `RuleViolation` with rule `D-SUR-1` when it was both made and not made, a number cannot be, or it was
    ///   concluded without being made.
    public init(
        id: RecordID<UserSurvey>,
        unit: OrganisationUnitID,
        period: CalendarPeriod,
        name: Stated<String>,
        interval: Interval,
        findings: Findings? = nil,
        notCarriedOut: NotCarriedOut? = nil,
        ownEarlier: Comparison? = nil,
        national: Comparison? = nil,
        concluded: Signature? = nil
    ) throws(RuleViolation) {
        self.id = id
        self.unit = unit
        self.period = period
        self.name = name
        self.interval = interval
        self.findings = findings
        self.notCarriedOut = notCarriedOut
        self.ownEarlier = ownEarlier
        self.national = national
        self.concluded = concluded
        try checkStructure()
    }

    /// How far the survey has come.
    public var phase: Phase {
        if notCarriedOut != nil { return .notCarriedOut }
        return concluded != nil ? .concluded : findings != nil ? .carriedOut : .planned
    }

    /// Gives the numbers, anew as long as it is not concluded.
    ///
    /// - Throws: `RuleViolation` with rule `D-SUR-1` when more answered than were asked, the sexes are more than all, a
    ///   number cannot be, or the survey was not made or is concluded.
    public mutating func record(_ findings: Findings, under law: Law) throws(RuleViolation) {
        try changeOpen(under: law) { (survey: inout UserSurvey) throws(RuleViolation) in survey.findings = findings }
    }

    /// Says that the survey is not made, and why.
    ///
    /// - Throws: `RuleViolation` with rule `D-SUR-1` when it was made, is concluded, or the reason says nothing.
    public mutating func omit(_ reason: NotCarriedOut, under law: Law) throws(RuleViolation) {
        try changeOpen(under: law) { (survey: inout UserSurvey) throws(RuleViolation) in
            survey.notCarriedOut = reason
        }
    }

    /// Answers both comparisons, each made or not made with reason.
    ///
    /// - Throws: `RuleViolation` with rule `D-SUR-1` when a reason says nothing, a national figure tells no number of
    ///   municipalities, or the survey was not made or is concluded.
    public mutating func compare(
        ownEarlier: Comparison,
        national: Comparison,
        under law: Law
    ) throws(RuleViolation) {
        try changeOpen(under: law) { (survey: inout UserSurvey) throws(RuleViolation) in
            survey.ownEarlier = ownEarlier
            survey.national = national
        }
    }

    /// Concludes the survey.
    ///
    /// - Throws: `RuleViolation` with rule `D-SUR-1` when it was not made or a comparison is not answered.
    public mutating func conclude(by signature: Signature, under law: Law) throws(RuleViolation) {
        try changeOpen(under: law) { (survey: inout UserSurvey) throws(RuleViolation) in
            try survey.require(survey.name, "D-SUR-1", "name", under: law)
            survey.concluded = signature
        }
    }

    private mutating func changeOpen(
        under law: Law,
        _ act: (inout UserSurvey) throws(RuleViolation) -> Void
    ) throws(RuleViolation) {
        try ensure(
            [.planned, .carriedOut].contains(phase),
            "D-SUR-1",
            "phase",
            sv: "undersökningen är avslutad",
            en: "the survey is over"
        )
        try change(under: law, act)
    }
}

extension UserSurvey: CheckedRecord {
    func checkStructure() throws(RuleViolation) {
        try ensure(
            findings == nil || notCarriedOut == nil,
            "D-SUR-1",
            "notCarriedOut",
            sv: "undersökningen är genomförd",
            en: "the survey was made"
        )
        try ensure(
            concluded == nil || findings != nil,
            "D-SUR-1",
            "concluded",
            sv: "undersökningen är inte genomförd",
            en: "the survey was not made"
        )
        let counts = findings.map { [$0.all] + Array($0.bySex.values) } ?? []
        try ensure(
            counts.allSatisfy(\.isPossible) && [ownEarlier, national].allSatisfy { $0?.isPossible ?? true },
            "D-SUR-1",
            "findings",
            sv: "antalet eller andelen kan inte finnas",
            en: "the number or share cannot be"
        )
    }

    /// What is required of every survey.
    public static var rules: [RecordRule<UserSurvey>] {
        [
            RecordRule("D-SUR-1", "name", sv: "undersökningen ska ha ett namn", en: "the survey must have a name") {
                $0.name.isBlank
            },
            RecordRule("D-SUR-1", "answered", sv: "fler har svarat än fått frågan", en: "more answered than were asked")
            {
                survey in
                let counts = survey.findings.map { [$0.all] + Array($0.bySex.values) } ?? []
                return counts.contains { count in count.distributed.map { count.answered > $0 } ?? false }
            },
            RecordRule("D-SUR-1", "bySex", sv: "könen är fler än alla", en: "the sexes are more than all") { survey in
                guard let found = survey.findings else { return false }
                let asked = found.bySex.values.compactMap(\.distributed).cappedSum
                return found.bySex.values.map(\.answered).cappedSum > found.all.answered
                    || found.all.distributed.map { $0 < asked } ?? false
            },
            RecordRule("D-SUR-1", "notCarriedOut", sv: "skälet ska anges", en: "the reason must be told") {
                if case .other(let text)? = $0.notCarriedOut { text.isBlank } else { false }
            },
            RecordRule(
                "D-SUR-1",
                "comparison.reason",
                sv: "en jämförelse som inte görs ska motiveras",
                en: "a comparison that is not made needs a reason"
            ) { survey in
                [survey.ownEarlier, survey.national].contains {
                    if case .notMade(let reason)? = $0 { reason.isBlank } else { false }
                }
            },
            RecordRule(
                "D-SUR-1",
                "national.municipalities",
                sv: "antalet kommuner bakom riksvärdet krävs",
                en: "the number of municipalities behind the national figure is required"
            ) {
                if case .made(_, nil)? = $0.national { true } else { false }
            },
            RecordRule(
                "D-SUR-1",
                "comparisons",
                sv: "jämförelserna ska besvaras",
                en: "the comparisons must be answered"
            ) { $0.concluded != nil && ($0.ownEarlier == nil || $0.national == nil) },
        ]
    }

    /// Unit, days, status and codes of the record.
    public var facts: RecordFacts {
        RecordFacts(
            unit: unit,
            reported: findings?.day ?? period.first,
            dueOn: phase == .planned ? period.last : nil,
            status: phase.rawValue,
            observations: [RecordFacts.Observation(codes: [:])]
        )
    }

    /// The numbers by sex for the public: none where a sex, or the rest, has fewer answers than the least.
    ///
    /// With one sex hidden the other would give it away, so both are (D-SEC-12). A zero is shown.
    public func bySex(hidingBelow least: Int) -> [Sex: Count] {
        guard let findings, !findings.bySex.isEmpty else { return [:] }
        let answered = findings.bySex.values.map(\.answered)
        let rest = findings.all.answered - answered.cappedSum
        return (answered + [rest]).contains { (1..<max(least, 1)).contains($0) } ? [:] : findings.bySex
    }

    /// Decodes the stored form; refuses what the initialiser refuses.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        try self.init(
            id: container.decode(RecordID<UserSurvey>.self, forKey: .id),
            unit: container.decode(OrganisationUnitID.self, forKey: .unit),
            period: container.decode(CalendarPeriod.self, forKey: .period),
            name: container.decode(Stated<String>.self, forKey: .name),
            interval: container.decode(Interval.self, forKey: .interval),
            findings: container.decodeIfPresent(Findings.self, forKey: .findings),
            notCarriedOut: container.decodeIfPresent(NotCarriedOut.self, forKey: .notCarriedOut),
            ownEarlier: container.decodeIfPresent(Comparison.self, forKey: .ownEarlier),
            national: container.decodeIfPresent(Comparison.self, forKey: .national),
            concluded: container.decodeIfPresent(Signature.self, forKey: .concluded)
        )
    }
}
