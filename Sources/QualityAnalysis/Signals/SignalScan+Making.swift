import QualityCore
public import QualityStatistics

extension SignalScan {
    /// Looks through series for signals.
    ///
    /// - Parameters:
    ///   - sources: the series; each is charted, and tested where it is long enough.
    ///   - falseDiscoveryRate: the expected share of false signals among the signals, above 0 and below 1.
    ///   - trendLevel: the p-value up to which the plain rule takes a trend for one, above 0 and below 1.
    /// - Returns: the scan; too little data where no series is long enough for any test.
    /// - Throws: ``AnalysisError/statistics(_:)`` for a rate or level out of range, and a basis with places that a series
    ///   does not have.
    public static func scan(
        _ sources: [ScannedSeries.Source],
        falseDiscoveryRate: Double = 0.05,
        trendLevel: Double = 0.05
    ) throws(AnalysisError) -> Finding<SignalScan> {
        try analysing { () throws(StatisticsError) in
            for (value, name) in [(falseDiscoveryRate, "falseDiscoveryRate"), (trendLevel, "trendLevel")] {
                guard value > 0, value < 1 else { throw StatisticsError(.outOfRange, of: name) }
            }
            for source in sources {
                let count = source.series.scale.periods.count
                let places = source.basis.rebasings.map(\.position) + source.basis.exclusions.map(\.position)
                guard places.allSatisfy({ $0 < count }) else { throw StatisticsError(.outOfRange, of: "basis") }
            }
            var scanning = try SignalScanning(sources, falseDiscoveryRate, trendLevel)
            return try scanning.finding()
        }
    }
}

/// Makes a scan.
struct SignalScanning {
    private let prepared: [PreparedSeries]
    private let posteriors: [[Double]]
    private let dispersions: [PoissonHomogeneity?]
    private let adjustedDispersions: [Double?]
    let falseDiscoveryRate: Double
    private let trendLevel: Double
    var cache = SeriesTests.Cache()

    init(
        _ sources: [ScannedSeries.Source],
        _ falseDiscoveryRate: Double,
        _ trendLevel: Double
    ) throws(StatisticsError) {
        prepared = sources.map { PreparedSeries($0) }
        posteriors = ScatterWeights(prepared.map(\.counts)).posteriors
        var dispersions: [PoissonHomogeneity?] = []
        for series in prepared {
            let isLong = series.places.count >= ChartChoice.fewestValues
            dispersions.append(
                isLong
                    ? try PoissonHomogeneity.test(series.counts.counts, exposures: series.exposures).result : nil
            )
        }
        self.dispersions = dispersions
        adjustedDispersions = try AdjustedPValues.benjaminiHochberg(dispersions.map { $0?.pValue }).values
        self.falseDiscoveryRate = falseDiscoveryRate
        self.trendLevel = trendLevel
    }

    mutating func finding() throws(StatisticsError) -> Finding<SignalScan> {
        var series: [ScannedSeries] = []
        series.reserveCapacity(prepared.count)
        for index in prepared.indices { series.append(try scanned(index)) }
        let tests = series.flatMap { series in series.findings.map { (subject: series.subject, pValue: $0.pValue) } }
        guard !tests.isEmpty else {
            let longest = prepared.map(\.places.count).max() ?? 0
            return .tooLittleData(Self.shortage(longest, .values))
        }
        let adjusted = try AdjustedPValues.benjaminiHochberg(tests.map(\.pValue))
        let ledger = DiscoveryLedger(tests, rate: falseDiscoveryRate)
        var next = 0
        for index in series.indices {
            for place in series[index].findings.indices {
                let pValue = adjusted.values[next] ?? 1
                series[index].findings[place].adjustedPValue = pValue
                series[index].findings[place].isSignal = pValue <= falseDiscoveryRate
                next += 1
                guard pValue <= falseDiscoveryRate else { continue }
                series[index].findings[place].sensitivity = try sensitivity(
                    of: series[index].findings[place],
                    index,
                    ledger
                )
            }
        }
        return .found(
            SignalScan(
                series: series,
                tests: tests.count,
                falseDiscoveryRate: falseDiscoveryRate,
                threshold: ledger.threshold
            )
        )
    }

    static func shortage(_ available: Int, _ quantity: TooLittleData.Quantity) -> TooLittleData {
        TooLittleData(
            method: StatisticalMethod(
                name: "Run chart with Anhøj rules",
                source: "Anhøj J, Olesen AV (2014). Run charts revisited. PLoS ONE 9(11): e113825."
            ),
            needed: ChartChoice.fewestValues,
            available: available,
            of: quantity
        )
    }

    // MARK: One series

    private mutating func scanned(_ index: Int) throws(StatisticsError) -> ScannedSeries {
        let series = prepared[index]
        let posterior = posteriors[index]
        let (choice, control) = try chosen(index)
        var alarms: [ScannedSeries.PlainAlarm] = []
        var findings: [SeriesFinding] = []
        var runChart: RunChart?
        if choice.standing != nil {
            let basis = series.gaps == nil ? series.source.basis : .whole
            let chart = try RunChart.median(series.charted, basis: basis)
            runChart = chart
            if let runs = SeriesTests.Runs(chart) {
                alarms.append(
                    ScannedSeries.PlainAlarm(
                        kind: .shift,
                        alarms: !runs.phase.runs.signals.isEmpty,
                        falseAlarm: runs.alarm(&cache)
                    )
                )
                if !runs.phase.runs.hasFewObservations, let shift = shift(series, runs, chart) {
                    findings.append(shift)
                }
            }
            if let control { alarms.append(pointAlarm(series, control, posterior)) }
            if let point = point(series, posterior) { findings.append(point) }
        }
        let values = series.values.compactMap(\.self)
        if values.count >= ChartChoice.fewestTrendValues,
            MannKendall.smallestPossiblePValue(points: values.count) <= trendLevel
        {
            let tails = KendallTails(values)
            let pValue = try SeriesTests.trend(tails, values)
            alarms.append(
                ScannedSeries.PlainAlarm(
                    kind: .trend,
                    alarms: pValue <= trendLevel,
                    falseAlarm: tails.attained(trendLevel)
                )
            )
            findings.append(try trend(series, tails, pValue))
        }
        return ScannedSeries(
            source: series.source,
            choice: choice,
            runChart: runChart,
            controlChart: control,
            plainAlarms: alarms,
            findings: findings
        )
    }

    private func chosen(_ index: Int) throws(StatisticsError) -> (ChartChoice, ControlChart?) {
        let series = prepared[index]
        func choice(_ kind: ControlChart.Kind?, _ reason: ChartChoice.Reason, _ values: Int?) -> ChartChoice {
            let standing = values.map { $0 < 13 ? LimitStanding.trial : .established }
            return ChartChoice(limits: kind, reason: reason, standing: standing)
        }
        guard series.places.count >= ChartChoice.fewestValues else {
            return (choice(nil, .tooLittleData(Self.shortage(series.places.count, .values)), nil), nil)
        }
        guard !series.isRare else {
            guard let gaps = series.gaps else {
                let reason = ChartChoice.Reason.rareWithoutDays(meanPerPeriod: series.meanPerPeriod)
                return (choice(nil, reason, series.places.count), nil)
            }
            guard gaps.count >= ChartChoice.fewestValues else {
                return (choice(nil, .tooLittleData(Self.shortage(series.counts.total, .events)), nil), nil)
            }
            let mean = Double(gaps.reduce(0) { $0 + $1.length }) / Double(gaps.count)
            let reason = ChartChoice.Reason.rareEvents(meanPerPeriod: series.meanPerPeriod, meanDays: mean)
            if mean < ChartChoice.fewestDays {
                return (choice(.g, reason, gaps.count), try .g(cases: gaps.map(\.length)))
            }
            return (choice(.t, reason, gaps.count), try .t(times: gaps.map(\.time)))
        }
        let (dispersion, adjusted) = (dispersions[index]?.dispersion ?? 1, adjustedDispersions[index] ?? 1)
        let counts = series.source.series.counts
        let basis = series.source.basis
        if adjusted <= 0.05 {
            let exposures = series.chartedExposures ?? counts.map { _ in 1 }
            return (
                choice(
                    .uPrime,
                    .overdispersed(dispersion: dispersion, adjustedPValue: adjusted),
                    series.places.count
                ),
                try .uPrime(counts: counts, exposures: exposures, basis: basis)
            )
        }
        let reason = ChartChoice.Reason.independentEvents(dispersion: dispersion, adjustedPValue: adjusted)
        guard let exposures = series.chartedExposures else {
            return (choice(.c, reason, series.places.count), try .c(counts: counts, basis: basis))
        }
        return (choice(.u, reason, series.places.count), try .u(counts: counts, exposures: exposures, basis: basis))
    }

    // MARK: Leaving out

    private mutating func sensitivity(
        of finding: SeriesFinding,
        _ index: Int,
        _ ledger: DiscoveryLedger
    ) throws(StatisticsError) -> Sensitivity {
        let source = prepared[index].source
        let subject = source.subject
        let periods = prepared[index].places.map { source.series.scale.periods[$0] }
        let parts = Array(source.parts.keys)
        var units = parts.compactMap { if case .unit(let unit) = $0 { unit } else { nil } }
        var categories = parts.compactMap { if case .category(let code) = $0 { code } else { nil } }
        if units.isEmpty { units = ledger.units.filter { $0 != subject.unit } }
        if categories.isEmpty { categories = ledger.categories.filter { $0 != subject.category } }
        let posterior = posteriors[index]
        var cache = cache
        return try Sensitivity(
            periods: periods,
            units: units.sorted { $0.rawValue < $1.rawValue },
            categories: categories.sorted()
        ) { part throws(StatisticsError) in
            let reduced: PreparedSeries
            if case .period(let period) = part {
                guard let place = source.series.scale.position(of: period.first) else { return nil }
                if case .point(let point) = finding.pattern, point.days.overlaps(period) { return nil }
                reduced = PreparedSeries(source, without: place)
            } else if let counts = source.parts[part] {
                // Days of parts are not known apart.
                guard prepared[index].gaps == nil else { return nil }
                reduced = PreparedSeries(source, less: counts)
            } else {
                return finding.pValue <= ledger.threshold(without: part)
            }
            return try Self.pValue(of: finding.kind, reduced, posterior, near: ledger.threshold, &cache)
                <= ledger.threshold
        }
    }

    /// The p-value of one kind of test of a series with something left out.
    private static func pValue(
        of kind: SeriesFinding.Kind,
        _ series: PreparedSeries,
        _ posterior: [Double],
        near threshold: Double,
        _ cache: inout SeriesTests.Cache
    ) throws(StatisticsError) -> Double {
        switch kind {
        case .shift:
            let basis = series.gaps == nil ? series.source.basis : .whole
            return SeriesTests.Runs(try RunChart.median(series.charted, basis: basis))?.pValue(&cache) ?? 1
        case .point: return SeriesTests.extreme(series, posterior)?.pValue ?? 1
        case .trend:
            let values = series.values.compactMap(\.self)
            guard values.count >= 2 else { return 1 }
            let tails = KendallTails(values)
            let isClear = tails.pValue > 2 * threshold || tails.pValue < threshold / 2
            return isClear ? tails.pValue : try SeriesTests.trend(tails, values)
        }
    }
}
