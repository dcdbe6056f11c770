/// The Mann–Kendall test for a monotonic trend (Mann 1945, Kendall 1975).
public enum MannKendall: Sendable {
    /// The smallest two-sided p-value that any series of so many distinct values can reach: two orders of *n*!.
    ///
    /// Four points never get below 0.083, so no table of four years can show a trend at the level of 5 %.
    ///
    /// `points`: the number of values.
    /// - Returns: a probability; 1 for fewer than two values.
    public static func smallestPossiblePValue(points: Int) -> Double {
        guard points >= 2 else { return 1 }
        return (2...points).reduce(2.0) { $0 / Double($1) }
    }
}
