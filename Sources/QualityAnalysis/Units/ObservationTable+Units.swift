import QualityCore
public import QualityStatistics

extension ObservationTable {
    /// Says which units report more or less than the rest.
    ///
    /// `question`: the period and the exposures.
    /// - Returns: the comparison, or too little data with fewer than two units that have an exposure, or without any
    ///   report.
    /// - Throws: ``AnalysisError`` for a false discovery rate outside 0..<1.
    public func compareUnits(_ question: UnitComparison.Question) throws(AnalysisError) -> Finding<UnitComparison> {
        try Self.check(question.falseDiscoveryRate)
        let counts = try PeriodCounts(
            self,
            in: question.period,
            question.counted,
            units: question.units,
            along: question.dimension,
            reading: question.reading
        )
        return try analysing { () throws(StatisticsError) in
            try UnitMaking(question, counts).comparison()
        }
    }
}

/// Makes a comparison of units from the counts of a period.
private struct UnitMaking {
    struct Member {
        let unit: OrganisationUnitID
        let parts: PeriodCounts.Parts
        let exposure: Double
    }

    let question: UnitComparison.Question
    let counts: PeriodCounts
    private let units: [OrganisationUnitID]
    private let members: [Member]

    init(_ question: UnitComparison.Question, _ counts: PeriodCounts) {
        self.question = question
        self.counts = counts
        units = Set(counts.units + question.listed + question.exposure.units).sorted { $0.rawValue < $1.rawValue }
        members = units.compactMap { unit in
            guard Self.missing(unit, question) == nil,
                let exposure = question.exposure.amount(of: unit, in: question.period)
            else { return nil }
            return Member(unit: unit, parts: counts.parts(of: .unit(unit)), exposure: exposure)
        }
    }

    private static func missing(
        _ unit: OrganisationUnitID,
        _ question: UnitComparison.Question
    ) -> UnitComparison.Missing? {
        if let coverage = question.coverage, coverage.openDays(of: unit, in: question.period) == 0 { return .notOpen }
        return question.exposure.amount(of: unit, in: question.period) == nil ? .noExposure : nil
    }

    private static let method = StatisticalMethod(
        name: "Funnel plot with over-dispersion, each unit against the rest",
        source: "Spiegelhalter, Statistics in Medicine 24, 2005; Benjamini and Hochberg, J R Stat Soc B 57, 1995"
    )

    func comparison() throws(StatisticsError) -> Finding<UnitComparison> {
        let plot = try FunnelPlot.rates(members.map(\.parts.total), exposures: members.map(\.exposure))
        guard let funnel = plot.result else {
            guard case .tooLittleData(let shortage) = plot else { preconditionFailure("a finding is one of two") }
            return .tooLittleData(
                TooLittleData(
                    method: Self.method,
                    needed: shortage.needed,
                    available: shortage.available,
                    of: shortage.quantity
                )
            )
        }
        let dispersion = CountContrast.Dispersion(
            factor: funnel.overdispersion.trimmedDispersion,
            degreesOfFreedom: members.count - 1
        )
        var contrasts: [OrganisationUnitID: CountContrast] = [:]
        for index in members.indices {
            contrasts[members[index].unit] = try contrast(of: members[index], self.dispersion(without: index))
        }
        let adjusted = try AdjustedPValues.benjaminiHochberg(units.map { contrasts[$0]?.pValue })
        let threshold = adjusted.threshold(at: question.falseDiscoveryRate)
        var lines: [UnitComparison.Line] = []
        for (index, unit) in units.enumerated() {
            let member = members.first { $0.unit == unit }
            lines.append(
                try line(
                    of: unit,
                    member,
                    contrasts[unit],
                    adjusted: adjusted.values[index],
                    upTo: threshold
                )
            )
        }
        return .found(
            UnitComparison(
                period: question.period,
                counted: question.counted,
                measure: question.exposure.measure,
                lines: lines,
                funnel: funnel,
                plotted: members.map(\.unit),
                dispersion: dispersion,
                falseDiscoveryRate: question.falseDiscoveryRate,
                threshold: threshold,
                method: Self.method,
                assumptions: funnel.assumptions + [
                    Assumption("The same share of what happened was reported by every unit.")
                ]
            )
        )
    }

    /// How much the units but one scatter: what one unit does to it would hide it.
    private func dispersion(without index: Int) throws(StatisticsError) -> CountContrast.Dispersion {
        var others: [Int?] = members.map(\.parts.total)
        others[index] = nil
        guard let funnel = try FunnelPlot.rates(others, exposures: members.map(\.exposure)).result else {
            return .notEstimated
        }
        return CountContrast.Dispersion(
            factor: funnel.overdispersion.trimmedDispersion,
            degreesOfFreedom: max(1, funnel.sample - 1)
        )
    }

    /// A unit against the rest, without a part of either.
    private func sides(
        _ member: Member,
        without part: Sensitivity.Part? = nil
    ) -> (counts: (earlier: Int, later: Int), exposures: (earlier: Double, later: Double)) {
        var month: Int?
        if case .period(let period)? = part { month = counts.months.firstIndex(of: period) }
        func left(_ parts: PeriodCounts.Parts) -> Int { part.map { parts.without($0, month: month) } ?? parts.total }
        var rest = (count: 0, exposure: 0.0)
        for other in members where other.unit != member.unit {
            if case .unit(let id)? = part, other.unit == id { continue }
            rest.count += left(other.parts)
            rest.exposure += other.exposure
        }
        return ((rest.count, left(member.parts)), (rest.exposure, member.exposure))
    }

    private func contrast(
        of member: Member,
        _ dispersion: CountContrast.Dispersion
    ) throws(StatisticsError) -> CountContrast {
        let (counts, exposures) = sides(member)
        return try CountContrast(
            earlier: counts.earlier,
            later: counts.later,
            exposures: exposures,
            dispersion: dispersion,
            level: 1 - question.falseDiscoveryRate
        )
    }

    private func verdict(
        _ sides: (counts: (earlier: Int, later: Int), exposures: (earlier: Double, later: Double)),
        _ judge: CountJudge
    ) throws(StatisticsError) -> UnitComparison.Verdict {
        switch try judge.verdict(sides.counts, sides.exposures) {
        case .higher: return .reportsMore
        case .lower: return .silent
        case .withinChance, .tooLittleData:
            let none = (sides.counts.earlier + sides.counts.later, 0)
            return try judge.verdict(none, sides.exposures) == .lower ? .asTheRest : .tooLittleData
        }
    }

    private func line(
        of unit: OrganisationUnitID,
        _ member: Member?,
        _ contrast: CountContrast?,
        adjusted: Double?,
        upTo threshold: Double
    ) throws(StatisticsError) -> UnitComparison.Line {
        guard let member, let contrast else {
            return UnitComparison.Line(
                unit: unit,
                count: counts.parts(of: .unit(unit)).total,
                exposure: nil,
                rate: nil,
                contrast: nil,
                adjustedPValue: nil,
                verdict: .missing(Self.missing(unit, question) ?? .noExposure),
                sensitivity: nil
            )
        }
        let judge = try CountJudge(contrast.dispersion, level: 1 - question.falseDiscoveryRate, upTo: threshold)
        let verdict = try verdict(sides(member), judge)
        let sensitivity = try Sensitivity(
            periods: counts.months,
            units: members.map(\.unit).filter { $0 != unit },
            categories: counts.categories
        ) { part throws(StatisticsError) in
            try self.verdict(sides(member, without: part), judge).isSame(as: verdict)
        }
        return UnitComparison.Line(
            unit: unit,
            count: member.parts.total,
            exposure: member.exposure,
            rate: try .exact(
                count: member.parts.total,
                exposure: member.exposure,
                level: 1 - question.falseDiscoveryRate
            ),
            contrast: contrast,
            adjustedPValue: adjusted,
            verdict: verdict,
            sensitivity: sensitivity
        )
    }
}

extension UnitComparison.Verdict {
    /// Whether two verdicts say the same of a unit; no difference shown is one, for whatever reason.
    fileprivate func isSame(as other: Self) -> Bool {
        switch (self, other) {
        case (.asTheRest, .tooLittleData), (.tooLittleData, .asTheRest): true
        default: self == other
        }
    }
}
