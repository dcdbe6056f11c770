import QualityAnalysis
import QualityCore

/// An axis with the plainest statement of which observations fall where.
struct NaiveAxis: Sendable {
    typealias Keys = @Sendable (RecordFacts, RecordFacts.Observation, CalendarDate?) -> Set<CountAxis.Key>

    let name: String
    let axis: CountAxis
    let keys: Keys

    init(_ name: String, _ axis: CountAxis, _ keys: @escaping Keys) {
        self.name = name
        self.axis = axis
        self.keys = keys
    }

    static let years = NaiveAxis("years", .years) { _, _, day in
        day.map { [.year($0.year)] } ?? []
    }

    static func months(_ year: Int) -> NaiveAxis {
        NaiveAxis("months of \(year)", .months(of: year)) { _, _, day in
            day.flatMap { $0.year == year ? [.month($0.month)] : nil } ?? []
        }
    }

    static func codes(
        _ name: String,
        _ dimension: CodeDimension,
        _ placed: @escaping @Sendable (CategoryCode) -> [CategoryCode]
    ) -> NaiveAxis {
        NaiveAxis(name, .codes(dimension, placed: placed)) { _, observation, _ in
            let codes = observation.codes[dimension] ?? []
            return codes.isEmpty ? [.unstated] : Set(codes.flatMap(placed).map(CountAxis.Key.code))
        }
    }

    static func units(
        _ name: String,
        _ placed: @escaping @Sendable (OrganisationUnitID) -> [OrganisationUnitID]
    ) -> NaiveAxis {
        NaiveAxis(name, .units(placed: placed)) { record, _, _ in Set(placed(record.unit).map(CountAxis.Key.unit)) }
    }

    /// A unit and all above it, as its code tells.
    static func path(_ unit: OrganisationUnitID) -> [OrganisationUnitID] {
        let parts = unit.rawValue.split(separator: "/")
        return (1...parts.count).map { OrganisationUnitID(rawValue: parts.prefix($0).joined(separator: "/")) }
    }

    static let all: [NaiveAxis] = [
        .years, .months(2020), .months(2018),
        .codes("categories", .category) { [$0] },
        .codes("categories on none, one, two or the same position twice", .category) { code in
            switch code.rawValue {
            case "K1", "K2": []
            case "K3", "K4": [CategoryCode(rawValue: "G")]
            case "K5": [CategoryCode(rawValue: "G"), code]
            case "K6": [code, code]
            default: [code]
            }
        },
        .codes("kinds", .viewpointKind) { [$0] },
        .codes("a dimension that no record has", .channel) { [$0] },
        .codes("a dimension that the table did not keep", .degree) { [$0] },
        .units("units", { [$0] }),
        .units("units and all above", path),
        .units("only one unit", { $0.rawValue == "A" ? [$0] : [] }),
    ]
}

/// Counts with sets and dictionaries, cell by cell.
struct NaiveCount {
    let facts: [RecordFacts]
    let countedDay: ObservationTable.CountedDay

    func day(_ record: RecordFacts) -> CalendarDate? {
        countedDay == .occurred ? record.occurred : record.reported
    }

    func limited(to period: CalendarPeriod) -> NaiveCount {
        NaiveCount(facts: facts.filter { day($0).map(period.contains) ?? false }, countedDay: countedDay)
    }

    var days: [CalendarDate] {
        facts.filter { !$0.observations.isEmpty }.compactMap(day)
    }

    func cells(
        _ counted: CrossTable.Counted,
        _ rows: NaiveAxis,
        _ columns: NaiveAxis
    ) -> [[CountAxis.Key]: Int] {
        var members: [[CountAxis.Key]: Set<[Int]>] = [:]
        for (index, record) in facts.enumerated() {
            for (number, observation) in record.observations.enumerated() {
                for row in rows.keys(record, observation, day(record)) {
                    for column in columns.keys(record, observation, day(record)) {
                        members[[row, column], default: []].insert(counted == .records ? [index] : [index, number])
                    }
                }
            }
        }
        return members.mapValues(\.count)
    }
}

extension CrossTable {
    /// The cells that are not 0.
    var cells: [[CountAxis.Key]: Int] {
        var cells: [[CountAxis.Key]: Int] = [:]
        for row in rows {
            for column in columns where self[row, column] != 0 { cells[[row, column]] = self[row, column] }
        }
        return cells
    }
}
