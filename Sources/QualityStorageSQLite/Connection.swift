#if SQLite
import CQualitySQLite
import QualityStorage

/// One open handle of SQLite, closed with its last reference; used by one thread at a time.
final class Connection {
    let handle: OpaquePointer

    private init(name: String, flags: Int32, busyTimeout: Duration) throws(StorageError) {
        var opened: OpaquePointer?
        let code = sqlite3_open_v2(name, &opened, flags | SQLITE_OPEN_NOMUTEX, nil)
        guard code == SQLITE_OK, let opened else {
            sqlite3_close_v2(opened)
            throw .sqlite(code == SQLITE_OK ? SQLITE_NOMEM : code)
        }
        handle = opened
        sqlite3_extended_result_codes(handle, 1)
        let milliseconds = busyTimeout / .milliseconds(1)
        sqlite3_busy_timeout(handle, Int32(max(0, min(milliseconds, Double(Int32.max)))))
    }

    deinit {
        sqlite3_close_v2(handle)
    }

    /// Opens a file for reading and writing; makes an empty one where there is none.
    convenience init(path: String, busyTimeout: Duration) throws(StorageError) {
        guard sqlite3_libversion_number() >= 3_037_000, sqlite3_threadsafe() != 0 else {
            throw StorageError(.backend, detail: "SQLite 3.37 or newer, built thread-safe, is needed")
        }
        try self.init(name: path, flags: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, busyTimeout: busyTimeout)
    }

    /// Opens a file as it lies on disk, without locks, recovery or files beside it, so that looking changes nothing.
    convenience init(untouched path: String) throws(StorageError) {
        let name = "file:\(Self.percentEncoded(path))?immutable=1"
        try self.init(name: name, flags: SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, busyTimeout: .zero)
    }

    /// Whether the last call failed because another connection held a lock.
    var isBusy: Bool { sqlite3_errcode(handle) & 0xff == SQLITE_BUSY }

    /// The number that the row last added to a table with numbered rows was given.
    var lastRow: Int64 { sqlite3_last_insert_rowid(handle) }

    /// Runs a statement that returns nothing of interest.
    func run(_ sql: StaticString) throws(StorageError) {
        try Statement(sql, on: self).run()
    }

    /// Reads the first column of the first row of a statement.
    func integer(_ sql: StaticString) throws(StorageError) -> Int64? {
        try Statement(sql, on: self).first { $0.integer(0) }
    }

    /// Reads the first column of the first row of a statement as text.
    func text(_ sql: StaticString) throws(StorageError) -> String? {
        try Statement(sql, on: self).first { $0.text(0) }
    }

    /// Runs a closure in a transaction that holds the write lock from its start; an error takes everything back.
    func write<Value>(_ body: () throws(StorageError) -> Value) throws(StorageError) -> Value {
        try transaction("BEGIN IMMEDIATE", body)
    }

    /// Runs a closure that sees one state of the file from its first read to its end.
    func read<Value>(_ body: () throws(StorageError) -> Value) throws(StorageError) -> Value {
        try transaction("BEGIN DEFERRED", body)
    }

    private func transaction<Value>(
        _ begin: StaticString,
        _ body: () throws(StorageError) -> Value
    ) throws(StorageError) -> Value {
        try run(begin)
        do {
            let value = try body()
            try run("COMMIT")
            return value
        } catch {
            if sqlite3_get_autocommit(handle) == 0 { try? run("ROLLBACK") }
            throw error
        }
    }

    private static func percentEncoded(_ path: String) -> String {
        var text = ""
        for byte in path.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: "-"):
                text.unicodeScalars.append(Unicode.Scalar(byte))
            default: text += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
            }
        }
        return text
    }
}
#endif
