/// One row of a table: a view of the bytes of its file, with a field below each head.
public struct CSVRow: Sendable {
    let storage: CSVStorage
    let index: Int

    /// The line of the file where the row starts, from 1; line ends inside quoted fields count too.
    public var line: Int { Int(storage.lines[index]) }

    /// What the caller called the file of this row.
    public var file: String { storage.name }

    /// The number of fields, which is that of the heads.
    public var count: Int { storage.header.count }

    /// The fields from left to right, as the file has them.
    public var fields: [String] { (0..<count).map { self[$0] } }

    /// The field of a column (from 0) as the file has it, spaces included.
    public subscript(column: Int) -> String {
        let field = storage.field(row: index, column: column)
        return field.text(of: field.range, in: storage.bytes, quote: storage.quote)
    }

    /// The field of a column (from 0) without ASCII and no-break spaces (U+00A0, U+202F) around it.
    public func value(at column: Int) -> String {
        let field = storage.field(row: index, column: column)
        return field.text(of: storage.bytes.trimmed(field.range), in: storage.bytes, quote: storage.quote)
    }

    /// The field below a head without ASCII and no-break spaces around it; `nil` when the file has no such head.
    public func value(of head: String) -> String? {
        guard let column = storage.columns[head] else { return nil }
        return value(at: column)
    }

    /// The bytes of a field of a column (from 0), without the quotes around it; doubled quotes are still doubled.
    public func bytes(at column: Int) -> ArraySlice<UInt8> {
        storage.bytes[storage.field(row: index, column: column).range]
    }

    /// The bytes of the row from its first field to its last, as the file has them, without the line end.
    public var bytes: ArraySlice<UInt8> {
        let first = storage.field(row: index, column: 0).outerRange
        let last = storage.field(row: index, column: count - 1).outerRange
        return storage.bytes[first.lowerBound..<last.upperBound]
    }
}
