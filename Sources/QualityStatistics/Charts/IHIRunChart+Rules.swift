extension IHIRunChart {
    /// The run chart of a series with the IHI rules.
    ///
    /// - Parameters:
    ///   - values: the values in order of time, `nil` where one is missing, which ends a shift and a trend.
    ///   - basis: phases, values left out and a frozen baseline.
    ///   - astronomicalPoint: how an astronomical point is told.
    /// - Throws: `not finite` for such a value; `out of range` for a basis with places that the series does not have.
    public static func median(
        _ values: [Double?],
        basis: ChartBasis = .whole,
        astronomicalPoint: AstronomicalPoint = .leftToReader
    ) throws(StatisticsError) -> Self {
        let chart = try RunChart.median(values, basis: basis)
        var shifts: [Pattern] = []
        var trends: [Pattern] = []
        for phase in chart.phases {
            guard let centre = phase.centre else { continue }
            var shift = Stretch(atLeast: 6)
            var trend = Stretch(atLeast: 5)
            var previous: Int?
            for place in phase.range where !basis.excludes(place) {
                guard let value = values[place] else {
                    shift.end(&shifts)
                    trend.end(&trends)
                    previous = nil
                    continue
                }
                if value != centre { shift.take(place, isUpwards: value > centre, into: &shifts) }
                if let before = previous, let earlier = values[before], value != earlier {
                    trend.take(place, isUpwards: value > earlier, from: before, into: &trends)
                }
                previous = place
            }
            shift.end(&shifts)
            trend.end(&trends)
        }
        let astronomical: [Int]? =
            switch astronomicalPoint {
            case .leftToReader: nil
            case .outsideIndividualsLimits: try ControlChart.individuals(values, basis: basis).outside
            }
        return Self(
            chart: chart,
            shifts: shifts,
            trends: trends,
            runCounts: chart.phases.map { runCount($0, values, basis) },
            astronomicalPoints: astronomical
        )
    }

    /// The number of runs against the exact distribution of runs of so many points above and below (Swed & Eisenhart).
    private static func runCount(_ phase: RunChart.Phase, _ values: [Double?], _ basis: ChartBasis) -> RunCount? {
        guard let centre = phase.centre, phase.runs.useful >= 10, let crossings = phase.runs.crossings else {
            return nil
        }
        let above = phase.range.count { index in
            guard let value = values[index], !basis.excludes(index) else { return false }
            return value > centre
        }
        let runs = crossings + 1
        let distribution = RunDistribution(above: above, below: phase.runs.useful - above)
        if distribution.atMost(runs) <= 0.025 { return .tooFew }
        if distribution.atLeast(runs) <= 0.025 { return .tooMany }
        return .expected
    }
}

/// Points in one direction, as far as they have come.
private struct Stretch {
    private let length: Int
    private var points: [Int] = []
    private var isUpwards = false

    init(atLeast length: Int) {
        self.length = length
    }

    /// Takes a point that goes on in the direction or turns it; `first` is the point that a new stretch begins at.
    mutating func take(
        _ place: Int,
        isUpwards: Bool,
        from first: Int? = nil,
        into patterns: inout [IHIRunChart.Pattern]
    ) {
        if isUpwards != self.isUpwards || points.isEmpty {
            end(&patterns)
            self.isUpwards = isUpwards
            if let first { points.append(first) }
        }
        points.append(place)
    }

    /// Ends the stretch, which is a pattern if it is long enough.
    mutating func end(_ patterns: inout [IHIRunChart.Pattern]) {
        if points.count >= length { patterns.append(IHIRunChart.Pattern(isUpwards: isUpwards, points: points)) }
        points.removeAll(keepingCapacity: true)
    }
}
