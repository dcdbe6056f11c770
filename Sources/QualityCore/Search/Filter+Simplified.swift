extension Filter {
    /// A filter that accepts the same records, without conditions that decide nothing and negations of negations.
    public var simplified: Filter {
        switch self {
        case .all(let filters):
            let parts = filters.map(\.simplified).filter { $0 != .everything }
            if parts.contains(.nothing) { return .nothing }
            return parts.count == 1 ? parts[0] : .all(parts)
        case .any(let filters):
            let parts = filters.map(\.simplified).filter { $0 != .nothing }
            if parts.contains(.everything) { return .everything }
            return parts.count == 1 ? parts[0] : .any(parts)
        case .not(let filter):
            switch filter.simplified {
            case .not(let inner): return inner
            case .everything: return .nothing
            case .nothing: return .everything
            case let inner: return .not(inner)
            }
        case .kinds, .units, .statuses, .codes, .days, .words: return self
        }
    }

    /// How many conditions lie in each other: 1 for one that holds no other.
    public var depth: Int {
        switch self {
        case .all(let filters), .any(let filters): 1 + (filters.map(\.depth).max() ?? 0)
        case .not(let filter): 1 + filter.depth
        case .kinds, .units, .statuses, .codes, .days, .words: 1
        }
    }
}
