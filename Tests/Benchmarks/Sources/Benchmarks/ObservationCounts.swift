import QualityAnalysis
import QualityCore
import QualityStorage

/// Observations in memory counted by month, category and unit at once, beside data frames and a database in memory.
enum ObservationCounts {
    private static let categories = (0..<12).map { CategoryCode(rawValue: "kategori-\($0)") }
    private static let units = (0..<50).map { OrganisationUnitID(rawValue: "enhet-\($0)") }

    static func run(_ scale: Scale, in folder: Folder) throws -> [Comparison] {
        guard let first = CalendarPeriod(year: 2020)?.first, let last = CalendarPeriod(year: 2024)?.last,
            let period = CalendarPeriod(first: first, last: last)
        else { return [] }
        var random = Mixer(state: 1)
        var (days, codes, places): ([Int32], [UInt16], [UInt16]) = ([], [], [])
        for _ in 0..<scale.observations {
            days.append(first.daysSince1970 + Int32(random.below(first.days(to: last) + 1)))
            codes.append(UInt16(random.below(categories.count)))
            places.append(UInt16(random.below(units.count)))
        }
        try folder.write(days, to: "days")
        try folder.write(codes, to: "categories")
        try folder.write(places, to: "units")
        let table = try ObservationTable(
            days.indices.lazy.map { [days, codes, places] index in
                RecordFacts(
                    unit: units[Int(places[index])],
                    reported: CalendarDate(daysSince1970: days[index]),
                    status: "reported",
                    observations: [RecordFacts.Observation(codes: [.category: [categories[Int(codes[index])]]])]
                )
            },
            countedBy: .reported,
            dimensions: [.category]
        )
        return try Peers.compare(
            "counts",
            "\(scale.observations) observations by month, category and unit",
            goal: 0.1,
            turns: scale.turns,
            budget: scale.budget,
            in: folder
        ) {
            let months = CountAxis.periods(PeriodScale(.month, covering: period))
            return try table.count(.observations, by: [months, .codes(.category), .units { [$0] }])
        } numbers: { cube in
            PeriodScale(.month, covering: period).periods.flatMap { month in
                categories.flatMap { category in
                    units.map { Double(cube[.period(month), .code(category), .unit($0)]) }
                }
            }
        }
    }
}
