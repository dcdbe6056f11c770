#if SQLite
#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif
import CQualitySQLite
import QualityStorage

/// One open handle of SQLite, closed with its last reference; used by one thread at a time.
final class Connection {
    let handle: OpaquePointer
    let patience: Patience

    private init(name: String, flags: Int32, busyTimeout: Duration) throws(StorageError) {
        guard sqlite3_libversion_number() >= 3_038_000, sqlite3_threadsafe() != 0 else {
            throw StorageError(.backend, detail: "SQLite 3.38 or newer, built thread-safe, is needed")
        }
        var opened: OpaquePointer?
        let code = sqlite3_open_v2(name, &opened, flags | SQLITE_OPEN_NOMUTEX, nil)
        guard code == SQLITE_OK, let opened else {
            sqlite3_close_v2(opened)
            throw .sqlite(code == SQLITE_OK ? SQLITE_NOMEM : code)
        }
        handle = opened
        patience = Patience(limit: busyTimeout)
        sqlite3_extended_result_codes(handle, 1)
        let context = Unmanaged.passUnretained(patience).toOpaque()
        sqlite3_busy_handler(
            handle,
            { context, tries in
                guard let context else { return 0 }
                return Unmanaged<Patience>.fromOpaque(context).takeUnretainedValue().wait(tries: tries) ? 1 : 0
            },
            context
        )
        sqlite3_progress_handler(
            handle,
            10_000,
            { context in
                guard let context else { return 0 }
                return Unmanaged<Patience>.fromOpaque(context).takeUnretainedValue().isCancelled ? 1 : 0
            },
            context
        )
    }

    deinit {
        sqlite3_close_v2(handle)
    }

    /// Opens a file for reading and writing, and makes an empty one where there is none, or for reading alone.
    convenience init(path: String, isReadOnly: Bool, busyTimeout: Duration) throws(StorageError) {
        if isReadOnly {
            let name = "file:\(Self.percentEncoded(path))?mode=ro"
            try self.init(name: name, flags: SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, busyTimeout: busyTimeout)
        } else {
            Self.ignoreFileSizeSignal()
            try self.init(name: path, flags: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, busyTimeout: busyTimeout)
        }
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

    /// The failure that a result code stands for, with what the system said where it is known.
    func failure(_ code: Int32) -> StorageError {
        // A commit that fails leaves its number with the system alone.
        let number = errno
        return .sqlite(code, system: [sqlite3_system_errno(handle), number])
    }

    /// Runs a statement that returns nothing of interest.
    func run(_ sql: StaticString) throws(StorageError) {
        try Statement(SQL(sql), on: self).run()
    }

    /// Reads the first column of the first row of a statement.
    func integer(_ sql: StaticString) throws(StorageError) -> Int64? {
        try Statement(SQL(sql), on: self).first { $0.integer(0) }
    }

    /// Reads the first column of the first row of a statement as text.
    func text(_ sql: StaticString) throws(StorageError) -> String? {
        try Statement(SQL(sql), on: self).first { $0.text(0) }
    }

    /// Runs a closure in a transaction that an error takes back.
    func transaction<Value>(
        begin: Statement,
        commit: Statement,
        _ body: () throws(StorageError) -> Value
    ) throws(StorageError) -> Value {
        try begin.run()
        do throws(StorageError) {
            let value = try body()
            if patience.isCancelled { throw StorageError(.cancelled) }
            errno = 0
            try patience.shielding { () throws(StorageError) in try commit.run() }
            return value
        } catch {
            if sqlite3_get_autocommit(handle) == 0 {
                patience.shielding { try? run("ROLLBACK") }
            }
            throw error
        }
    }

    /// Runs a closure in a transaction that holds the write lock from its start.
    func write<Value>(_ body: () throws(StorageError) -> Value) throws(StorageError) -> Value {
        try transaction(
            begin: Statement(SQL("BEGIN IMMEDIATE"), on: self),
            commit: Statement(SQL("COMMIT"), on: self),
            body
        )
    }

    /// Runs a closure that sees one state of the file from its first read to its end.
    func read<Value>(_ body: () throws(StorageError) -> Value) throws(StorageError) -> Value {
        try transaction(
            begin: Statement(SQL("BEGIN DEFERRED"), on: self),
            commit: Statement(SQL("COMMIT"), on: self),
            body
        )
    }

    /// A write beyond a limit of file size then fails and is reported, where it would end the program.
    ///
    /// A program that has set a handler of its own keeps it.
    private static func ignoreFileSizeSignal() {
        var current = sigaction()
        sigaction(SIGXFSZ, nil, &current)
        #if canImport(Darwin)
        let isDefault = current.__sigaction_u.__sa_handler == nil
        #else
        let isDefault = current.__sigaction_handler.sa_handler == nil
        #endif
        if isDefault { signal(SIGXFSZ, SIG_IGN) }
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
