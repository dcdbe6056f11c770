public import QualityCore

/// How the board follows up one private provider over a period (*uppföljning av privat utförare*, KL 10 kap. 8 §).
///
/// The provider's own self-checks stand as told; the board's checks, and what it asked for and when it came, stand
/// beside them.
public struct ProviderFollowUp: QualityRecord {
    /// The stable name of the kind, as stored.
    public static let kind = RecordKind(rawValue: "providerFollowUp")
    /// The version of the stored form.
    public static let schemaVersion = 1

    /// How far a follow-up has come. Closed.
    public enum Phase: String, Hashable, Sendable, Codable, CaseIterable {
        /// It is under way (*pågår*).
        case open
        /// It has a conclusion (*avslutad*).
        case closed
    }

    /// The identity of the record.
    public let id: RecordID<ProviderFollowUp>
    /// The board or the unit that follows up.
    public let unit: OrganisationUnitID
    /// The provider, a node of the organisation with a private operator.
    public let provider: OrganisationUnitID
    /// The days that are followed up.
    public let period: CalendarPeriod
    /// The provider's own self-checks, as told.
    public private(set) var told: [ToldCheck]
    /// The board's own checks of the provider.
    public private(set) var boardChecks: [RecordReference]
    /// Why the board has made no check of its own; `nil` while nobody has said.
    public private(set) var noBoardCheckReason: String?
    /// What the board has asked for.
    public private(set) var requests: [ProviderRequest]
    /// What the follow-up comes to; `nil` until it is written.
    public private(set) var conclusion: String?
    /// Each time it was closed, and reopened.
    public private(set) var closings: [CheckClosing]

    /// A follow-up that begins.
    public init(
        id: RecordID<ProviderFollowUp>,
        unit: OrganisationUnitID,
        provider: OrganisationUnitID,
        period: CalendarPeriod
    ) {
        self.id = id
        self.unit = unit
        self.provider = provider
        self.period = period
        told = []
        boardChecks = []
        requests = []
        closings = []
    }

    /// How far it has come.
    public var phase: Phase { closings.isClosed ? .closed : .open }

    /// Notes a self-check that the provider tells of.
    ///
    /// - Throws: `RuleViolation` with rule `D-SLF-11` when it was told before it was done, what it is is blank, or
    ///   the follow-up is closed.
    public mutating func tell(_ check: ToldCheck, under law: Law) throws(RuleViolation) {
        try act(under: law) { followUp throws(RuleViolation) in followUp.told.append(check) }
    }

    /// Links a check that the board has made of the provider.
    ///
    /// - Throws: `RuleViolation` with rule `D-SLF-11` when it is no self-check, is linked already, or the follow-up
    ///   is closed.
    public mutating func link(_ check: RecordReference, under law: Law) throws(RuleViolation) {
        try act(under: law) { followUp throws(RuleViolation) in followUp.boardChecks.append(check) }
    }

    /// States why the board makes no check of its own.
    ///
    /// - Throws: `RuleViolation` with rule `D-SLF-11` when the follow-up is closed.
    public mutating func stateNoBoardCheck(reason: String, under law: Law) throws(RuleViolation) {
        try act(under: law) { followUp throws(RuleViolation) in followUp.noBoardCheckReason = reason }
    }

    /// Asks the provider for data that quality assurance needs.
    ///
    /// - Returns: the number of the request.
    /// - Throws: `RuleViolation` with rule `D-SLF-11` when what is asked for is blank, it is due before it was asked
    ///   for, or the follow-up is closed.
    @discardableResult
    public mutating func request(
        _ what: String,
        by signature: Signature,
        dueOn: CalendarDate,
        under law: Law
    ) throws(RuleViolation) -> Int {
        try act(under: law) { followUp throws(RuleViolation) in
            let number = followUp.requests.count + 1
            followUp.requests.append(ProviderRequest(number: number, what: what, asked: signature, dueOn: dueOn))
        }
        return requests.count
    }

    /// Ends a request: what was asked for came, or the board gave up.
    ///
    /// - Throws: `RuleViolation` with rule `D-SLF-11` when there is no such request, it has ended, the day lies before
    ///   it was asked for, giving up has no reason, or the follow-up is closed.
    public mutating func end(
        _ number: Int,
        _ outcome: ProviderRequest.Outcome,
        under law: Law
    ) throws(RuleViolation) {
        try act(under: law) { followUp throws(RuleViolation) in
            guard let index = followUp.requests.firstIndex(where: { $0.number == number && $0.outcome == nil }) else {
                throw followUp.violation(
                    "D-SLF-11",
                    field: "requests.number",
                    sv: "ingen sådan begäran är öppen",
                    en: "no such request is outstanding"
                )
            }
            followUp.requests[index].outcome = outcome
        }
    }

    /// Writes what the follow-up comes to.
    ///
    /// - Throws: `RuleViolation` with rule `D-SLF-11` when the follow-up is closed.
    public mutating func conclude(_ text: String, under law: Law) throws(RuleViolation) {
        try act(under: law) { followUp throws(RuleViolation) in followUp.conclusion = text }
    }

    /// Closes the follow-up.
    ///
    /// - Throws: `RuleViolation` with rule `D-SLF-11` while a request is outstanding, there is neither a check of the
    ///   board's own nor a reason, or no conclusion, and when the day is too early.
    public mutating func close(by signature: Signature, under law: Law) throws(RuleViolation) {
        try act(under: law) { followUp throws(RuleViolation) in
            followUp.closings.append(CheckClosing(closed: signature))
        }
    }

    /// Takes a closed follow-up up again; the closed interval is kept.
    ///
    /// - Throws: `RuleViolation` with rule `D-SLF-11` when it is not closed, the reason is blank or the day too early.
    public mutating func reopen(by signature: Signature, reason: String, under law: Law) throws(RuleViolation) {
        try act(in: .closed, under: law) { followUp throws(RuleViolation) in
            followUp.closings[followUp.closings.count - 1].reopening = .init(signature: signature, reason: reason)
        }
    }

    private mutating func act(
        in phase: Phase = .open,
        under law: Law,
        _ change: (inout ProviderFollowUp) throws(RuleViolation) -> Void
    ) throws(RuleViolation) {
        try perform(under: law) { followUp throws(RuleViolation) in
            guard followUp.phase == phase else {
                throw followUp.violation(
                    "D-SLF-11",
                    field: "phase",
                    sv: "handlingen passar inte uppföljningens status",
                    en: "the act does not suit the phase of the follow-up"
                )
            }
            try change(&followUp)
            try followUp.check()
        }
    }
}

extension ProviderFollowUp {
    private enum CodingKeys: String, CodingKey {
        case id, unit, provider, period, told, boardChecks, noBoardCheckReason, requests, conclusion, closings
    }

    /// Decodes the stored form; refuses what the acts refuse.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        id = try container.decode(RecordID<ProviderFollowUp>.self, forKey: .id)
        unit = try container.decode(OrganisationUnitID.self, forKey: .unit)
        provider = try container.decode(OrganisationUnitID.self, forKey: .provider)
        period = try container.decode(CalendarPeriod.self, forKey: .period)
        told = try container.decode([ToldCheck].self, forKey: .told)
        boardChecks = try container.decode([RecordReference].self, forKey: .boardChecks)
        noBoardCheckReason = try container.decodeIfPresent(String.self, forKey: .noBoardCheckReason)
        requests = try container.decode([ProviderRequest].self, forKey: .requests)
        conclusion = try container.decodeIfPresent(String.self, forKey: .conclusion)
        closings = try container.decode([CheckClosing].self, forKey: .closings)
        try check()
    }
}
