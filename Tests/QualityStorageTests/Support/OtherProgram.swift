#if SQLite
import CQualitySQLite

/// A program of its own with the same file open, as a database shell has.
final class OtherProgram {
    struct Failure: Error {
        var code: Int32
    }

    private var handle: OpaquePointer?

    init(_ path: String) throws {
        try check(sqlite3_open_v2(path, &handle, SQLITE_OPEN_READWRITE, nil))
    }

    deinit {
        sqlite3_close_v2(handle)
    }

    func run(_ sql: String) throws {
        try check(sqlite3_exec(handle, sql, nil, nil, nil))
    }

    private func check(_ code: Int32) throws {
        guard code == SQLITE_OK else { throw Failure(code: code) }
    }
}
#endif
