import QualityCore
public import QualityStatistics

extension ReportedSeries {
    /// What is expected to be reported from the period after the last whole one on.
    ///
    /// Periods at the end whose reports still come in are forecast too.
    ///
    /// - Parameters:
    ///   - periods: how many periods to forecast beyond the end of the series, at least 1.
    ///   - exposures: what the counts were made in and, for the periods forecast, will be; one for each period of the
    ///     series and each beyond it. `nil` takes it to be the same in all.
    ///   - level: the probability that an interval holds the number to come, above 0 and below 1.
    /// - Returns: the forecast; too little data below sixteen whole periods, of which six are predicted from those before.
    /// - Throws: ``AnalysisError/statistics(_:)`` for a level or number of periods out of range, exposures that are not
    ///   above 0 or not as many as periods.
    public func forecast(
        _ periods: Int,
        exposures: [Double?]? = nil,
        level: Double = 0.8
    ) throws(AnalysisError) -> Finding<CountForecast> {
        try analysing { () throws(StatisticsError) in
            guard periods >= 1, periods <= 600 else { throw StatisticsError(.outOfRange, of: "periods") }
            guard level > 0, level < 1 else { throw StatisticsError(.outOfRange, of: "level") }
            let length = scale.periods.count + periods
            let exposures = exposures ?? [Double?](repeating: 1, count: length)
            guard exposures.count == length else { throw StatisticsError(.unequalLengths, of: "exposures") }
            for (index, exposure) in exposures.enumerated() {
                guard exposure.map({ $0.isFinite && $0 > 0 }) ?? true else {
                    throw StatisticsError(.noExposure, of: "exposures", at: index)
                }
            }
            return try Forecasting(self, exposures, periods, level).finding()
        }
    }
}

/// Makes a forecast.
struct Forecasting {
    /// The fewest predictions that a way is judged by.
    static let fewestTries = 6
    /// The fewest counts that the first of them is made from.
    static let fewestCounts = 10

    private let counts: [Int?]
    private let exposures: [Double?]
    private let season: Int?
    private let level: Double
    /// The periods to forecast, with their places.
    private let targets: [(place: Int, period: CalendarPeriod)]
    private let known: [Int]

    init(_ series: ReportedSeries, _ exposures: [Double?], _ periods: Int, _ level: Double) {
        let whole = series.counts
        counts = whole
        self.exposures = exposures
        self.level = level
        season = series.scale.length == .year ? nil : series.scale.length.perYear
        known = whole.indices.filter { whole[$0] != nil && exposures[$0] != nil }
        let start = (known.last ?? -1) + 1
        let beyond = series.scale.following(periods)
        targets = (series.scale.periods + beyond).enumerated().dropFirst(start).map { ($0.offset, $0.element) }
    }

    func finding() throws(StatisticsError) -> Finding<CountForecast> {
        let needed = Self.fewestCounts + Self.fewestTries
        guard known.count >= needed, known.contains(where: { counts[$0] ?? 0 > 0 }) else {
            let isShort = known.count < needed
            return .tooLittleData(
                TooLittleData(
                    method: CountForecast.method,
                    needed: isShort ? needed : 1,
                    available: isShort ? known.count : 0,
                    of: isShort ? .values : .events
                )
            )
        }
        let tries = max(Self.fewestTries, min(24, known.count / 3))
        var (tried, notTried): ([Trial], [CountForecast.Model: CountForecast.Hindrance]) = ([], [:])
        let origins = known.suffix(tries)
        for model in CountForecast.Model.allCases {
            // A series without a season has none to need counts for.
            guard let least = model.prediction.needed(period: season) else { continue }
            if known.count < least + tries {
                notTried[model] = .tooLittleData(
                    TooLittleData(
                        method: CountForecast.method,
                        needed: least + tries,
                        available: known.count,
                        of: .values
                    )
                )
            } else if let trial = try trial(model, origins) {
                tried.append(trial)
            } else {
                notTried[model] = .noPrediction
            }
        }
        guard let best = tried.min(by: { $0.mean < $1.mean }),
            let chosen = tried.first(where: { $0.isAsGood(as: best) })
        else {
            return .tooLittleData(
                TooLittleData(method: CountForecast.method, needed: needed, available: known.count, of: .values)
            )
        }
        return .found(
            CountForecast(
                chosen: chosen.alternative,
                alternatives: tried.filter { $0.alternative.model != chosen.alternative.model }
                    .sorted { $0.mean < $1.mean }.map(\.alternative),
                notTried: notTried,
                level: level,
                sample: known.count
            )
        )
    }

    /// One way with its scores.
    private struct Trial {
        let alternative: CountForecast.Alternative
        let scores: [Double]

        var mean: Double { alternative.score }

        /// Whether the mean score is within a standard error of the best, by the differences at each period.
        func isAsGood(as best: Trial) -> Bool {
            let differences = zip(scores, best.scores).map { $0 - $1 }
            let count = Double(differences.count)
            let mean = differences.reduce(0, +) / count
            let spread = differences.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (count * max(1, count - 1))
            return mean <= spread.squareRoot()
        }
    }

    /// Predicts each of the last periods from those before, then the periods to come; `nil` where that can not be done.
    private func trial(
        _ model: CountForecast.Model,
        _ origins: some Collection<Int>
    ) throws(StatisticsError) -> Trial? {
        var (scores, held): ([Double], Int) = ([], 0)
        for place in origins {
            guard let count = counts[place], let prediction = prediction(model, of: place, before: place) else {
                return nil
            }
            scores.append(try prediction.score(count))
            if try prediction.interval(level).contains(count) { held += 1 }
        }
        var points: [CountForecast.Point] = []
        for target in targets where exposures[target.place] != nil {
            guard let prediction = prediction(model, of: target.place, before: counts.count) else { return nil }
            points.append(
                CountForecast.Point(
                    period: target.period,
                    expected: prediction.mean,
                    interval: try prediction.interval(level)
                )
            )
        }
        return Trial(
            alternative: CountForecast.Alternative(
                model: model,
                score: scores.reduce(0, +) / Double(scores.count),
                held: held,
                tried: scores.count,
                points: points
            ),
            scores: scores
        )
    }

    private func prediction(_ model: CountForecast.Model, of place: Int, before end: Int) -> CountPrediction? {
        model.prediction.prediction(of: place, from: counts.prefix(end), exposures: exposures, period: season)
    }
}

extension PeriodScale {
    /// The periods that follow the last.
    fileprivate func following(_ count: Int) -> [CalendarPeriod] {
        guard let end = periods.last, let next = end.last.adding(days: 1),
            let far = next.adding(days: 366 * count / length.perYear + 31),
            let days = CalendarPeriod(first: next, last: far)
        else { return [] }
        return Array(PeriodScale(length, covering: days).periods.prefix(count))
    }
}
