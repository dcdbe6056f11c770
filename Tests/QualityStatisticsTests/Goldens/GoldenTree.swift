/// A value of a golden file: numbers exactly as written, with `"NaN"` and `"Infinity"` read as the numbers they name.
enum GoldenTree: Hashable, Sendable {
    case object([String: GoldenTree])
    case list([GoldenTree])
    case number(Double)
    case text(String)
    case flag(Bool)
    case null
}

/// Where a value stands in a tree: keys of objects and positions in lists, from the root.
typealias GoldenPath = [String]

/// What is wrong with a golden file, or with how a case of it is read.
struct GoldenError: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) {
        self.description = description
    }
}

// MARK: - Making trees

extension GoldenTree {
    init(_ value: Double?) {
        self = value.map(Self.number) ?? .null
    }

    init(_ value: Int?) {
        self = value.map { .number(Double($0)) } ?? .null
    }

    init(_ value: Bool?) {
        self = value.map(Self.flag) ?? .null
    }

    init(_ value: String?) {
        self = value.map(Self.text) ?? .null
    }

    init(_ values: some Sequence<Double?>) {
        self = .list(values.map(Self.init(_:)))
    }

    init(_ values: some Sequence<Double>) {
        self = .list(values.map(Self.number))
    }

    init(_ values: some Sequence<Int?>) {
        self = .list(values.map(Self.init(_:)))
    }

    init(_ values: some Sequence<Int>) {
        self = .list(values.map { .number(Double($0)) })
    }

    init(_ values: some Sequence<Bool?>) {
        self = .list(values.map(Self.init(_:)))
    }

    init(_ values: some Sequence<String>) {
        self = .list(values.map(Self.text))
    }
}

extension GoldenTree: ExpressibleByDictionaryLiteral, ExpressibleByArrayLiteral, ExpressibleByFloatLiteral,
    ExpressibleByIntegerLiteral, ExpressibleByStringLiteral, ExpressibleByBooleanLiteral, ExpressibleByNilLiteral
{
    init(dictionaryLiteral elements: (String, GoldenTree)...) {
        self = .object(Dictionary(uniqueKeysWithValues: elements))
    }

    init(arrayLiteral elements: GoldenTree...) {
        self = .list(elements)
    }

    init(floatLiteral value: Double) {
        self = .number(value)
    }

    init(integerLiteral value: Int) {
        self = .number(Double(value))
    }

    init(stringLiteral value: String) {
        self = .text(value)
    }

    init(booleanLiteral value: Bool) {
        self = .flag(value)
    }

    init(nilLiteral: ()) {
        self = .null
    }
}

// MARK: - Reading trees

extension GoldenTree {
    /// The value of a key of an object; `nil` where there is none.
    subscript(key: String) -> GoldenTree? {
        guard case .object(let object) = self else { return nil }
        return object[key]
    }

    /// Whether there is no value.
    var isNull: Bool { self == .null }

    /// The value of a key that must be there.
    func value(_ key: String) throws(GoldenError) -> GoldenTree {
        guard let value = self[key] else { throw GoldenError("no key '\(key)'") }
        return value
    }

    func object() throws(GoldenError) -> [String: GoldenTree] {
        guard case .object(let object) = self else { throw GoldenError("no object but \(kind)") }
        return object
    }

    func list() throws(GoldenError) -> [GoldenTree] {
        guard case .list(let list) = self else { throw GoldenError("no list but \(kind)") }
        return list
    }

    func double() throws(GoldenError) -> Double {
        guard case .number(let number) = self else { throw GoldenError("no number but \(kind)") }
        return number
    }

    func integer() throws(GoldenError) -> Int {
        guard let integer = Int(exactly: try double()) else { throw GoldenError("no whole number") }
        return integer
    }

    func text() throws(GoldenError) -> String {
        guard case .text(let text) = self else { throw GoldenError("no text but \(kind)") }
        return text
    }

    func flag() throws(GoldenError) -> Bool {
        guard case .flag(let flag) = self else { throw GoldenError("no flag but \(kind)") }
        return flag
    }

    func doubles() throws -> [Double] { try list().map { try $0.double() } }

    func integers() throws -> [Int] { try list().map { try $0.integer() } }

    func optionalDoubles() throws -> [Double?] { try list().map { $0.isNull ? nil : try $0.double() } }

    func optionalIntegers() throws -> [Int?] { try list().map { $0.isNull ? nil : try $0.integer() } }

    func texts() throws -> [String] { try list().map { try $0.text() } }

    func flags() throws -> [Bool] { try list().map { try $0.flag() } }

    /// Rows of whole numbers.
    func matrix() throws -> [[Int]] { try list().map { try $0.integers() } }

    private var kind: String {
        switch self {
        case .object: "an object"
        case .list: "a list"
        case .number: "a number"
        case .text: "a text"
        case .flag: "a flag"
        case .null: "null"
        }
    }

    /// Every value that is neither object nor list, with its path, in a fixed order.
    var leaves: [(path: GoldenPath, value: GoldenTree)] {
        var leaves: [(GoldenPath, GoldenTree)] = []
        walk([]) { leaves.append(($0, $1)) }
        return leaves
    }

    private func walk(_ path: GoldenPath, _ visit: (GoldenPath, GoldenTree) -> Void) {
        switch self {
        case .object(let object):
            for (key, value) in object.sorted(by: { $0.key < $1.key }) { value.walk(path + [key], visit) }
        case .list(let list):
            for (index, value) in list.enumerated() { value.walk(path + [String(index)], visit) }
        default: visit(path, self)
        }
    }

    /// Every key of an object at any depth.
    var keys: Set<String> {
        switch self {
        case .object(let object): object.values.reduce(into: Set(object.keys)) { $0.formUnion($1.keys) }
        case .list(let list): list.reduce(into: []) { $0.formUnion($1.keys) }
        default: []
        }
    }

    /// The tree with another value at a path that it has.
    func replacing(_ path: some Collection<String>, by value: GoldenTree) -> GoldenTree {
        guard let first = path.first else { return value }
        switch self {
        case .object(var object):
            object[first] = object[first]?.replacing(path.dropFirst(), by: value)
            return .object(object)
        case .list(var list):
            guard let index = Int(first), list.indices.contains(index) else { return self }
            list[index] = list[index].replacing(path.dropFirst(), by: value)
            return .list(list)
        default: return self
        }
    }
}
