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
        exposures: [Double] = [],
        per: Double = 1,
        basis: ChartBasis,
        screening: RangeScreening? = nil,
        rule: RunsRule,
        spread: (Range<Int>) -> Spread?
    ) throws(StatisticsError) {
        let compared = tested ?? values
        let phases = try basis.mapPhases(of: values.count) { range, rebasing in
            let spread = spread(basis.baseline(of: range))
            return Phase(
                range: range,
                rebasing: rebasing,
                baseline: spread?.baseline ?? 0,
                centre: spread?.centre,
                location: spread?.location,
                sigma: spread?.sigma,
                overdispersion: spread?.overdispersion,
                runs: RunsAnalysis(
                    of: compared,
                    range,
                    basis,
                    about: tested == nil ? spread?.centre : spread?.location,
                    tolerance: RunsAnalysis.rounding,
                    rule,
                    independent: kind != .movingRange
                )
            )
        }
        var sample = 0
        var outside: [Int] = []
        for phase in phases {
            guard let location = phase.location else { continue }
            let hasExclusions = !basis.exclusions.isEmpty
            values.withUnsafeBufferPointer { values in
                exposures.withUnsafeBufferPointer { exposures in
                    for index in phase.range {
                        guard let value = values[index] else { continue }
                        if !hasExclusions || !basis.excludes(index) { sample &+= 1 }
                        guard let sigma = phase.sigma else { continue }
                        if let tested {
                            guard let value = tested[index] else { continue }
                            if abs(value - location) > 3 * sigma { outside.append(index) }
                        } else if Self.isOutside(
                            value,
                            kind,
                            location,
                            sigma,
                            exposure: exposures.isEmpty ? 1 : exposures[index],
                            per: per
                        ) {
                            outside.append(index)
                        }
                    }
                }
            }
        }
        self.init(
            kind: kind,
            values: values,
            basis: basis,
            screening: screening,
            phases: phases,
            outside: outside,
            sample: sample,
            exposures: exposures,
            per: per
        )
    }

    /// Whether a point lies outside 3 standard deviations, exactly as its limits are computed.
    @inline(__always)
    private static func isOutside(
        _ value: Double,
        _ kind: Kind,
        _ location: Double,
        _ sigma: Double,
        exposure: Double,
        per: Double
    ) -> Bool {
        // Most points are so far within the limits that they need no root.
        let distance = value - location
        if distance * distance * exposure < 8.999 * sigma * sigma { return false }
        let width = 3 * (exposure == 1 ? sigma : sigma / exposure.squareRoot())
        switch kind {
        case .movingRange: return value > MovingRanges.upperLimit * location
        case .individuals, .iPrime, .t: return value > location + width || value < location - width
        case .c, .u, .uPrime, .g: return value > location + width || value < max(0, location - width)
        case .p, .pPrime: return value > min(per, location + width) || value < max(0, location - width)
        }
    }
}
