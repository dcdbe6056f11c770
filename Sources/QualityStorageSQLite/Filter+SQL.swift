#if SQLite
import QualityCore
import QualityStorage

extension SQL {
    /// Takes the condition that a filter accepts the row `r`, which holds or does not: nothing missing decides.
    mutating func add(_ filter: Filter) {
        translate(filter.simplified)
    }

    private mutating func translate(_ filter: Filter) {
        switch filter {
        case .all(let filters): add(filters[...], joinedBy: " AND ", none: "1")
        case .any(let filters): add(filters[...], joinedBy: " OR ", none: "0")
        case .not(let filter):
            add("(NOT ")
            translate(filter)
            add(")")
        case .kinds(let kinds): add("r.kind", isOneOf: kinds.lazy.map(\.rawValue))
        case .units(let units): add("r.unit", isOneOf: units.lazy.map(\.rawValue))
        case .statuses(let statuses): add("r.status", isOneOf: statuses)
        case .codes(let dimension, let codes):
            guard !dimension.rawValue.utf8.contains(0) else { return add("0") }
            add("(EXISTS (SELECT 1 FROM json_each(r.codes) AS o, json_each(o.value) AS d, json_each(d.value) AS c")
            add(" WHERE d.key = ", .text(dimension.rawValue), " AND ")
            add("c.value", isOneOf: codes.lazy.map(\.rawValue))
            add("))")
        case .days(let field, let first, let last):
            add("((")
            add(field.column)
            add(" IS NOT NULL")
            if let first {
                add(" AND ")
                add(field.column)
                add(" >= ", .integer(Int64(first.daysSince1970)))
            }
            if let last {
                add(" AND ")
                add(field.column)
                add(" <= ", .integer(Int64(last.daysSince1970)))
            }
            add(") IS TRUE)")
        case .words(let asked):
            add("((1")
            for word in asked.words { add(" AND instr(r.words, ", .utf8(StoredText.bounded(word)), ") > 0") }
            add(") IS TRUE)")
        }
    }

    /// Joins filters as a balanced tree, so that many beside each other lie not deep.
    private mutating func add(
        _ filters: ArraySlice<Filter>,
        joinedBy joint: StaticString,
        none: StaticString
    ) {
        switch filters.count {
        case 0: add(none)
        case 1: translate(filters[filters.startIndex])
        default:
            let middle = filters.startIndex + filters.count / 2
            add("(")
            add(filters[..<middle], joinedBy: joint, none: none)
            add(joint)
            add(filters[middle...], joinedBy: joint, none: none)
            add(")")
        }
    }

    /// A text with a NUL is in no store, and would be cut off on its way.
    private mutating func add(_ column: StaticString, isOneOf texts: some Sequence<String>) {
        let texts = texts.filter { !$0.utf8.contains(0) }
        add("((")
        add(column)
        switch texts.count {
        case 0: add(" IS NULL AND 0")
        case 1: add(" = ", .text(texts[0]))
        default: add(" IN (SELECT value FROM json_each(", .utf8(JSONText.array(texts)), "))")
        }
        add(") IS TRUE)")
    }
}

extension Filter {
    /// The one kind that every accepted record is of, where the filter says so outright.
    var singleKind: RecordKind? {
        switch self {
        case .kinds(let kinds) where kinds.count == 1: kinds.first
        case .all(let filters): filters.lazy.compactMap(\.singleKind).first
        default: nil
        }
    }
}

extension DayField {
    /// The column of the row `r` that holds the day.
    var column: StaticString {
        switch self {
        case .occurred: "r.occurred"
        case .discovered: "r.discovered"
        case .reported: "r.reported"
        case .due: "r.due"
        }
    }
}
#endif
