public import QualityCore

/// The occasions that plans have made one expect, kept so that a changed plan does not rewrite the past (*uppföljning av planerade tillfällen*).
///
/// ``catchUp(with:checks:through:)`` can be run as often or as seldom as one likes: twice on a day adds nothing, and
/// after days of downtime it adds all that was missed. How each occasion stands is reckoned anew by
/// ``lines(with:checks:asOf:)``, never stored.
public struct OccasionLedger: Hashable, Sendable {
    /// One expected occasion.
    public struct Entry: Hashable, Sendable, Codable {
        /// The occasion.
        public let occasion: PlannedOccasion
        /// The unit.
        public let unit: OrganisationUnitID
        /// The last day on which it is done in time.
        public let lastDay: CalendarDate
    }

    /// The expected occasions by plan, check and day.
    public private(set) var entries: [Entry]

    /// A ledger without occasions.
    public init() {
        entries = []
    }

    /// Adds the occasions that plans in force expect through a day and that are not in the ledger yet.
    ///
    /// - Parameters:
    ///   - plans: the plans; only one that has been approved makes anyone expect anything.
    ///   - checks: the checks done so far, which *so long after the last* counts from.
    ///   - day: the day to catch up to.
    /// - Returns: the entries added, in order; none when it is run again.
    @discardableResult
    public mutating func catchUp(
        with plans: [SelfCheckPlan],
        checks: [SelfCheck],
        through day: CalendarDate
    ) -> [Entry] {
        var latest: [PlannedSeries: CalendarDate] = [:]
        for entry in entries { latest[PlannedSeries(entry.occasion)] = entry.occasion.expected }
        let settled = Self.daysSettled(plans, checks, asOf: day)
        var added: [Entry] = []
        for plan in plans where plan.isInForce {
            guard let year = plan.period, let period = CalendarPeriod(first: year.first, last: min(year.last, day))
            else { continue }
            for check in plan.checks {
                let series = PlannedSeries(plan: plan.id, check: check.code)
                for expected in check.schedule.expectedDays(in: period, done: settled[series] ?? []) {
                    if let last = latest[series], expected <= last { continue }
                    latest[series] = expected
                    added.append(
                        Entry(
                            occasion: PlannedOccasion(plan: plan.id, check: check.code, expected: expected),
                            unit: plan.unit,
                            lastDay: expected.adding(days: check.graceDays) ?? .latest
                        )
                    )
                }
            }
        }
        added.sort { $0.occasion < $1.occasion }
        entries = (entries + added).sorted { $0.occasion < $1.occasion }
        return added
    }

    /// For each series the day on which each of its occasions was first done, or expected where it was cancelled.
    private static func daysSettled(
        _ plans: [SelfCheckPlan],
        _ checks: [SelfCheck],
        asOf day: CalendarDate
    ) -> [PlannedSeries: [CalendarDate]] {
        var settled: [PlannedOccasion: CalendarDate] = [:]
        for plan in plans {
            for cancellation in plan.cancellations where cancellation.signature.day <= day {
                let expected = cancellation.expected
                settled[PlannedOccasion(plan: plan.id, check: cancellation.check, expected: expected)] = expected
            }
        }
        var done: [PlannedOccasion: CalendarDate] = [:]
        for check in checks where check.phase != .cancelled {
            guard let occasion = check.occasion, let doneOn = check.doneOn, doneOn <= day else { continue }
            done[occasion] = min(done[occasion] ?? doneOn, doneOn)
        }
        settled.merge(done) { $1 }
        return Dictionary(grouping: settled) { PlannedSeries($0.key) }.mapValues { $0.map(\.value) }
    }
}

/// One check of one plan: the row of expected occasions that it gives.
struct PlannedSeries: Hashable {
    let plan: RecordID<SelfCheckPlan>
    let check: PlannedCheckCode

    init(plan: RecordID<SelfCheckPlan>, check: PlannedCheckCode) {
        self.plan = plan
        self.check = check
    }

    init(_ occasion: PlannedOccasion) {
        self.init(plan: occasion.plan, check: occasion.check)
    }
}

extension OccasionLedger: Codable {
    /// Decodes the stored form; refuses an occasion that stands twice.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        entries = try container.decode([Entry].self).sorted { $0.occasion < $1.occasion }
        guard Set(entries.map(\.occasion)).count == entries.count else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "an occasion stands twice")
        }
    }

    /// Encodes the stored form, one element an occasion.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(entries)
    }
}
