public import QualityCore

/// One entry beside a report that puts a fact of it right or fills a gap (*rättelse*, D-DEV-3).
public struct DeviationCorrection: Hashable, Sendable, Codable {
    /// The fact as it should be. Closed.
    public enum Change: Hashable, Sendable, Codable {
        /// The unit where it happened.
        case unit(OrganisationUnitID)
        /// When it happened.
        case occurred(OccurrenceTime)
        /// When someone noticed.
        case discovered(CalendarDate)
        /// The acts under which the service is given.
        case legalBases([LegalBasis])
        /// What it was about.
        case category(CategoryCode)
        /// Where in the unit.
        case place(String)
        /// What happened.
        case account(String)
        /// What was done at once.
        case immediateAction(ImmediateAction)
        /// Whom it concerns.
        case concerned([ConcernedParty])
        /// Who reported it.
        case reporter(DeviationReporter)
        /// The unit that discovered it.
        case discoveredIn(OrganisationUnitID)
        /// The unit that answers for it.
        case answersFor(OrganisationUnitID)
        /// Circumstances that registration rules ask for.
        case circumstances([DeviationCircumstance])
    }

    /// The fact as it should be.
    public let change: Change
    /// Why it is put right.
    public let reason: String
    /// Who put it right.
    public let by: Signature

    /// A correction of one fact.
    public init(_ change: Change, reason: String, by: Signature) {
        self.change = change
        self.reason = reason
        self.by = by
    }
}

extension DeviationReport {
    mutating func apply(_ change: DeviationCorrection.Change) {
        switch change {
        case .unit(let unit): self.unit = unit
        case .occurred(let occurred): self.occurred = occurred
        case .discovered(let discovered): self.discovered = discovered
        case .legalBases(let bases): legalBases = .value(bases)
        case .category(let code): category = .value(code)
        case .place(let text): place = .value(text)
        case .account(let text): account = .value(text)
        case .immediateAction(let action): immediateAction = .value(action)
        case .concerned(let parties): concerned = .value(parties)
        case .reporter(let reporter): self.reporter = .value(reporter)
        case .discoveredIn(let unit): discoveredIn = unit
        case .answersFor(let unit): answersFor = unit
        case .circumstances(let circumstances): self.circumstances = circumstances
        }
    }
}
