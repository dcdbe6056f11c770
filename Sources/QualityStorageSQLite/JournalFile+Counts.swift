#if SQLite
import QualityCore
import QualityStorage

extension JournalFile {
    /// Counts by the values of the columns that the keys need, and folds them as the request says.
    func counts(_ request: CountRequest) throws(StorageError) -> CountTable {
        var sql = SQL("SELECT ")
        // Only what is needed is grouped by, so that an index can give the order.
        var groups: [StaticString] = []
        func column(_ name: StaticString, _ isNeeded: Bool) {
            sql.add(isNeeded ? name : "NULL")
            sql.add(", ")
            if isNeeded { groups.append(name) }
        }
        let steps = CountGroup.fields.map { CountGroup.Step(of: $0, in: request.keys) }
        let hasCodes = request.keys.contains { if case .code = $0 { true } else { false } }
        column("r.kind", request.keys.contains(.kind))
        column("r.unit", request.keys.contains(.unit))
        column("r.status", request.keys.contains(.status))
        for (field, step) in zip(CountGroup.fields, steps) { column(field.column, step != .none) }
        let needsCodes = hasCodes || request.measure == .observations
        column("r.codes", needsCodes)
        // Days by codes are almost as many as the rows: sorting them takes longer than counting them here.
        let isGrouped = !needsCodes || !steps.contains { $0 == .year || $0 == .month }
        sql.add(isGrouped ? "count(*), min(r.version)" : "1, r.version")
        sql.add(" FROM revisions AS r WHERE ")
        sql.add(newestIn: request.tenant, asOf: request.asOf, acceptedBy: request.filter)
        for (index, group) in groups.enumerated() where isGrouped {
            sql.add(index == 0 ? " GROUP BY " : ", ")
            sql.add(group)
        }
        var counts: [CountGroup: (count: Int, first: CommitNumber)] = [:]
        try statement(sql).forEach { row throws(StorageError) in
            let first = CommitNumber(rawValue: row.integer(9))
            let group = try CountGroup(row, steps, first)
            counts[group, default: (0, first)].count += Int(row.integer(8))
        }
        var rows: [CountTable.Row] = []
        for (group, (count, first)) in counts {
            for part in request.rows(of: group.recordKind, facts: try group.facts(first)) {
                rows.append(CountTable.Row(keys: part.keys, count: part.count * count))
            }
        }
        return CountTable(rows)
    }
}

/// What the rows of one group have in common, as far as a request tells them apart.
private struct CountGroup: Hashable {
    /// How exactly a day is asked for.
    enum Step {
        case none, year, month, day

        init(of field: DayField, in keys: [CountRequest.Key]) {
            self =
                if keys.contains(.day(field)) {
                    .day
                } else if keys.contains(.month(field)) {
                    .month
                } else if keys.contains(.year(field)) {
                    .year
                } else { .none }
        }
    }

    static let fields: [DayField] = [.occurred, .discovered, .reported, .due]

    // Bytes, because canonically equal texts are not the same here.
    private let kind: [UInt8]
    private let unit: [UInt8]
    private let status: [UInt8]
    private var days = SIMD4<Int32>(repeating: Self.noDay)
    private let codes: [UInt8]

    private static let noDay = Int32.min

    /// `first`: a commit of the group, which an error names.
    init(_ row: Statement.Row, _ steps: [Step], _ first: CommitNumber) throws(StorageError) {
        kind = Array(row.utf8(0))
        unit = Array(row.utf8(1))
        status = Array(row.utf8(2))
        codes = Array(row.utf8(7))
        for (index, step) in steps.enumerated() where step != .none {
            let column = Int32(3 + index)
            if row.isNull(column) { continue }
            guard let day = Int32(exactly: row.integer(column)).flatMap(CalendarDate.init(daysSince1970:)) else {
                throw StorageError(.damaged, commit: first, detail: "a day beyond the calendar")
            }
            days[index] = Self.begin(of: step, with: day)?.daysSince1970 ?? Self.noDay
        }
    }

    private static func begin(of step: Step, with day: CalendarDate) -> CalendarDate? {
        guard step != .day else { return day }
        let (year, month, _) = day.components
        return CalendarDate(year: year, month: step == .year ? 1 : month, day: 1)
    }

    var recordKind: RecordKind { RecordKind(rawValue: String(decoding: kind, as: UTF8.self)) }

    func facts(_ first: CommitNumber) throws(StorageError) -> RecordFacts {
        var observations: [RecordFacts.Observation] = []
        if !codes.isEmpty {
            do {
                observations = try codes.withUnsafeBufferPointer(StoredText.observations)
            } catch {
                throw StorageError(.damaged, commit: first, detail: "codes that cannot be read")
            }
        }
        return RecordFacts(
            unit: OrganisationUnitID(rawValue: String(decoding: unit, as: UTF8.self)),
            occurred: CalendarDate(daysSince1970: days[0]),
            discovered: CalendarDate(daysSince1970: days[1]),
            reported: CalendarDate(daysSince1970: days[2]),
            dueOn: CalendarDate(daysSince1970: days[3]),
            status: String(decoding: status, as: UTF8.self),
            observations: observations
        )
    }
}
#endif
