/// An encoded record as a tree, to alter in one place.
enum JSONTree: Hashable, Sendable {
    case null
    case flag(Bool)
    case whole(Int)
    case number(Double)
    case text(String)
    case list([JSONTree])
    case fields([String: JSONTree])

    /// The values that records of a kind hold at each place, without the positions in lists.
    static func donors(_ trees: [JSONTree]) -> [String: [JSONTree]] {
        var found: [String: Set<JSONTree>] = [:]
        for tree in trees { tree.collect(at: "", in: &found) }
        return found.mapValues { $0.sorted { "\($0)" < "\($1)" } }
    }

    private func collect(at place: String, in found: inout [String: Set<JSONTree>]) {
        if found[place, default: []].count < 6 { found[place, default: []].insert(self) }
        switch self {
        case .list(let items): for item in items { item.collect(at: place + "/*", in: &found) }
        case .fields(let fields):
            for key in fields.keys.sorted() { fields[key]?.collect(at: place + "/" + key, in: &found) }
        default: break
        }
    }

    /// The tree altered in one place: blanked, emptied, left out, or as another record has it.
    func alterations(_ donors: [String: [JSONTree]], at place: String) -> [JSONTree] {
        var made: [JSONTree] = []
        switch self {
        case .null, .flag: break
        case .text: made.append(.text(" "))
        case .whole(let number): made += [.whole(0), .whole(number + 1), .whole(number - 1)]
        case .number(let number): made += [.number(0), .number(-number)]
        case .list(let items):
            if !items.isEmpty { made.append(.list([])) }
            for (index, item) in items.enumerated() {
                for other in item.alterations(donors, at: place + "/*") {
                    var changed = items
                    changed[index] = other
                    made.append(.list(changed))
                }
            }
        case .fields(let fields):
            for key in fields.keys.sorted() {
                var changed = fields
                changed[key] = nil
                made.append(.fields(changed))
                for other in fields[key]?.alterations(donors, at: place + "/" + key) ?? [] {
                    changed[key] = other
                    made.append(.fields(changed))
                }
            }
        }
        return place.isEmpty ? made : made + (donors[place] ?? []).filter { $0 != self }
    }
}

extension JSONTree: Codable {
    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let value = try? container.decode(Bool.self) {
            self = .flag(value)
        } else if let value = try? container.decode(Int.self) {
            self = .whole(value)
        } else if let value = try? container.decode(Double.self) {
            self = .number(value)
        } else if let value = try? container.decode(String.self) {
            self = .text(value)
        } else if let value = try? container.decode([JSONTree].self) {
            self = .list(value)
        } else {
            self = .fields(try container.decode([String: JSONTree].self))
        }
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .null: try container.encodeNil()
        case .flag(let value): try container.encode(value)
        case .whole(let value): try container.encode(value)
        case .number(let value): try container.encode(value)
        case .text(let value): try container.encode(value)
        case .list(let value): try container.encode(value)
        case .fields(let value): try container.encode(value)
        }
    }
}
