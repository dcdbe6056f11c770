import QualityCore
import QualityStatistics

/// Finds pairs by sorting records into groups, so that the time grows with the records and not with their pairs.
struct CoincidenceSearch {
    static let method = StatisticalMethod(
        name: "Pairs on one day against the number that chance gives, by Poisson",
        source: "Diaconis and Mosteller, JASA 84, 1989, 853–861"
    )

    let question: RecordCoincidences.Question
    let records: [DatedRecord]
    let undatedCount: Int
    private let cells: [CoincidenceCell]

    init(_ records: some Sequence<ReferencedFacts>, _ question: RecordCoincidences.Question) {
        self.question = question
        var dated: [DatedRecord] = []
        var undated = 0
        for record in records where !question.statesLeftOut.contains(record.facts.status) {
            if let record = DatedRecord(record) { dated.append(record) } else { undated += 1 }
        }
        dated.sort {
            ($0.day, $0.reference.kind.rawValue, $0.reference.id) < (
                $1.day, $1.reference.kind.rawValue, $1.reference.id
            )
        }
        self.records = dated
        undatedCount = undated
        var cells: [CoincidenceCell.Key: CoincidenceCell] = [:]
        for record in dated where !record.categories.isEmpty {
            let (year, month, _) = record.day.components
            guard let period = CalendarPeriod(year: year, month: month) else { continue }
            let key = CoincidenceCell.Key(
                kind: record.reference.kind,
                unit: question.place(record.facts.unit),
                categories: record.categories,
                month: period
            )
            cells[key, default: CoincidenceCell(key: key)].records.append(record)
        }
        self.cells = Array(cells.values)
    }

    /// The listed pairs of one kind of record on one day.
    private var duplicates: [RecordPair] {
        cells.flatMap { cell -> [RecordPair] in
            let chance = cell.chance
            return cell.records.indices.flatMap { index -> [RecordPair] in
                let record = cell.records[index]
                let partners = cell.records[(index + 1)...].prefix(max(1, question.mostPartners))
                return partners.prefix { $0.day == record.day }.map { partner in
                    let more = record.comparison(partner)
                    return RecordPair(
                        kind: .duplicate,
                        first: record.reference,
                        second: partner.reference,
                        reasons: [.sameUnit, .sameDay, .sameCategories] + more.reasons,
                        differing: more.differing,
                        chance: chance
                    )
                }
            }
        }
    }

    private func verdict(_ observed: Int, _ expected: Double, _ possible: Int) throws(StatisticsError)
        -> RecordCoincidences.Verdict
    {
        guard try Self.pValue(possible, expected) <= question.level else { return .tooLittleData }
        return try Self.pValue(observed, expected) <= question.level ? .moreThanChance : .withinChance
    }

    /// The probability of so many pairs or more.
    private static func pValue(_ observed: Int, _ expected: Double) throws(StatisticsError) -> Double {
        guard observed > 0 else { return 1 }
        guard expected > 0 else { return 0 }
        return try PoissonDistribution(mean: expected).tails(at: observed - 1).upper
    }

    private func sums(without part: Sensitivity.Part? = nil) -> (observed: Int, expected: Double, possible: Int) {
        var sums = (observed: 0, expected: 0.0, possible: 0)
        for cell in cells.sorted(by: { $0.key.order < $1.key.order }) {
            switch part {
            case .period(cell.key.month)?, .unit(cell.key.unit)?: continue
            case .category(let code)? where cell.key.categories.contains(code): continue
            default: break
            }
            sums.observed += cell.pairCount
            sums.expected += cell.expectedPairs
            sums.possible += cell.possiblePairs
        }
        return sums
    }

    func coincidences() throws(StatisticsError) -> RecordCoincidences {
        let all = sums()
        let verdict = try verdict(all.observed, all.expected, all.possible)
        let filled = cells.filter { $0.records.count > 1 }
        let sensitivity = try Sensitivity(
            periods: Set(filled.map(\.key.month)).sorted { $0.first < $1.first },
            units: Set(filled.map(\.key.unit)).sorted { $0.rawValue < $1.rawValue },
            categories: Set(filled.flatMap(\.key.categories)).sorted()
        ) { part throws(StatisticsError) in
            let left = sums(without: part)
            let other = try self.verdict(left.observed, left.expected, left.possible)
            return (other == .moreThanChance) == (verdict == .moreThanChance)
        }
        let related = RelatedSearch(records, question)
        return RecordCoincidences(
            pairs: (duplicates + related.pairs).sorted { $0.precedes($1) },
            duplicateCount: all.observed,
            expectedDuplicates: all.expected,
            pValue: try Self.pValue(all.observed, all.expected),
            verdict: verdict,
            sensitivity: sensitivity,
            relatedCount: related.count,
            undatedCount: undatedCount,
            sample: records.count,
            method: Self.method,
            assumptions: [
                Assumption("The records of a month fall on its days at random, independently of each other.")
            ]
        )
    }
}

extension CoincidenceCell.Key {
    /// An order that makes sums of cells the same in every run.
    fileprivate var order: (String, String, CalendarDate, String) {
        (kind.rawValue, unit.rawValue, month.first, categories.map(\.rawValue).joined(separator: "\u{1F}"))
    }
}

extension RecordPair {
    /// The order of the list: the least likely by chance first.
    fileprivate func precedes(_ other: RecordPair) -> Bool {
        if chance != other.chance { return chance < other.chance }
        return first == other.first ? second.precedes(other.second) : first.precedes(other.first)
    }
}
