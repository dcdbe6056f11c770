import QualityCore

/// Finds pairs of records of different kinds with one unit and theme within some days.
struct RelatedSearch {
    private struct Block: Hashable {
        let unit: OrganisationUnitID
        let theme: CategoryCode
    }

    private struct Both: Hashable {
        let first: RecordReference
        let second: RecordReference
    }

    /// The listed pairs.
    let pairs: [RecordPair]
    /// The number of all pairs, those that share several themes once for each that is not listed.
    let count: Int

    /// `records` are in the order of their days.
    init(_ records: [DatedRecord], _ question: RecordCoincidences.Question) {
        var blocks: [Block: [RecordKind: [DatedRecord]]] = [:]
        for record in records {
            let themes = Set(record.categories.compactMap { question.theme(record.reference.kind, $0) })
            for theme in themes {
                let block = Block(unit: question.place(record.facts.unit), theme: theme)
                blocks[block, default: [:]][record.reference.kind, default: []].append(record)
            }
        }
        let span = records.isEmpty ? 1 : records[0].day.days(to: records[records.count - 1].day) + 1
        var found: [Both: RecordPair] = [:]
        var (count, repeated) = (0, 0)
        for block in blocks.keys.sorted(by: { ($0.unit.rawValue, $0.theme) < ($1.unit.rawValue, $1.theme) }) {
            let kinds = (blocks[block] ?? [:]).sorted { $0.key.rawValue < $1.key.rawValue }.map(\.value)
            for (index, earlier) in kinds.enumerated() {
                for later in kinds[(index + 1)...] {
                    let chance = Self.chance(of: later.count, question.daysApart, span)
                    var (start, end) = (0, 0)
                    for record in earlier {
                        while start < later.count, later[start].day.days(to: record.day) > question.daysApart {
                            start += 1
                        }
                        while end < later.count, record.day.days(to: later[end].day) <= question.daysApart { end += 1 }
                        count += end - start
                        for other in later[start..<end].prefix(max(1, question.mostPartners)) {
                            let both = Both(first: record.reference, second: other.reference)
                            if found[both] != nil {
                                repeated += 1
                            } else {
                                found[both] = Self.pair(record, other, block.theme, chance)
                            }
                        }
                    }
                }
            }
        }
        pairs = Array(found.values)
        self.count = count - repeated
    }

    private static func pair(
        _ first: DatedRecord,
        _ second: DatedRecord,
        _ theme: CategoryCode,
        _ chance: Double
    ) -> RecordPair {
        let apart = abs(first.day.days(to: second.day))
        let more = first.comparison(second)
        return RecordPair(
            kind: .related,
            first: first.reference,
            second: second.reference,
            reasons: [.sameUnit, apart == 0 ? .sameDay : .daysApart(apart), .sameTheme(theme)] + more.reasons,
            differing: more.differing,
            chance: chance
        )
    }

    /// The probability that any of so many records on random days of the span is within some days of a given one.
    private static func chance(of count: Int, _ days: Int, _ span: Int) -> Double {
        let one = min(1, Double(2 * days + 1) / Double(span))
        return 1 - (0..<count).reduce(1.0) { rest, _ in rest * (1 - one) }
    }
}
