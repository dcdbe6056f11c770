/// Totals with the exposure of each: points and exposures in step, both empty of a period that lacks either.
struct ExposedSeries {
    /// The total of each period for one unit of `per`; `nil` where it is missing.
    private(set) var values: [Double?]

    /// The exposure of each period; 0 where it is missing.
    private(set) var exposures: [Double]

    private let per: Double

    /// The totals, 0 where one is missing.
    private var totals: [Double]

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
        self.per = per
        values = []
        exposures = []
        totals = []
        values.reserveCapacity(count)
        exposures.reserveCapacity(count)
        totals.reserveCapacity(count)
        for index in 0..<count {
            let total = try total(index)
            let exposure = exposure(index)
            if let exposure {
                guard exposure.isFinite else { throw StatisticsError(.notFinite, of: name, at: index) }
                guard exposure >= 0 else { throw StatisticsError(.negative, of: name, at: index) }
                if exposure == 0, let total, total != 0 { throw StatisticsError(.noExposure, of: name, at: index) }
            }
            guard let total, let exposure, exposure > 0 else {
                values.append(nil)
                exposures.append(0)
                totals.append(0)
                continue
            }
            values.append(total / exposure * per)
            exposures.append(exposure)
            totals.append(total)
        }
    }

    /// The sum of the totals over the sum of the exposures at the places of a baseline, per exposure of 1.
    @inline(__always)
    func rate(_ baseline: Range<Int>, _ basis: ChartBasis) -> (Double, count: Int)? {
        var total = 0.0
        var exposure = 0.0
        var count = 0
        for index in baseline where exposures[index] > 0 && !basis.excludes(index) {
            total += totals[index]
            exposure += exposures[index]
            count += 1
        }
        return count > 0 ? (total / exposure, count) : nil
    }
}
