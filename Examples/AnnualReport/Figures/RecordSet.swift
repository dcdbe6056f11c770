import QualityManagement

/// The records of one kind as a table to count, with the years that it has anything to say about.
struct RecordSet {
    let table: ObservationTable
    /// Records by calendar year of the counted day.
    let recordsByYear: [Int: Int]

    init(
        _ facts: [RecordFacts],
        countedBy day: ObservationTable.CountedDay,
        dimensions: [CodeDimension]
    ) throws(AnalysisError) {
        table = try ObservationTable(facts, countedBy: day, dimensions: dimensions)
        recordsByYear = Dictionary(
            uniqueKeysWithValues: table.count(.records, by: .years).compactMap { key, count in
                if case .year(let year) = key { (year, count) } else { nil }
            }
        )
    }

    /// Whether the register holds any record of the year; where it holds none, a count is missing and not 0.
    func covers(_ year: Int) -> Bool {
        recordsByYear[year] != nil
    }

    /// The years to show in a table that ends with a year: those that are covered, and that year itself.
    func years(through year: Int) -> [Int] {
        Set(recordsByYear.keys.filter { $0 <= year }).union([year]).sorted()
    }
}

extension ObservationTable {
    /// The observations of a calendar year.
    func inYear(_ year: Int) -> ObservationTable {
        CalendarPeriod(year: year).map(limited(to:)) ?? self
    }
}
