#if SQLite && !canImport(Darwin)
import CQualitySQLite
import Synchronization

/// What every connection of this process to SQLite goes through when it is opened.
enum ConnectionHook {
    private static let asked = Mutex<(statement: String, setting: String?)>(("", nil))

    /// Has every connection run a statement; of a setting that is kept, no later change is taken.
    static func install(_ statement: String, keeping setting: String? = nil) {
        asked.withLock { $0 = (statement, setting) }
        let opening: @convention(c) (OpaquePointer?, OpaquePointer?, OpaquePointer?) -> Int32 = { handle, _, _ in
            let asked = ConnectionHook.asked.withLock { $0 }
            let code = sqlite3_exec(handle, asked.statement, nil, nil, nil)
            if asked.setting != nil { ConnectionHook.keep(handle) }
            return code
        }
        sqlite3_auto_extension(unsafeBitCast(opening, to: (@convention(c) () -> Void).self))
    }

    private static func keep(_ handle: OpaquePointer?) {
        sqlite3_set_authorizer(
            handle,
            { _, action, name, value, _, _ in
                guard action == SQLITE_PRAGMA, let name, value != nil else { return SQLITE_OK }
                let setting = ConnectionHook.asked.withLock { $0.setting }
                return String(cString: name) == setting ? SQLITE_IGNORE : SQLITE_OK
            },
            nil
        )
    }
}
#endif
