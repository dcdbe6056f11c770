public import QualityCore

extension LexSarahCase {
    /// Those concerned, who reported it, and who began a round of investigation.
    public var persons: RecordPersons {
        var affected: [PersonReference] = []
        if case .persons(let persons)? = concerned.value { affected = persons.map(\.person) }
        return RecordPersons(
            concerned: affected,
            reporters: reports.compactMap { $0.reporter.value?.person },
            assigned: rounds.compactMap { $0.begun.value?.person }
        )
    }

    /// The case without its reporters, those concerned, statements, investigation or assessment (D-SEC-3).
    ///
    /// That there is a case, its phase and what removes the danger always stay.
    public func masked(_ fields: Set<ProtectedField>) -> LexSarahCase {
        var masked = self
        masked.reports = reports.map { $0.masked(fields) }
        if fields.contains(.concerned) { masked.concerned = .notStated(source: ProtectedField.hidden) }
        if fields.contains(.statements) { masked.answers = .notStated(source: ProtectedField.hidden) }
        if fields.contains(.investigation) {
            masked.additions = []
            masked.rounds = rounds.map { round in
                InvestigationRound(
                    begun: round.begun,
                    reopening: round.reopening.map { _ in ProtectedField.hidden },
                    ended: round.ended,
                    endedBy: round.endedBy,
                    scope: round.scope
                )
            }
        }
        if fields.contains(.assessment) {
            masked.categories = []
            masked.suspicion = nil
            masked.proposal = nil
            masked.decisions = []
            masked.matter = nil
        }
        return masked
    }

    /// Whether reports, those concerned, statements, investigation and assessment are alike.
    public func agrees(with other: LexSarahCase, on fields: Set<ProtectedField>) -> Bool {
        (fields.isDisjoint(with: [.reporter, .statements]) || reports == other.reports)
            && (!fields.contains(.concerned) || concerned == other.concerned)
            && (!fields.contains(.statements) || answers == other.answers)
            && (!fields.contains(.investigation) || rounds == other.rounds && additions == other.additions)
            && (!fields.contains(.assessment) || hasAssessment(of: other))
    }

    private func hasAssessment(of other: LexSarahCase) -> Bool {
        categories == other.categories && suspicion == other.suspicion && proposal == other.proposal
            && decisions == other.decisions && matter == other.matter
    }
}

extension MisconductReport {
    fileprivate func masked(_ fields: Set<ProtectedField>) -> MisconductReport {
        let hidesReporter = fields.contains(.reporter)
        let hidesStatements = fields.contains(.statements)
        return MisconductReport(
            id: id,
            received: received,
            reporter: hidesReporter ? .notStated(source: ProtectedField.hidden) : reporter,
            receipt: hidesReporter ? .notStated(source: ProtectedField.hidden) : receipt,
            noticed: hidesStatements ? .notStated(source: ProtectedField.hidden) : noticed,
            occurred: occurred,
            account: hidesStatements ? .notStated(source: ProtectedField.hidden) : account,
            answer: hidesStatements ? nil : answer
        )
    }
}
