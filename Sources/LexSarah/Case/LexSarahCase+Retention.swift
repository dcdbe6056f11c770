public import QualityCore

extension LexSarahCase {
    /// A case is finished when it is closed or joined; an open matter at the authority stops its disposal (D-SEC-8).
    public var retention: RetentionStanding {
        var stops: Set<RetentionStanding.Stop> = []
        if phase != .closed && phase != .joined { stops.insert(.live) }
        if let matter, matter.ended == nil { stops.insert(.authorityMatter) }
        let notes = rounds.flatMap { $0.entries.map(\.note.author.day) } + additions.map(\.author.day)
        let reports = reports.map(\.received)
        let acts = rounds.compactMap(\.ended) + decisions.compactMap(\.day) + closings.map(\.day) + (matter?.days ?? [])
        let last = (reports + notes + acts).max()
        let operatedBy: OperatorKind? =
            switch self.operatedBy.value {
            case .board: .own
            case .privateOperator: .privateProvider
            case .stateAgency: .state
            case nil: nil
            }
        return RetentionStanding(
            days: [.received: reported, .closed: closings.last?.day, .lastNote: last].compactMapValues(\.self),
            operatedBy: operatedBy,
            stops: stops
        )
    }

    /// The accounts of the reports.
    public var searchableTexts: [String?] { reports.map(\.account.value) }
}
