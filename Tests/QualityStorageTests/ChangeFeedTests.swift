import QualityCore
import QualityStorage
import TestSupport
import Testing

@Suite("A feed of changes")
struct ChangeFeedTests {
    @Test("gives every commit once, those made while it is read too", arguments: Adapter.allCases)
    func follows(adapter: Adapter) async throws {
        try await adapter.withStore { backend in
            let store = QualityStore.test(backend)
            func add(_ id: String) async throws {
                try await store.commit([.create(Memo(id, received: day("2024-01-01")))], reason: id)
            }
            try await add("1")
            try await add("2")
            let reader = Task {
                var numbers: [Int64] = []
                for try await commit in store.changes(after: CommitNumber(rawValue: 1)) {
                    numbers.append(commit.cover.number.rawValue)
                    if numbers.count == 4 { break }
                }
                return numbers
            }
            for number in 3...5 { try await add("\(number)") }
            #expect(try await reader.value == [2, 3, 4, 5])
        }
    }

    @Test("ends with its task", .timeLimit(.minutes(30)), arguments: Adapter.allCases)
    func cancelled(adapter: Adapter) async throws {
        try await adapter.withStore { backend in
            let store = QualityStore.test(backend)
            let reader = Task { try await collect(store.changes()) }
            try await Task.sleep(for: .milliseconds(50))
            reader.cancel()
            #expect(try await reader.value.isEmpty)
        }
    }
}
