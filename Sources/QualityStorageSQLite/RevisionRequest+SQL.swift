#if SQLite
import QualityCore
import QualityStorage

extension SQL {
    /// Takes the condition that the row `r` is the newest of its record after a commit; `nil` for the newest of all.
    mutating func add(newestIn tenant: TenantID, asOf: CommitNumber?) {
        add("r.tenant = ", .text(tenant.rawValue))
        if let asOf, asOf.rawValue < .max {
            add(" AND r.version <= ", .integer(asOf.rawValue))
            add(" AND r.superseded > ", .integer(asOf.rawValue))
        } else {
            add(" AND r.superseded = ", .integer(.max))
        }
    }

    /// Takes the condition that the row `r` is the newest, not erased, of a record that a filter accepts.
    mutating func add(newestIn tenant: TenantID, asOf: CommitNumber?, acceptedBy filter: Filter) {
        add(newestIn: tenant, asOf: asOf)
        if let kind = filter.singleKind { add(" AND r.kind = ", .text(kind.rawValue)) }
        add(" AND r.status IS NOT NULL AND ")
        add(filter)
    }

    /// Takes the condition that the row `r` comes after a place in an order.
    ///
    /// `kind`: the kind that all rows are of, where there is but one.
    mutating func add(_ cursor: RevisionCursor, in order: RevisionRequest.Order, kind: RecordKind?) {
        let beyond: StaticString = order.isDescending ? " < " : " > "
        switch order.key {
        case .identity: add(identity: cursor.reference, beyond, kind)
        case .version:
            add("(r.version, r.kind, r.id)")
            add(beyond)
            add("(", .integer(cursor.version.rawValue), ", ")
            add(.text(cursor.reference.kind.rawValue))
            add(", ", .text(cursor.reference.id), ")")
        case .day(let field):
            // A missing day comes before all others, so in a descending order behind them.
            switch (cursor.day, order.isDescending) {
            case (nil, false):
                add("(")
                add(field.column)
                add(" IS NOT NULL OR ")
                add(identity: cursor.reference, beyond, nil)
                add(")")
            case (nil, true):
                add("(")
                add(field.column)
                add(" IS NULL AND ")
                add(identity: cursor.reference, beyond, nil)
                add(")")
            case (let day?, let isDescending):
                let day = Value.integer(Int64(day.daysSince1970))
                add("((")
                add(field.column)
                add(beyond)
                add(day)
                if isDescending {
                    add(" OR ")
                    add(field.column)
                    add(" IS NULL")
                }
                add(" OR (")
                add(field.column)
                add(" = ", day, " AND ")
                add(identity: cursor.reference, beyond, nil)
                add(")) IS TRUE)")
            }
        }
    }

    /// With one kind the identity alone is compared, which an index can follow.
    private mutating func add(identity reference: RecordReference, _ beyond: StaticString, _ kind: RecordKind?) {
        if let kind, kind.rawValue.utf8.elementsEqual(reference.kind.rawValue.utf8) {
            add("r.id")
            add(beyond)
            add(.text(reference.id))
        } else {
            add("(r.kind, r.id)")
            add(beyond)
            add("(", .text(reference.kind.rawValue), ", ")
            add(.text(reference.id))
            add(")")
        }
    }

    /// Takes the order of a page.
    mutating func add(_ order: RevisionRequest.Order) {
        let direction: StaticString = order.isDescending ? " DESC" : ""
        add(" ORDER BY ")
        switch order.key {
        case .identity: break
        case .day(let field):
            add(field.column)
            add(direction)
            add(", ")
        case .version:
            add("r.version")
            add(direction)
            add(", ")
        }
        add("r.kind")
        add(direction)
        add(", r.id")
        add(direction)
    }
}
#endif
