/// The places of a series at which something was counted and exposed, as a regression takes them.
struct CountSeries {
    let times: [Int]
    let counts: [Int]

    /// The logarithms of the exposures; 0 where there is none.
    let offsets: [Double]

    /// The length of the series, places that are left out included.
    let length: Int

    /// Checks the counts and exposures, and leaves out where either is missing or the exposure is 0.
    init(_ counts: [Int?], _ exposures: [Double?]?) throws(StatisticsError) {
        if let exposures, exposures.count != counts.count {
            throw StatisticsError(.unequalLengths, of: "exposures")
        }
        var times: [Int] = []
        var present: [Int] = []
        var offsets: [Double] = []
        for (time, count) in counts.enumerated() {
            let exposure = exposures.map { $0[time] } ?? 1
            if let count, count < 0 { throw StatisticsError(.negative, of: "counts", at: time) }
            if let exposure {
                guard exposure.isFinite else { throw StatisticsError(.notFinite, of: "exposures", at: time) }
                guard exposure >= 0 else { throw StatisticsError(.negative, of: "exposures", at: time) }
            }
            guard let count, let exposure, exposure > 0 else { continue }
            times.append(time)
            present.append(count)
            offsets.append(log(exposure))
        }
        self.times = times
        self.counts = present
        self.offsets = offsets
        length = counts.count
    }

    var values: [Double] { counts.map { Double($0) } }

    /// The columns of the regression: constant, time and, for each wave of the season, cosine and sine.
    func columns(season: LogLinearTrend.Season?) -> [[Double]] {
        var columns = [times.map { _ in 1.0 }, times.map { Double($0) }]
        guard let season else { return columns }
        for harmonic in 1...season.harmonics {
            let angles = times.map { 2 * Double.pi * Double(harmonic) * Double($0) / season.period }
            columns.append(angles.map { cos($0) })
            columns.append(angles.map { sin($0) })
        }
        return columns
    }
}
