#if PostgreSQL
import QualityStorage
import QualityStorageConformance
import QualityStoragePostgreSQL
import Testing

@Suite("The adapter of PostgreSQL")
struct AdapterConformanceTests {
    @Test("meets every requirement on a store")
    func conforms() async throws {
        try await withStore { _, configuration in
            let url = try serverURL()
            let subject = StorageCheck.Subject(
                reopen: { _ in PostgreSQLStorage(url: url, configuration: configuration) },
                makeStore: { PostgreSQLStorage(url: url, configuration: configuration) }
            )
            let report = await StorageConformance.run(on: subject)
            print(report)
            #expect(report.isConforming)
            #expect(!report.outcomes.contains { $0.verdict == .skipped })
        }
    }
}
#endif
