public import QualityCore

/// A favourable decision on a service that the person has not got, or no longer gets (*ej verkställt beslut*).
///
/// Social Services Act 2025:400 34:1–4 (until 30 June 2025 2001:453 16:6 f–i) and LSS 28 f–i. It stays in the report of
/// each quarter until it is carried out or ends; an offer declined or a pause at own request closes nothing (D-EVB-2).
public struct UnexecutedDecision: QualityRecord {
    /// The stable name of the kind, as stored.
    public static let kind = RecordKind(rawValue: "unexecutedDecision")
    /// The version of the stored form.
    public static let schemaVersion = 1
    /// After how many months a decision is reported, where the host says nothing else.
    public static let statutoryMonths = 3

    /// The identity of the record.
    public let id: RecordID<UnexecutedDecision>
    /// The unit that answers for the decision (*enhet*).
    public let unit: OrganisationUnitID
    /// The act that the decision rests on: SoL or LSS (*lagrum*).
    public let legalBasis: LegalBasis
    /// The kind of service, from the board's list (*insatstyp*).
    public let service: Stated<CategoryCode>
    /// The day of the decision, and of the interruption where there was one.
    public let origin: Origin
    /// Who reports it.
    public let reporter: Reporter
    /// After how many months it is reported, as data.
    public let months: Int
    /// Why it is not carried out, in the order noted.
    public private(set) var reasons: [DelayReason]
    /// The offers made.
    public private(set) var offers: [Offer]
    /// How it left the reports; `nil` while it is open.
    public private(set) var closing: Closing?
    /// The reports sent.
    public private(set) var reports: [SentReport]

    /// A decision as registered, or as another system holds it.
    ///
    /// - Throws: `RuleViolation` with rule `D-EVB-1` when it was interrupted before it was made or `months` is not
    ///   positive; `D-EVB-2` when it ended or something was noted before its day.
    public init(
        id: RecordID<UnexecutedDecision>,
        unit: OrganisationUnitID,
        legalBasis: LegalBasis,
        service: Stated<CategoryCode>,
        origin: Origin,
        reporter: Reporter = .deciding,
        months: Int = UnexecutedDecision.statutoryMonths,
        reasons: [DelayReason] = [],
        offers: [Offer] = [],
        closing: Closing? = nil,
        reports: [SentReport] = []
    ) throws(RuleViolation) {
        self.id = id
        self.unit = unit
        self.legalBasis = legalBasis
        self.service = service
        self.origin = origin
        self.reporter = reporter
        self.months = months
        self.reasons = reasons
        self.offers = offers
        self.closing = closing
        self.reports = reports
        try checkStructure()
    }

    /// Notes why the decision is not carried out.
    ///
    /// - Throws: `RuleViolation` with rule `D-EVB-2` when it is closed or the text says nothing.
    public mutating func explain(_ reason: DelayReason, under law: Law) throws(RuleViolation) {
        try change(under: law) { (decision: inout UnexecutedDecision) throws(RuleViolation) in
            try decision.ensureOpen()
            decision.reasons.append(reason)
        }
    }

    /// Notes an offer; one that was declined closes nothing.
    ///
    /// - Throws: `RuleViolation` with rule `D-EVB-2` when the decision is closed or the offer dated before it.
    public mutating func offer(_ offer: Offer, under law: Law) throws(RuleViolation) {
        try change(under: law) { (decision: inout UnexecutedDecision) throws(RuleViolation) in
            try decision.ensureOpen()
            decision.offers.append(offer)
        }
    }

    /// Ends the reporting.
    ///
    /// - Throws: `RuleViolation` with rule `D-EVB-2` when it has ended already or the day lies before the decision.
    public mutating func close(_ closing: Closing, under law: Law) throws(RuleViolation) {
        try change(under: law) { (decision: inout UnexecutedDecision) throws(RuleViolation) in
            try decision.ensureOpen()
            decision.closing = closing
        }
    }

    /// Notes a report as sent, also after closing.
    ///
    /// - Throws: `RuleViolation` with rule `D-EVB-1` when the decision is not to be reported then, to that receiver or
    ///   without a reason; `D-EVB-2` when the receiver has that report already.
    public mutating func send(_ report: SentReport, under law: Law) throws(RuleViolation) {
        try change(under: law) { (decision: inout UnexecutedDecision) throws(RuleViolation) in
            try decision.require(decision.service, "D-EVB-1", "service", under: law)
            decision.reports.append(report)
        }
    }

    private func ensureOpen() throws(RuleViolation) {
        try ensure(closing == nil, "D-EVB-2", "closing", sv: "beslutet är avslutat", en: "the decision is closed")
    }
}

extension UnexecutedDecision: CheckedRecord {
    func checkStructure() throws(RuleViolation) {
        try ensure(
            origin.decided <= origin.countedFrom && months > 0,
            "D-EVB-1",
            "origin",
            sv: "beslutets dagar eller månader stämmer inte",
            en: "the days or months of the decision do not fit"
        )
        try ensure(
            ([closing?.day] + reasons.map(\.day) + offers.map(\.day)).allSatisfy {
                $0.map { $0 >= origin.decided } ?? true
            },
            "D-EVB-2",
            "day",
            sv: "dagen ligger före beslutet",
            en: "the day lies before the decision"
        )
        try ensure(
            closing.map { $0.day >= origin.countedFrom } ?? true,
            "D-EVB-2",
            "closing.day",
            sv: "beslutet avslutas före avbrottet",
            en: "the decision ends before the interruption"
        )
    }

    /// Decodes the stored form; refuses what the initialiser refuses.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        try self.init(
            id: container.decode(RecordID<UnexecutedDecision>.self, forKey: .id),
            unit: container.decode(OrganisationUnitID.self, forKey: .unit),
            legalBasis: container.decode(LegalBasis.self, forKey: .legalBasis),
            service: container.decode(Stated<CategoryCode>.self, forKey: .service),
            origin: container.decode(Origin.self, forKey: .origin),
            reporter: container.decode(Reporter.self, forKey: .reporter),
            months: container.decode(Int.self, forKey: .months),
            reasons: container.decode([DelayReason].self, forKey: .reasons),
            offers: container.decode([Offer].self, forKey: .offers),
            closing: container.decodeIfPresent(Closing.self, forKey: .closing),
            reports: container.decode([SentReport].self, forKey: .reports)
        )
    }
}
