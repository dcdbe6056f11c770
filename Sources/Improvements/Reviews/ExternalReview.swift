public import QualityCore

/// What an authority, auditors or a court found, demanded and were answered (*extern granskning*).
public struct ExternalReview: QualityRecord {
    /// The stable name of the kind, as stored.
    public static let kind = RecordKind(rawValue: "externalReview")
    /// The version of the stored form.
    public static let schemaVersion = 1

    /// The identity of the record.
    public let id: RecordID<ExternalReview>
    /// The unit that it is about (*enhet*).
    public let unit: OrganisationUnitID
    /// What sort of review it is.
    public let sort: Sort
    /// Who reviewed (*myndighet*).
    public let authority: Stated<String>
    /// The number that the reviewer gave it (*diarienummer*).
    public let number: Stated<String>
    /// The day when it was received.
    public let received: CalendarDate
    /// What was found, in brief.
    public private(set) var findings: [String]
    /// Whose way a judgment went; `nil` for other reviews.
    public private(set) var outcome: JudgmentOutcome?
    /// What is asked for.
    public private(set) var demands: [Demand]
    /// Who closed it, and when; `nil` while it is open.
    public private(set) var closed: Signature?

    /// A review as received, or as another system holds it.
    ///
    /// - Throws: `RuleViolation` with rule `D-EXT-1` when something is dated before the day of receipt.
    public init(
        id: RecordID<ExternalReview>,
        unit: OrganisationUnitID,
        sort: Sort,
        authority: Stated<String>,
        number: Stated<String>,
        received: CalendarDate,
        findings: [String] = [],
        outcome: JudgmentOutcome? = nil,
        demands: [Demand] = [],
        closed: Signature? = nil
    ) throws(RuleViolation) {
        self.id = id
        self.unit = unit
        self.sort = sort
        self.authority = authority
        self.number = number
        self.received = received
        self.findings = findings
        self.outcome = outcome
        self.demands = demands
        self.closed = closed
        try checkStructure()
    }

    /// How far the review has come.
    public var phase: Phase { closed == nil ? .open : .closed }

    /// Notes a finding.
    ///
    /// - Throws: `RuleViolation` with rule `D-EXT-1` when the review is closed or the text says nothing.
    public mutating func find(_ finding: String, under law: Law) throws(RuleViolation) {
        try changeOpen(under: law) { (review: inout ExternalReview) throws(RuleViolation) in
            review.findings.append(finding)
        }
    }

    /// Notes a demand.
    ///
    /// - Throws: `RuleViolation` with rule `D-EXT-1` when the review is closed, the demand says nothing or is due before
    ///   it was received.
    public mutating func demand(_ demand: Demand, under law: Law) throws(RuleViolation) {
        try changeOpen(under: law) { (review: inout ExternalReview) throws(RuleViolation) in
            review.demands.append(demand)
        }
    }

    /// Answers a demand; a later answer replaces it.
    ///
    /// - Throws: `RuleViolation` with rule `D-EXT-1` when there is no such demand, the review is closed, or the answer
    ///   has neither measure nor reason.
    public mutating func answer(_ index: Int, with answer: Answer, under law: Law) throws(RuleViolation) {
        try changeOpen(under: law) { (review: inout ExternalReview) throws(RuleViolation) in
            try review.ensure(
                review.demands.indices.contains(index),
                "D-EXT-1",
                "demands",
                sv: "kravet finns inte",
                en: "no such demand"
            )
            review.demands[index].answer = answer
        }
    }

    /// Sets whose way a judgment went.
    ///
    /// - Throws: `RuleViolation` with rule `D-EXT-1` when the review is closed or no judgment.
    public mutating func decide(_ outcome: JudgmentOutcome, under law: Law) throws(RuleViolation) {
        try changeOpen(under: law) { (review: inout ExternalReview) throws(RuleViolation) in review.outcome = outcome }
    }

    /// Closes the review.
    ///
    /// - Throws: `RuleViolation` with rule `D-EXT-1` when a demand has no answer, a judgment is pending, or authority or
    ///   number is missing.
    public mutating func close(by signature: Signature, under law: Law) throws(RuleViolation) {
        try changeOpen(under: law) { (review: inout ExternalReview) throws(RuleViolation) in
            try review.require(review.authority, "D-EXT-1", "authority", under: law)
            try review.require(review.number, "D-EXT-1", "number", under: law)
            review.closed = signature
        }
    }

    private mutating func changeOpen(
        under law: Law,
        _ act: (inout ExternalReview) throws(RuleViolation) -> Void
    ) throws(RuleViolation) {
        try ensure(closed == nil, "D-EXT-1", "closed", sv: "granskningen är avslutad", en: "the review is closed")
        try change(under: law, act)
    }
}

extension ExternalReview: CheckedRecord {
    func checkStructure() throws(RuleViolation) {
        let days = demands.map(\.due) + demands.compactMap { $0.answer?.by.day } + [closed?.day].compactMap(\.self)
        try ensure(
            days.allSatisfy { $0 >= received },
            "D-EXT-1",
            "received",
            sv: "dagen ligger innan granskningen kom in",
            en: "the day lies before the review was received"
        )
    }

    /// Decodes the stored form; refuses what the initialiser refuses.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        try self.init(
            id: container.decode(RecordID<ExternalReview>.self, forKey: .id),
            unit: container.decode(OrganisationUnitID.self, forKey: .unit),
            sort: container.decode(Sort.self, forKey: .sort),
            authority: container.decode(Stated<String>.self, forKey: .authority),
            number: container.decode(Stated<String>.self, forKey: .number),
            received: container.decode(CalendarDate.self, forKey: .received),
            findings: container.decode([String].self, forKey: .findings),
            outcome: container.decodeIfPresent(JudgmentOutcome.self, forKey: .outcome),
            demands: container.decode([Demand].self, forKey: .demands),
            closed: container.decodeIfPresent(Signature.self, forKey: .closed)
        )
    }
}
