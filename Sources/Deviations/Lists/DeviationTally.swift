import QualityCore

/// How many deviations, events' persons, flagged and cancelled ones there are: counts that are never mixed (*antal*).
public struct DeviationTally: Hashable, Sendable {
    /// The deviations that count, flagged ones included: the default figure.
    public let counted: Int
    /// Those of the counted that break a registration rule.
    public let flagged: Int
    /// The cancelled ones, a line of their own.
    public let cancelled: Int
    /// The distinct persons whom the counted ones concern.
    public let persons: Int

    /// Counts deviations under the board's registration rules.
    public init(of deviations: [Deviation], rules: [RegistrationRule] = []) {
        let kept = deviations.filter { $0.phase != .cancelled }
        counted = kept.count
        cancelled = deviations.count - kept.count
        flagged = kept.count { deviation in rules.contains { $0.isBroken(by: deviation) } }
        persons = Set(kept.flatMap { ($0.concerned.value ?? []).compactMap(\.person) }).count
    }

    /// The counted ones without the flagged.
    public var withoutFlagged: Int { counted - flagged }
}
