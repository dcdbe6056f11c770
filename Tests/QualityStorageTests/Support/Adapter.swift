import QualityStorage
import QualityStorageSQLite

/// The adapters that every specification of this target is run against.
enum Adapter: CaseIterable {
    case memory
    #if SQLite
    case sqlite
    #endif

    /// Those that keep what they are given outside the process.
    static let stored = allCases.filter { $0 != .memory }

    /// Gives a closure an empty store and closes it afterwards.
    func withStore(_ body: (any StorageBackend) async throws -> Void) async throws {
        switch self {
        case .memory:
            try await body(InMemoryStorage())
        #if SQLite
        case .sqlite:
            try await withTemporaryFolder { folder in
                let store = SQLiteStorage(path: folder + "/register.sqlite")
                try await store.prepare()
                try await body(store)
                await store.close()
            }
        #endif
        }
    }
}
