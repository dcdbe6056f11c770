import Improvements
import QualityCore
public import QualityStatistics

extension JointOverview {
    /// Takes sources of one period together.
    ///
    /// - Parameters:
    ///   - sources: the records of each source; a source that is not given is missing.
    ///   - question: the period, the themes and the units.
    /// - Returns: the overview, or too little data where no source has a record in the period.
    /// - Throws: ``AnalysisError`` for more than 65,536 days, units or themes, and for a rate outside 0..<1.
    public static func of(
        _ sources: [SourceRecords],
        _ question: Question
    ) throws(AnalysisError) -> Finding<JointOverview> {
        let table = try ObservationTable(joining: sources, question.crosswalk).limited(to: question.period)
        guard table.count > 0 else {
            let shortage = TooLittleData(method: ThemeComparison.method, needed: 1, available: 0, of: .events)
            return .tooLittleData(shortage)
        }
        let given = JointAnalysis.Source.allCases.filter { source in sources.contains { $0.source == source } }
        let units = try units(table, given, question)
        let comparison = try ThemeComparison(table, given, question)
        let search = try SilenceSearch(table, given, units, question)
        let totals = try table.count(.records, by: [.codes(.source)])
        let cube = try table.count(.records, by: [question.units, .codes(.theme), .codes(.source)])
        return try analysing { () throws(StatisticsError) in
            let themes = try lines(comparison, given, question)
            return .found(
                JointOverview(
                    period: question.period,
                    sources: given.map { source in
                        SourceLine(
                            source: source,
                            countedDay: sources.first { $0.source == source }?.table.countedDay ?? .occurred,
                            count: totals[.code(source.code)],
                            placed: comparison.count(of: nil, in: source)
                        )
                    },
                    missing: JointAnalysis.Source.allCases.filter { !given.contains($0) },
                    themes: themes,
                    themeNames: Dictionary(question.crosswalk.themes.map { ($0.id, $0.name) }) { first, _ in first },
                    differences: try comparison.differences(rate: question.falseDiscoveryRate),
                    agreements: agreements(themes, given),
                    units: units,
                    cube: cube,
                    silences: try search.silences(rate: question.falseDiscoveryRate),
                    falseDiscoveryRate: question.falseDiscoveryRate,
                    method: ThemeComparison.method,
                    assumptions: [
                        Assumption("Records of different sources are of different events."),
                        Assumption("The crosswalk puts the same matter under the same theme in every source."),
                    ]
                )
            )
        }
    }

    private static func units(
        _ table: ObservationTable,
        _ sources: [JointAnalysis.Source],
        _ question: Question
    ) throws(AnalysisError) -> [OrganisationUnitID: [JointAnalysis.Source: Int]] {
        let cube = try table.count(.records, by: [question.units, .codes(.source)])
        var units: [OrganisationUnitID: [JointAnalysis.Source: Int]] = [:]
        for unit in cube.axes[0].compactMap(\.unitID) + question.listed {
            let counts = sources.map { ($0, cube[.unit(unit), .code($0.code)]) }
            if question.listed.contains(unit) || counts.contains(where: { $0.1 > 0 }) {
                units[unit] = Dictionary(counts) { first, _ in first }
            }
        }
        return units
    }

    private static func lines(
        _ comparison: ThemeComparison,
        _ sources: [JointAnalysis.Source],
        _ question: Question
    ) throws(StatisticsError) -> [ThemeLine] {
        var standings: [[JointAnalysis.Source: Standing]] = question.crosswalk.themes.map { _ in [:] }
        for source in sources {
            let placed = comparison.count(of: nil, in: source)
            let counts = question.crosswalk.themes.map { comparison.count(of: $0.id, in: source) }
            for (index, count) in counts.enumerated() {
                standings[index][source] = Standing(
                    count: count,
                    share: placed == 0
                        ? nil : try .wilson(count: count, of: placed, level: 1 - question.falseDiscoveryRate),
                    rank: 1 + counts.count { $0 > count }
                )
            }
        }
        return zip(question.crosswalk.themes, standings).map { ThemeLine(theme: $0.id, standings: $1) }
    }

    private static func agreements(_ themes: [ThemeLine], _ sources: [JointAnalysis.Source]) -> [Agreement] {
        var agreements: [Agreement] = []
        for (index, first) in sources.enumerated() {
            for second in sources[(index + 1)...] {
                let counts = themes.map { ($0.standings[first]?.count ?? 0, $0.standings[second]?.count ?? 0) }
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
                agreements.append(
                    Agreement(
                        first: first,
                        second: second,
                        concordant: concordant,
                        discordant: discordant,
                        tau: scale > 0 ? Double(concordant - discordant) / scale : nil
                    )
                )
            }
        }
        return agreements
    }
}
