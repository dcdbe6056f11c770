public import QualityCore

/// What might happen that means a fault in quality, how likely and how severe it is (*riskanalys*).
///
/// SOSFS 2011:9 5 kap. 1 §. Assessments are added and never changed; an approved analysis is opened again for review.
public struct RiskAnalysis: QualityRecord {
    /// The stable name of the kind, as stored.
    public static let kind = RecordKind(rawValue: "riskAnalysis")
    /// The version of the stored form.
    public static let schemaVersion = 1

    /// The identity of the record.
    public let id: RecordID<RiskAnalysis>
    /// The unit that it is about (*enhet*).
    public let unit: OrganisationUnitID
    /// The day when it was begun (*påbörjad*).
    public let begun: CalendarDate
    /// The scales that its assessments are made on (*riskmatris*).
    public let matrix: RiskMatrix
    /// Why, of what and with whom.
    public private(set) var assignment: Assignment
    /// The events that might occur, in the order they were thought of.
    public private(set) var events: [PossibleEvent]
    /// Every approval, in order.
    public private(set) var approvals: [Approval]
    /// The days when approved versions were opened again, at most one more than could be approved anew.
    public private(set) var reviews: [Signature]

    /// An analysis as begun, or as another system holds it.
    ///
    /// - Throws: `RuleViolation` with rule `D-RSK-1` when an assessment lies outside the matrix, `D-RSK-2` when
    ///   assessments are out of order, `D-RSK-4` when approvals and reviews are.
    public init(
        id: RecordID<RiskAnalysis>,
        unit: OrganisationUnitID,
        begun: CalendarDate,
        matrix: RiskMatrix = .fourByFour,
        assignment: Assignment,
        events: [PossibleEvent] = [],
        approvals: [Approval] = [],
        reviews: [Signature] = []
    ) throws(RuleViolation) {
        self.id = id
        self.unit = unit
        self.begun = begun
        self.matrix = matrix
        self.assignment = assignment
        self.events = events
        self.approvals = approvals
        self.reviews = reviews
        try checkStructure()
    }

    /// How far the analysis has come.
    public var phase: Phase {
        approvals.isEmpty ? .draft : reviews.count < approvals.count ? .approved : .underReview
    }

    /// Words the assignment anew.
    ///
    /// - Throws: `RuleViolation` with rule `D-RSK-4` while it is approved, or when scope, change or people are missing.
    public mutating func assign(_ assignment: Assignment, under law: Law) throws(RuleViolation) {
        try changeOpen(under: law) { (analysis: inout RiskAnalysis) throws(RuleViolation) in
            analysis.assignment = assignment
        }
    }

    /// Adds an event that might occur.
    ///
    /// - Throws: `RuleViolation` with rule `D-RSK-4` while the analysis is approved, `D-RSK-1` when nothing is told.
    public mutating func add(_ event: PossibleEvent, under law: Law) throws(RuleViolation) {
        try changeOpen(under: law) { (analysis: inout RiskAnalysis) throws(RuleViolation) in
            analysis.events.append(event)
        }
    }

    /// Says why an event might occur and what stands in its way; empty barriers say that nothing does.
    ///
    /// - Throws: `RuleViolation` with rule `D-RSK-4` while the analysis is approved, `D-RSK-1` when there is no such
    ///   event.
    public mutating func explain(
        _ index: Int,
        causes: [CategoryCode],
        barriers: [String],
        under law: Law
    ) throws(RuleViolation) {
        try changeOpen(under: law) { (analysis: inout RiskAnalysis) throws(RuleViolation) in
            try analysis.ensureEvent(index)
            analysis.events[index].causes = causes
            analysis.events[index].barriers = barriers
        }
    }

    /// Assesses an event anew; earlier assessments stay. Possible at any time, for risks change.
    ///
    /// - Throws: `RuleViolation` with rule `D-RSK-1` when there is no such event or level, `D-RSK-2` when it is dated
    ///   before the last one or what is left is assessed without measures.
    public mutating func assess(
        _ index: Int,
        as assessment: Assessment,
        under law: Law
    ) throws(RuleViolation) {
        try change(under: law) { (analysis: inout RiskAnalysis) throws(RuleViolation) in
            try analysis.ensureEvent(index)
            analysis.events[index].assessments.append(assessment)
        }
    }

    /// Points at a measure against an event, at any time.
    ///
    /// - Throws: `RuleViolation` with rule `D-RSK-1` when there is no such event.
    public mutating func meet(
        _ index: Int,
        by measure: RecordReference,
        under law: Law
    ) throws(RuleViolation) {
        try change(under: law) { (analysis: inout RiskAnalysis) throws(RuleViolation) in
            try analysis.ensureEvent(index)
            analysis.events[index].measures.append(measure)
        }
    }

    /// Approves the analysis until a day of review.
    ///
    /// - Throws: `RuleViolation` with rule `D-RSK-4` when it is approved already or a fact is missing, `D-RSK-1` when an
    ///   event is not assessed.
    public mutating func approve(
        by signature: Signature,
        reviewOn: CalendarDate,
        under law: Law
    ) throws(RuleViolation) {
        try changeOpen(under: law) { (analysis: inout RiskAnalysis) throws(RuleViolation) in
            try analysis.require(analysis.assignment.scope, "D-RSK-4", "assignment.scope", under: law)
            try analysis.require(analysis.assignment.participants, "D-RSK-4", "assignment.participants", under: law)
            for event in analysis.events {
                try analysis.require(event.account, "D-RSK-1", "events.account", under: law)
            }
            analysis.approvals.append(Approval(by: signature, reviewOn: reviewOn))
        }
    }

    /// Opens an approved analysis to go through it again.
    ///
    /// - Throws: `RuleViolation` with rule `D-RSK-4` when it is not approved or the day lies before the approval.
    public mutating func review(by signature: Signature, under law: Law) throws(RuleViolation) {
        try change(under: law) { (analysis: inout RiskAnalysis) throws(RuleViolation) in
            analysis.reviews.append(signature)
        }
    }

    private mutating func changeOpen(
        under law: Law,
        _ act: (inout RiskAnalysis) throws(RuleViolation) -> Void
    ) throws(RuleViolation) {
        try ensure(
            phase != .approved,
            "D-RSK-4",
            "phase",
            sv: "analysen är godkänd och måste öppnas för översyn",
            en: "the analysis is approved and must be opened for review"
        )
        try change(under: law, act)
    }

    private func ensureEvent(_ index: Int) throws(RuleViolation) {
        try ensure(events.indices.contains(index), "D-RSK-1", "events", sv: "händelsen finns inte", en: "no such event")
    }
}

extension RiskAnalysis: CheckedRecord {
    func checkStructure() throws(RuleViolation) {
        for assessment in events.flatMap(\.assessments) {
            try ensure(
                matrix.contains(likelihood: assessment.likelihood, consequence: assessment.consequence),
                "D-RSK-1",
                "events.assessments",
                sv: "nivån finns inte i matrisen",
                en: "the matrix has no such level"
            )
        }
        try ensure(
            events.allSatisfy { ([begun] + $0.assessments.map(\.by.day)).isAscending },
            "D-RSK-2",
            "events.assessments",
            sv: "bedömningen är daterad före den förra",
            en: "the assessment is dated before the one before"
        )
        try ensure(
            reviews.count == approvals.count || reviews.count + 1 == approvals.count,
            "D-RSK-4",
            "reviews",
            sv: "bara en godkänd analys ses över",
            en: "only an approved analysis is reviewed"
        )
        var days = [begun]
        for (index, approval) in approvals.enumerated() {
            days.append(approval.by.day)
            if index < reviews.count { days.append(reviews[index].day) }
        }
        try ensure(
            days.isAscending,
            "D-RSK-4",
            "approvals",
            sv: "godkännanden och översyner följer inte på varandra i tid",
            en: "approvals and reviews do not follow one another in time"
        )
    }

    /// Decodes the stored form; refuses what the initialiser refuses.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        try self.init(
            id: container.decode(RecordID<RiskAnalysis>.self, forKey: .id),
            unit: container.decode(OrganisationUnitID.self, forKey: .unit),
            begun: container.decode(CalendarDate.self, forKey: .begun),
            matrix: container.decode(RiskMatrix.self, forKey: .matrix),
            assignment: container.decode(Assignment.self, forKey: .assignment),
            events: container.decode([PossibleEvent].self, forKey: .events),
            approvals: container.decode([Approval].self, forKey: .approvals),
            reviews: container.decode([Signature].self, forKey: .reviews)
        )
    }
}
