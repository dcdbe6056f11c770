public import QualityCore

/// Whether a verdict stands when one part of what it rests on is left out (*känslighet*).
///
/// Counts, exposures and limits are those without the part; over-dispersion and the p-value that shows a difference are
/// those of the whole.
public struct Sensitivity: Hashable, Sendable {
    /// A part that was left out.
    public enum Part: Hashable, Sendable {
        /// A month; of two periods the month of the same place in both.
        case period(CalendarPeriod)
        /// A unit.
        case unit(OrganisationUnitID)
        /// A category; of a verdict on a category one of its headings.
        case category(CategoryCode)
    }

    /// What leaving out parts of one sort shows.
    public enum Outcome: Hashable, Sendable {
        /// There are not two parts of the sort.
        case notTried
        /// The verdict stands whichever of so many parts is left out.
        case survives(tried: Int)
        /// Without any one of these parts the verdict is another.
        case changes(without: [Part])
    }

    /// Leaving out one period.
    public let periods: Outcome
    /// Leaving out one unit.
    public let units: Outcome
    /// Leaving out one category.
    public let categories: Outcome

    /// Whether the verdict stands whatever is left out; true also where there was nothing to leave out.
    public var survives: Bool { breaking.isEmpty }

    /// The parts without which the verdict is another.
    public var breaking: [Part] {
        [periods, units, categories].flatMap { outcome -> [Part] in
            if case .changes(let parts) = outcome { parts } else { [] }
        }
    }

    /// Tries every part.
    ///
    /// `stands` says whether the verdict stands without a part; `nil` where it can not be told.
    init<Failure: Error>(
        periods: [CalendarPeriod],
        units: [OrganisationUnitID],
        categories: [CategoryCode],
        stands: (Part) throws(Failure) -> Bool?
    ) throws(Failure) {
        self.periods = try Self.outcome(periods.map(Part.period), stands)
        self.units = try Self.outcome(units.map(Part.unit), stands)
        self.categories = try Self.outcome(categories.map(Part.category), stands)
    }

    private static func outcome<Failure: Error>(
        _ parts: [Part],
        _ stands: (Part) throws(Failure) -> Bool?
    ) throws(Failure) -> Outcome {
        guard parts.count > 1 else { return .notTried }
        var (tried, breaking) = (0, [Part]())
        for part in parts {
            guard let isStanding = try stands(part) else { continue }
            tried += 1
            if !isStanding { breaking.append(part) }
        }
        if tried == 0 { return .notTried }
        return breaking.isEmpty ? .survives(tried: tried) : .changes(without: breaking)
    }
}
