import QualityStatistics

/// Methods of statistics beside packages that have the same ones.
enum StatisticalMethods {
    /// u-charts of 50 units by month, 1 month of 40 missing, with the signals of their limits and of their runs.
    static func charts(_ scale: Scale, in folder: Folder) throws -> [Comparison] {
        let (units, months) = (50, 60)
        var random = Mixer(state: 2)
        let series = (0..<units).map { unit in
            var (counts, exposures): ([Int?], [Double?]) = ([], [])
            for month in 0..<months {
                // A quarter of the units change their level in the middle.
                let level = unit.isMultiple(of: 4) && month >= 30 ? 16 : 10
                let isMissing = random.below(40) == 0
                let exposure = 500 + random.below(500)
                let count = (0..<exposure).reduce(0) { sum, _ in sum + (random.below(750) < level ? 1 : 0) }
                counts.append(isMissing ? nil : count)
                exposures.append(isMissing ? nil : Double(exposure))
            }
            return (counts: counts, exposures: exposures)
        }
        try folder.write([Int32(units)], to: "shape")
        try folder.write(series.flatMap { $0.counts.map { Double($0 ?? 0) } }, to: "counts")
        try folder.write(series.flatMap { $0.exposures.map { $0 ?? 0 } }, to: "exposures")
        return try Peers.compare(
            "charts",
            "u-charts of \(units) units by \(months) months",
            goal: 0.3,
            turns: scale.turns,
            budget: scale.budget,
            in: folder
        ) {
            try series.indices.map { try ControlChart.u(counts: series[$0].counts, exposures: series[$0].exposures) }
        } numbers: { charts in
            let outside = charts.enumerated().flatMap { unit, chart in chart.outside.map { unit * months + $0 } }
            let runs = charts.flatMap(\.phases).map(\.runs)
            let numbers = [
                outside, runs.map { $0.longestRun ?? 0 }, runs.map { $0.crossings ?? 0 },
                runs.map { $0.signals.contains(.unusuallyLongRun) ? 1 : 0 },
                runs.map { $0.signals.contains(.unusuallyFewCrossings) ? 1 : 0 },
            ]
            return numbers.joined().map(Double.init)
        }
    }

    /// Mann–Kendall with Theil–Sen, its interval included, which the peer does not have.
    static func trends(_ scale: Scale, in folder: Folder) throws -> [Comparison] {
        var random = Mixer(state: 3)
        let values = (0..<scale.values).map { random.noise() + Double($0) * 0.1 / Double(scale.values) }
        try folder.write(values, to: "values")
        return try Peers.compare(
            "trends",
            "Mann–Kendall with Theil–Sen of \(scale.values) values",
            goal: 0.01,
            turns: 5,
            budget: scale.budget,
            in: folder
        ) {
            (try MannKendall.test(values).result, try SenSlope.estimate(values).result)
        } numbers: { test, line in
            guard let test, let line else { return [] }
            return [
                Double(test.score), test.variance, test.z, test.normalPValue.value, line.slope, line.intercept,
            ]
        }
    }

    /// Changes of level by PELT, 24 of them, the penalty twice the variance of the noise times the logarithm.
    static func changes(_ scale: Scale, in folder: Folder) throws -> [Comparison] {
        var random = Mixer(state: 4)
        let values = (0..<scale.values).map { random.noise() + Double($0 * 25 / scale.values % 3) }
        // ln 10,000; small series take it too.
        let penalty = 2 * 9.210_340_371_976_184
        try folder.write(values, to: "values")
        try folder.write([penalty], to: "penalty")
        return try Peers.compare(
            "changes",
            "Changes of level in \(scale.values) values",
            goal: 0.5,
            turns: scale.turns,
            budget: scale.budget,
            in: folder
        ) {
            try ChangePoints.pelt(values, penalty: penalty).result
        } numbers: { found in
            found?.positions.map(Double.init) ?? []
        }
    }
}

extension Mixer {
    /// Noise of variance 1 that is nearly normal: the sum of twelve numbers from 0 to 1, less 6.
    fileprivate mutating func noise() -> Double {
        (0..<12).reduce(-6) { sum, _ in sum + Double(below(1 << 30)) / Double(1 << 30) }
    }
}
