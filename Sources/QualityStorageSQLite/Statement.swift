#if SQLite
import CQualitySQLite
import QualityStorage

/// A prepared statement that is used again and again.
final class Statement {
    /// The row that a statement stands on; valid until the statement goes on.
    struct Row {
        fileprivate let handle: OpaquePointer

        func isNull(_ column: Int32) -> Bool {
            sqlite3_column_type(handle, column) == SQLITE_NULL
        }

        func integer(_ column: Int32) -> Int64 {
            sqlite3_column_int64(handle, column)
        }

        func text(_ column: Int32) -> String {
            String(decoding: utf8(column), as: UTF8.self)
        }

        func blob(_ column: Int32) -> [UInt8] {
            let start = sqlite3_column_blob(handle, column)
            return Array(UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, column))))
        }

        /// The bytes of a text, to be read at once.
        func utf8(_ column: Int32) -> UnsafeBufferPointer<UInt8> {
            let start = sqlite3_column_text(handle, column)
            return UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, column)))
        }
    }

    private let handle: OpaquePointer
    private let connection: Connection
    /// What was wrong with a value, told when the statement runs.
    private var refusal = SQLITE_OK

    init(_ sql: SQL, on connection: Connection) throws(StorageError) {
        var prepared: OpaquePointer?
        let code = sql.text.withUnsafeBytes { buffer in
            sqlite3_prepare_v3(
                connection.handle,
                buffer.bindMemory(to: CChar.self).baseAddress,
                Int32(buffer.count),
                UInt32(SQLITE_PREPARE_PERSISTENT),
                &prepared,
                nil
            )
        }
        guard code == SQLITE_OK, let prepared else { throw connection.failure(code) }
        handle = prepared
        self.connection = connection
    }

    deinit {
        sqlite3_finalize(handle)
    }

    /// Runs the statement to its end.
    func run() throws(StorageError) {
        defer { sqlite3_reset(handle) }
        while try step() { continue }
    }

    /// Reads the first row; `nil` when there is none.
    func first<Value>(_ read: (Row) throws(StorageError) -> Value) throws(StorageError) -> Value? {
        defer { sqlite3_reset(handle) }
        return try step() ? try read(Row(handle: handle)) : nil
    }

    /// Calls a closure with each row.
    func forEach(_ body: (Row) throws(StorageError) -> Void) throws(StorageError) {
        defer { sqlite3_reset(handle) }
        while try step() { try body(Row(handle: handle)) }
    }

    private func step() throws(StorageError) -> Bool {
        guard refusal == SQLITE_OK else {
            defer { refusal = SQLITE_OK }
            throw connection.failure(refusal)
        }
        let code = sqlite3_step(handle)
        switch code {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        default: throw connection.failure(code)
        }
    }

    private func note(_ code: Int32) {
        if code != SQLITE_OK { refusal = code }
    }
}

extension Statement {
    /// Binds the values of a text in their order.
    func bind(_ values: [SQL.Value]) {
        for (position, value) in zip(Int32(1)..., values) {
            switch value {
            case .integer(let number): bind(position, number)
            case .text(let text): bind(position, text)
            case .utf8(let bytes): bind(position, utf8: bytes)
            }
        }
    }

    func bindNull(_ position: Int32) {
        note(sqlite3_bind_null(handle, position))
    }

    func bind(_ position: Int32, _ number: Int64) {
        note(sqlite3_bind_int64(handle, position, number))
    }

    func bind(_ position: Int32, _ text: String) {
        var text = text
        text.withUTF8 { bindText(position, $0) }
    }

    func bind(_ position: Int32, utf8 bytes: [UInt8]) {
        bytes.withUnsafeBufferPointer { bindText(position, $0) }
    }

    func bind(_ position: Int32, blob: [UInt8]) {
        blob.withUnsafeBytes { buffer in
            guard let start = buffer.baseAddress, !buffer.isEmpty else {
                return note(sqlite3_bind_zeroblob(handle, position, 0))
            }
            note(sqlite3_bind_blob64(handle, position, start, UInt64(buffer.count), Self.copied))
        }
    }

    /// Runs the statement with bytes bound in place, without a copy.
    func run(with bytes: [UInt8], at position: Int32) throws(StorageError) {
        defer { sqlite3_clear_bindings(handle) }
        // The closure that lends the bytes has no typed throws, so the failure is carried out of it.
        let failure = bytes.withUnsafeBytes { buffer -> StorageError? in
            if let start = buffer.baseAddress, !buffer.isEmpty {
                note(sqlite3_bind_blob64(handle, position, start, UInt64(buffer.count), nil))
            } else {
                note(sqlite3_bind_zeroblob(handle, position, 0))
            }
            do throws(StorageError) {
                try run()
                return nil
            } catch {
                return error
            }
        }
        if let failure { throw failure }
    }

    private func bindText(_ position: Int32, _ buffer: UnsafeBufferPointer<UInt8>) {
        guard let start = buffer.baseAddress, !buffer.isEmpty else {
            return note(sqlite3_bind_text(handle, position, "", 0, nil))
        }
        start.withMemoryRebound(to: CChar.self, capacity: buffer.count) { characters in
            note(
                sqlite3_bind_text64(
                    handle,
                    position,
                    characters,
                    UInt64(buffer.count),
                    Self.copied,
                    UInt8(SQLITE_UTF8)
                )
            )
        }
    }

    /// Tells SQLite to take a copy of what is bound, as the library's header defines it.
    private static var copied: sqlite3_destructor_type {
        unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    }
}
#endif
