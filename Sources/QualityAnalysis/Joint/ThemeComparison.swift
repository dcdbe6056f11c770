import Improvements
import QualityCore
import QualityStatistics

/// Holds the share of each theme in one source against that in another.
struct ThemeComparison {
    /// One theme in two sources.
    struct Pair {
        let theme: CategoryCode
        let first: JointAnalysis.Source
        let second: JointAnalysis.Source
    }

    static let method = StatisticalMethod(
        name: "Mid-p comparison of shares between sources, with over-dispersion between months",
        source: "Lancaster, JASA 56, 1961; Benjamini and Hochberg, J R Stat Soc B 57, 1995"
    )

    let pairs: [Pair]
    private let months: [CalendarPeriod]
    private let units: [OrganisationUnitID]
    private let themes: [CategoryCode]
    private let byMonth: CountCube
    private let byUnit: CountCube
    private let together: CountCube
    private let placedByMonth: CountCube
    private let placedByUnit: CountCube

    /// `table`: the rows of the period, with their theme and source.
    init(_ table: ObservationTable, _ sources: [JointAnalysis.Source], _ question: JointOverview.Question)
        throws(AnalysisError)
    {
        let scale = PeriodScale(.month, covering: question.period)
        let theme = CountAxis.codes(.theme)
        let placed = CountAxis.codes(.theme) { _ in [Self.anyTheme] }
        let source = CountAxis.codes(.source)
        let time = CountAxis.periods(scale)
        months = scale.periods
        byMonth = try table.count(.records, by: [theme, source, time])
        byUnit = try table.count(.records, by: [theme, source, question.units])
        together = try table.count(.records, by: [theme, theme, source])
        placedByMonth = try table.count(.records, by: [placed, source, time])
        placedByUnit = try table.count(.records, by: [placed, source, question.units])
        units = byUnit.axes[2].compactMap(\.unitID).sorted { $0.rawValue < $1.rawValue }
        let found = Set(byMonth.axes[0].compactMap(\.code))
        themes = question.crosswalk.themes.map(\.id).filter(found.contains)
        var pairs: [Pair] = []
        for (index, first) in sources.enumerated() {
            for second in sources[(index + 1)...] {
                pairs += themes.map { Pair(theme: $0, first: first, second: second) }
            }
        }
        self.pairs = pairs
    }

    private static let anyTheme = CategoryCode(rawValue: "placed")

    /// The number of records of a theme in a source; `nil` counts those with any theme.
    func count(
        of theme: CategoryCode?,
        in source: JointAnalysis.Source,
        without part: Sensitivity.Part? = nil
    ) -> Int {
        let origin = CountAxis.Key.code(source.code)
        let key = CountAxis.Key.code(theme ?? Self.anyTheme)
        let months = theme == nil ? placedByMonth : byMonth
        let total = months.row([key, origin]).reduce(0, +)
        switch part {
        case nil: return total
        case .period(let month)?: return total - months[key, origin, .period(month)]
        case .unit(let unit)?: return total - (theme == nil ? placedByUnit : byUnit)[key, origin, .unit(unit)]
        case .category(let other)?:
            return total - together[theme.map(CountAxis.Key.code) ?? .code(other), .code(other), origin]
        }
    }

    private func sides(_ pair: Pair, without part: Sensitivity.Part? = nil) -> ShareJudge.Sides {
        var sides = ShareJudge.Sides()
        sides.hits = count(of: pair.theme, in: pair.first, without: part)
        sides.trials = count(of: nil, in: pair.first, without: part)
        sides.restHits = count(of: pair.theme, in: pair.second, without: part)
        sides.restTrials = count(of: nil, in: pair.second, without: part)
        return sides
    }

    /// How much more the monthly shares of a theme in both sources scatter than chance lets them.
    private func judge(_ pair: Pair) -> ShareJudge {
        var (pearson, freedom) = (0.0, 0)
        for source in [pair.first, pair.second] {
            let (hits, trials) = (count(of: pair.theme, in: source), count(of: nil, in: source))
            guard hits > 0, hits < trials else { continue }
            let share = Double(hits) / Double(trials)
            let origin = CountAxis.Key.code(source.code)
            let placed = placedByMonth.row([.code(Self.anyTheme), origin])
            var filled = 0
            for (hit, trial) in zip(byMonth.row([.code(pair.theme), origin]), placed) where trial > 0 {
                let expected = share * Double(trial)
                pearson += (Double(hit) - expected) * (Double(hit) - expected) / (expected * (1 - share))
                filled += 1
            }
            freedom += max(0, filled - 1)
        }
        guard freedom > 0 else { return ShareJudge(dispersion: .notEstimated) }
        return ShareJudge(dispersion: .init(factor: pearson / Double(freedom), degreesOfFreedom: freedom))
    }

    func differences(rate: Double) throws(StatisticsError) -> [JointOverview.Difference] {
        var pValues: [Double?] = []
        for pair in pairs { pValues.append(try judge(pair).pValue(sides(pair))) }
        let adjusted = try AdjustedPValues.benjaminiHochberg(pValues)
        let threshold = adjusted.threshold(at: rate)
        var differences: [JointOverview.Difference] = []
        for (index, pair) in pairs.enumerated() {
            let judge = judge(pair)
            let verdict = try judge.verdict(sides(pair), upTo: threshold)
            let sensitivity = try Sensitivity(
                periods: months,
                units: units,
                categories: themes.filter { $0 != pair.theme }
            ) { part throws(StatisticsError) in
                try judge.verdict(sides(pair, without: part), upTo: threshold).direction == verdict.direction
            }
            differences.append(
                JointOverview.Difference(
                    theme: pair.theme,
                    first: pair.first,
                    second: pair.second,
                    adjustedPValue: adjusted.values[index],
                    verdict: verdict,
                    sensitivity: sensitivity
                )
            )
        }
        return differences
    }
}
