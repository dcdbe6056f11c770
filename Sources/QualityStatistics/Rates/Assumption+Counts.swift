extension Assumption {
    /// Of methods for Poisson counts.
    static let independentEvents = Assumption(
        "The events are independent of one another: many by one person make the interval too narrow."
    )

    /// Of methods for shares of trials.
    static let independentTrials = Assumption(
        "The trials are independent and share one probability."
    )
}
