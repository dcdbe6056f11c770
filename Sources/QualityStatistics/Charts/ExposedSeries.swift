/// Totals with the exposure of each: points and exposures in step, both missing of a period that lacks either.
struct ExposedSeries {
    /// The total of each period for one unit of `per`; `nil` where it is missing.
    let values: [Double?]

    /// The exposure of each period; `nil` where the point is missing.
    let exposures: [Double?]

    /// What the periods that are not missing come to.
    let whole: Sum

    /// Totals and exposures added up.
    struct Sum {
        fileprivate var total = 0.0
        fileprivate var exposure = 0.0
        private var periods = 0

        fileprivate mutating func add(_ total: Double, _ exposure: Double) {
            self.total += total
            self.exposure += exposure
            periods &+= 1
        }

        private var rate: (Double, count: Int)? { periods > 0 ? (total / exposure, periods) : nil }

        /// The sum of the totals over the sum of the exposures at the places of a baseline, per exposure of 1.
        ///
        /// That of the whole series where the baseline is all of it.
        @inline(__always)
        func rate(
            _ baseline: Range<Int>,
            _ basis: ChartBasis,
            _ exposures: [Double?],
            total: (Int) -> Double?
        ) -> (Double, count: Int)? {
            if baseline.count == exposures.count, !basis.hasExclusions { return rate }
            var sum = Sum()
            for index in baseline where !basis.excludes(index) {
                if let exposure = exposures[index] { sum.add(total(index) ?? 0, exposure) }
            }
            return sum.rate
        }
    }

    /// A series of totals.
    ///
    /// A period with neither total nor exposure is missing: nothing can be said of its rate, and least that it is 0.
    /// - Parameters:
    ///   - count: the number of periods.
    ///   - exposures: the exposure of each period.
    ///   - name: what the exposures are called in errors.
    ///   - per: the exposure that the points are given per.
    ///   - total: the total of a period, `nil` where it is missing and not a number where it breaks a rule.
    ///   - check: throws where a total breaks a rule.
    @inline(__always)
    init(
        _ count: Int,
        _ exposures: consuming [Double?],
        _ name: String,
        per: Double,
        total: (Int) -> Double?,
        check: (Int) throws(StatisticsError) -> Void
    ) throws(StatisticsError) {
        guard count == exposures.count else { throw StatisticsError(.unequalLengths, of: name) }
        guard per > 0, per.isFinite else { throw StatisticsError(.outOfRange, of: "per") }
        var whole = Sum()
        var isInStep = true
        // A copy of the exposures, each of which gives way to its point.
        var values = exposures.withUnsafeBufferPointer { Array($0) }
        values.withUnsafeMutableBufferPointer { values in
            for index in 0..<count {
                let total = total(index)
                let exposure = values[index]
                if let total, let exposure, exposure > 0 {
                    values[index] = total / exposure * per
                    whole.add(total, exposure)
                } else {
                    values[index] = nil
                    if exposure != nil || total?.isNaN == true { isInStep = false }
                }
            }
        }
        self.values = values
        self.whole = whole
        if !isInStep || !(whole.total + whole.exposure).isFinite {
            for index in 0..<count {
                try check(index)
                try Self.check(exposures[index], name, at: index, of: total(index))
            }
        }
        // The array of the caller, unless it has an exposure of a period that is missing.
        self.exposures = isInStep ? exposures : zip(values, exposures).map { $0 == nil ? nil : $1 }
    }

    private static func check(
        _ exposure: Double?,
        _ name: String,
        at index: Int,
        of total: Double?
    ) throws(StatisticsError) {
        guard let exposure else { return }
        guard exposure.isFinite else { throw StatisticsError(.notFinite, of: name, at: index) }
        guard exposure >= 0 else { throw StatisticsError(.negative, of: name, at: index) }
        if exposure == 0, let total, total != 0 { throw StatisticsError(.noExposure, of: name, at: index) }
    }
}
