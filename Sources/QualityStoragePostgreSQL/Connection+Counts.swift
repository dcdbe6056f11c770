#if PostgreSQL
import QualityCore
import QualityStorage

extension Connection {
    /// Counts what a validated request names: by raw days, which are then folded to months and years.
    func counts(_ request: CountRequest) throws(StorageError) -> CountTable {
        guard request.tenant.rawValue.isStorable else { return CountTable([]) }
        var query = Query(building: "SELECT count(*)")
        for (key, place) in zip(request.keys, Self.places) {
            query.append(", ")
            switch key {
            case .kind: query.append("r.kind")
            case .unit: query.append("r.unit")
            case .status: query.append("r.status")
            case .day(let field), .month(let field), .year(let field): query.append(Query.Column(field))
            case .code:
                query.append(place.alias)
                query.append(".code")
            }
        }
        query.append(" FROM revisions AS r")
        if request.measure == .observations {
            query.append(" CROSS JOIN LATERAL jsonb_array_elements(r.codes::jsonb) AS o (codes)")
        }
        for (key, place) in zip(request.keys, Self.places) {
            guard case .code(let dimension) = key else { continue }
            query.append(" LEFT JOIN LATERAL (SELECT DISTINCT c.code COLLATE \"C\" AS code FROM ")
            if request.measure == .records { query.append("jsonb_array_elements(r.codes::jsonb) AS o (codes), ") }
            query.append("jsonb_array_elements_text(o.codes -> ")
            query.append(.text(dimension.rawValue.isStorable ? dimension.rawValue : nil))
            query.append(") AS c (code)) AS ")
            query.append(place.alias)
            query.append(" ON TRUE")
        }
        query.append(" WHERE r.tenant = ")
        query.append(.text(request.tenant.rawValue))
        query.append(" AND ")
        query.appendNewest(asOf: request.asOf)
        query.append(" AND r.unit IS NOT NULL AND ")
        query.append(request.filter)
        for (place, isFirst) in zip(Self.places.prefix(request.keys.count), [true] + Self.places.map { _ in false }) {
            query.append(isFirst ? " GROUP BY " : ", ")
            query.append(place.column)
        }
        let rows = try read(request.tenant, [query])[0]
        return CountTable(
            try rows.map { row throws(StorageError) in
                var keys: [String?] = []
                for (column, key) in zip(Int32(1)..., request.keys) { keys.append(try row.text(of: key, column)) }
                return CountTable.Row(keys: keys, count: Int(row.integer(0) ?? 0))
            }
        )
    }

    /// Where each of eight keys stands: the column of the answer, and the name of its codes.
    private static let places: [(column: StaticString, alias: StaticString)] = [
        ("2", "k2"), ("3", "k3"), ("4", "k4"), ("5", "k5"), ("6", "k6"), ("7", "k7"), ("8", "k8"), ("9", "k9"),
    ]
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
