public import QualityCore
public import QualityStatistics

extension ObservationTable {
    /// Says how units report, beside what they report.
    ///
    /// `question`: the period, and what tells near misses and exposure.
    /// - Returns: the finding, or too little data where no record of the period is counted.
    /// - Throws: ``AnalysisError`` for a false discovery rate outside 0..<1.
    public func reportingCulture(
        _ question: ReportingCulture.Question
    ) throws(AnalysisError) -> Finding<ReportingCulture> {
        try Self.check(question.falseDiscoveryRate)
        let inside = limited(to: question.period)
        guard inside.count > 0 else {
            return .tooLittleData(TooLittleData(method: ShareScan.method, needed: 1, available: 0, of: .events))
        }
        func counts(_ table: ObservationTable) throws(AnalysisError) -> PeriodCounts {
            try PeriodCounts(
                table,
                in: question.period,
                .records,
                units: question.units,
                along: question.dimension,
                reading: question.reading
            )
        }
        let all = try counts(inside)
        let units = Set(all.units + question.listed).sorted { $0.rawValue < $1.rawValue }
        let timed = inside.limited { inside.delays[$0] >= 0 }
        let prompt = timed.limited { Int(timed.delays[$0]) <= question.promptDays }
        let level = 1 - question.falseDiscoveryRate
        let (promptCounts, timedCounts) = (try counts(prompt), try counts(timed))
        let delays = inside.delaysByUnit(question.units)
        var outcomes: (hits: PeriodCounts, trials: PeriodCounts)?
        if let rule = question.nearMisses {
            let told = inside.limited(to: rule.nearMisses.union(rule.harms), along: rule.dimension)
            let near = told.limited(to: rule.nearMisses, along: rule.dimension)
            outcomes = (try counts(near), try counts(told))
        }
        return try analysing { () throws(StatisticsError) in
            let times = try ShareScan(hits: promptCounts, trials: timedCounts, units: units, level: level)
            var nears: ShareScan?
            if let outcomes {
                nears = try ShareScan(hits: outcomes.hits, trials: outcomes.trials, units: units, level: level)
            }
            let pValues = try times.pValues() + (nears?.pValues() ?? [])
            let adjusted = try AdjustedPValues.benjaminiHochberg(pValues)
            let threshold = adjusted.threshold(at: question.falseDiscoveryRate)
            var lines = [
                ReportingCulture.Line(
                    subject: .whole,
                    count: all.parts(of: .whole).total,
                    rate: try question.rate(all.parts(of: .whole).total, of: units),
                    nearMisses: try nears?.whole(),
                    delays: try ReportingDelays(inside.recordDelays, within: question.promptDays, level: level),
                    prompt: try times.whole()
                )
            ]
            for (index, unit) in units.enumerated() {
                let count = all.parts(of: .unit(unit)).total
                lines.append(
                    ReportingCulture.Line(
                        subject: .unit(unit),
                        count: count,
                        rate: try question.rate(count, of: [unit]),
                        nearMisses: try nears?.share(
                            of: unit,
                            adjusted: nears == nil ? nil : adjusted.values[units.count + index],
                            upTo: threshold
                        ),
                        delays: try ReportingDelays(delays[unit] ?? [], within: question.promptDays, level: level),
                        prompt: try times.share(of: unit, adjusted: adjusted.values[index], upTo: threshold)
                    )
                )
            }
            return .found(
                ReportingCulture(
                    period: question.period,
                    promptDays: question.promptDays,
                    measure: question.exposure?.measure,
                    lines: lines,
                    falseDiscoveryRate: question.falseDiscoveryRate,
                    comparisons: adjusted.sample,
                    method: ShareScan.method,
                    assumptions: adjusted.assumptions + [
                        Assumption("The days of event and report are those that were stated.")
                    ]
                )
            )
        }
    }

    /// The observations with any of some codes along a dimension, such as the viewpoints that are complaints.
    public func limited(to codes: Set<CategoryCode>, along dimension: CodeDimension) -> ObservationTable {
        let isMeant = rows(along: dimension, codes.contains)
        return limited { isMeant[$0] }
    }

    /// The delay of each record.
    private var recordDelays: [Int32] {
        records.indices.filter { $0 == 0 || records[$0] != records[$0 - 1] }.map { delays[$0] }
    }

    /// The delays of the records of each position along an axis of units.
    private func delaysByUnit(_ axis: CountAxis) -> [OrganisationUnitID: [Int32]] {
        let axis = resolve(axis)
        var found = [[Int32]](repeating: [], count: axis.keys.count)
        var positions: [Int] = []
        for row in records.indices where row == 0 || records[row] != records[row - 1] {
            axis.positions(of: row, into: &positions)
            for position in positions { found[position].append(delays[row]) }
        }
        return Dictionary(
            zip(axis.keys, found).compactMap { key, delays in key.unitID.map { ($0, delays) } }
        ) { first, _ in first }
    }
}

extension ReportingCulture.Question {
    /// The rate of a count of units together; `nil` where the exposure of any is not known.
    fileprivate func rate(_ count: Int, of units: [OrganisationUnitID]) throws(StatisticsError) -> EventRate? {
        guard let amount = exposure?.amount(of: units, in: period) else { return nil }
        return try .exact(count: count, exposure: amount, level: 1 - falseDiscoveryRate)
    }
}
