#if PostgreSQL
/// A value bound to a statement, in the binary form of the server.
struct Parameter {
    /// The server's number of the type.
    let type: UInt32
    /// The value; `nil` for none.
    let bytes: [UInt8]?

    static func text(_ value: String?) -> Parameter {
        Parameter(type: 25, bytes: value.map { Array($0.utf8) })
    }

    static func integer(_ value: Int64?) -> Parameter {
        Parameter(type: 20, bytes: value.map(Self.bytes))
    }

    static func day(_ value: Int32?) -> Parameter {
        Parameter(type: 23, bytes: value.map(Self.bytes))
    }

    static func bytes(_ value: [UInt8]?) -> Parameter {
        Parameter(type: 17, bytes: value)
    }

    static func texts(_ values: some Sequence<String?>) -> Parameter {
        list(1009, of: 25, values) { $0.append(contentsOf: $1.utf8) }
    }

    static func integers(_ values: some Sequence<Int64?>) -> Parameter {
        list(1016, of: 20, values) { $0.append(bigEndian: $1) }
    }

    static func days(_ values: some Sequence<Int32?>) -> Parameter {
        list(1007, of: 23, values) { $0.append(bigEndian: $1) }
    }

    static func blobs(_ values: some Sequence<[UInt8]?>) -> Parameter {
        list(1001, of: 17, values) { $0.append(contentsOf: $1) }
    }

    private static func bytes(_ value: some FixedWidthInteger) -> [UInt8] {
        withUnsafeBytes(of: value.bigEndian) { Array($0) }
    }

    /// One dimension from 1: its header, then each element with its length before it, or -1 for none.
    private static func list<Value>(
        _ type: UInt32,
        of element: UInt32,
        _ values: some Sequence<Value?>,
        _ append: (inout [UInt8], Value) -> Void
    ) -> Parameter {
        var list: [UInt8] = []
        for word in [1, 0, Int32(element), 0, 1] { list.append(bigEndian: word) }
        var count: Int32 = 0
        for value in values {
            count += 1
            let start = list.count
            list.append(bigEndian: -1 as Int32)
            guard let value else {
                list.replace(at: 4, with: 1)
                continue
            }
            append(&list, value)
            list.replace(at: start, with: Int32(list.count - start - 4))
        }
        list.replace(at: 12, with: count)
        if count == 0 {
            list.replace(at: 0, with: 0)
            list.removeLast(8)
        }
        return Parameter(type: type, bytes: list)
    }
}

extension [UInt8] {
    fileprivate mutating func append(bigEndian value: some FixedWidthInteger) {
        Swift.withUnsafeBytes(of: value.bigEndian) { append(contentsOf: $0) }
    }

    fileprivate mutating func replace(at start: Int, with value: Int32) {
        for offset in 0..<4 { self[start + offset] = UInt8(truncatingIfNeeded: value >> (24 - 8 * offset)) }
    }
}
#endif
