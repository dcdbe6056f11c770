import QualityCore
import QualityStorage

/// Filters and orders as a fault understands them.
struct Judge {
    let fault: Fault

    func accepts(_ filter: Filter, _ revision: Revision) -> Bool {
        guard let facts = revision.facts else { return false }
        let words = revision.payload?.words ?? SearchWords(of: [])
        return holds(filter, revision.reference.kind, facts, words, depth: 0) ?? false
    }

    /// `nil` where the third value of a database's logic would stand.
    private func holds(
        _ filter: Filter,
        _ kind: RecordKind,
        _ facts: RecordFacts,
        _ words: SearchWords,
        depth: Int
    ) -> Bool? {
        func inner(_ filter: Filter) -> Bool? { holds(filter, kind, facts, words, depth: depth + 1) }
        func isOpen(_ isEmpty: Bool) -> Bool { fault == .emptySetIsEverything && isEmpty }
        if fault == .nestingCut && depth > 10 { return true }
        switch filter {
        case .all(let filters):
            let values = filters.map(inner)
            return values.contains(false) ? false : values.contains(nil) ? nil : true
        case .any(let filters):
            if filters.isEmpty && fault == .emptyAnyIsEverything { return true }
            let values = filters.map(inner)
            return values.contains(true) ? true : values.contains(nil) ? nil : false
        case .not(let filter): return inner(filter).map { !$0 }
        case .kinds(let kinds):
            if isOpen(kinds.isEmpty) { return true }
            if fault == .firstKindOnly { return kinds.map(\.rawValue).min() == kind.rawValue }
        case .units(let units):
            if isOpen(units.isEmpty) { return true }
            if fault == .unitsAsSubtree { return units.contains { facts.unit.rawValue.hasPrefix($0.rawValue) } }
            if fault == .canonicalFilter { return units.contains(facts.unit) }
        case .statuses(let statuses):
            if isOpen(statuses.isEmpty) { return true }
            if fault == .statusAsPrefix { return statuses.contains { facts.status.hasPrefix($0) } }
            if fault == .caseFolded { return statuses.contains { $0.lowercased() == facts.status.lowercased() } }
            if fault == .canonicalFilter { return statuses.contains(facts.status) }
        case .codes(let dimension, let codes):
            if isOpen(codes.isEmpty) { return true }
            if fault == .canonicalFilter {
                return facts.observations.contains { !codes.isDisjoint(with: $0.codes[dimension] ?? []) }
            }
            if fault == .firstObservationOnly {
                return !codes.isDisjoint(with: facts.observations.first?.codes[dimension] ?? [])
            }
        case .days(let field, let first, let last):
            let day = facts[day: fault == .daysAreOccurred ? .occurred : field]
            if day == nil && fault == .nullLogic { return nil }
            if day == nil && fault == .openRangeTakesMissing && first == nil { return true }
            if fault == .daysAreOccurred, let day {
                return first.map { $0 <= day } ?? true && last.map { day <= $0 } ?? true
            }
            if fault == .dayRangeHalfOpen, let day, let last, day >= last { return false }
        case .words(let asked):
            if fault == .wordsAny { return asked.words.isEmpty || asked.words.contains { words.words.contains($0) } }
            if fault == .wordsAsPatterns {
                return asked.words.allSatisfy { word in words.words.contains { $0.contains(word) } }
            }
            if fault == .wordsFoldDiacritics {
                return asked.words.allSatisfy { word in words.words.map(Self.plain).contains(Self.plain(word)) }
            }
        }
        return filter.accepts(kind, facts: facts, words: words)
    }

    private static func plain(_ word: String) -> String {
        String(word.map { $0 == "\u{e5}" ? "a" : $0 })
    }

    func isBefore(_ left: RevisionCursor, _ right: RevisionCursor, _ order: RevisionRequest.Order) -> Bool {
        switch (fault, order.key) {
        case (.orderFoldsCase, _):
            let ids = [left, right].map { $0.reference.id.lowercased() }
            if ids[0] != ids[1] { return (ids[0] < ids[1]) != order.isDescending }
        case (.missingLast, .day) where (left.day == nil) != (right.day == nil):
            return (right.day == nil) != order.isDescending
        case (.descendingKeepsTies, .day) where left.day == right.day,
            (.descendingKeepsTies, .version) where left.version == right.version:
            return RecordKey(left.reference) < RecordKey(right.reference)
        case (.tiesByVersion, .day) where left.day == right.day && left.version != right.version:
            return (left.version < right.version) != order.isDescending
        case (.versionAsText, .version) where left.version != right.version:
            return ("\(left.version.rawValue)" < "\(right.version.rawValue)") != order.isDescending
        default: break
        }
        return order.isBefore(left, right)
    }
}
