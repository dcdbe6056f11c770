extension QualityReport {
    /// A word-sized line of values over time (*trendlinje*).
    public struct Sparkline: Hashable, Sendable {
        /// The values in time order; `nil` is an absent value, drawn as a gap and never as zero.
        public let points: [Double?]
        /// The same in words, for readers who do not see the line: `2017–2020: 1224, 1253, 1238, 931`.
        public let label: String

        /// A line of values with its wording.
        public init(points: [Double?], label: String) {
            self.points = points
            self.label = label
        }
    }
}
