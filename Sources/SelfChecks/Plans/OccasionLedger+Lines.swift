public import QualityCore

extension OccasionLedger {
    /// How an expected occasion stands on a day. Closed.
    public enum Standing: Hashable, Sendable, Codable {
        /// Done in time (*genomförd*).
        case done(on: CalendarDate)
        /// Done after its last day (*försenad*).
        case late(on: CalendarDate)
        /// Not done, and its last day has passed (*utebliven*).
        case missed
        /// Not to be done, for a reason (*inställd*).
        case cancelled(reason: String)
        /// Not done, and its last day has not passed (*öppen*).
        case open
    }

    /// One expected occasion with what became of it.
    public struct Line: Hashable, Sendable {
        /// The occasion.
        public let entry: Entry
        /// How it stands.
        public let standing: Standing
        /// The check that was done or begun for it; `nil` when there is none.
        public let check: RecordReference?
        /// Further checks for the same occasion, which count for nothing more.
        public let further: [RecordReference]
    }

    /// All expected occasions and how they stand on a day.
    ///
    /// A check or a cancellation belongs to the last occasion of its series expected on or before the day that it
    /// names, so that a moved day still finds its occasion. What happened after the day is not seen.
    public func lines(with plans: [SelfCheckPlan], checks: [SelfCheck], asOf day: CalendarDate) -> [Line] {
        var days: [PlannedSeries: [CalendarDate]] = [:]
        for entry in entries { days[PlannedSeries(entry.occasion), default: []].append(entry.occasion.expected) }
        let slot = { (occasion: PlannedOccasion) -> PlannedOccasion? in
            guard let series = days[PlannedSeries(occasion)], let first = series.first else { return nil }
            let expected = series.last { $0 <= occasion.expected } ?? first
            return PlannedOccasion(plan: occasion.plan, check: occasion.check, expected: expected)
        }
        var found: [PlannedOccasion: [SelfCheck]] = [:]
        for check in checks where check.phase != .cancelled && check.begun <= day {
            if let occasion = check.occasion.flatMap(slot) { found[occasion, default: []].append(check) }
        }
        var reasons: [PlannedOccasion: String] = [:]
        for plan in plans {
            for cancellation in plan.cancellations where cancellation.signature.day <= day {
                let named = PlannedOccasion(plan: plan.id, check: cancellation.check, expected: cancellation.expected)
                if let occasion = slot(named) { reasons[occasion] = cancellation.reason }
            }
        }
        return entries.map { entry in
            let ordered = (found[entry.occasion] ?? []).sorted { Self.order($0, asOf: day) < Self.order($1, asOf: day) }
            return Line(
                entry: entry,
                standing: Self.standing(of: entry, check: ordered.first, reason: reasons[entry.occasion], asOf: day),
                check: ordered.first?.reference,
                further: ordered.dropFirst().map(\.reference)
            )
        }
    }

    /// Done before begun, the first done first.
    private static func order(_ check: SelfCheck, asOf day: CalendarDate) -> (Int, CalendarDate, String) {
        let done = check.doneOn.flatMap { $0 <= day ? $0 : nil }
        return (done == nil ? 1 : 0, done ?? check.begun, check.id.rawValue)
    }

    private static func standing(
        of entry: Entry,
        check: SelfCheck?,
        reason: String?,
        asOf day: CalendarDate
    ) -> Standing {
        if let done = check?.doneOn, done <= day {
            return done <= entry.lastDay ? .done(on: done) : .late(on: done)
        }
        if let reason { return .cancelled(reason: reason) }
        return entry.lastDay < day ? .missed : .open
    }
}

extension OccasionLedger.Standing: Labelled {
    /// The name that people read.
    public var label: LocalizedText {
        switch self {
        case .done: LocalizedText(sv: "Genomförd", en: "Done")
        case .late: LocalizedText(sv: "Försenad", en: "Late")
        case .missed: LocalizedText(sv: "Utebliven", en: "Missed")
        case .cancelled: LocalizedText(sv: "Inställd", en: "Cancelled")
        case .open: LocalizedText(sv: "Öppen", en: "Open")
        }
    }
}
