#if PostgreSQL
import CQualityLibPQ
import QualityStorage

/// What a statement returned, in binary form; freed with its last reference.
final class Rows {
    private let handle: OpaquePointer

    /// Takes over a result of the library.
    init(_ handle: OpaquePointer) {
        self.handle = handle
    }

    deinit {
        PQclear(handle)
    }

    var count: Int { Int(PQntuples(handle)) }

    /// What the server says that it did, such as `COMMIT`.
    var tag: String { String(cString: PQcmdStatus(handle)) }

    var first: Row? { count > 0 ? self[0] : nil }

    subscript(_ index: Int) -> Row { Row(handle: handle, index: Int32(index), owner: self) }

    func map<Value>(_ body: (Row) throws(StorageError) -> Value) throws(StorageError) -> [Value] {
        var values: [Value] = []
        values.reserveCapacity(count)
        for index in 0..<count { values.append(try body(self[index])) }
        return values
    }
}

/// One row of a result.
struct Row {
    fileprivate let handle: OpaquePointer
    fileprivate let index: Int32
    fileprivate let owner: Rows

    func isNull(_ column: Int32) -> Bool {
        PQgetisnull(handle, index, column) != 0
    }

    func bytes(_ column: Int32) -> [UInt8]? {
        isNull(column) ? nil : Array(content(column))
    }

    func text(_ column: Int32) -> String? {
        isNull(column) ? nil : String(decoding: content(column), as: UTF8.self)
    }

    /// A whole number of one to eight bytes; a truth value is 0 or 1.
    func integer(_ column: Int32) -> Int64? {
        let content = content(column)
        guard !isNull(column), let highest = content.first else { return nil }
        return content.dropFirst().reduce(Int64(Int8(bitPattern: highest))) {
            $0 << 8 | Int64($1)
        }
    }

    private func content(_ column: Int32) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(
            start: PQgetvalue(handle, index, column),
            count: Int(PQgetlength(handle, index, column))
        )
    }
}
#endif
