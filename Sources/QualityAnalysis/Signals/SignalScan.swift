public import QualityStatistics

/// All series of many units and categories looked through for signals, false ones held in check (*signalspaning*).
///
/// A signal says that what was *reported* changed more than chance explains. It says neither why nor whether that is good.
public struct SignalScan: StatisticalResult {
    /// What one plain rule gave over all series, and what it gives where nothing has changed.
    public struct PlainRule: Hashable, Sendable {
        /// What the rule looks for.
        public let kind: SeriesFinding.Kind
        /// The number of series that it was applied to.
        public let series: Int
        /// The number of series that it alarms on.
        public let alarms: Int
        /// The number of series that it is expected to alarm on where nothing has changed in any.
        public let expectedFalse: Double
    }

    /// A finding that is a signal, with its series.
    public struct Signal: Hashable, Sendable {
        /// The series.
        public let series: ScannedSeries
        /// What was found in it.
        public let finding: SeriesFinding
    }

    /// The series scanned, those with too little data among them.
    public let series: [ScannedSeries]
    /// The number of tests among which false signals are controlled.
    public let tests: Int
    /// The expected share of false signals among the signals, above 0 and below 1.
    public let falseDiscoveryRate: Double
    /// The p-value up to which a test is a signal, given all others.
    public let threshold: Double

    /// The signals, those with the smallest p-value first.
    public var signals: [Signal] {
        series.flatMap { series in
            series.findings.filter(\.isSignal).map { Signal(series: series, finding: $0) }
        }
        .enumerated().sorted { ($0.element.finding.pValue, $0.offset) < ($1.element.finding.pValue, $1.offset) }
        .map(\.element)
    }

    /// What the plain rules gave, each with the number of false alarms to expect.
    public var plainRules: [PlainRule] {
        SeriesFinding.Kind.allCases.map { kind in
            let alarms = series.flatMap(\.plainAlarms).filter { $0.kind == kind }
            return PlainRule(
                kind: kind,
                series: alarms.count,
                alarms: alarms.count(where: \.alarms),
                expectedFalse: alarms.reduce(0) { $0 + $1.falseAlarm }
            )
        }
    }

    /// The number of false ones to expect among the signals, at most.
    public var expectedFalse: Double {
        falseDiscoveryRate * Double(series.reduce(0) { $0 + $1.findings.count(where: \.isSignal) })
    }

    /// The number of signals to expect, at most, where nothing has changed in any series.
    ///
    /// The limit for many independent tests, *q* / (1 − *q*)² (Finner & Roters 2002, *Annals of Statistics* 30:220–238).
    public var expectedWithoutChange: Double {
        falseDiscoveryRate / ((1 - falseDiscoveryRate) * (1 - falseDiscoveryRate))
    }

    /// The number of series with enough data for a test.
    public var sample: Int { series.count { !$0.findings.isEmpty } }

    /// Benjamini and Hochberg's procedure over all tests of all series.
    public var method: StatisticalMethod {
        StatisticalMethod(
            name: "Benjamini–Hochberg over shifts, points and trends of all series",
            source: "Benjamini and Hochberg, J R Stat Soc B 57, 1995; Anhøj & Olesen 2014, PLoS ONE 9:e113825"
        )
    }

    /// What the control of false signals assumes, and what nobody can check by the counts alone.
    public var assumptions: [Assumption] {
        [
            Assumption("The tests are independent or positively dependent."),
            Assumption("The same share of what happened was reported in all periods."),
            Assumption(
                "What events could happen in was the same in all periods, or is given.",
                series.allSatisfy { $0.source.exposures != nil } ? .holds : .notChecked
            ),
        ]
    }

    /// The series of a subject, or `nil`.
    public subscript(subject: ReportedSeries.Subject) -> ScannedSeries? {
        series.first { $0.subject == subject }
    }
}
