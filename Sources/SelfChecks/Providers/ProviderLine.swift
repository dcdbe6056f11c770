public import QualityCore

/// One provider in the board's list of followed-up providers; one that has told nothing is a line too (*utförare*).
public struct ProviderLine: Hashable, Sendable {
    /// The provider.
    public let provider: OrganisationUnitID
    /// The follow-ups of the period.
    public let followUps: [RecordID<ProviderFollowUp>]
    /// The provider's own self-checks told by the day.
    public let told: Int
    /// The board's own checks.
    public let boardChecks: Int
    /// The requests that have come to no end, by number within their follow-up.
    public let outstanding: [ProviderRequest]
    /// Those of them whose due day has passed.
    public let overdue: [ProviderRequest]

    /// Whether the provider has told of no self-check.
    public var hasToldNothing: Bool { told == 0 }
    /// Whether the board has made no follow-up of the provider.
    public var isNotFollowedUp: Bool { followUps.isEmpty }

    /// One line for each provider, in the order given, as of a day.
    ///
    /// - Parameters:
    ///   - providers: the private providers of the board.
    ///   - followUps: all follow-ups; those whose period has no day of the period asked for are left out.
    ///   - period: the period asked for.
    ///   - day: what came or was told after it is not seen.
    public static func lines(
        of providers: [OrganisationUnitID],
        in followUps: [ProviderFollowUp],
        over period: CalendarPeriod,
        asOf day: CalendarDate
    ) -> [ProviderLine] {
        let current = followUps.filter { $0.period.first <= period.last && period.first <= $0.period.last }
        let byProvider = Dictionary(grouping: current, by: \.provider)
        return providers.map { provider in
            let own = byProvider[provider] ?? []
            let requests = own.flatMap(\.requests)
            return ProviderLine(
                provider: provider,
                followUps: own.map(\.id),
                told: own.flatMap(\.told).count { $0.told <= day },
                boardChecks: Set(own.flatMap(\.boardChecks)).count,
                outstanding: requests.filter { $0.isOutstanding(on: day) },
                overdue: requests.filter { $0.isOverdue(on: day) }
            )
        }
    }
}
