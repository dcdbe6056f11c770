public import QualityCore

extension Complaint {
    /// A submission is finished when nothing more is to be done in it; one passed on as an appeal is under appeal.
    public var retention: RetentionStanding {
        var stops: Set<RetentionStanding.Stop> = []
        if !phase.isEnd { stops.insert(.live) }
        if phase == .passedOnAsAppeal { stops.insert(.appeal) }
        let last = [received, acknowledged?.day, answered, ending?.day].compactMap(\.self).max()
        return RetentionStanding(
            days: [.received: received, .closed: ending?.day, .lastNote: last].compactMapValues(\.self),
            stops: stops
        )
    }

    /// What the sender wrote or said.
    public var searchableTexts: [String?] { [receipt.words.value] }
}
