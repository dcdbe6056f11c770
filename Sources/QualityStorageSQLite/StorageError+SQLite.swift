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

extension StorageError {
    /// The failure that a result code of SQLite stands for: its name, number and standard text.
    ///
    /// The text is that of the code, not of the statement, which could quote data.
    ///
    /// - Parameters:
    ///   - code: the extended result code.
    ///   - system: error numbers that the system may have given for it.
    static func sqlite(_ code: Int32, system: [Int32] = []) -> StorageError {
        let name = sqliteNames[code & 0xff] ?? "SQLITE"
        return StorageError(
            storageCode(of: code, system: system),
            detail: "\(name) (\(code)): \(String(cString: sqlite3_errstr(code)))"
        )
    }

    private static func storageCode(of code: Int32, system: [Int32]) -> Code {
        switch code & 0xff {
        case SQLITE_INTERRUPT: .cancelled
        case SQLITE_BUSY: Task.isCancelled ? .cancelled : .busy
        case SQLITE_FULL: .full
        case SQLITE_READONLY: .readOnly
        case SQLITE_CORRUPT: .damaged
        case SQLITE_IOERR where system.contains(where: { [EFBIG, ENOSPC, EDQUOT].contains($0) }): .full
        // The commit may lie in the file though it is not known to be on disk.
        case SQLITE_IOERR where code >> 8 == 4: .unknownOutcome
        default: .backend
        }
    }

    private static let sqliteNames: [Int32: String] = [
        SQLITE_ERROR: "SQLITE_ERROR", SQLITE_INTERNAL: "SQLITE_INTERNAL", SQLITE_PERM: "SQLITE_PERM",
        SQLITE_ABORT: "SQLITE_ABORT", SQLITE_BUSY: "SQLITE_BUSY", SQLITE_LOCKED: "SQLITE_LOCKED",
        SQLITE_NOMEM: "SQLITE_NOMEM", SQLITE_READONLY: "SQLITE_READONLY", SQLITE_INTERRUPT: "SQLITE_INTERRUPT",
        SQLITE_IOERR: "SQLITE_IOERR", SQLITE_CORRUPT: "SQLITE_CORRUPT", SQLITE_FULL: "SQLITE_FULL",
        SQLITE_CANTOPEN: "SQLITE_CANTOPEN", SQLITE_PROTOCOL: "SQLITE_PROTOCOL", SQLITE_SCHEMA: "SQLITE_SCHEMA",
        SQLITE_TOOBIG: "SQLITE_TOOBIG", SQLITE_CONSTRAINT: "SQLITE_CONSTRAINT", SQLITE_MISMATCH: "SQLITE_MISMATCH",
        SQLITE_MISUSE: "SQLITE_MISUSE", SQLITE_NOLFS: "SQLITE_NOLFS", SQLITE_AUTH: "SQLITE_AUTH",
        SQLITE_RANGE: "SQLITE_RANGE", SQLITE_NOTADB: "SQLITE_NOTADB",
    ]
}
#endif
