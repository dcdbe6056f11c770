#if SQLite
import QualityStorage
import QualityStorageConformance
import QualityStorageSQLite
import Testing

@Suite("The adapter of SQLite")
struct AdapterConformanceTests {
    @Test("meets every requirement on a store")
    func conforms() async throws {
        try await withTemporaryFolder { folder in
            let path = folder + "/register.sqlite"
            let subject = StorageCheck.Subject(
                reopen: { _ in SQLiteStorage(path: path) },
                makeStore: { SQLiteStorage(path: path) }
            )
            let report = await StorageConformance.run(on: subject)
            print(report)
            #expect(report.isConforming)
            #expect(!report.outcomes.contains { $0.verdict == .skipped })
        }
    }
}
#endif
