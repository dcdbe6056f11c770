public import QualityCore

extension LexSarahCase {
    /// Answers a reporter, or says why there is no answer.
    public mutating func answer(
        reporterOf report: RecordID<MisconductReport>,
        _ answer: Consideration,
        under law: Law
    ) throws(RuleViolation) {
        try act(under: law) { found throws(RuleViolation) in
            guard let index = found.reports.firstIndex(where: { $0.id == report }) else {
                throw found.unknown("reports.id")
            }
            found.reports[index].answer = answer
        }
    }

    /// Tells that a private operator informed the board.
    public mutating func informBoard(
        of matter: BoardInformation.Matter,
        by signature: Signature,
        under law: Law
    ) throws(RuleViolation) {
        try act(under: law) { found throws(RuleViolation) in
            switch matter {
            case .report(let id):
                guard let report = found.reports.first(where: { $0.id == id }), report.received <= signature.day else {
                    throw found.unknown("boardInformed", "D-LXS-7")
                }
            case .notification:
                guard let sent = found.matter?.sent, sent <= signature.day else {
                    throw found.unknown("boardInformed", "D-LXS-7")
                }
            }
            found.boardInformed.append(BoardInformation(matter: matter, by: signature))
        }
    }

    /// Closes a decided case.
    ///
    /// - Throws: `RuleViolation`: `D-LXS-6` where a notification is missing, `D-LXS-11` where a reporter has no answer,
    ///   and for each gap of an imported case that was never filled.
    public mutating func close(by signature: Signature, under law: Law) throws(RuleViolation) {
        try act(under: law) { found throws(RuleViolation) in
            try found.require([.decided])
            if let gap = found.gaps.first { throw found.violation(gap.rule, field: gap.field, Self.gapMessage) }
            found.closings.append(Closing(day: signature.day, by: .value(signature)))
            found.phase = .closed
        }
    }

    /// Takes a decided or closed case up again; a new investigation begins and the old one is kept.
    public mutating func reopen(
        by signature: Signature,
        because reason: String,
        override: ConflictOverride? = nil,
        under law: Law
    ) throws(RuleViolation) {
        try act(under: law) { found throws(RuleViolation) in
            try found.require([.decided, .closed])
            found.check(.investigate, of: signature.person, by: signature, override: override)
            if found.phase == .closed { found.closings[found.closings.count - 1].reopened = signature.day }
            let reopening: String? = found.rounds.isEmpty ? nil : reason
            guard !reason.allSatisfy(\.isWhitespace) else {
                throw found.violation("D-LXS-13", field: "rounds.reopening", Self.gapMessage)
            }
            found.rounds.append(InvestigationRound(begun: .value(signature), reopening: reopening))
            found.proposal = nil
            found.phase = .underInvestigation
        }
    }

    /// Joins an undecided case to another, which takes over its reports by ``takeReports(of:under:)``.
    public mutating func join(
        to other: RecordID<LexSarahCase>,
        because reason: String,
        by signature: Signature,
        under law: Law
    ) throws(RuleViolation) {
        try act(under: law) { found throws(RuleViolation) in
            try found.require([.received, .underInvestigation, .investigationEnded])
            guard found.decisions.isEmpty, found.matter == nil else { throw found.unknown("joining") }
            found.joining = Joining(other: other, reason: reason, by: signature)
            found.phase = .joined
        }
    }

    /// Takes over the reports of a case that was joined to this one, each still counted once by its identity.
    public mutating func takeReports(of other: LexSarahCase, under law: Law) throws(RuleViolation) {
        try act(under: law) { found throws(RuleViolation) in
            try found.require([.received, .underInvestigation, .investigationEnded, .decided], field: "reports")
            guard other.joining?.other == found.id, !found.absorbed.contains(other.reference) else {
                throw found.unknown("absorbed")
            }
            found.reports += other.reports
            found.absorbed.append(other.reference)
        }
    }

    /// What the source of an imported case never held and closing needs, by rule and field.
    public var gaps: [(rule: String, field: String)] {
        let all: [(String, String, Bool)] = [
            ("D-LXS-13", "legalBases", legalBases.value == nil),
            ("D-LXS-13", "operatedBy", operatedBy.value == nil),
            ("D-LXS-13", "concerned", concerned.value == nil),
            ("D-LXS-3", "remedy", remedy.value == nil),
            ("D-LXS-14", "answers", answers.value == nil),
            ("D-LXS-13", "rounds", rounds.isEmpty || rounds.last?.scope?.value == nil),
            ("D-LXS-5", "decision.by", decision?.by.value == nil),
        ]
        return all.filter(\.2).map { ($0.0, $0.1) }
    }

    /// Fills gaps of an imported case; what is stated already stays as it is.
    public mutating func complete(
        legalBases: [LegalBasis]? = nil,
        operatedBy: LexSarahOperator? = nil,
        concerned: PersonsConcerned? = nil,
        under law: Law
    ) throws(RuleViolation) {
        try act(under: law) { found throws(RuleViolation) in
            if let legalBases, found.legalBases.value == nil { found.legalBases = .value(legalBases) }
            if let operatedBy, found.operatedBy.value == nil { found.operatedBy = .value(operatedBy) }
            if let concerned, found.concerned.value == nil { found.concerned = .value(concerned) }
        }
    }

    func unknown(_ field: String, _ rule: String = "D-LXS-11") -> RuleViolation {
        violation(
            rule,
            field: field,
            LocalizedText(sv: "det finns inget sådant att hänvisa till", en: "there is no such thing to point at")
        )
    }
}
