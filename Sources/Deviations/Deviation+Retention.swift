public import QualityCore

extension Deviation {
    /// A deviation is finished when it is closed or cancelled; an open notification to the authority stops its disposal.
    public var retention: RetentionStanding {
        let closed = closures.last.flatMap { $0.reopened == nil ? $0.closed : nil }
        return RetentionStanding(
            days: [
                .received: facts.reported, .closed: closed,
                .lastNote: ([facts.reported, closed] + steps.map { $0.signature.day }).compactMap(\.self).max(),
            ].compactMapValues(\.self),
            stops: phase.isOpen ? [.live] : []
        )
    }

    /// Where it happened, what happened and what was done at once.
    public var searchableTexts: [String?] {
        var texts = [current.place.value, current.account.value]
        if case .taken(let action)? = current.immediateAction.value { texts.append(action) }
        return texts
    }
}
