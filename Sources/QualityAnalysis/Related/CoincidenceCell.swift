import QualityCore
import QualityStatistics

/// Records of one kind, unit, set of categories and month: among them any two may fall on one day.
struct CoincidenceCell {
    struct Key: Hashable {
        let kind: RecordKind
        let unit: OrganisationUnitID
        let categories: [CategoryCode]
        let month: CalendarPeriod
    }

    let key: Key
    /// The records, in the order of their days.
    var records: [DatedRecord] = []

    /// The number of pairs on one day.
    var pairCount: Int {
        var (pairs, run) = (0, 0)
        for (index, record) in records.enumerated() {
            run = index > 0 && records[index - 1].day == record.day ? run + 1 : 0
            pairs += run
        }
        return pairs
    }

    var possiblePairs: Int { records.count * (records.count - 1) / 2 }

    /// The number of pairs that chance gives.
    var expectedPairs: Double { Double(possiblePairs) / Double(key.month.dayCount) }

    /// The probability that chance gives a record a partner.
    var chance: Double {
        1 - (1..<max(1, records.count)).reduce(1.0) { rest, _ in rest * (1 - 1 / Double(key.month.dayCount)) }
    }
}

/// A record with the day that it is compared by.
struct DatedRecord {
    /// Which of its days that is.
    enum Basis: Hashable { case occurred, discovered, reported }

    let reference: RecordReference
    let facts: RecordFacts
    let day: CalendarDate
    let basis: Basis
    let categories: [CategoryCode]

    init?(_ record: ReferencedFacts) {
        let facts = record.facts
        if let day = facts.occurred {
            (self.day, basis) = (day, .occurred)
        } else if let day = facts.discovered {
            (self.day, basis) = (day, .discovered)
        } else if let day = facts.reported {
            (self.day, basis) = (day, .reported)
        } else {
            return nil
        }
        reference = record.reference
        self.facts = facts
        categories = Self.codes(.category, of: facts)
    }

    /// The codes of all observations along a dimension, each once, sorted.
    static func codes(_ dimension: CodeDimension, of facts: RecordFacts) -> [CategoryCode] {
        Set(facts.observations.flatMap { $0.codes[dimension] ?? [] }).sorted()
    }

    /// What two records have in common beside unit, day and category, and the dimensions along which they differ.
    func comparison(_ other: DatedRecord) -> (reasons: [RecordPair.Reason], differing: [CodeDimension]) {
        var reasons: [RecordPair.Reason] = []
        if basis != .discovered, let day = facts.discovered, day == other.facts.discovered {
            reasons.append(.sameDiscoveryDay)
        }
        if basis != .reported, let day = facts.reported, day == other.facts.reported { reasons.append(.sameReportDay) }
        var differing: [CodeDimension] = []
        let dimensions = Set(facts.observations.flatMap(\.codes.keys))
            .intersection(other.facts.observations.flatMap(\.codes.keys))
            .filter { !$0.holdsPersons && $0 != .category }
        for dimension in dimensions.sorted(by: { $0.rawValue < $1.rawValue }) {
            let (mine, others) = (Self.codes(dimension, of: facts), Self.codes(dimension, of: other.facts))
            if mine.isEmpty || others.isEmpty { continue }
            if mine == others { reasons.append(.sameCodes(dimension)) } else { differing.append(dimension) }
        }
        return (reasons, differing)
    }
}

extension RecordReference {
    /// The order in which pairs name their records.
    func precedes(_ other: RecordReference) -> Bool {
        (kind.rawValue, id) < (other.kind.rawValue, other.id)
    }
}
