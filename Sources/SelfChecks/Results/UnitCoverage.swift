public import QualityCore

/// What a unit has done of its expected self-checks in a period; none done is a line too (*genomförda egenkontroller*).
public struct UnitCoverage: Hashable, Sendable {
    /// The unit.
    public let unit: OrganisationUnitID
    /// The occasions done, in time or late.
    public let done: Int
    /// The occasions missed, without a reason.
    public let missed: Int
    /// The occasions still open.
    public let open: Int
    /// The reasons for those that were cancelled.
    public let reasons: [String]

    /// How much was done. Closed.
    public enum Extent: String, Hashable, Sendable, Codable, CaseIterable {
        /// Something was done.
        case done
        /// Nothing was done, and each occasion has a reason.
        case notDoneWithReason
        /// Nothing was done yet, and some occasion is open.
        case notYet
        /// Nothing was done, and at least one occasion has no reason.
        case notDone
        /// Nothing was planned.
        case notPlanned
    }

    /// How much was done.
    public var extent: Extent {
        if done > 0 { return .done }
        if missed > 0 { return .notDone }
        if open > 0 { return .notYet }
        return reasons.isEmpty ? .notPlanned : .notDoneWithReason
    }

    /// One line for each unit, in the order given, over the occasions expected in a period.
    public static func lines(
        of units: [OrganisationUnitID],
        over ledger: [OccasionLedger.Line],
        in period: CalendarPeriod
    ) -> [UnitCoverage] {
        let expected = ledger.filter { period.contains($0.entry.occasion.expected) }
        let byUnit = Dictionary(grouping: expected, by: \.entry.unit)
        return units.map { unit in
            var (done, missed, open, reasons) = (0, 0, 0, [String]())
            for line in byUnit[unit] ?? [] {
                switch line.standing {
                case .done, .late: done += 1
                case .missed: missed += 1
                case .open: open += 1
                case .cancelled(let reason): reasons.append(reason)
                }
            }
            return UnitCoverage(unit: unit, done: done, missed: missed, open: open, reasons: reasons)
        }
    }

    /// The listed kinds of self-check that no approved plan of a unit has in a year, in order.
    public static func kindsNotPlanned(
        for unit: OrganisationUnitID,
        year: Int,
        in plans: [SelfCheckPlan],
        of kinds: [SelfCheckKind] = SelfCheckKind.listed
    ) -> [SelfCheckKind] {
        let planned = plans.filter { $0.unit == unit && $0.year == year && $0.phase == .approved }
            .flatMap { $0.checks.map(\.sort) }
        return kinds.filter { !planned.contains($0) }
    }
}

extension UnitCoverage.Extent: Labelled {
    /// The name that people read.
    public var label: LocalizedText {
        switch self {
        case .done: LocalizedText(sv: "Genomförd", en: "Done")
        case .notDoneWithReason: LocalizedText(sv: "Inte genomförd, med skäl", en: "Not done, with reason")
        case .notYet: LocalizedText(sv: "Ännu inte genomförd", en: "Not done yet")
        case .notDone: LocalizedText(sv: "Inte genomförd", en: "Not done")
        case .notPlanned: LocalizedText(sv: "Inte planerad", en: "Not planned")
        }
    }
}
