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
        var pairs: [ThemeComparison] = []
        for (index, first) in given.enumerated() {
            for second in given[(index + 1)...] { pairs.append(try ThemeComparison(table, (first, second), question)) }
        }
        let placed = try table.count(.records, by: [.codes(.theme) { _ in ["placed"] }, .codes(.source)])
        let search = try SilenceSearch(table, given, units, question)
        let totals = try table.count(.records, by: [.codes(.source)])
        let cube = try table.count(.records, by: [question.units, .codes(.theme), .codes(.source)])
        let counts = try table.count(.records, by: [.codes(.theme), .codes(.source)])
        return try analysing { () throws(StatisticsError) in
            .found(
                JointOverview(
                    period: question.period,
                    sources: given.map { source in
                        SourceLine(
                            source: source,
                            countedDay: sources.first { $0.source == source }?.table.countedDay ?? .occurred,
                            count: totals[.code(source.code)],
                            placed: placed[.code("placed"), .code(source.code)]
                        )
                    },
                    missing: JointAnalysis.Source.allCases.filter { !given.contains($0) },
                    themes: try lines(counts, placed, given, question),
                    themeNames: Dictionary(question.crosswalk.themes.map { ($0.id, $0.name) }) { first, _ in first },
                    agreements: try agreements(pairs, rate: question.falseDiscoveryRate),
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
        _ counts: CountCube,
        _ placed: CountCube,
        _ sources: [JointAnalysis.Source],
        _ question: Question
    ) throws(StatisticsError) -> [ThemeLine] {
        var lines: [ThemeLine] = []
        for theme in question.crosswalk.themes.map(\.id) {
            var standings: [JointAnalysis.Source: Standing] = [:]
            for source in sources {
                let themes = question.crosswalk.themes(in: source)
                guard themes.contains(theme) else { continue }
                let origin = CountAxis.Key.code(source.code)
                let (count, all) = (counts[.code(theme), origin], placed[.code("placed"), origin])
                standings[source] = Standing(
                    count: count,
                    share: all == 0
                        ? nil : try .wilson(count: count, of: all, level: 1 - question.falseDiscoveryRate),
                    rank: 1 + themes.count { counts[.code($0), origin] > count }
                )
            }
            lines.append(ThemeLine(theme: theme, standings: standings))
        }
        return lines
    }

    private static func agreements(_ pairs: [ThemeComparison], rate: Double) throws(StatisticsError) -> [Agreement] {
        var pValues: [Double?] = []
        for pair in pairs { pValues += try pair.pValues() }
        let adjusted = try AdjustedPValues.benjaminiHochberg(pValues)
        let threshold = adjusted.threshold(at: rate)
        var (agreements, start) = ([Agreement](), 0)
        for pair in pairs {
            let values = adjusted.values[start..<(start + pair.themes.count)]
            start += pair.themes.count
            agreements.append(
                pair.agreement(try pair.differences(adjusted: values, upTo: threshold, level: 1 - rate))
            )
        }
        return agreements
    }
}
