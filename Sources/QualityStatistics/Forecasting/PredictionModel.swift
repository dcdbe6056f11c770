/// How counts to come are predicted from those there are.
package enum PredictionModel: Hashable, Sendable {
    /// One rate for all places.
    case mean
    /// The last count.
    case last
    /// The last count of the same season.
    case sameSeason
    /// A rate that has a season.
    case season
    /// A rate that changes by the same percentage from place to place.
    case trend
    /// Both.
    case trendAndSeason

    /// The number of counts that the model needs; `nil` where it needs a season and there is none.
    package func needed(period: Int?) -> Int? {
        switch self {
        case .mean, .last, .trend: 10
        case .sameSeason, .season: period.map { max(10, 2 * $0 + 2) }
        case .trendAndSeason: period.map { max(10, 3 * $0) }
        }
    }

    /// Predicts the count of a place from the counts before it.
    ///
    /// - Parameters:
    ///   - place: the place to predict, after all counts given.
    ///   - counts: the counts from place 0 on, `nil` where one is missing.
    ///   - exposures: the exposures of all places to the one predicted, above 0; `nil` where missing.
    ///   - period: the length of the season.
    /// - Returns: `nil` where the counts are not enough for the model, or what it expects is beyond any count.
    package func prediction(
        of place: Int,
        from counts: some RandomAccessCollection<Int?>,
        exposures: [Double?],
        period: Int?
    ) -> CountPrediction? {
        guard let exposure = exposures[place], let needed = needed(period: period) else { return nil }
        var series = Known(period: period)
        for (index, count) in counts.enumerated() {
            guard let count, let exposure = exposures[index], exposure > 0 else { continue }
            series.append(index, Double(count), exposure)
        }
        guard series.places.count >= needed, let last = series.places.last else { return nil }
        switch self {
        case .mean: return series.regression(at: place, exposure, time: false, waves: 0)
        case .trend: return series.regression(at: place, exposure, time: true, waves: 0)
        case .season: return series.regression(at: place, exposure, time: false, waves: series.waves)
        case .trendAndSeason: return series.regression(at: place, exposure, time: true, waves: series.waves)
        case .last: return series.repeated(from: last, lag: place - last, exposure)
        case .sameSeason:
            guard let period else { return nil }
            let lag = (place - last + period - 1) / period * period
            return series.repeated(from: place - lag, lag: lag, exposure)
        }
    }
}

extension PredictionModel {
    /// The counts that are not missing.
    fileprivate struct Known {
        let period: Int?
        private(set) var places: [Int] = []
        private var counts: [Double] = []
        private var exposures: [Double] = []
        private var positions: [Int: Int] = [:]

        init(period: Int?) {
            self.period = period
        }

        mutating func append(_ place: Int, _ count: Double, _ exposure: Double) {
            positions[place] = places.count
            places.append(place)
            counts.append(count)
            exposures.append(exposure)
        }

        /// Two waves of the season where each of its places was seen four times, and can tell them.
        var waves: Int { period.map { $0 > 4 && places.count >= 4 * $0 ? 2 : 1 } ?? 0 }

        /// The rate of a place again, with the scatter that rates so many places apart have had.
        func repeated(from place: Int, lag: Int, _ exposure: Double) -> CountPrediction? {
            guard let position = positions[place] else { return nil }
            let pairs = places.compactMap { later -> Double? in
                guard let first = positions[later - lag], let second = positions[later] else { return nil }
                let difference = counts[second] / exposures[second] - counts[first] / exposures[first]
                return difference * difference
            }
            guard pairs.count >= 4 else { return nil }
            let mean = counts[position] / exposures[position] * exposure
            let spread = pairs.reduce(0, +) / Double(pairs.count) * exposure * exposure
            return CountPrediction(mean: mean, variance: spread * Self.widening(Double(pairs.count)))
        }

        /// A quasi-Poisson regression at a place beyond it.
        func regression(at place: Int, _ exposure: Double, time: Bool, waves: Int) -> CountPrediction? {
            guard counts.contains(where: { $0 > 0 }) else { return nil }
            func row(_ place: Int) -> [Double] {
                // Time is told from the last place known, which keeps the columns apart.
                var row = [1.0]
                if time { row.append(Double(place - (places.last ?? 0)) / Double(places.count)) }
                for wave in 0..<waves {
                    let angle = 2 * Double.pi * Double(wave + 1) * Double(place) / Double(period ?? 1)
                    row += [cos(angle), sin(angle)]
                }
                return row
            }
            let rows = places.map(row)
            let columns = rows[0].indices.map { column in rows.map { $0[column] } }
            let fit = WeightedLogLinear(columns: columns, counts: counts, offset: exposures.map { log($0) })
            let freedom = Double(fit.degreesOfFreedom)
            guard fit.end == .converged, fit.used.count == columns.count, freedom >= 4 else { return nil }
            let dispersion = max(1, fit.pearson / freedom)
            let mean = exp(fit.predictor(at: row(place))) * exposure
            let spread = dispersion * (mean + mean * mean * fit.variance(at: row(place)))
            guard mean.isFinite, spread.isFinite else { return nil }
            return CountPrediction(mean: mean, variance: spread * Self.widening(freedom))
        }

        /// The variance of Student's t: what is not known of the scatter.
        private static func widening(_ freedom: Double) -> Double { freedom / max(1, freedom - 2) }
    }
}
