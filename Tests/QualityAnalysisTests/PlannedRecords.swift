import QualityCore
import QualitySamples

/// Records of units and months with means that a test decides.
struct PlannedRecords {
    var random: QualitySamples.SeededGenerator
    var facts: [RecordFacts] = []

    init(seed: UInt64) {
        random = QualitySamples.SeededGenerator(seed: seed)
    }

    static func unit(_ number: Int) -> OrganisationUnitID { OrganisationUnitID(rawValue: "U\(number)") }

    /// A count of independent events with a mean, as Knuth draws it.
    mutating func poisson(_ mean: Double) -> Int {
        guard mean > 0 else { return 0 }
        var (count, chance) = (-1, 1.0)
        // e^-mean in steps that stay above 0.
        var limit = 1.0
        for _ in 0..<1_000 { limit *= 1 - mean / 1_000 }
        while chance > limit {
            chance *= Double.random(in: 0..<1, using: &random)
            count += 1
        }
        return count
    }

    /// Adds records on days of a year drawn at random.
    mutating func add(
        _ count: Int,
        year: Int,
        unit: OrganisationUnitID,
        category: String,
        delay: ClosedRange<Int> = 0...3,
        outcome: String? = nil
    ) {
        guard let period = CalendarPeriod(year: year) else { return }
        for _ in 0..<count {
            let day = period.first.adding(days: Int.random(in: 0...364, using: &random))
            var codes: [CodeDimension: [CategoryCode]] = [.category: [CategoryCode(rawValue: category)]]
            codes[CodeDimension(rawValue: "outcome")] = outcome.map { [CategoryCode(rawValue: $0)] }
            facts.append(
                RecordFacts(
                    unit: unit,
                    occurred: day,
                    reported: day?.adding(days: Int.random(in: delay, using: &random)),
                    status: "reported",
                    observations: [RecordFacts.Observation(codes: codes)]
                )
            )
        }
    }
}
