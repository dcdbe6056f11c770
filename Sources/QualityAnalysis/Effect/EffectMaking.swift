import QualityCore
import QualityStatistics

/// Makes the effect of a measure from the counts of its category and unit, and of the category elsewhere.
struct EffectMaking {
    static let method = StatisticalMethod(
        name: "Exact comparison of two counts",
        source: "Przyborowski and Wilenski, Biometrika 31, 1940; Korn and Graubard 1998, Survey Methodology 24:193–201"
    )

    let question: MeasureEffect.Question
    let basis: PeriodComparison.Basis
    private let before: PeriodCounts
    private let after: PeriodCounts
    private let past: [PeriodCounts]
    private let elsewhere: (earlier: PeriodCounts, later: PeriodCounts)
    private let isSilent: Bool
    /// The days that the source holds: those that somebody said, or the months in which anything was reported.
    private let held: CalendarPeriod?
    private let dispersion: CountContrast.Dispersion

    init(_ table: ObservationTable, _ question: MeasureEffect.Question, before: CalendarPeriod) throws(AnalysisError) {
        let isOwn = table.rows(in: question.unit, of: question.units)
        let isMeant = table.rows(along: question.dimension, question.includes)
        func counts(_ table: ObservationTable, _ period: CalendarPeriod) throws(AnalysisError) -> PeriodCounts {
            try PeriodCounts(
                table,
                in: period,
                question.counted,
                units: question.units,
                along: question.dimension,
                reading: nil
            )
        }
        let own = table.limited { isOwn[$0] && isMeant[$0] }
        let others = table.limited { !isOwn[$0] && isMeant[$0] }
        self.question = question
        self.before = try counts(own, before)
        after = try counts(own, question.window)
        elsewhere = (try counts(others, before), try counts(others, question.window))
        basis = question.basis ?? .suiting(before, question.window)
        held = question.coverage?.days ?? table.months
        var past: [PeriodCounts] = []
        for years in 0..<max(0, question.pastYears) {
            guard let period = before.moved(backYears: years + 1), held?.contains(period) == true else { break }
            past.append(try counts(own, period))
        }
        self.past = past
        dispersion = .pooled(of: .whole, over: [self.before, after] + past)
        let all = table.limited { isOwn[$0] }
        isSilent = all.limited(to: before).count > 0 && all.limited(to: question.window).count == 0
    }

    var events: Int { Self.total(before) + Self.total(after) }

    private static func total(_ counts: PeriodCounts) -> Int { counts.parts(of: .whole).total }

    /// What the counts of a period were made in, without a part; `nil` where it is not known.
    private func exposure(
        _ counts: PeriodCounts,
        without part: Sensitivity.Part? = nil,
        month: Int? = nil
    ) -> Double? {
        var amount: Double
        switch basis {
        case .counts: return 1
        case .days: amount = Double(counts.period.dayCount)
        case .exposure(let table):
            guard let whole = table.amount(of: question.unit, in: counts.period) else { return nil }
            amount = whole
            if case .unit(let id)? = part {
                guard let less = table.amount(of: id, in: counts.period) else { return nil }
                amount -= less
            }
        }
        if let month { amount *= counts.remaining(without: month) }
        return amount > 0 ? amount : nil
    }

    private func contrast() throws(StatisticsError) -> CountContrast? {
        guard let earlier = exposure(before), let later = exposure(after) else { return nil }
        return try CountContrast(
            earlier: Self.total(before),
            later: Self.total(after),
            exposures: (earlier, later),
            dispersion: dispersion,
            by: .exact,
            level: question.level
        )
    }

    private var pastLines: [MeasureEffect.Past] {
        past.compactMap { counts in
            exposure(counts).map {
                MeasureEffect.Past(period: counts.period, count: Self.total(counts), exposure: $0)
            }
        }
    }

    private func pastContrast(_ lines: [MeasureEffect.Past]) throws(StatisticsError) -> CountContrast? {
        guard !lines.isEmpty, let earlier = exposure(before), let later = exposure(after) else { return nil }
        return try CountContrast(
            earlier: lines.reduce(Self.total(before)) { $0 + $1.count },
            later: Self.total(after),
            exposures: (lines.reduce(earlier) { $0 + $1.exposure }, later),
            dispersion: dispersion,
            by: .exact,
            level: question.level
        )
    }

    private func contrastElsewhere() throws(StatisticsError) -> CountContrast? {
        let (earlier, later) = elsewhere
        guard Self.total(earlier) + Self.total(later) > 0 else { return nil }
        return try CountContrast(
            earlier: Self.total(earlier),
            later: Self.total(later),
            exposures: (Double(earlier.period.dayCount), Double(later.period.dayCount)),
            dispersion: .pooled(of: .whole, over: [earlier, later]),
            by: .exact,
            level: question.level
        )
    }

    private func start(_ lines: [MeasureEffect.Past]) -> MeasureEffect.Start {
        guard !lines.isEmpty, let exposure = exposure(before) else { return .unknown }
        let rate = Double(Self.total(before)) / exposure
        let isHighest = lines.allSatisfy { Double($0.count) / $0.exposure < rate }
        return isHighest ? .highest(of: lines.count + 1) : .ordinary(of: lines.count + 1)
    }

    private var registration: MeasureEffect.Registration {
        guard held?.contains(question.window) == true else { return .incomplete }
        guard let coverage = question.coverage else { return .notChecked }
        return question.window.last.days(to: coverage.days.last) >= coverage.lateDays ? .complete : .incomplete
    }

    private var isOpen: Bool {
        guard let coverage = question.coverage else { return true }
        return [before.period, after.period].allSatisfy {
            coverage.openDays(of: question.unit, in: $0) >= $0.dayCount
        }
    }

    private func change(_ contrast: CountContrast?) -> MeasureEffect.Change {
        guard let contrast else { return .notComparable(.noExposure) }
        if case .exposure = basis {
        } else if !isOpen {
            return .notComparable(.notOpen)
        }
        if isSilent, question.coverage?.silence != .zero { return .notComparable(.silent) }
        let verdict = contrast.verdict(upTo: 1 - question.level)
        if case .tooLittleData(let needed) = verdict { return .tooLittleData(needed: needed) }
        if registration == .incomplete, verdict != .higher { return .notComparable(.reportsMayCome) }
        if held?.contains(before.period) != true, verdict != .lower { return .notComparable(.notCovered) }
        return switch verdict.direction {
        case 1: .more
        case -1: .fewer
        default: .withinChance
        }
    }

    private func sensitivity(_ change: MeasureEffect.Change) throws(StatisticsError) -> Sensitivity? {
        if case .notComparable = change { return nil }
        let judge = try CountJudge(dispersion, by: .exact, level: question.level, upTo: 1 - question.level)
        return try Sensitivity(of: .whole, in: before, after) { part, month, counts throws(StatisticsError) in
            guard let earlier = exposure(before, without: part, month: month),
                let later = exposure(after, without: part, month: month)
            else { return nil }
            return try judge.verdict(counts, (earlier, later)).direction == change.direction
        }
    }

    func effect() throws(StatisticsError) -> MeasureEffect {
        let contrast = try contrast()
        let change = change(contrast)
        let lines = pastLines
        return MeasureEffect(
            category: question.category,
            unit: question.unit,
            executed: question.executed,
            before: before.period,
            window: after.period,
            counted: question.counted,
            basis: basis,
            countBefore: Self.total(before),
            countAfter: Self.total(after),
            contrast: contrast,
            change: change,
            sensitivity: try sensitivity(change),
            start: start(lines),
            past: lines,
            pastContrast: try pastContrast(lines),
            elsewhere: try contrastElsewhere(),
            registration: registration,
            method: contrast?.method ?? Self.method,
            assumptions: (contrast?.assumptions ?? []) + [
                Assumption(
                    "The measure was done before the window.",
                    question.executed <= question.window.first ? .holds : .fails
                ),
                Assumption(
                    "All reports of the window have come.",
                    registration == .complete ? .holds : registration == .incomplete ? .fails : .notChecked
                ),
                Assumption("The same share of what happened was reported before and after."),
                Assumption("Nothing but the measure changed."),
            ]
        )
    }
}

extension CountContrast.Verdict {
    /// 1 for more, -1 for less, 0 where no difference is shown.
    var direction: Int {
        switch self {
        case .higher: 1
        case .lower: -1
        case .withinChance, .tooLittleData: 0
        }
    }
}

extension MeasureEffect.Change {
    /// 1 for more, -1 for fewer, 0 where no difference is shown.
    var direction: Int {
        switch self {
        case .more: 1
        case .fewer: -1
        case .withinChance, .tooLittleData, .notComparable: 0
        }
    }
}
