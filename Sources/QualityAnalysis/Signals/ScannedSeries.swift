public import QualityCore
public import QualityStatistics

/// One series of a scan: its charts, what the rules of the charts say, and what the tests find (*granskad serie*).
public struct ScannedSeries: Hashable, Sendable {
    /// What a scan is given of one subject.
    public struct Source: Hashable, Sendable {
        /// What is counted.
        public let subject: ReportedSeries.Subject
        /// The counts, missing ones told from 0.
        public let series: ReportedSeries
        /// What the counts were made in; `nil` takes it to be the same in all periods, which nobody checked.
        public let exposures: [Double?]?
        /// The day of each event, in any order; `nil` where it is not known.
        public let days: [CalendarDate]?
        /// Where limits are frozen and where charts begin anew; the tests are about the last phase.
        public let basis: ChartBasis
        /// The counts of parts of the subject that can be left out, such as each unit where all are counted together.
        public let parts: [Sensitivity.Part: [Int]]

        /// A subject with what is known of it.
        ///
        /// - Precondition: exposures and counts of parts, where given, are as many as periods.
        public init(
            _ subject: ReportedSeries.Subject,
            _ series: ReportedSeries,
            exposures: [Double?]? = nil,
            days: [CalendarDate]? = nil,
            basis: ChartBasis = .whole,
            parts: [Sensitivity.Part: [Int]] = [:]
        ) {
            let count = series.scale.periods.count
            precondition(exposures.map { $0.count == count } ?? true, "each period has a place for its exposure")
            precondition(parts.values.allSatisfy { $0.count == count }, "each period has a count of each part")
            self.subject = subject
            self.series = series
            self.exposures = exposures
            self.days = days
            self.basis = basis
            self.parts = parts
        }
    }

    /// What the plain rule of a chart says, whatever else is scanned.
    public struct PlainAlarm: Hashable, Sendable {
        /// What the rule looks for.
        public let kind: SeriesFinding.Kind
        /// Whether it alarms.
        public let alarms: Bool
        /// The probability that it alarms without a change.
        public let falseAlarm: Double
    }

    /// What was scanned.
    public let source: Source
    /// Which chart was chosen, and why.
    public let choice: ChartChoice
    /// The run chart of the counts or days between events; `nil` where there is too little data.
    ///
    /// Where exposures are given, points are the counts that the mean exposure of the phase would have had.
    public let runChart: RunChart?
    /// The chart with limits, on the same scale; `nil` for none.
    public let controlChart: ControlChart?
    /// What the plain rules of the charts say: Anhøj, three standard deviations, Mann–Kendall at its level.
    public let plainAlarms: [PlainAlarm]
    /// The tests made, with their p-values.
    public internal(set) var findings: [SeriesFinding]

    /// What is counted.
    public var subject: ReportedSeries.Subject { source.subject }

    /// The finding of a kind; `nil` where there was too little data for the test.
    public subscript(kind: SeriesFinding.Kind) -> SeriesFinding? {
        findings.first { $0.kind == kind }
    }
}
