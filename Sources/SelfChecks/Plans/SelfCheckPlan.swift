public import QualityCore

/// The self-checks of a unit in a year, approved by someone on a day (*plan för egenkontroll*).
public struct SelfCheckPlan: QualityRecord {
    /// The stable name of the kind, as stored.
    public static let kind = RecordKind(rawValue: "selfCheckPlan")
    /// The version of the stored form.
    public static let schemaVersion = 1

    /// How far a plan has come. Closed.
    public enum Phase: String, Hashable, Sendable, Codable, CaseIterable {
        /// It is being written or changed (*utkast*).
        case draft
        /// It is approved (*godkänd*).
        case approved
    }

    /// The identity of the record.
    public let id: RecordID<SelfCheckPlan>
    /// The unit whose work is checked.
    public let unit: OrganisationUnitID
    /// The calendar year.
    public let year: Int
    /// The planned checks, in the order of the plan.
    public private(set) var checks: [PlannedCheck]
    /// Each time it was approved, and taken up for change.
    public private(set) var approvals: [PlanApproval]
    /// The occasions that are not to be done.
    public private(set) var cancellations: [OccasionCancellation]

    /// A plan to be approved.
    ///
    /// - Throws: `RuleViolation` with rule `D-SLF-2` when the year is not 1 to 9999, two checks share a code, or a
    ///   code is blank or the days of grace negative.
    public init(
        id: RecordID<SelfCheckPlan>,
        unit: OrganisationUnitID,
        year: Int,
        checks: [PlannedCheck] = []
    ) throws(RuleViolation) {
        self.id = id
        self.unit = unit
        self.year = year
        self.checks = checks
        approvals = []
        cancellations = []
        try check()
    }

    /// A plan that another system had approved, with the gaps that its source leaves.
    ///
    /// - Throws: `RuleViolation` as for a plan of one's own; breaches of rules are told by `violations(under:)`.
    public init(
        imported id: RecordID<SelfCheckPlan>,
        unit: OrganisationUnitID,
        year: Int,
        checks: [PlannedCheck],
        approved: Signature
    ) throws(RuleViolation) {
        try self.init(id: id, unit: unit, year: year, checks: checks)
        approvals = [PlanApproval(approved: approved)]
        try check()
    }

    /// How far it has come.
    public var phase: Phase {
        approvals.last.map { $0.amendment == nil } == true ? .approved : .draft
    }

    /// Whether it has been approved at any time, so that its occasions are expected.
    public var isInForce: Bool { !approvals.isEmpty }

    /// The days of the plan's year.
    public var period: CalendarPeriod? { CalendarPeriod(year: year) }

    /// The check with a code; `nil` if the plan has none.
    public subscript(_ code: PlannedCheckCode) -> PlannedCheck? {
        checks.first { $0.code == code }
    }

    /// Adds a check, or puts it in the place of the one with its code.
    ///
    /// - Throws: `RuleViolation` with rule `D-SLF-2` when the plan is approved and not taken up for change, or the
    ///   check has a blank code or negative days of grace; `D-SLF-1` when its own kind is not told in words.
    public mutating func put(_ check: PlannedCheck, under law: Law) throws(RuleViolation) {
        try act(in: .draft, under: law) { plan throws(RuleViolation) in
            if let index = plan.checks.firstIndex(where: { $0.code == check.code }) {
                plan.checks[index] = check
            } else {
                plan.checks.append(check)
            }
        }
    }

    /// Takes a check out of the plan.
    ///
    /// - Throws: `RuleViolation` with rule `D-SLF-2` when the plan is approved or has no such check; `D-SLF-7` when an
    ///   occasion of it was cancelled.
    public mutating func remove(_ code: PlannedCheckCode, under law: Law) throws(RuleViolation) {
        try act(in: .draft, under: law) { plan throws(RuleViolation) in
            try plan.requireCheck(code, rule: "D-SLF-2", field: "checks")
            plan.checks.removeAll { $0.code == code }
        }
    }

    /// Approves the plan.
    ///
    /// - Throws: `RuleViolation` with rule `D-SLF-2` when something required of a check is lacking, a gap of an import
    ///   too, or the plan is approved already; `D-SLF-6` when a schedule gives no day of the year; `D-SLF-10` when a
    ///   review of access logs does not recur.
    public mutating func approve(by signature: Signature, under law: Law) throws(RuleViolation) {
        try act(in: .draft, under: law) { plan throws(RuleViolation) in
            if let gap = plan.checks.compactMap(\.gap).first, !law.suspends("D-SLF-2", field: gap) {
                throw plan.violation(
                    "D-SLF-2",
                    field: gap,
                    sv: "uppgiften fanns inte i källan och behövs nu",
                    en: "the source did not hold the fact, and it is needed now"
                )
            }
            plan.approvals.append(PlanApproval(approved: signature))
        }
    }

    /// Takes an approved plan up for change; it must be approved again.
    ///
    /// - Throws: `RuleViolation` with rule `D-SLF-2` when it is not approved, the reason is blank or the day too early.
    public mutating func amend(by signature: Signature, reason: String, under law: Law) throws(RuleViolation) {
        try act(in: .approved, under: law) { plan throws(RuleViolation) in
            plan.approvals[plan.approvals.count - 1].amendment = .init(signature: signature, reason: reason)
        }
    }

    /// Cancels one expected occasion, for a reason.
    ///
    /// - Throws: `RuleViolation` with rule `D-SLF-7` when the plan has no such check, the day lies outside its year,
    ///   the reason is blank, or the occasion is cancelled already; `D-SLF-2` when the plan is not approved.
    public mutating func cancelOccasion(
        of code: PlannedCheckCode,
        on expected: CalendarDate,
        by signature: Signature,
        reason: String,
        under law: Law
    ) throws(RuleViolation) {
        try act(in: .approved, under: law) { plan throws(RuleViolation) in
            plan.cancellations.append(
                OccasionCancellation(check: code, expected: expected, signature: signature, reason: reason)
            )
        }
    }

    private mutating func act(
        in phase: Phase,
        under law: Law,
        _ change: (inout SelfCheckPlan) throws(RuleViolation) -> Void
    ) throws(RuleViolation) {
        try perform(under: law) { plan throws(RuleViolation) in
            guard plan.phase == phase else {
                throw plan.violation(
                    "D-SLF-2",
                    field: "phase",
                    sv: "handlingen passar inte planens status",
                    en: "the act does not suit the phase of the plan"
                )
            }
            try change(&plan)
            try plan.check()
        }
    }

    /// Unit, days, status and codes of the record; one observation a planned check.
    public var facts: RecordFacts {
        RecordFacts(
            unit: unit,
            reported: approvals.first?.approved.day,
            status: phase.rawValue,
            observations: checks.map { .init(codes: [.category: [CategoryCode(rawValue: $0.sort.rawValue)]]) }
        )
    }
}

extension SelfCheckPlan {
    private enum CodingKeys: String, CodingKey { case id, unit, year, checks, approvals, cancellations }

    /// Decodes the stored form; refuses what the initialisers refuse.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        try self.init(
            id: container.decode(RecordID<SelfCheckPlan>.self, forKey: .id),
            unit: container.decode(OrganisationUnitID.self, forKey: .unit),
            year: container.decode(Int.self, forKey: .year),
            checks: container.decode([PlannedCheck].self, forKey: .checks)
        )
        approvals = try container.decode([PlanApproval].self, forKey: .approvals)
        cancellations = try container.decode([OccasionCancellation].self, forKey: .cancellations)
        try check()
    }
}
