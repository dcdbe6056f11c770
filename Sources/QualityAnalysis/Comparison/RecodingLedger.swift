import QualityCore
import QualityStatistics

/// The counts of two periods under every version of a classification, from which recoding is judged.
struct RecodingLedger {
    private let versions: [(id: ClassificationVersion.ID, earlier: ClassifiedCounts, later: ClassifiedCounts)]
    private let reading: ClassificationReading

    init(
        _ table: ObservationTable,
        _ question: PeriodComparison.Question,
        _ reading: ClassificationReading
    ) throws(AnalysisError) {
        var versions: [(id: ClassificationVersion.ID, earlier: ClassifiedCounts, later: ClassifiedCounts)] = []
        let tables = (table.limited(to: question.earlier), table.limited(to: question.later))
        for version in reading.classification.versions {
            let other = try ClassificationReading(reading.classification, under: version.id)
            func counts(
                _ table: ObservationTable,
                _ period: CalendarPeriod
            ) throws(AnalysisError) -> ClassifiedCounts {
                try table.count(
                    question.counted,
                    under: other,
                    along: question.dimension,
                    by: PeriodScale(.month, covering: period)
                )
            }
            versions.append((version.id, try counts(tables.0, question.earlier), try counts(tables.1, question.later)))
        }
        self.versions = versions
        self.reading = reading
    }

    /// What a change in a category is under other ways to sort; `judge` gives the verdict of two counts.
    func recoding(
        of category: CategoryCode,
        judge: (Int, Int) throws(StatisticsError) -> PeriodComparison.Verdict
    ) throws(StatisticsError) -> Recoding? {
        guard versions.count > 1 else { return nil }
        let moves = versions.flatMap { version in
            Set((version.earlier.moved + version.later.moved).map { [$0.heading, $0.from, $0.to] })
                .filter { $0[1] == category || $0[2] == category }
                .sorted { $0.lexicographicallyPrecedes($1) }
                .map { move in
                    Recoding.Move(
                        heading: reading.heading(of: move[0]),
                        version: version.id,
                        from: move[1],
                        to: move[2],
                        earlier: Self.sum(version.earlier, move),
                        later: Self.sum(version.later, move)
                    )
                }
        }
        let filed = (
            versions[0].earlier.filedCounts(of: category).reduce(0, +),
            versions[0].later.filedCounts(of: category).reduce(0, +)
        )
        var readings = [
            Recoding.Reading(version: nil, earlier: filed.0, later: filed.1, verdict: try judge(filed.0, filed.1))
        ]
        for version in versions where version.earlier.reading.version[category] != nil {
            let earlier = version.earlier.counts(of: category).reduce(0, +)
            let later = version.later.counts(of: category).reduce(0, +)
            readings.append(
                Recoding.Reading(
                    version: version.id,
                    earlier: earlier,
                    later: later,
                    verdict: try judge(earlier, later)
                )
            )
        }
        return Recoding(finding: Self.finding(readings, moves), readings: readings, moves: moves)
    }

    private static func sum(_ counts: ClassifiedCounts, _ move: [CategoryCode]) -> Int {
        counts.moved.filter { [$0.heading, $0.from, $0.to] == move }.reduce(0) { $0 + $1.counts.reduce(0, +) }
    }

    private static func finding(_ readings: [Recoding.Reading], _ moves: [Recoding.Move]) -> Recoding.Finding {
        if moves.isEmpty { return .none }
        let directions = readings.map { $0.verdict.direction }
        if Set(directions).count == 1 { return .verdictHolds }
        return directions[0] != 0 && directions.dropFirst().allSatisfy { $0 == 0 } ? .recodingOnly : .verdictDepends
    }
}

extension PeriodComparison.Verdict {
    /// 1 for more, -1 for less, 0 where no difference is shown.
    var direction: Int {
        switch self {
        case .higher: 1
        case .lower: -1
        case .withinChance, .tooLittleData, .notComparable: 0
        }
    }

    init(_ verdict: CountContrast.Verdict) {
        switch verdict {
        case .higher: self = .higher
        case .lower: self = .lower
        case .withinChance: self = .withinChance
        case .tooLittleData(let needed): self = .tooLittleData(needed: needed)
        }
    }
}
