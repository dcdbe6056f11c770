import CBenchmarkSQLite

/// A journal file as a program sees it that calls the C interface alone.
final class CFile {
    struct Failure: Error {
        var code: Int32
        var text: String
    }

    let handle: OpaquePointer

    /// Opens a file that the adapter made, with the durability that the adapter demands.
    init(_ path: String) throws {
        var opened: OpaquePointer?
        let code = sqlite3_open_v2(path, &opened, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nil)
        guard code == SQLITE_OK, let opened else { throw Failure(code: code, text: path) }
        handle = opened
        for setting in ["synchronous = FULL", "fullfsync = ON", "secure_delete = ON"] {
            _ = try rows("PRAGMA " + setting)
        }
        try Inequality.check("journal_mode", try rows("PRAGMA journal_mode"), ["wal"])
        try Inequality.check("synchronous", try rows("PRAGMA synchronous"), ["2"])
    }

    deinit {
        sqlite3_close_v2(handle)
    }

    func prepare(_ sql: String) throws -> OpaquePointer {
        var statement: OpaquePointer?
        let code = sqlite3_prepare_v3(handle, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &statement, nil)
        guard code == SQLITE_OK, let statement else { throw Failure(code: code, text: sql) }
        return statement
    }

    /// Every row as its columns between bars; what is missing is empty.
    func rows(_ sql: String) throws -> [String] {
        let statement = try prepare(sql)
        defer { sqlite3_finalize(statement) }
        var rows: [String] = []
        var code = sqlite3_step(statement)
        while code == SQLITE_ROW {
            let columns = (0..<sqlite3_column_count(statement)).map { column in
                sqlite3_column_text(statement, column).map { String(cString: $0) } ?? ""
            }
            rows.append(columns.joined(separator: "|"))
            code = sqlite3_step(statement)
        }
        guard code == SQLITE_DONE else { throw Failure(code: code, text: sql) }
        return rows
    }

    /// Throws unless two files hold the same rows.
    static func checkEquality(_ own: String, _ other: String) throws {
        let file = try CFile(own)
        _ = try file.rows("ATTACH '\(other)' AS other")
        for table in ["commits", "payloads", "revisions"] {
            let difference = try file.rows(
                """
                SELECT (SELECT count(*) FROM (SELECT * FROM main.\(table) EXCEPT SELECT * FROM other.\(table))),
                    (SELECT count(*) FROM (SELECT * FROM other.\(table) EXCEPT SELECT * FROM main.\(table))),
                    (SELECT count(*) FROM main.\(table)) = (SELECT count(*) FROM other.\(table))
                """
            )
            try Inequality.check("rows of \(table) in either file alone", difference, ["0|0|1"])
        }
    }
}
