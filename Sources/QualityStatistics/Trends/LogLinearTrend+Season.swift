extension LogLinearTrend {
    /// A yearly or other season in a regression: sine waves of the period and of fractions of it.
    public struct Season: Hashable, Sendable {
        /// The number of places after which the season begins again, such as 12 months or 52.18 weeks.
        public let period: Double

        /// The number of waves: the first has the whole period, the second half of it, and so on.
        public let harmonics: Int

        /// A season.
        ///
        /// - Throws: ``StatisticsError`` for fewer waves than one or so many that the last has a period of two places or
        ///   less, which no wave can be told from.
        public init(period: Double, harmonics: Int = 1) throws(StatisticsError) {
            guard period.isFinite else { throw StatisticsError(.notFinite, of: "period") }
            guard harmonics >= 1, 2 * Double(harmonics) < period else {
                throw StatisticsError(.outOfRange, of: "harmonics")
            }
            self.period = period
            self.harmonics = harmonics
        }
    }
}
