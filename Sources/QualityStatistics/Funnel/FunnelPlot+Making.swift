extension FunnelPlot {
    private static let funnel = StatisticalMethod(
        name: "Funnel plot",
        source: "Spiegelhalter, Statistics in Medicine 24, 2005; Spiegelhalter et al., JRSS A 175, 2012"
    )

    /// A funnel plot of shares of trials.
    ///
    /// - Parameters:
    ///   - counts: the trials with the property of each unit; `nil` where not known.
    ///   - trials: the trials of each unit; a unit without any, or `nil`, is missing.
    ///   - target: the probability to hold the units against; by default that of all together.
    ///   - scale: where distances are measured.
    ///   - trimming: what is done to extreme units before the over-dispersion is estimated.
    /// - Returns: the plot, or too little data with fewer than two units, or without a target where all or none of the
    ///   trials have the property.
    /// - Throws: ``StatisticsError`` for series of different lengths, negative numbers, more than the trials, trials
    ///   beyond what a distribution holds, a target or a share of trimming out of range.
    public static func proportions(
        _ counts: [Int?],
        of trials: [Int?],
        target: Double? = nil,
        scale: Scale = .natural,
        trimming: Trimming = .winsorised(0.1)
    ) throws(StatisticsError) -> Finding<Self> {
        guard counts.count == trials.count else { throw StatisticsError(.unequalLengths, of: "trials") }
        for index in counts.indices {
            guard let count = counts[index], let size = trials[index] else { continue }
            guard count <= size || size < 0 else {
                throw StatisticsError(.moreEventsThanTrials, of: "counts", at: index)
            }
        }
        if let target, !(target > 0 && target < 1) { throw StatisticsError(.outOfRange, of: "target") }
        let sizes = trials.map { $0.map(Double.init) }
        return try make(.proportion, counts, sizes, "trials", target, scale, trimming)
    }

    /// A funnel plot of events per exposure.
    ///
    /// - Parameters:
    ///   - counts: the events of each unit; `nil` where not known.
    ///   - exposures: the exposure of each unit, all in one unit of measure; a unit without any, or `nil`, is missing.
    ///   - target: the rate to hold the units against; by default that of all together.
    ///   - scale: where distances are measured.
    ///   - trimming: what is done to extreme units before the over-dispersion is estimated.
    /// - Returns: the plot, or too little data with fewer than two units or with neither a target nor any event.
    /// - Throws: ``StatisticsError`` for series of different lengths, negative numbers, exposures that are not finite or
    ///   so small or large that no deviation can be told, a target or a share of trimming out of range.
    public static func rates(
        _ counts: [Int?],
        exposures: [Double?],
        target: Double? = nil,
        scale: Scale = .natural,
        trimming: Trimming = .winsorised(0.1)
    ) throws(StatisticsError) -> Finding<Self> {
        if let target, !(target > 0 && target < .infinity) { throw StatisticsError(.outOfRange, of: "target") }
        return try make(.rate, counts, exposures, "exposures", target, scale, trimming)
    }

    /// A funnel plot of events over those expected.
    ///
    /// - Parameters:
    ///   - counts: the events of each unit; `nil` where not known.
    ///   - expected: the events expected of each unit; a unit where none are, or `nil`, is missing.
    ///   - target: the ratio to hold the units against.
    ///   - scale: where distances are measured.
    ///   - trimming: what is done to extreme units before the over-dispersion is estimated.
    /// - Returns: the plot, or too little data with fewer than two units.
    /// - Throws: ``StatisticsError`` for series of different lengths, negative numbers, expected numbers that are not
    ///   finite or so small or large that no deviation can be told, a target or a share of trimming out of range.
    public static func ratios(
        _ counts: [Int?],
        expected: [Double?],
        target: Double = 1,
        scale: Scale = .natural,
        trimming: Trimming = .winsorised(0.1)
    ) throws(StatisticsError) -> Finding<Self> {
        guard target > 0, target < .infinity else { throw StatisticsError(.outOfRange, of: "target") }
        return try make(.ratio, counts, expected, "expected", target, scale, trimming)
    }

    private static func make(
        _ measure: Measure,
        _ counts: [Int?],
        _ denominators: [Double?],
        _ name: String,
        _ target: Double?,
        _ scale: Scale,
        _ trimming: Trimming
    ) throws(StatisticsError) -> Finding<Self> {
        guard counts.count == denominators.count else { throw StatisticsError(.unequalLengths, of: name) }
        if case .winsorised(let share) = trimming { try check(share) }
        if case .truncated(let share) = trimming { try check(share) }
        var present: [(index: Int, count: Int, denominator: Double)] = []
        for index in counts.indices {
            if let count = counts[index], count < 0 { throw StatisticsError(.negative, of: "counts", at: index) }
            if let size = denominators[index] {
                guard size.isFinite else { throw StatisticsError(.notFinite, of: name, at: index) }
                guard size >= 0 else { throw StatisticsError(.negative, of: name, at: index) }
            }
            if let count = counts[index], let size = denominators[index], size > 0 {
                present.append((index, count, size))
            }
        }
        guard present.count >= 2 else {
            return .tooLittleData(TooLittleData(method: funnel, needed: 2, available: present.count, of: .groups))
        }
        let events = present.reduce(0.0) { $0 + Double($1.count) }
        let whole = present.reduce(0.0) { $0 + $1.denominator }
        guard target != nil || events > 0 && (measure != .proportion || events < whole) else {
            return .tooLittleData(TooLittleData(method: funnel, needed: 1, available: 0, of: .events))
        }
        let shape = FunnelShape(measure: measure, scale: scale, target: target ?? events / whole)
        var units = [Unit?](repeating: nil, count: counts.count)
        for unit in present {
            guard let made = try Unit(unit.count, unit.denominator, shape) else {
                throw StatisticsError(.outOfRange, of: name, at: unit.index)
            }
            units[unit.index] = made
        }
        let overdispersion = Overdispersion(units, trimming)
        let chance = overdispersion.pValue < 0.05 && overdispersion.dispersion > 1
        let assumptions = [
            measure == .proportion ? Assumption.independentTrials : .independentEvents,
            Assumption("The units differ by chance alone, so that plain limits hold.", chance ? .fails : .notChecked),
        ]
        return .found(Self(funnel, assumptions, shape, units, overdispersion))
    }

    private static func check(_ share: Double) throws(StatisticsError) {
        guard share >= 0, share < 0.5 else { throw StatisticsError(.outOfRange, of: "trimming") }
    }
}

extension FunnelPlot.Unit {
    /// `nil` where the denominator is too small or too large for a distance from the target to be told.
    fileprivate init?(_ count: Int, _ denominator: Double, _ shape: FunnelShape) throws(StatisticsError) {
        self.count = count
        self.denominator = denominator
        value = Double(count) / denominator
        deviation = shape.deviation(denominator)
        z = (shape.transformed(value) - shape.transformed(shape.target)) / deviation
        guard deviation > 0, deviation.isFinite, !z.isNaN else { return nil }
        let distribution = try shape.distribution(denominator)
        let (atMost, atLeast) = (distribution.tails(at: count), distribution.tails(at: count - 1))
        pValue = min(1, 2 * min(atMost.lower, atLeast.upper))
        let half = 0.5 * distribution.probability(of: count)
        midP = min(1, 2 * min(atLeast.lower + half, atMost.upper + half))
    }
}

extension FunnelPlot.Overdispersion {
    fileprivate init(_ units: [FunnelPlot.Unit?], _ trimming: FunnelPlot.Trimming) {
        let distances = units.map { $0?.z }
        let present = distances.compactMap(\.self)
        let squares = present.reduce(0) { $0 + $1 * $1 }
        dispersion = squares / Double(present.count)
        pValue = IncompleteGamma.tails(Double(present.count) / 2, DoubleDouble(squares / 2)).upper
        switch trimming {
        case .none:
            trimmed = distances
            trimmingLimits = nil
        case .winsorised(let share):
            let limits = Self.limits(present, share)
            trimmed = distances.map { $0.map { min(max($0, limits.lowerBound), limits.upperBound) } }
            trimmingLimits = limits
        case .truncated(let share):
            let limits = Self.inner(present, share)
            trimmed = distances.map { $0.flatMap { limits.contains($0) ? $0 : nil } }
            trimmingLimits = limits
        }
        let kept = trimmed.compactMap(\.self)
        let number = Double(kept.count)
        let sum = kept.reduce(0) { $0 + $1 * $1 }
        trimmedDispersion = sum / number
        var (weights, squaredWeights) = (0.0, 0.0)
        for (unit, distance) in zip(units, trimmed) {
            guard let unit, distance != nil else { continue }
            let weight = 1 / (unit.deviation * unit.deviation)
            weights += weight
            squaredWeights += weight * weight
        }
        betweenVariance = number > 1 ? max(0, (sum - (number - 1)) / (weights - squaredWeights / weights)) : 0
    }

    /// The quantiles of a share at each end, interpolated between the order statistics (Hyndman and Fan's type 7).
    private static func limits(_ values: [Double], _ share: Double) -> ClosedRange<Double> {
        let sorted = values.sorted()
        func quantile(_ share: Double) -> Double {
            let place = share * Double(sorted.count - 1)
            let index = Int(place)
            let (low, high) = (sorted[index], sorted[min(index + 1, sorted.count - 1)])
            let part = place - Double(index)
            if part == 0 || low == high { return low }
            return low.isInfinite ? low : low + part * (high - low)
        }
        let (low, high) = (quantile(share), quantile(1 - share))
        return low...max(low, high)
    }

    /// The range of the values that remain when the lowest and the highest group of a share are left out.
    ///
    /// A value is in the group that its rank, over one more than their number, falls in; equal values share their mean
    /// rank. All values, where none would remain.
    private static func inner(_ values: [Double], _ share: Double) -> ClosedRange<Double> {
        let ranks = Autocorrelation.ranks(of: values)
        let (low, high) = (share * Double(values.count + 1), (1 - share) * Double(values.count + 1))
        let remaining = zip(values, ranks).filter { low <= $1 && $1 < high }.map(\.0)
        let kept = remaining.isEmpty ? values : remaining
        return kept.reduce(kept[0], min)...kept.reduce(kept[0], max)
    }
}
