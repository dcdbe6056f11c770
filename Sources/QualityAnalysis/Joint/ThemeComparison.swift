import Improvements
import QualityCore
import QualityStatistics

/// Holds the share of each theme in one source against that in another, over the themes that both can tell of.
struct ThemeComparison {
    static let method = StatisticalMethod(
        name: "Mid-p comparison of shares between sources, with over-dispersion between months",
        source: "Lancaster, JASA 56, 1961; Benjamini and Hochberg, J R Stat Soc B 57, 1995"
    )

    let first: JointAnalysis.Source
    let second: JointAnalysis.Source
    /// The themes that both sources have a category for, in the order of the crosswalk.
    let themes: [CategoryCode]
    private let months: [CalendarPeriod]
    private let units: [OrganisationUnitID]
    private let byMonth: CountCube
    private let byUnit: CountCube
    private let together: CountCube

    /// The key of records with any of the themes.
    private static let anyTheme = CategoryCode(rawValue: "any theme")

    /// `table`: the rows of the period, with their theme and source.
    init(
        _ table: ObservationTable,
        _ pair: (JointAnalysis.Source, JointAnalysis.Source),
        _ question: JointOverview.Question
    ) throws(AnalysisError) {
        first = pair.0
        second = pair.1
        let both = question.crosswalk.themes(in: pair.0).intersection(question.crosswalk.themes(in: pair.1))
        let theme = CountAxis.codes(.theme) { both.contains($0) ? [$0, Self.anyTheme] : [] }
        let source = CountAxis.codes(.source)
        let scale = PeriodScale(.month, covering: question.period)
        months = scale.periods
        byMonth = try table.count(.records, by: [theme, source, .periods(scale)])
        byUnit = try table.count(.records, by: [theme, source, question.units])
        together = try table.count(.records, by: [theme, theme, source])
        units = byUnit.axes[2].compactMap(\.unitID).sorted { $0.rawValue < $1.rawValue }
        themes = question.crosswalk.themes.map(\.id).filter(both.contains)
    }

    /// The number of records of a theme in a source; `nil` counts those with any of the themes.
    private func count(
        of theme: CategoryCode?,
        in source: JointAnalysis.Source,
        without part: Sensitivity.Part? = nil
    ) -> Int {
        let (key, origin) = (CountAxis.Key.code(theme ?? Self.anyTheme), CountAxis.Key.code(source.code))
        let total = byMonth.row([key, origin]).reduce(0, +)
        return switch part {
        case nil: total
        case .period(let month)?: total - byMonth[key, origin, .period(month)]
        case .unit(let unit)?: total - byUnit[key, origin, .unit(unit)]
        case .category(let other)?: total - together[key, .code(other), origin]
        }
    }

    private func sides(_ theme: CategoryCode, without part: Sensitivity.Part? = nil) -> ShareJudge.Sides {
        var sides = ShareJudge.Sides()
        sides.hits = count(of: theme, in: first, without: part)
        sides.trials = count(of: nil, in: first, without: part)
        sides.restHits = count(of: theme, in: second, without: part)
        sides.restTrials = count(of: nil, in: second, without: part)
        return sides
    }

    /// How much more the monthly shares of a theme in both sources scatter than chance lets them.
    private func judge(_ theme: CategoryCode) -> ShareJudge {
        var (pearson, freedom) = (0.0, 0)
        for source in [first, second] {
            let (hits, trials) = (count(of: theme, in: source), count(of: nil, in: source))
            guard hits > 0, hits < trials else { continue }
            let share = Double(hits) / Double(trials)
            let origin = CountAxis.Key.code(source.code)
            var filled = 0
            for (hit, trial) in zip(byMonth.row([.code(theme), origin]), byMonth.row([.code(Self.anyTheme), origin]))
            where trial > 0 {
                let expected = share * Double(trial)
                pearson += (Double(hit) - expected) * (Double(hit) - expected) / (expected * (1 - share))
                filled += 1
            }
            freedom += max(0, filled - 1)
        }
        guard freedom > 0 else { return ShareJudge(dispersion: .notEstimated) }
        return ShareJudge(dispersion: .init(factor: pearson / Double(freedom), degreesOfFreedom: freedom))
    }

    /// The p-values of the themes; `nil` where none can be had.
    func pValues() throws(StatisticsError) -> [Double?] {
        var values: [Double?] = []
        for theme in themes { values.append(try judge(theme).pValue(sides(theme))) }
        return values
    }

    /// What is said of each theme; without records on a theme that both have in either source of none.
    func differences(
        adjusted: ArraySlice<Double?>,
        upTo threshold: Double,
        level: Double
    ) throws(StatisticsError) -> [JointOverview.Difference] {
        guard count(of: nil, in: first) > 0, count(of: nil, in: second) > 0 else { return [] }
        var differences: [JointOverview.Difference] = []
        for (theme, pValue) in zip(themes, adjusted) {
            let (judge, sides) = (judge(theme), sides(theme))
            let verdict = try judge.verdict(sides, upTo: threshold)
            let sensitivity = try Sensitivity(
                periods: months,
                units: units,
                categories: themes.filter { $0 != theme }
            ) { part throws(StatisticsError) in
                try judge.verdict(self.sides(theme, without: part), upTo: threshold).direction == verdict.direction
            }
            differences.append(
                JointOverview.Difference(
                    theme: theme,
                    first: try standing(theme, first, level),
                    second: try standing(theme, second, level),
                    adjustedPValue: pValue,
                    verdict: verdict,
                    sensitivity: sensitivity
                )
            )
        }
        return differences
    }

    private func standing(
        _ theme: CategoryCode,
        _ source: JointAnalysis.Source,
        _ level: Double
    ) throws(StatisticsError) -> JointOverview.Standing {
        let number = count(of: theme, in: source)
        return JointOverview.Standing(
            count: number,
            share: try .wilson(count: number, of: count(of: nil, in: source), level: level),
            rank: 1 + themes.count { count(of: $0, in: source) > number }
        )
    }

    /// The orders of the themes held against each other.
    func agreement(_ differences: [JointOverview.Difference]) -> JointOverview.Agreement {
        let counts = themes.map { (count(of: $0, in: first), count(of: $0, in: second)) }
        var (concordant, discordant, untied) = (0, 0, (0, 0))
        for (place, one) in counts.enumerated() {
            for other in counts[(place + 1)...] {
                let order = ((one.0 - other.0).signum(), (one.1 - other.1).signum())
                untied.0 += abs(order.0)
                untied.1 += abs(order.1)
                concordant += order.0 * order.1 > 0 ? 1 : 0
                discordant += order.0 * order.1 < 0 ? 1 : 0
            }
        }
        let scale = (Double(untied.0) * Double(untied.1)).squareRoot()
        return JointOverview.Agreement(
            first: first,
            second: second,
            differences: differences,
            concordant: concordant,
            discordant: discordant,
            tau: scale > 0 ? Double(concordant - discordant) / scale : nil
        )
    }
}
