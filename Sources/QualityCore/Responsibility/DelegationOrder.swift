/// Which role decides what in the board's place, and for how long (*delegationsordning*, D-ORG-3).
public struct DelegationOrder: Hashable, Sendable {
    /// The delegations, past, present and coming.
    public let delegations: [Delegation]

    /// An order of delegations.
    ///
    /// - Parameters:
    ///   - delegations: the delegations.
    ///   - law: the law that a refusal cites.
    /// - Throws: ``RuleViolation`` with rule `D-ORG-3` when a board delegates a matter of KL 6:38 (field `matter`), a
    ///   right begins before the board's decision (`validity`), or the source names no paragraph or document (`source`).
    public init(_ delegations: [Delegation], under law: Law = .swedish) throws(RuleViolation) {
        for delegation in delegations {
            switch delegation.source {
            case .board(let day, let paragraph):
                if case .matter(let matter) = delegation.scope, matter.boardOnly != nil {
                    throw .delegation(
                        delegation,
                        field: "matter",
                        provision: law.provision(for: .keepToBoard, on: day),
                        sv: "ärendet får inte delegeras",
                        en: "the matter cannot be delegated"
                    )
                }
                guard let from = delegation.validity.from, day <= from else {
                    throw .delegation(
                        delegation,
                        field: "validity",
                        provision: law.provision(for: .delegate, on: day),
                        sv: "delegationen börjar före nämndens beslut",
                        en: "the delegation begins before the board's decision"
                    )
                }
                let provision = law.provision(for: .delegate, on: day)
                try Self.requireText(paragraph, of: delegation, provision)
            case .orderOfSignature(let document):
                try Self.requireText(document, of: delegation, nil)
            }
        }
        self.delegations = delegations
    }

    private static func requireText(
        _ text: String,
        of delegation: Delegation,
        _ provision: Provision?
    ) throws(RuleViolation) {
        guard text.allSatisfy(\.isWhitespace) else { return }
        throw .delegation(
            delegation,
            field: "source",
            provision: provision,
            sv: "beslutet bakom delegationen ska anges",
            en: "the decision behind the delegation must be named"
        )
    }

    /// The delegation under which a decision was taken.
    ///
    /// A matter of KL 6:38 is outside every delegation of a board; an urgent one is bounded by other acts alone.
    ///
    /// - Parameters:
    ///   - decision: the decision.
    ///   - organisation: the organisation.
    ///   - law: the law that a refusal cites, by the day of the decision.
    /// - Throws: ``RuleViolation`` with rule `D-ORG-3`: field `urgency` when an urgent decision has no reason, `matter`
    ///   when the matter cannot be delegated, `role` when no delegation covers matter, role, unit and day.
    public func delegation(
        for decision: DelegatedDecision,
        organisation: Organisation,
        under law: Law = .swedish
    ) throws(RuleViolation) -> Delegation {
        let day = decision.decider.day
        let above = Set(organisation.path(from: decision.unit).map(\.id))
        let candidates = delegations.filter {
            $0.role == decision.role && above.contains($0.unit) && $0.validity.contains(decision.decider.day)
        }
        if let urgency = decision.urgency {
            guard !urgency.allSatisfy(\.isWhitespace) else {
                throw .delegation(
                    decision,
                    field: "urgency",
                    provision: law.provision(for: .reportUrgentDecision, on: day),
                    sv: "det ska anges varför nämnden inte kunde inväntas",
                    en: "why the board could not be awaited must be told"
                )
            }
            guard decision.matter.boardOnly != .otherLaw else { throw Self.forbidden(decision, law) }
            if let found = candidates.first(where: { $0.scope == .urgent }) { return found }
        } else {
            let covering = candidates.filter {
                if case .matter(let matter) = $0.scope { matter.code == decision.matter.code } else { false }
            }
            if decision.matter.boardOnly == nil, let found = covering.first { return found }
            if let own = covering.first(where: { if case .orderOfSignature = $0.source { true } else { false } }) {
                return own
            }
            guard decision.matter.boardOnly == nil else { throw Self.forbidden(decision, law) }
        }
        throw .delegation(
            decision,
            field: "role",
            provision: law.provision(for: decision.urgency == nil ? .delegate : .reportUrgentDecision, on: day),
            sv: "ingen delegation omfattar beslutet",
            en: "no delegation covers the decision"
        )
    }

    private static func forbidden(_ decision: DelegatedDecision, _ law: Law) -> RuleViolation {
        .delegation(
            decision,
            field: "matter",
            provision: law.provision(for: .keepToBoard, on: decision.decider.day),
            sv: "ärendet får inte delegeras",
            en: "the matter cannot be delegated"
        )
    }

    /// The decisions to be told at a meeting: all taken through its day that no earlier meeting was told of.
    ///
    /// Urgent ones come first, each part in order of day. Those that the board has decided not to be told of are left
    /// out; one that no delegation covers is in, for the board must know of it.
    public func agenda(
        of decisions: [DelegatedDecision],
        for meeting: CalendarDate,
        organisation: Organisation
    ) -> [DelegatedDecision] {
        let open = decisions.filter { decision in
            guard decision.decider.day <= meeting, decision.told.map({ meeting <= $0 }) ?? true else { return false }
            do throws(RuleViolation) {
                return try delegation(for: decision, organisation: organisation).reporting == .nextMeeting
            } catch {
                return true
            }
        }
        let ordered = open.sorted { $0.decider.day < $1.decider.day }
        return ordered.filter { $0.urgency != nil } + ordered.filter { $0.urgency == nil }
    }

    /// The decisions that a past meeting should have been told of and no meeting was, each with rule `D-ORG-3` and
    /// field `told`.
    ///
    /// - Parameters:
    ///   - decisions: the decisions.
    ///   - meetings: the days of the board's meetings.
    ///   - day: the day on which the question is put; meetings of that day are not yet past.
    ///   - organisation: the organisation.
    ///   - law: the law that is cited, by the day of the meeting.
    public func untold(
        _ decisions: [DelegatedDecision],
        meetings: [CalendarDate],
        on day: CalendarDate,
        organisation: Organisation,
        under law: Law = .swedish
    ) -> [RuleViolation] {
        guard let last = meetings.filter({ $0 < day }).max() else { return [] }
        return agenda(of: decisions, for: last, organisation: organisation)
            .filter { $0.told == nil || $0.told.map { last < $0 } == true }
            .map {
                .delegation(
                    $0,
                    field: "told",
                    provision: law.provision(
                        for: $0.urgency == nil ? .reportDelegatedDecisions : .reportUrgentDecision,
                        on: last
                    ),
                    sv: "beslutet är inte anmält till nästa sammanträde",
                    en: "the decision was not told at the next meeting"
                )
            }
    }
}

extension DelegationOrder: Codable {
    /// Decodes the stored form; refuses what the initialiser refuses.
    public init(from decoder: any Decoder) throws {
        self = try DelegationOrder(decoder.singleValueContainer().decode([Delegation].self))
    }

    /// Encodes the stored form.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(delegations)
    }
}

extension RuleViolation {
    fileprivate static func delegation(
        _ delegation: Delegation,
        field: String,
        provision: Provision?,
        sv swedish: String,
        en english: String
    ) -> RuleViolation {
        RuleViolation(
            rule: "D-ORG-3",
            record: RecordReference(kind: RecordKind(rawValue: "organisationUnit"), id: delegation.unit.rawValue),
            field: field,
            citation: provision?.citation,
            ground: provision?.ground,
            message: LocalizedText(sv: swedish, en: english)
        )
    }

    fileprivate static func delegation(
        _ decision: DelegatedDecision,
        field: String,
        provision: Provision?,
        sv swedish: String,
        en english: String
    ) -> RuleViolation {
        RuleViolation(
            rule: "D-ORG-3",
            record: decision.record,
            field: field,
            citation: provision?.citation,
            ground: provision?.ground,
            message: LocalizedText(sv: swedish, en: english)
        )
    }
}
