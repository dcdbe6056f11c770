public import QualityCore

/// What a private provider told the board of one report, and the board's own follow-up (*information från enskild*).
///
/// Counted apart from the board's own reports (D-LXS-7).
public struct ProviderNotice: Hashable, Sendable, Codable {
    /// The provider, by its place in the organisation.
    public let provider: OrganisationUnitID
    /// The day when the board was told.
    public let told: CalendarDate
    /// The provider's own number of the report.
    public let number: String
    /// The degree that the provider decided; `nil` until the board knows.
    public var degree: MisconductDegree?
    /// The day of the provider's notification; `nil` when the board knows of none.
    public var notified: CalendarDate?
    /// What the board did of its own; `nil` until considered.
    public var followUp: Consideration?

    /// A notice from a provider.
    public init(
        from provider: OrganisationUnitID,
        told: CalendarDate,
        number: String,
        degree: MisconductDegree? = nil,
        notified: CalendarDate? = nil,
        followUp: Consideration? = nil
    ) {
        self.provider = provider
        self.told = told
        self.number = number
        self.degree = degree
        self.notified = notified
        self.followUp = followUp
    }

    /// One provider's line in a period; a provider that has told nothing is a line with 0.
    public struct Line: Hashable, Sendable, Codable {
        /// The provider.
        public let provider: OrganisationUnitID
        /// The reports that the board was told of.
        public let notices: [ProviderNotice]
        /// The reports whose degree asks for a notification that the board has not been told of.
        public let missingNotifications: [ProviderNotice]
    }

    /// A line for each provider in the order given, then for each other provider that told something.
    public static func ledger(
        _ providers: [OrganisationUnitID],
        _ notices: [ProviderNotice],
        in period: CalendarPeriod
    ) -> [Line] {
        var seen = Set(providers)
        let others = notices.filter { period.contains($0.told) }.map(\.provider).filter { seen.insert($0).inserted }
        return (providers + others).map { provider in
            let own = notices.filter { $0.provider == provider && period.contains($0.told) }
            return Line(
                provider: provider,
                notices: own,
                missingNotifications: own.filter { $0.degree?.requiresNotification == true && $0.notified == nil }
            )
        }
    }
}
