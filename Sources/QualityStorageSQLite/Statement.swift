#if SQLite
import CQualitySQLite
import QualityStorage

/// A prepared statement that is used again and again; its text is part of the program, never put together.
final class Statement {
    /// What a parameter is bound to.
    enum Parameter {
        case text(String)
        case integer(Int64)
        case bytes([UInt8])
        case null
    }

    /// The row that a statement stands on; valid until the statement goes on.
    struct Row {
        fileprivate let handle: OpaquePointer

        func integer(_ column: Int32) -> Int64 {
            sqlite3_column_int64(handle, column)
        }

        func text(_ column: Int32) -> String {
            String(decoding: bytes(sqlite3_column_text(handle, column), column), as: UTF8.self)
        }

        func blob(_ column: Int32) -> [UInt8] {
            Array(bytes(sqlite3_column_blob(handle, column), column))
        }

        /// The bytes of a text, to be copied at once.
        func utf8(_ column: Int32) -> UnsafeRawBufferPointer {
            bytes(sqlite3_column_text(handle, column), column)
        }

        private func bytes(_ start: UnsafeRawPointer?, _ column: Int32) -> UnsafeRawBufferPointer {
            UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, column)))
        }
    }

    private let handle: OpaquePointer
    private let connection: Connection

    init(_ sql: StaticString, on connection: Connection) throws(StorageError) {
        var prepared: OpaquePointer?
        let code = sql.withUTF8Buffer { buffer in
            buffer.withMemoryRebound(to: CChar.self) { text in
                sqlite3_prepare_v3(
                    connection.handle,
                    text.baseAddress,
                    Int32(text.count),
                    UInt32(SQLITE_PREPARE_PERSISTENT),
                    &prepared,
                    nil
                )
            }
        }
        guard code == SQLITE_OK, let prepared else { throw .sqlite(code) }
        handle = prepared
        self.connection = connection
    }

    deinit {
        sqlite3_finalize(handle)
    }

    /// Runs the statement to its end.
    func run(_ parameters: [Parameter] = []) throws(StorageError) {
        try forEach(parameters) { _ in }
    }

    /// Reads the first row; `nil` when there is none.
    func first<Value>(_ parameters: [Parameter] = [], _ read: (Row) -> Value) throws(StorageError) -> Value? {
        defer { reset() }
        try bind(parameters)
        return try step() ? read(Row(handle: handle)) : nil
    }

    /// Calls a closure with each row.
    func forEach(_ parameters: [Parameter], _ body: (Row) -> Void) throws(StorageError) {
        defer { reset() }
        try bind(parameters)
        while try step() {
            body(Row(handle: handle))
        }
    }

    private func step() throws(StorageError) -> Bool {
        let code = sqlite3_step(handle)
        switch code {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        default: throw .sqlite(code)
        }
    }

    private func reset() {
        sqlite3_reset(handle)
        sqlite3_clear_bindings(handle)
    }

    private func bind(_ parameters: [Parameter]) throws(StorageError) {
        for (position, parameter) in zip(Int32(1)..., parameters) {
            let code = bind(parameter, at: position)
            guard code == SQLITE_OK else { throw .sqlite(code) }
        }
    }

    private func bind(_ parameter: Parameter, at position: Int32) -> Int32 {
        switch parameter {
        case .null: return sqlite3_bind_null(handle, position)
        case .integer(let value): return sqlite3_bind_int64(handle, position, value)
        case .bytes(let bytes) where bytes.isEmpty: return sqlite3_bind_zeroblob(handle, position, 0)
        case .bytes(let bytes):
            return bytes.withUnsafeBytes { buffer in
                sqlite3_bind_blob64(handle, position, buffer.baseAddress, UInt64(buffer.count), Self.copied)
            }
        case .text(let text) where text.isEmpty: return sqlite3_bind_text(handle, position, "", 0, Self.copied)
        case .text(var text):
            return text.withUTF8 { buffer in
                buffer.withMemoryRebound(to: CChar.self) { characters in
                    sqlite3_bind_text64(
                        handle,
                        position,
                        characters.baseAddress,
                        UInt64(characters.count),
                        Self.copied,
                        UInt8(SQLITE_UTF8)
                    )
                }
            }
        }
    }

    /// Tells SQLite to take a copy of what is bound, as the library's header defines it.
    private static var copied: sqlite3_destructor_type {
        unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    }
}
#endif
