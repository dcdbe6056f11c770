extension ControlChart {
    /// What a kind of chart finds of the values at the places of a baseline.
    struct Spread {
        /// The number of values that the location rests on.
        var baseline: Int
        /// The line to draw.
        var centre: Double
        /// What the limits lie about.
        var location: Double
        /// The standard deviation of a value of exposure 1.
        var sigma: Double?
        var overdispersion: Double?
    }

    /// A chart of points by the location and spread of each of its phases.
    ///
    /// `tested` is what the limits are held against where that is not the point itself.
    @inline(__always)
    init(
        _ kind: Kind,
        values: [Double?],
        tested: [Double?]? = nil,
        exposures: [Double?] = [],
        per: Double = 1,
        basis: ChartBasis,
        screening: RangeScreening? = nil,
        rule: RunsRule,
        spread: (Range<Int>) -> Spread?
    ) throws(StatisticsError) {
        var reading = Reading()
        let phases = try basis.mapPhases(of: values.count) { range, rebasing in
            let spread = spread(basis.baseline(of: range))
            let gate = Gate(kind, spread, per: per, isTransformed: tested != nil)
            let runs =
                if let tested {
                    reading.add(tested, exposures, range, basis, gate)
                } else {
                    reading.add(values, exposures, range, basis, gate)
                }
            return Phase(
                range: range,
                rebasing: rebasing,
                baseline: spread?.baseline ?? 0,
                centre: spread?.centre,
                location: spread?.location,
                sigma: spread?.sigma,
                overdispersion: spread?.overdispersion,
                runs: RunsAnalysis(runs, rule, independent: kind != .movingRange)
            )
        }
        self.init(
            kind: kind,
            values: values,
            basis: basis,
            screening: screening,
            phases: phases,
            outside: reading.outside,
            sample: reading.sample,
            exposures: exposures,
            per: per
        )
    }
}

extension ControlChart {
    /// What the points of a chart come to, phase by phase.
    private struct Reading {
        /// The places of the points outside their limits.
        private(set) var outside: [Int] = []

        /// The number of points that are neither missing nor left out.
        private(set) var sample = 0

        /// Takes the points of the next phase, and counts their runs.
        @inline(never)
        mutating func add(
            _ points: [Double?],
            _ exposures: [Double?],
            _ range: Range<Int>,
            _ basis: ChartBasis,
            _ gate: Gate?
        ) -> RunsAnalysis.Count {
            var runs = RunsAnalysis.Count(about: gate?.line, tolerance: RunsAnalysis.rounding)
            guard let gate else {
                sample += range.count { points[$0] != nil && !basis.excludes($0) }
                return runs
            }
            points.withUnsafeBufferPointer { points in
                exposures.withUnsafeBufferPointer { exposures in
                    func exposure(_ index: Int) -> Double? { exposures.isEmpty ? 1 : exposures[index] }
                    // One pass without a call in it tells of nearly all charts that no point is outside.
                    var isAnyFar = false
                    @inline(__always)
                    func count(_ exposure: (Int) -> Double?, without isExcluded: (Int) -> Bool) {
                        runs.add(range) { index in
                            guard let point = points[index], let exposure = exposure(index) else { return nil }
                            isAnyFar = gate.isFar(point, exposure) || isAnyFar
                            return isExcluded(index) ? nil : point
                        }
                    }
                    if exposures.isEmpty || basis.hasExclusions {
                        count(exposure, without: basis.excludes)
                    } else {
                        count({ exposures[$0] }, without: { _ in false })
                    }
                    guard isAnyFar else { return }
                    for index in range {
                        if let point = points[index], let exposure = exposure(index), gate.isFar(point, exposure) {
                            hold(point, exposure, at: index, against: gate)
                        }
                    }
                }
            }
            sample += runs.values
            return runs
        }

        /// Keeps the place of a point that is outside.
        @inline(never)
        private mutating func hold(_ point: Double, _ exposure: Double, at index: Int, against gate: Gate) {
            guard gate.isOutside(point, exposure) else { return }
            // One piece of memory for nearly all charts.
            if outside.isEmpty { outside.reserveCapacity(12) }
            outside.append(index)
        }
    }

    /// The limits of 3 standard deviations of a phase, which points are held against exactly as they are computed.
    private struct Gate {
        /// The line that runs are counted about.
        let line: Double

        private let kind: Kind
        private let location: Double
        private let sigma: Double?
        private let per: Double
        private let isTransformed: Bool

        /// A distance squared, times the exposure, below which a point is so far within that it needs no root; 0 where
        /// the product may be too small for a double.
        private let near: Double

        /// No gate without a location; one that lets all through without a standard deviation.
        init?(_ kind: Kind, _ spread: Spread?, per: Double, isTransformed: Bool) {
            guard let spread else { return nil }
            self.kind = kind
            self.per = per
            self.isTransformed = isTransformed
            line = isTransformed ? spread.location : spread.centre
            location = spread.location
            sigma = spread.sigma
            near = spread.sigma.map { isTransformed || $0 < 1e-140 ? 0 : 8.999 * $0 * $0 } ?? .infinity
        }

        /// Whether a point may be outside.
        @inline(__always)
        func isFar(_ point: Double, _ exposure: Double) -> Bool {
            let distance = point - location
            // In this order no factor is too small for a double unless the product is as well.
            return !(distance * exposure * distance < near)
        }

        /// Whether a point is outside.
        func isOutside(_ point: Double, _ exposure: Double) -> Bool {
            guard let sigma else { return false }
            if isTransformed { return abs(point - location) > 3 * sigma }
            let width = 3 * (exposure == 1 ? sigma : sigma / exposure.squareRoot())
            switch kind {
            case .movingRange: return point > MovingRanges.upperLimit * location
            case .individuals, .iPrime, .t: return point > location + width || point < location - width
            case .c, .u, .uPrime, .g: return point > location + width || point < max(0, location - width)
            case .p, .pPrime: return point > min(per, location + width) || point < max(0, location - width)
            }
        }
    }
}
