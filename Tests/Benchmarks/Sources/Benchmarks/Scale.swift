/// How much is measured.
struct Scale {
    /// Commits of one record each.
    var singles: Int
    /// Commits of a thousand records each.
    var batches: Int
    /// Revisions that are counted.
    var revisions: Int
    /// Records that are saved one by one through `QualityStore`; five times as many go in batches.
    var records: Int
    /// Observations that are counted in memory.
    var observations: Int
    /// Values of the series whose trend and changes are looked for.
    var values: Int
    /// Bytes that are digested.
    var bytes: Int
    /// How often each side has its turn.
    var turns: Int
    /// The seconds that what takes little time is repeated for in a turn, of which the quickest run counts.
    var budget: Double

    static let full = Scale(
        singles: 20_000,
        batches: 100,
        revisions: 1_000_000,
        records: 2_000,
        observations: 1_000_000,
        values: 10_000,
        bytes: 128 << 20,
        turns: 10,
        budget: 0.2
    )
    static let small = Scale(
        singles: 500,
        batches: 10,
        revisions: 20_000,
        records: 200,
        observations: 20_000,
        values: 500,
        bytes: 8 << 20,
        turns: 5,
        budget: 0.01
    )
}
