#if PostgreSQL
import QualityCore
import QualityStorage

extension Connection {
    /// Counts what a validated request names: by days, which are then folded to months and years.
    func counts(_ request: CountRequest) throws(StorageError) -> CountTable {
        guard request.tenant.rawValue.isStorable else { return CountTable([]) }
        let rows = try read(request.tenant, [request.takesCodesApart ? .codes(request) : .revisions(request)])[0]
        return CountTable(
            try rows.map { row throws(StorageError) in
                var keys: [String?] = []
                for (column, key) in zip(Int32(1)..., request.keys) { keys.append(try row.text(of: key, column)) }
                return CountTable.Row(keys: keys, count: Int(row.integer(0) ?? 0))
            }
        )
    }
}

extension CountRequest {
    /// Whether the codes of records are looked into.
    fileprivate var takesCodesApart: Bool { measure == .observations || keys.contains { $0.column == nil } }

    /// The keys, each with its column in the answer and its name in the request.
    fileprivate var places: [(key: Key, column: StaticString, name: StaticString)] {
        let columns: [StaticString] = ["2", "3", "4", "5", "6", "7", "8", "9"]
        let names: [StaticString] = ["k2", "k3", "k4", "k5", "k6", "k7", "k8", "k9"]
        return zip(keys, zip(columns, names)).map { ($0, $1.0, $1.1) }
    }
}

extension CountRequest.Key {
    /// What a record is counted under; `nil` for codes, of which it may have several.
    fileprivate var column: Query.Column? {
        switch self {
        case .kind: Query.Column(name: "r.kind")
        case .unit: Query.Column(name: "r.unit")
        case .status: Query.Column(name: "r.status")
        case .day(let field), .month(let field), .year(let field): Query.Column(field)
        case .code: nil
        }
    }
}

extension Query {
    fileprivate static func revisions(_ request: CountRequest) -> Query {
        var query = Query(building: "SELECT count(*)")
        for column in request.keys.compactMap(\.column) {
            query.append(", ")
            query.append(column)
        }
        query.append(" FROM ")
        query.append(newestOf: request)
        query.append(groupsOf: request)
        return query
    }

    /// Takes the codes apart once for all revisions that are alike.
    fileprivate static func codes(_ request: CountRequest) -> Query {
        var query = Query(building: "SELECT sum(r.number)::bigint")
        for place in request.places {
            query.append(", ")
            query.append(place.name)
        }
        query.append(" FROM (SELECT count(*) AS number, r.codes")
        let plain = request.places.filter { $0.key.column != nil }
        for place in plain {
            query.append(", ")
            query.append(firstDayOf: place.key)
            query.append(" AS ")
            query.append(place.name)
        }
        query.append(" FROM ")
        query.append(newestOf: request)
        query.append(" GROUP BY r.codes")
        for place in plain {
            query.append(", ")
            query.append(place.name)
        }
        query.append(") AS r")
        if request.measure == .observations {
            query.append(" CROSS JOIN LATERAL jsonb_array_elements(r.codes::jsonb) AS o (codes)")
        }
        for place in request.places {
            guard case .code(let dimension) = place.key else { continue }
            query.append(" LEFT JOIN LATERAL (SELECT DISTINCT c.code COLLATE \"C\" FROM ")
            if request.measure == .records { query.append("jsonb_array_elements(r.codes::jsonb) AS o (codes), ") }
            query.append("jsonb_array_elements_text(o.codes -> ")
            query.append(.text(dimension.rawValue.isStorable ? dimension.rawValue : nil))
            query.append(") AS c (code)) AS ")
            query.append(place.name)
            query.append(" (")
            query.append(place.name)
            query.append(") ON TRUE")
        }
        query.append(groupsOf: request)
        return query
    }

    private mutating func append(newestOf request: CountRequest) {
        append("revisions AS r WHERE r.tenant = ")
        append(.text(request.tenant.rawValue))
        append(" AND ")
        appendNewest(asOf: request.asOf)
        append(" AND r.unit IS NOT NULL AND ")
        append(request.filter)
    }

    private mutating func append(groupsOf request: CountRequest) {
        for (number, place) in request.places.enumerated() {
            append(number == 0 ? " GROUP BY " : ", ")
            append(place.column)
        }
    }

    /// What stands for all days of a month or a year; days of other years than four digits say are left as they are.
    private mutating func append(firstDayOf key: CountRequest.Key) {
        guard let column = key.column else { return }
        let period: StaticString
        switch key {
        case .month: period = "'month'"
        case .year: period = "'year'"
        case .kind, .unit, .status, .day, .code: return append(column)
        }
        append("CASE WHEN ")
        append(column)
        append(" BETWEEN -719162 AND 2932896 THEN date_trunc(")
        append(period)
        append(", (date '1970-01-01' + ")
        append(column)
        append(")::timestamp)::date - date '1970-01-01' ELSE ")
        append(column)
        append(" END")
    }
}

extension Row {
    fileprivate func text(of key: CountRequest.Key, _ column: Int32) throws(StorageError) -> String? {
        let length: Int
        switch key {
        case .kind, .unit, .status, .code: return text(column)
        case .day: length = 10
        case .month: length = 7
        case .year: length = 4
        }
        guard let days = integer(column) else { return nil }
        guard let day = Int32(exactly: days).flatMap(CalendarDate.init(daysSince1970:)) else {
            throw StorageError(.damaged)
        }
        return String("\(day)".prefix(length))
    }
}
#endif
