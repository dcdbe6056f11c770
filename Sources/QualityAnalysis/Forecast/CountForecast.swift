public import QualityCore
public import QualityStatistics

/// How many are expected to be reported in periods to come, with the uncertainty and the alternatives (*prognos*).
///
/// It says what comes if reporting goes on as before. The way to predict is the one that has predicted the series best.
public struct CountForecast: StatisticalResult {
    /// A way to predict counts; of ways as good the first is preferred.
    public enum Model: String, Hashable, Sendable, CaseIterable {
        /// One rate for all periods.
        case mean
        /// A rate that changes by the same percentage from period to period.
        case trend
        /// A rate that has a season.
        case season
        /// A trend with a season.
        case trendAndSeason
        /// The count of the same period of the year before.
        case sameSeason
        /// The count of the last period.
        case last
    }

    /// What is expected of one period.
    public struct Point: Hashable, Sendable {
        /// The period.
        public let period: CalendarPeriod
        /// The expected number.
        public let expected: Double
        /// The numbers that it lies within with a probability of the level at least.
        public let interval: ClosedRange<Int>
    }

    /// One way to predict, with how well it has done so.
    public struct Alternative: Hashable, Sendable {
        /// The way.
        public let model: Model
        /// The mean ranked probability score of the predictions tried, in numbers reported; low is good.
        public let score: Double
        /// How many of the predictions tried held the number that came within their interval.
        public let held: Int
        /// The number of predictions tried, each from what was known before.
        public let tried: Int
        /// What is expected of the periods to come.
        public let points: [Point]
    }

    /// Why a way was not tried.
    public enum Hindrance: Hashable, Sendable {
        /// There are too few counts for it.
        case tooLittleData(TooLittleData)
        /// It came to no prediction of one of the periods: counts next to it are missing, its estimate does not settle,
        /// or it expects more than 10¹⁵.
        case noPrediction
    }

    /// The way chosen: the first whose score chance can not tell from the best.
    public let chosen: Alternative
    /// The other ways, the best score first.
    public let alternatives: [Alternative]
    /// The ways that could not be tried, and why; none that needs a season where there is no season.
    public let notTried: [Model: Hindrance]
    /// The probability that an interval holds the number to come, above 0 and below 1.
    public let level: Double
    /// The number of whole periods known.
    public let sample: Int

    /// Rolling-origin evaluation by the ranked probability score.
    public var method: StatisticalMethod { Self.method }

    static let method = StatisticalMethod(
        name: "Forecast chosen by rolling-origin evaluation of the ranked probability score",
        source: "Tashman 2000, International Journal of Forecasting 16:437–450; Czado, Gneiting & Held 2009, "
            + "Biometrics 65:1254–1261"
    )

    /// What the forecast assumes.
    public var assumptions: [Assumption] {
        [
            Assumption("The same share of what happens is reported as before."),
            Assumption("Nothing that changes the level, the trend or the season comes to pass."),
            Assumption("The numbers scatter as a negative binomial distribution does."),
        ]
    }
}

extension CountForecast.Model {
    /// The model of the statistics.
    var prediction: PredictionModel {
        switch self {
        case .mean: .mean
        case .last: .last
        case .sameSeason: .sameSeason
        case .season: .season
        case .trend: .trend
        case .trendAndSeason: .trendAndSeason
        }
    }

    /// What the way is called.
    public var name: LocalizedText {
        switch self {
        case .mean: LocalizedText(sv: "medelvärdet", en: "the mean")
        case .last: LocalizedText(sv: "den senaste perioden", en: "the last period")
        case .sameSeason: LocalizedText(sv: "samma period året innan", en: "the same period of the year before")
        case .season: LocalizedText(sv: "medelvärdet med säsong", en: "the mean with a season")
        case .trend: LocalizedText(sv: "trenden", en: "the trend")
        case .trendAndSeason: LocalizedText(sv: "trenden med säsong", en: "the trend with a season")
        }
    }
}
