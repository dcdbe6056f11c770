extension MakingDataCount {
    /// The XmR chart of a series with its special causes.
    ///
    /// - Parameters:
    ///   - values: the values in order of time, `nil` where one is missing.
    ///   - direction: which way the measure is meant to go.
    ///   - target: the value to reach.
    ///   - screening: what is done with outlying moving ranges; the Excel tools of *Making Data Count* keep them.
    ///   - basis: phases, values left out and a frozen baseline.
    /// - Throws: `not finite` for such a value or target; `out of range` for a basis with places that the series does
    ///   not have.
    public static func xmr(
        _ values: [Double?],
        improvement direction: ImprovementDirection,
        target: Double? = nil,
        screening: RangeScreening = .once,
        basis: ChartBasis = .whole
    ) throws(StatisticsError) -> Self {
        try requireFinite(values, "values")
        try requireFinite([target], "target")
        var phases: [Phase] = []
        var causes = [SpecialCause?](repeating: nil, count: values.count)
        try basis.forEachPhase(of: values.count) { range, rebasing in
            let baseline = basis.baseline(of: range)
            let mean = Centre.mean(baseline, basis) { values[$0] }
            let ranges = MovingRanges.differences(baseline, basis) { values[$0] }
            let phase = Phase(
                range: range,
                rebasing: rebasing,
                baseline: mean?.count ?? 0,
                mean: mean?.0,
                meanMovingRange: MovingRanges.mean(of: ranges, screening)
            )
            phases.append(phase)
            mark(&causes, phase, values, basis)
        }
        let sample = values.indices.count { values[$0] != nil && !basis.excludes($0) }
        return Self(
            values: values,
            direction: direction,
            target: target,
            basis: basis,
            screening: screening,
            phases: phases,
            specialCauses: causes,
            sample: sample
        )
    }

    /// What the variation at a place means; `nil` outside the chart and where the value is missing.
    public func variation(at index: Int) -> Variation? {
        guard values.indices.contains(index), values[index] != nil else { return nil }
        guard let cause = specialCauses[index] else { return .commonCause }
        return switch direction {
        case .increase: cause.isUpwards ? .improvement : .concern
        case .decrease: cause.isUpwards ? .concern : .improvement
        case .neutral: cause.isUpwards ? .neutralHigh : .neutralLow
        }
    }

    /// The verdict on variation, which is that of the latest value; `nil` without one.
    public var variation: Variation? {
        values.lastIndex { $0 != nil }.flatMap(variation(at:))
    }

    /// The verdict on the target by the limits of the last phase; `nil` without target, direction or limits.
    public var assurance: Assurance? {
        guard let target, direction != .neutral, let limits = phases.last?.limits, let lower = limits.lower else {
            return nil
        }
        if target > limits.upper { return direction == .increase ? .consistentlyMissed : .consistentlyMet }
        if target < lower { return direction == .increase ? .consistentlyMet : .consistentlyMissed }
        return .hitOrMiss
    }

    /// The phase of a place; `nil` outside the chart.
    public func phase(at index: Int) -> Phase? {
        phases.first { $0.range.contains(index) }
    }

    /// Marks the special causes of a phase, those of lower precedence first.
    private static func mark(
        _ causes: inout [SpecialCause?],
        _ phase: Phase,
        _ values: [Double?],
        _ basis: ChartBasis
    ) {
        guard let mean = phase.mean else { return }
        let value = { (index: Int) in basis.excludes(index) ? nil : values[index] }
        markRuns(&causes, phase.range, of: 7, .shiftAbove, .shiftBelow) { index in
            value(index).map { $0 > mean ? 1 : $0 < mean ? -1 : 0 } ?? 0
        }
        if let limits = phase.limits, let near = phase.nearLimits {
            markPairs(&causes, phase.range, mean, limits, near, value)
        }
        // A step belongs to both of its points; a point between two trends takes the direction of the step after it.
        markRuns(&causes, phase.range, of: 6, .increasingTrend, .decreasingTrend, points: 7) { index in
            guard index + 1 < phase.range.upperBound, let first = value(index), let second = value(index + 1) else {
                return 0
            }
            return second > first ? 1 : second < first ? -1 : 0
        }
        guard let limits = phase.limits, let lower = limits.lower else { return }
        for index in phase.range {
            guard let value = value(index) else { continue }
            if value > limits.upper { causes[index] = .aboveUpperLimit }
            if value < lower { causes[index] = .belowLowerLimit }
        }
    }

    /// Marks every run of equal signs that is long enough; where a sign is a step, it has one point more than signs.
    private static func markRuns(
        _ causes: inout [SpecialCause?],
        _ range: Range<Int>,
        of length: Int,
        _ up: SpecialCause,
        _ down: SpecialCause,
        points: Int? = nil,
        sign: (Int) -> Int
    ) {
        var start = range.lowerBound
        while start < range.upperBound {
            let direction = sign(start)
            var end = start + 1
            while end < range.upperBound, sign(end) == direction { end += 1 }
            if direction != 0, end - start >= length {
                let last = end + ((points ?? length) - length)
                for index in start..<last { causes[index] = direction > 0 ? up : down }
            }
            start = end
        }
    }

    /// Marks the points near a limit in every three points on one side of the mean that hold two of them.
    private static func markPairs(
        _ causes: inout [SpecialCause?],
        _ range: Range<Int>,
        _ mean: Double,
        _ limits: ControlLimits,
        _ near: ControlLimits,
        _ value: (Int) -> Double?
    ) {
        guard range.count >= 3, let lowest = limits.lower, let low = near.lower else { return }
        for start in range.lowerBound...range.upperBound - 3 {
            var (above, below, nearAbove, nearBelow) = (0, 0, 0, 0)
            for index in start..<start + 3 {
                guard let value = value(index) else { break }
                if value > mean { above += 1 }
                if value < mean { below += 1 }
                if value > near.upper, value <= limits.upper { nearAbove += 1 }
                if value < low, value >= lowest { nearBelow += 1 }
            }
            for index in start..<start + 3 {
                guard let value = value(index) else { break }
                if above == 3, nearAbove >= 2, value > near.upper, value <= limits.upper {
                    causes[index] = .twoOfThreeAbove
                }
                if below == 3, nearBelow >= 2, value < low, value >= lowest { causes[index] = .twoOfThreeBelow }
            }
        }
    }
}
