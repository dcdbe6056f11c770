/// Totals with the exposure of each: points and exposures in step, both empty of a period that lacks either.
struct ExposedSeries {
    /// The total of each period for one unit of `per`; `nil` where it is missing.
    private(set) var values: [Double?]

    /// The exposure of each period; 0 where it is missing.
    private(set) var exposures: [Double]

    /// A series of totals, which are checked by whoever gives them.
    ///
    /// A period with neither total nor exposure is missing: nothing can be said of its rate, and least that it is 0.
    @inline(__always)
    init(
        _ count: Int,
        per: Double,
        total: (Int) throws(StatisticsError) -> Double?,
        _ exposureCount: Int,
        exposure: (Int) -> Double?,
        _ name: String
    ) throws(StatisticsError) {
        guard count == exposureCount else { throw StatisticsError(.unequalLengths, of: name) }
        guard per > 0, per.isFinite else { throw StatisticsError(.outOfRange, of: "per") }
        values = [Double?](repeating: nil, count: count)
        exposures = [Double](repeating: 0, count: count)
        try values.withUnsafeMutableBufferPointer { values throws(StatisticsError) in
            try exposures.withUnsafeMutableBufferPointer { exposures throws(StatisticsError) in
                for index in 0..<count {
                    let total = try total(index)
                    let exposure = exposure(index)
                    if let exposure {
                        guard exposure.isFinite else { throw StatisticsError(.notFinite, of: name, at: index) }
                        guard exposure >= 0 else { throw StatisticsError(.negative, of: name, at: index) }
                        if exposure == 0, let total, total != 0 {
                            throw StatisticsError(.noExposure, of: name, at: index)
                        }
                    }
                    guard let total, let exposure, exposure > 0 else { continue }
                    values[index] = total / exposure * per
                    exposures[index] = exposure
                }
            }
        }
    }

    /// The sum of the totals over the sum of the exposures at the places of a baseline, per exposure of 1.
    @inline(__always)
    func rate(
        _ baseline: Range<Int>,
        _ basis: ChartBasis,
        total: (Int) -> Double?
    ) -> (Double, count: Int)? {
        var sum = 0.0
        var exposure = 0.0
        var count = 0
        for index in baseline where exposures[index] > 0 && !basis.excludes(index) {
            sum += total(index) ?? 0
            exposure += exposures[index]
            count += 1
        }
        return count > 0 ? (sum / exposure, count) : nil
    }
}
