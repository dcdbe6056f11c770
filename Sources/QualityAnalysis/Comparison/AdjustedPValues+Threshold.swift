import QualityStatistics

extension AdjustedPValues {
    /// The p-value up to which one comparison is shown given all others, by Benjamini and Hochberg.
    ///
    /// With k comparisons shown of m it is k/m of the rate, and 1/m where none is.
    func threshold(at rate: Double) -> Double {
        rate * Double(max(1, rejected(at: rate).count)) / Double(max(1, sample))
    }
}
