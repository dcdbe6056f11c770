extension LogLinearTrend {
    /// What speaks for counts that vary more than Poisson's, and what its uncertainty does to the coefficients.
    public struct Overdispersion: Hashable, Sendable {
        /// The most likely α of the variance μ + αμ².
        public let alpha: Double

        /// The standard errors of the coefficients with α uncertain, from the observed information.
        public let standardErrors: [Double]

        /// The comparison with the Poisson model, half of χ² with 1 degree because α can not be negative.
        public let overPoisson: Comparison
    }
}
