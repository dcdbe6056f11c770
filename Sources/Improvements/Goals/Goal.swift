public import QualityCore

/// What a board wants to reach in a period, by which indicator, and what came of it (*mål*).
public struct Goal: QualityRecord {
    /// The stable name of the kind, as stored.
    public static let kind = RecordKind(rawValue: "goal")
    /// The version of the stored form.
    public static let schemaVersion = 1

    /// The identity of the record.
    public let id: RecordID<Goal>
    /// The unit or board that it is for (*enhet*).
    public let unit: OrganisationUnitID
    /// The days in which it is to be reached.
    public let period: CalendarPeriod
    /// What is to be reached, in words.
    public let wording: Stated<String>
    /// What is measured (*indikator*).
    public let indicator: Stated<String>
    /// The figure to reach; `nil` where the goal has none.
    public private(set) var target: Target?
    /// Every outcome given; the last one holds (*utfall*).
    public private(set) var outcomes: [Outcome]
    /// The figures to set the outcome beside.
    public private(set) var comparisons: [Comparison]
    /// Why it was withdrawn; `nil` while it stands.
    public private(set) var withdrawal: String?

    /// A goal as set, or as another system holds it.
    ///
    /// - Throws: `RuleViolation` with rule `D-GOL-1` when a figure is no number or outcomes are out of order.
    public init(
        id: RecordID<Goal>,
        unit: OrganisationUnitID,
        period: CalendarPeriod,
        wording: Stated<String>,
        indicator: Stated<String>,
        target: Target?,
        outcomes: [Outcome] = [],
        comparisons: [Comparison] = [],
        withdrawal: String? = nil
    ) throws(RuleViolation) {
        self.id = id
        self.unit = unit
        self.period = period
        self.wording = wording
        self.indicator = indicator
        self.target = target
        self.outcomes = outcomes
        self.comparisons = comparisons
        self.withdrawal = withdrawal
        try checkStructure()
    }

    /// How far the goal has come.
    public var phase: Phase { withdrawal != nil ? .withdrawn : outcomes.isEmpty ? .set : .assessed }

    /// The outcome that holds; `nil` until there is one.
    public var outcome: Outcome? { outcomes.last }

    /// What the figure says; `nil` without a figure or a target.
    public var derivedAttainment: Attainment? {
        guard let figure = outcome?.figure, let target else { return nil }
        return target.attainment(of: figure)
    }

    /// What was said, else what the figure says; `nil` until there is an outcome.
    public var attainment: Attainment? { outcome.flatMap { $0.stated ?? derivedAttainment } }

    /// Whether what was said contradicts the figure, which a report shows and nobody is refused.
    public var hasContradiction: Bool {
        guard let stated = outcome?.stated, let derived = derivedAttainment else { return false }
        return stated != derived
    }

    /// Sets another target, before there is an outcome.
    ///
    /// - Throws: `RuleViolation` with rule `D-GOL-1` when there is one, or the target contradicts itself.
    public mutating func retarget(_ target: Target, under law: Law) throws(RuleViolation) {
        try change(under: law) { (goal: inout Goal) throws(RuleViolation) in
            try goal.ensure(
                goal.phase == .set,
                "D-GOL-1",
                "target",
                sv: "målet har ett utfall eller är återkallat",
                en: "the goal has an outcome or is withdrawn"
            )
            goal.target = target
        }
    }

    /// Gives the outcome; a later one replaces it and the earlier stays readable.
    ///
    /// - Throws: `RuleViolation` with rule `D-GOL-1` when it is withdrawn, the outcome has neither figure nor basis, is
    ///   not measured and has a figure, or says nothing.
    public mutating func assess(_ outcome: Outcome, under law: Law) throws(RuleViolation) {
        try change(under: law) { (goal: inout Goal) throws(RuleViolation) in
            try goal.ensureStanding()
            try goal.require(goal.indicator, "D-GOL-1", "indicator", under: law)
            goal.outcomes.append(outcome)
        }
    }

    /// Sets a figure beside the outcome.
    ///
    /// - Throws: `RuleViolation` with rule `D-GOL-1` when it is withdrawn, the figure is no number, or our own earlier
    ///   figure is of no earlier period.
    public mutating func compare(_ comparison: Comparison, under law: Law) throws(RuleViolation) {
        try change(under: law) { (goal: inout Goal) throws(RuleViolation) in
            try goal.ensureStanding()
            goal.comparisons.append(comparison)
        }
    }

    /// Withdraws the goal.
    ///
    /// - Throws: `RuleViolation` with rule `D-GOL-1` when it is withdrawn already or no reason is given.
    public mutating func withdraw(reason: String, under law: Law) throws(RuleViolation) {
        try change(under: law) { (goal: inout Goal) throws(RuleViolation) in
            try goal.ensureStanding()
            goal.withdrawal = reason
        }
    }

    private func ensureStanding() throws(RuleViolation) {
        try ensure(
            withdrawal == nil,
            "D-GOL-1",
            "withdrawal",
            sv: "målet är återkallat",
            en: "the goal is withdrawn"
        )
    }
}

extension Goal: CheckedRecord {
    func checkStructure() throws(RuleViolation) {
        let figures = outcomes.compactMap(\.figure) + comparisons.map(\.figure)
        try ensure(
            target?.isFinite ?? true && figures.allSatisfy(\.isFinite),
            "D-GOL-1",
            "figure",
            sv: "siffran är inget tal",
            en: "the figure is no number"
        )
        try ensure(
            ([period.first] + outcomes.map(\.by.day)).isAscending,
            "D-GOL-1",
            "outcomes.day",
            sv: "utfallet är daterat före perioden eller det förra utfallet",
            en: "the outcome is dated before the period or the outcome before"
        )
    }

    /// What is required of every goal.
    public static var rules: [RecordRule<Goal>] {
        [
            RecordRule("D-GOL-1", "wording", sv: "målet ska beskrivas", en: "the goal must be worded") {
                $0.wording.isBlank
            },
            RecordRule("D-GOL-1", "indicator", sv: "målet ska ha en indikator", en: "the goal must have an indicator") {
                $0.indicator.isBlank
            },
            RecordRule(
                "D-GOL-1",
                "target.partlyFrom",
                sv: "gränsen för delvis uppfyllt ska vara lättare att nå än målet",
                en: "the limit of partly met must be easier to reach than the target"
            ) { $0.target?.isPartOnTheWrongSide ?? false },
            RecordRule(
                "D-GOL-1",
                "outcome.figure",
                sv: "ett mål som inte mätts har ingen siffra",
                en: "a goal that was not measured has no figure"
            ) { $0.outcomes.contains { $0.stated == .notMeasured && $0.figure != nil } },
            RecordRule(
                "D-GOL-1",
                "outcome.basis",
                sv: "ett utfall utan siffra ska motiveras",
                en: "an outcome without a figure needs a basis"
            ) { $0.outcomes.contains { $0.figure == nil && $0.basis?.isBlank ?? true } },
            RecordRule(
                "D-GOL-1",
                "outcome.stated",
                sv: "utan siffra och målvärde ska utfallet bedömas",
                en: "without figure and target the outcome must be stated"
            ) { goal in
                goal.outcomes.contains { $0.stated == nil && ($0.figure == nil || goal.target == nil) }
            },
            RecordRule(
                "D-GOL-1",
                "comparisons",
                sv: "eget tidigare resultat ska vara från en tidigare period",
                en: "our own earlier result must be from an earlier period"
            ) { goal in
                goal.comparisons.contains { $0.source == .ownEarlier && $0.period.last >= goal.period.first }
            },
            RecordRule("D-GOL-1", "withdrawal", sv: "återkallelsen ska motiveras", en: "the withdrawal needs a reason")
            {
                $0.withdrawal?.isBlank ?? false
            },
        ]
    }

    /// Unit, days, status and codes of the record.
    public var facts: RecordFacts {
        RecordFacts(
            unit: unit,
            reported: period.first,
            dueOn: phase == .set ? period.last : nil,
            status: phase.rawValue,
            observations: phase == .withdrawn
                ? []
                : [
                    RecordFacts.Observation(codes: [
                        .attainment: attainment.map { [CategoryCode(rawValue: $0.rawValue)] } ?? []
                    ])
                ]
        )
    }

    /// Decodes the stored form; refuses what the initialiser refuses.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        try self.init(
            id: container.decode(RecordID<Goal>.self, forKey: .id),
            unit: container.decode(OrganisationUnitID.self, forKey: .unit),
            period: container.decode(CalendarPeriod.self, forKey: .period),
            wording: container.decode(Stated<String>.self, forKey: .wording),
            indicator: container.decode(Stated<String>.self, forKey: .indicator),
            target: container.decodeIfPresent(Target.self, forKey: .target),
            outcomes: container.decode([Outcome].self, forKey: .outcomes),
            comparisons: container.decode([Comparison].self, forKey: .comparisons),
            withdrawal: container.decodeIfPresent(String.self, forKey: .withdrawal)
        )
    }
}

extension CodeDimension {
    /// Whether a goal was reached (*måluppfyllelse*).
    public static let attainment = CodeDimension(rawValue: "attainment")
}
