public import QualityStatistics

/// Which chart a series is held against, and why (*val av diagram*).
///
/// The run chart with the Anhøj rules comes first, as it asks least of the values. Limits are added where the counts allow
/// any, of the kind that the counts call for.
public struct ChartChoice: Hashable, Sendable {
    /// Why a chart was chosen, with the numbers that decided.
    public enum Reason: Hashable, Sendable {
        /// Too few whole periods, or too few events, for any chart.
        case tooLittleData(TooLittleData)
        /// The counts scatter no more than independent events: counts, or rates where exposures are known.
        ///
        /// `dispersion` is the index of dispersion, `adjustedPValue` that of its test among all series scanned.
        case independentEvents(dispersion: Double, adjustedPValue: Double)
        /// The counts scatter more than independent events, so that limits are those of the scatter they have.
        case overdispersed(dispersion: Double, adjustedPValue: Double)
        /// More than a quarter of all periods would have no event: the time between events is charted.
        case rareEvents(meanPerPeriod: Double, meanDays: Double)
        /// Events are rare and their days are not known: only the runs of the counts are looked at.
        case rareWithoutDays(meanPerPeriod: Double)
    }

    /// The chart with limits beside the run chart; `nil` for none.
    public let limits: ControlChart.Kind?
    /// Why.
    public let reason: Reason
    /// How far limits can be relied on; `nil` without a chart.
    public let standing: LimitStanding?

    /// The fewest whole periods, or times between events, for a chart: fewer useful observations show nothing.
    public static let fewestValues = 10

    /// The fewest values for a test of trend: four, such as four years, never show one.
    public static let fewestTrendValues = 5

    /// The expected number of events of a period below which more than a quarter of all periods have none, ln 4.
    ///
    /// A C or U chart asks for fewer (Provost & Murray 2011).
    public static let rareMean = 1.386_294_361_119_890_6

    /// The mean number of days between events below which whole days are too coarse for a T chart, and a G chart is used.
    public static let fewestDays = 10.0
}
