#if PostgreSQL
import QualityCore
import QualityStorage

extension Query {
    /// What makes `r` come after a place in an order.
    mutating func append(_ place: RevisionCursor, in order: RevisionRequest.Order) {
        let (kind, id) = Self.bound(place.reference, isDescending: order.isDescending)
        append("(")
        appendKey(of: order)
        append("r.kind, r.id) ")
        // Upwards from the text that comes next in byte order, which leaves the place itself out.
        append(order.isDescending ? "< (" : ">= (")
        switch order.key {
        case .identity: break
        case .day:
            append(.day(place.day?.daysSince1970 ?? .min))
            append(", ")
        case .version:
            append(.integer(place.version.rawValue))
            append(", ")
        }
        append(.text(kind))
        append(", ")
        append(.text(id))
        append(")")
    }

    mutating func append(_ order: RevisionRequest.Order) {
        let direction: StaticString = order.isDescending ? " DESC" : " ASC"
        append(" ORDER BY ")
        switch order.key {
        case .identity: break
        case .day(let field):
            appendDay(field)
            append(direction)
            append(", ")
        case .version:
            append("r.version")
            append(direction)
            append(", ")
        }
        append("r.kind")
        append(direction)
        append(", r.id")
        append(direction)
    }

    private mutating func appendKey(of order: RevisionRequest.Order) {
        switch order.key {
        case .identity: break
        case .day(let field):
            appendDay(field)
            append(", ")
        case .version: append("r.version, ")
        }
    }

    /// A missing day comes before all others.
    private mutating func appendDay(_ field: DayField) {
        append("coalesce(")
        append(Column(field))
        append(", -2147483648)")
    }

    /// The first identity that may follow (the last that may not come before), in texts without a NUL.
    private static func bound(_ place: RecordReference, isDescending: Bool) -> (kind: String, id: String) {
        func prefix(_ text: String) -> String { String(decoding: text.utf8.prefix { $0 != 0 }, as: UTF8.self) }
        guard place.kind.rawValue.isStorable else { return (prefix(place.kind.rawValue) + "\u{1}", "") }
        guard isDescending, place.id.isStorable else { return (place.kind.rawValue, prefix(place.id) + "\u{1}") }
        return (place.kind.rawValue, place.id)
    }
}
#endif
