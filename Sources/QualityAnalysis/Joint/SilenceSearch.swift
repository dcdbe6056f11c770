import Improvements
import QualityCore
import QualityStatistics

/// Finds units that report in one source and have nothing in another, and whether chance may have given nothing.
struct SilenceSearch {
    private struct Scan {
        let first: JointAnalysis.Source
        let second: JointAnalysis.Source
        let units: [OrganisationUnitID]
        let shares: ShareScan
    }

    private let scans: [Scan]
    private let units: [OrganisationUnitID: [JointAnalysis.Source: Int]]

    /// `table`: the rows of the period; `units`: the number of records by unit and source.
    init(
        _ table: ObservationTable,
        _ sources: [JointAnalysis.Source],
        _ units: [OrganisationUnitID: [JointAnalysis.Source: Int]],
        _ question: JointOverview.Question
    ) throws(AnalysisError) {
        func counts(_ codes: Set<CategoryCode>) throws(AnalysisError) -> PeriodCounts {
            try PeriodCounts(
                table.limited(to: codes, along: .source),
                in: question.period,
                .records,
                units: question.units,
                along: .theme,
                reading: nil
            )
        }
        var scans: [Scan] = []
        let names = units.keys.sorted { $0.rawValue < $1.rawValue }
        for (index, first) in sources.enumerated() {
            for second in sources[(index + 1)...] {
                let (hits, trials) = (try counts([second.code]), try counts([first.code, second.code]))
                let shares = try analysing { () throws(StatisticsError) in
                    try ShareScan(hits: hits, trials: trials, units: names, level: 1 - question.falseDiscoveryRate)
                }
                scans.append(Scan(first: first, second: second, units: names, shares: shares))
            }
        }
        self.scans = scans
        self.units = units
    }

    func silences(rate: Double) throws(StatisticsError) -> [JointOverview.Silence] {
        var pValues: [Double?] = []
        for scan in scans { pValues += try scan.shares.pValues() }
        let adjusted = try AdjustedPValues.benjaminiHochberg(pValues)
        let threshold = adjusted.threshold(at: rate)
        var (silences, position) = ([JointOverview.Silence](), 0)
        for scan in scans {
            for unit in scan.units {
                defer { position += 1 }
                let counts = units[unit] ?? [:]
                let (one, other) = (counts[scan.first] ?? 0, counts[scan.second] ?? 0)
                guard (one == 0) != (other == 0) else { continue }
                let share = try scan.shares.share(of: unit, adjusted: adjusted.values[position], upTo: threshold)
                guard let share, let verdict = share.verdict, let sensitivity = share.sensitivity else { continue }
                let (reporting, silent) = one > 0 ? (scan.first, scan.second) : (scan.second, scan.first)
                silences.append(
                    JointOverview.Silence(
                        unit: unit,
                        source: silent,
                        reporting: reporting,
                        count: max(one, other),
                        expected: expected(of: unit, max(one, other), reporting, silent),
                        adjustedPValue: adjusted.values[position],
                        verdict: verdict.direction == (one > 0 ? -1 : 1)
                            ? .silent : verdict == .tooLittleData ? .tooLittleData : .withinChance,
                        sensitivity: sensitivity
                    )
                )
            }
        }
        return silences
    }

    /// The number in the silent source by the proportion of all other units.
    private func expected(
        of unit: OrganisationUnitID,
        _ count: Int,
        _ reporting: JointAnalysis.Source,
        _ silent: JointAnalysis.Source
    ) -> Double {
        func rest(_ source: JointAnalysis.Source) -> Int {
            units.reduce(0) { $0 + ($1.key == unit ? 0 : $1.value[source] ?? 0) }
        }
        return rest(reporting) == 0 ? 0 : Double(count) * Double(rest(silent)) / Double(rest(reporting))
    }
}
