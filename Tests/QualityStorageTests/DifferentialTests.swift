import QualityCore
import QualityStorage
import StorageTestSupport
import TestSupport
import Testing

@Suite("A store and its specification")
struct DifferentialTests {
    @Test("answer alike to any sequence of requests", arguments: Adapter.stored, Seeds.some(TestSize.isFull ? 60 : 6))
    func sequences(adapter: Adapter, seed: UInt64) async throws {
        try await adapter.withStore { store in
            let memory = InMemoryStorage()
            var source = RequestSource(seed: seed, known: memory)
            var accepted = 0
            for step in 1...400 {
                let request = try await source.next()
                let expected = await answer(of: memory, to: request)
                let found = await answer(of: store, to: request)
                if case .receipt = expected { accepted += 1 }
                guard found == expected else {
                    Issue.record("seed \(seed), step \(step): \(request)\nfound \(found)\nexpected \(expected)")
                    return
                }
            }
            #expect(accepted >= 40, "seed \(seed): few commits were accepted")
            for tenant in ["t", "u"] as [TenantID] {
                let report = try await QualityStore(store, tenant: tenant, access: .tester) {
                    Timestamp(microsecondsSince1970: 0)
                }
                .verify()
                let model = try await QualityStore(memory, tenant: tenant, access: .tester) {
                    Timestamp(microsecondsSince1970: 0)
                }
                .verify()
                #expect(report == model, "seed \(seed)")
            }
        }
    }
}
