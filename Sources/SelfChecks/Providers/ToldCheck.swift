public import QualityCore

/// A self-check of a provider's own, as the provider told it (*utförarens egenkontroll*).
public struct ToldCheck: Hashable, Sendable, Codable {
    /// What was checked.
    public let what: String
    /// The day when it was done; `nil` when the provider did not say.
    public let done: CalendarDate?
    /// What it came to, as told.
    public let result: String
    /// The day when the provider told it.
    public let told: CalendarDate

    /// A check as told by a provider.
    public init(what: String, done: CalendarDate?, result: String, told: CalendarDate) {
        self.what = what
        self.done = done
        self.result = result
        self.told = told
    }
}
