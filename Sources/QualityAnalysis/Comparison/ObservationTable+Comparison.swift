import QualityCore
public import QualityStatistics

extension ObservationTable {
    /// Says what changed from one period to another, in all, by category and by unit.
    ///
    /// - Parameters:
    ///   - question: the periods and how their counts are held against each other.
    ///   - subjects: subjects that get a line even where nothing of them was found.
    /// - Returns: the comparison, or too little data where nothing was counted in either period.
    /// - Throws: ``AnalysisError`` for periods with days in common, and for a false discovery rate outside 0..<1.
    public func compare(
        _ question: PeriodComparison.Question,
        listing subjects: [AnalysisSubject] = []
    ) throws(AnalysisError) -> Finding<PeriodComparison> {
        guard !question.earlier.overlaps(question.later) else {
            throw .periodsOverlap(question.earlier, question.later)
        }
        try Self.check(question.falseDiscoveryRate)
        let making = try ComparisonMaking(self, question)
        let events = making.earlier.parts(of: .whole).total + making.later.parts(of: .whole).total
        guard events > 0 else {
            let shortage = TooLittleData(method: ComparisonMaking.method, needed: 1, available: 0, of: .events)
            return .tooLittleData(shortage)
        }
        return .found(try making.comparison(listing: subjects))
    }
}

extension ObservationTable {
    /// Refuses a false discovery rate that is not above 0 and below 1.
    static func check(_ falseDiscoveryRate: Double) throws(AnalysisError) {
        guard falseDiscoveryRate > 0, falseDiscoveryRate < 1 else {
            throw .statistics(StatisticsError(.outOfRange, of: "falseDiscoveryRate"))
        }
    }
}

/// Makes a comparison of two periods from their counts.
struct ComparisonMaking {
    static let method = StatisticalMethod(
        name: "Benjamini–Hochberg over exact comparisons of two counts",
        source: "Benjamini and Hochberg, J R Stat Soc B 57, 1995; Lancaster, JASA 56, 1961; Korn and Graubard 1998"
    )

    let question: PeriodComparison.Question
    let basis: PeriodComparison.Basis
    let earlier: PeriodCounts
    let later: PeriodCounts
    private let countedDay: CountedDay
    private let recordedMonths: CalendarPeriod?
    /// Whether reports of each period may be missing or still come.
    private let mayLack: (earlier: Bool, later: Bool)
    private let ledger: RecodingLedger?

    private typealias CountedDay = ObservationTable.CountedDay

    init(_ table: ObservationTable, _ question: PeriodComparison.Question) throws(AnalysisError) {
        func counts(_ period: CalendarPeriod) throws(AnalysisError) -> PeriodCounts {
            try PeriodCounts(
                table,
                in: period,
                question.counted,
                units: question.units,
                along: question.dimension,
                reading: question.reading
            )
        }
        self.question = question
        earlier = try counts(question.earlier)
        later = try counts(question.later)
        basis = question.basis ?? .suiting(question.earlier, question.later)
        countedDay = table.countedDay
        func lacks(_ period: CalendarPeriod) -> Bool {
            guard let coverage = question.coverage else { return table.months.map { !$0.contains(period) } ?? false }
            return period.last.days(to: coverage.days.last) < coverage.lateDays
        }
        mayLack = (lacks(question.earlier), lacks(question.later))
        recordedMonths = question.coverage == nil && (mayLack.earlier || mayLack.later) ? table.months : nil
        ledger = try question.reading.map { reading throws(AnalysisError) in
            try RecodingLedger(table, question, reading)
        }
    }

    var level: Double { 1 - question.falseDiscoveryRate }

    func comparison(listing listed: [AnalysisSubject]) throws(AnalysisError) -> PeriodComparison {
        try analysing { () throws(StatisticsError) in
            let subjects = subjects(listing: listed)
            var contrasts: [CountContrast?] = []
            for subject in subjects { contrasts.append(try contrast(of: subject)) }
            let pValues = contrasts.map { contrast -> Double? in
                guard let contrast else { return nil }
                if case .tooLittleData = contrast.verdict(upTo: question.falseDiscoveryRate) { return nil }
                return contrast.pValue
            }
            let adjusted = try AdjustedPValues.benjaminiHochberg(pValues)
            let threshold = adjusted.threshold(at: question.falseDiscoveryRate)
            var lines: [PeriodComparison.Line] = []
            for (index, subject) in subjects.enumerated() {
                lines.append(
                    try line(
                        of: subject,
                        contrasts[index],
                        adjusted: adjusted.values[index],
                        upTo: threshold
                    )
                )
            }
            return PeriodComparison(
                earlier: question.earlier,
                later: question.later,
                counted: question.counted,
                countedDay: countedDay,
                basis: basis,
                lines: lines,
                mix: isCovered ? try mix() : nil,
                fellSilent: holdsLater ? try silent(upTo: threshold) : [:],
                recordedMonths: recordedMonths,
                mayGrow: question.coverage != nil && mayLack.later,
                comparisons: adjusted.sample,
                falseDiscoveryRate: question.falseDiscoveryRate,
                threshold: threshold,
                assumptions: adjusted.assumptions + [exposureAssumption, habitAssumption],
                method: Self.method
            )
        }
    }

    private var exposureAssumption: Assumption {
        switch basis {
        case .counts: Assumption("What events could happen in was the same in both periods.")
        case .days: Assumption("What events could happen in was the same on every day.")
        case .exposure: Assumption("The exposures are those of the units and periods that were counted.", .holds)
        }
    }

    private var habitAssumption: Assumption {
        Assumption("The same share of what happened was reported in both periods.")
    }

    private func subjects(listing listed: [AnalysisSubject]) -> [AnalysisSubject] {
        var seen: Set<AnalysisSubject> = []
        let version = question.reading?.version
        let known = version?.topCategories.map(\.id) ?? []
        let categories = earlier.categories + later.categories
        let order = known.filter(Set(categories).contains) + categories.sorted()
        let units = Set(earlier.units + later.units).sorted { $0.rawValue < $1.rawValue }
        return ([.whole] + order.map(AnalysisSubject.category) + units.map(AnalysisSubject.unit) + listed)
            .filter { seen.insert($0).inserted }
    }

    private var isCovered: Bool {
        question.coverage.map { $0.days.contains(earlier.period) && $0.days.contains(later.period) } ?? true
    }

    /// Whether the source holds the later period, so that a unit can be silent in it.
    private var holdsLater: Bool { isCovered && (question.coverage != nil || later.parts(of: .whole).total > 0) }

    /// Why a subject can not be compared, its exposure aside; `nil` where it can.
    private func obstacle(_ subject: AnalysisSubject) -> PeriodComparison.Reason? {
        guard isCovered else { return .notCovered }
        let periods = [earlier.period, later.period]
        guard periods.allSatisfy({ exists(subject, in: $0) }) else { return .noSuchCategory }
        guard case .unit(let unit) = subject, let coverage = question.coverage else { return nil }
        if case .exposure = basis { return nil }
        return periods.allSatisfy { coverage.openDays(of: unit, in: $0) == $0.dayCount } ? nil : .notOpen
    }

    /// Whether a subject exists on all days of a period.
    func exists(_ subject: AnalysisSubject, in period: CalendarPeriod) -> Bool {
        existence(of: subject).covers(period)
    }

    private func existence(of subject: AnalysisSubject) -> Validity {
        guard case .category(let code) = subject, let reading = question.reading else { return .always }
        return reading.existence(of: code)
    }

    /// The exposures of a subject without a part; `nil` where they are not known.
    func exposures(
        of subject: AnalysisSubject,
        without part: Sensitivity.Part? = nil,
        month: Int? = nil
    ) -> (earlier: Double, later: Double)? {
        var amounts: (earlier: Double, later: Double)
        switch basis {
        case .counts: return (1, 1)
        case .days: amounts = (Double(earlier.period.dayCount), Double(later.period.dayCount))
        case .exposure(let table):
            var units = table.units
            if case .unit(let id) = subject {
                units = [id]
            } else if !Set(earlier.units + later.units).isSubset(of: units) {
                return nil
            }
            guard var first = table.amount(of: units, in: earlier.period),
                var second = table.amount(of: units, in: later.period)
            else { return nil }
            if case .unit(let id)? = part {
                guard units.count > 1, let less = table.amount(of: id, in: earlier.period),
                    let lessLater = table.amount(of: id, in: later.period)
                else { return nil }
                first -= less
                second -= lessLater
            }
            amounts = (first, second)
        }
        if let month {
            amounts.earlier *= earlier.remaining(without: month)
            amounts.later *= later.remaining(without: month)
        }
        return amounts.earlier > 0 && amounts.later > 0 ? amounts : nil
    }

    private func contrast(of subject: AnalysisSubject) throws(StatisticsError) -> CountContrast? {
        guard obstacle(subject) == nil, let exposures = exposures(of: subject) else { return nil }
        return try CountContrast(
            earlier: earlier.parts(of: subject).total,
            later: later.parts(of: subject).total,
            exposures: exposures,
            dispersion: .pooled(of: subject, over: [earlier, later]),
            level: level
        )
    }

    private func line(
        of subject: AnalysisSubject,
        _ contrast: CountContrast?,
        adjusted: Double?,
        upTo threshold: Double
    ) throws(StatisticsError) -> PeriodComparison.Line {
        let (first, second) = (earlier.parts(of: subject), later.parts(of: subject))
        let existence = existence(of: subject)
        let known = existence.overlaps(earlier.period) || first.total > 0
        let knownLater = existence.overlaps(later.period) || second.total > 0
        guard let contrast else {
            return PeriodComparison.Line(
                subject: subject,
                earlier: known ? first.total : nil,
                later: knownLater ? second.total : nil,
                contrast: nil,
                adjustedPValue: nil,
                verdict: .notComparable(obstacle(subject) ?? .noExposure),
                recoding: nil,
                sensitivity: nil
            )
        }
        let verdict = supported(PeriodComparison.Verdict(contrast.verdict(upTo: threshold)))
        return PeriodComparison.Line(
            subject: subject,
            earlier: first.total,
            later: second.total,
            contrast: contrast,
            adjustedPValue: adjusted,
            verdict: verdict,
            recoding: try recoding(of: subject, contrast, upTo: threshold),
            sensitivity: verdict == .notComparable(.reportsMayCome)
                ? nil : try sensitivity(of: subject, contrast, verdict, upTo: threshold)
        )
    }

    /// A verdict, unless it is a difference that missing reports could explain.
    private func supported(_ verdict: PeriodComparison.Verdict) -> PeriodComparison.Verdict {
        switch verdict {
        case .lower where mayLack.later, .higher where mayLack.earlier: .notComparable(.reportsMayCome)
        default: verdict
        }
    }

    private func recoding(
        of subject: AnalysisSubject,
        _ contrast: CountContrast,
        upTo threshold: Double
    ) throws(StatisticsError) -> Recoding? {
        guard case .category(let code) = subject else { return nil }
        let judge = try CountJudge(contrast.dispersion, level: level, upTo: threshold)
        let exposures = (contrast.earlierExposure, contrast.laterExposure)
        return try ledger?.recoding(of: code) { first, second throws(StatisticsError) in
            supported(PeriodComparison.Verdict(try judge.verdict((first, second), exposures)))
        }
    }

    private func sensitivity(
        of subject: AnalysisSubject,
        _ contrast: CountContrast,
        _ verdict: PeriodComparison.Verdict,
        upTo threshold: Double
    ) throws(StatisticsError) -> Sensitivity {
        let judge = try CountJudge(contrast.dispersion, level: level, upTo: threshold)
        return try Sensitivity(of: subject, in: earlier, later) { part, month, counts throws(StatisticsError) in
            guard let exposures = exposures(of: subject, without: part, month: month) else { return nil }
            let without = try judge.verdict(counts, exposures)
            return PeriodComparison.Verdict(without).direction == verdict.direction
        }
    }
}
