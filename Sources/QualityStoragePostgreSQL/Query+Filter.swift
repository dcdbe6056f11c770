#if PostgreSQL
import QualityCore
import QualityStorage

extension Query {
    /// What makes `r` a revision that is the newest of its record as of a commit.
    mutating func appendNewest(asOf number: CommitNumber?) {
        guard let number else {
            append("r.superseded = 9223372036854775807")
            return
        }
        let known = Parameter.integer(min(number.rawValue, .max - 1))
        append("r.version <= ")
        append(known)
        append(" AND r.superseded > ")
        append(known)
    }

    /// A condition on `r` that is true or false, never unknown.
    mutating func append(_ filter: Filter) {
        switch filter {
        case .all(let filters): append(filters, joined: " AND ", none: "TRUE")
        case .any(let filters): append(filters, joined: " OR ", none: "FALSE")
        case .not(let filter):
            append("NOT (")
            append(filter)
            append(")")
        case .kinds(let kinds):
            // A kind is never missing, and bare it can be looked up in an index.
            append("r.kind = ANY (")
            append(.texts(kinds.map(\.rawValue).filter(\.isStorable)))
            append(")")
        case .units(let units): append(Column(name: "r.unit"), among: units.map(\.rawValue))
        case .statuses(let statuses): append(Column(name: "r.status"), among: Array(statuses))
        case .codes(let dimension, let codes):
            guard dimension.rawValue.isStorable else {
                append("FALSE")
                return
            }
            append(
                """
                EXISTS (
                    SELECT FROM jsonb_array_elements(r.codes::jsonb) AS o (codes),
                        jsonb_array_elements_text(o.codes -> 
                """
            )
            append(.text(dimension.rawValue))
            append(") AS c (code) WHERE ")
            append(Column(name: "c.code"), among: codes.map(\.rawValue))
            append(")")
        case .days(let field, let first, let last):
            append("coalesce(")
            append(Column(field))
            append(" BETWEEN ")
            append(.day(first?.daysSince1970 ?? .min))
            append(" AND ")
            append(.day(last?.daysSince1970 ?? .max))
            append(", FALSE)")
        case .words(let words):
            append("(TRUE")
            for word in words.words {
                append(" AND coalesce(strpos(r.words, ")
                append(.text(" " + word + " "))
                append(") > 0, FALSE)")
            }
            append(")")
        }
    }

    private mutating func append(_ filters: [Filter], joined joint: StaticString, none: StaticString) {
        guard !filters.isEmpty else {
            append(none)
            return
        }
        for (position, filter) in filters.enumerated() {
            append(position == 0 ? "(" : joint)
            append(filter)
        }
        append(")")
    }

    private mutating func append(_ column: Column, among values: [String]) {
        append("coalesce(")
        append(column)
        append(" = ANY (")
        append(.texts(values.filter(\.isStorable)))
        append("), FALSE)")
    }
}

extension Query.Column {
    init(_ field: DayField) {
        switch field {
        case .occurred: self.init(name: "r.occurred")
        case .discovered: self.init(name: "r.discovered")
        case .reported: self.init(name: "r.reported")
        case .due: self.init(name: "r.due")
        }
    }
}

extension String {
    /// Whether the server can hold the text; no stored text equals one that it cannot.
    var isStorable: Bool { !utf8.contains(0) }
}
#endif
