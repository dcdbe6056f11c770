/// An encoded record as a tree, to alter place by place.
enum JSONTree: Hashable, Sendable {
    case null
    case flag(Bool)
    case whole(Int)
    case number(Double)
    case text(String)
    case list([JSONTree])
    case fields([String: JSONTree])

    /// The tree with another value at a pointer such as `/steps/0/reason`: `null` takes it out, `-` is a list's end.
    ///
    /// `nil` where there is no such place.
    func setting(_ pointer: some Collection<String>, to value: JSONTree) -> JSONTree? {
        guard let step = pointer.first else { return value }
        let rest = pointer.dropFirst()
        switch self {
        case .fields(var fields):
            guard let changed = (fields[step] ?? (rest.isEmpty ? .null : nil))?.setting(rest, to: value) else {
                return nil
            }
            fields[step] = changed == .null ? nil : changed
            return .fields(fields)
        case .list(var items):
            if step == "-", rest.isEmpty { return .list(items + [value]) }
            guard let index = Int(step), items.indices.contains(index) else { return nil }
            guard let changed = items[index].setting(rest, to: value) else { return nil }
            items[index] = changed
            if changed == .null { items.remove(at: index) }
            return .list(items)
        default: return nil
        }
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
