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
        list(1016, of: 20, values) { $0.append(contentsOf: Self.bytes($1)) }
    }

    static func days(_ values: some Sequence<Int32?>) -> Parameter {
        list(1007, of: 23, values) { $0.append(contentsOf: Self.bytes($1)) }
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
        var content: [UInt8] = []
        var count: Int32 = 0
        var hasNull: Int32 = 0
        for value in values {
            count += 1
            guard let value else {
                hasNull = 1
                content.append(contentsOf: bytes(-1 as Int32))
                continue
            }
            let start = content.count
            content.append(contentsOf: [0, 0, 0, 0])
            append(&content, value)
            content.replaceSubrange(start..<start + 4, with: bytes(Int32(content.count - start - 4)))
        }
        var list = bytes(count == 0 ? 0 : 1 as Int32)
        list.append(contentsOf: bytes(hasNull))
        list.append(contentsOf: bytes(element))
        if count > 0 {
            list.append(contentsOf: bytes(count))
            list.append(contentsOf: bytes(1 as Int32))
        }
        return Parameter(type: type, bytes: list + content)
    }
}
#endif
