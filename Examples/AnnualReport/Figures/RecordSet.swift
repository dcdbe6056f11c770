import QualityManagement

/// The records of one kind as a table to count, with the years that it has anything to say about.
struct RecordSet {
    let table: ObservationTable
    /// Records by calendar year of the counted day.
    let recordsByYear: [Int: Int]
    private let coveredYears: Set<Int>

    /// - Parameter covering: all records of the kind, where only some of them are counted.
    init(
        _ facts: [RecordFacts],
        countedBy day: ObservationTable.CountedDay,
        dimensions: [CodeDimension],
        covering all: [RecordFacts]? = nil
    ) throws {
        table = try ObservationTable(facts, countedBy: day, dimensions: dimensions)
        recordsByYear = table.recordsByYear
        let covering = try all.map { try ObservationTable($0, countedBy: day, dimensions: []).recordsByYear }
        coveredYears = Set((covering ?? recordsByYear).keys)
    }

    /// Whether the register holds any record of the year; where it holds none, a count is missing and not 0.
    func covers(_ year: Int) -> Bool {
        coveredYears.contains(year)
    }

    /// The years to show in a table that ends with a year: from the first that is covered, ten at most.
    func years(through year: Int) -> [Int] {
        let first = coveredYears.filter { $0 > year - 10 && $0 <= year }.min() ?? year
        return Array(first...year)
    }
}

extension ObservationTable {
    fileprivate var recordsByYear: [Int: Int] {
        Dictionary(
            uniqueKeysWithValues: count(.records, by: .years).compactMap { key, count in
                if case .year(let year) = key { (year, count) } else { nil }
            }
        )
    }

    /// The observations of a calendar year.
    func inYear(_ year: Int) -> ObservationTable {
        CalendarPeriod(year: year).map(limited(to:)) ?? self
    }
}
