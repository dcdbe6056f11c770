#if SQLite
/// The text of a statement, put together of parts of the program alone, and the values bound in it.
struct SQL {
    /// What stands for a question mark.
    enum Value {
        case integer(Int64)
        case text(String)
        case utf8([UInt8])
    }

    private(set) var text: [UInt8]
    private(set) var values: [Value] = []

    init(_ piece: StaticString = "") {
        text = piece.withUTF8Buffer { Array($0) }
    }

    /// Takes a part of the text.
    mutating func add(_ piece: StaticString) {
        piece.withUTF8Buffer { text.append(contentsOf: $0) }
    }

    /// Takes a value.
    mutating func add(_ value: Value) {
        text.append(UInt8(ascii: "?"))
        values.append(value)
    }

    /// Takes parts before and after a value.
    mutating func add(_ before: StaticString, _ value: Value, _ after: StaticString = "") {
        add(before)
        add(value)
        add(after)
    }
}
#endif
