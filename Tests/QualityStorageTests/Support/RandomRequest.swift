import QualityCore
import QualityStorage
import QualitySamples

/// One request of a random sequence.
enum RandomRequest {
    case commit(CommitRequest)
    case revisions(RevisionRequest)
    case head(TenantID)
}

/// What a store said to a request, in a form that two stores can be compared by.
enum Answer: Equatable {
    case receipt(CommitReceipt)
    case page(RevisionPage)
    case head(JournalHead)
    case refusal(code: String, record: RecordReference?, currentVersion: CommitNumber?)
}

func answer(of store: any StorageBackend, to request: RandomRequest) async -> Answer {
    do throws(StorageError) {
        switch request {
        case .commit(let request): return .receipt(try await store.commit(request))
        case .revisions(let request): return .page(try await store.revisions(request))
        case .head(let tenant): return .head(try await store.head(of: tenant))
        }
    } catch {
        return .refusal(code: error.code.rawValue, record: error.record, currentVersion: error.currentVersion)
    }
}

func randomRequest(using generator: inout SeededGenerator) -> RandomRequest {
    let ids = ["", "a", "a\u{0}", "ab", "b", "B", "å", "a\u{30a}", "z", "𝒳"]
    func pick<Element>(_ elements: [Element], _ fallback: Element) -> Element {
        elements.randomElement(using: &generator) ?? fallback
    }
    let tenant = TenantID(rawValue: pick(["t", "u"], "t"))
    let kind = RecordKind(rawValue: pick(["k", "k\u{0}", "l"], "k"))
    switch Int.random(in: 0..<20, using: &generator) {
    case 0: return .head(tenant)
    case 1..<12:
        let writes = (0..<Int.random(in: 0...4, using: &generator)).map { _ in
            CommitRequest.Write.test(
                pick(ids, ""),
                Int.random(in: 0..<2, using: &generator) == 0
                    ? .absent : .version(Int64.random(in: 0...9, using: &generator)),
                kind: kind,
                payload: Array(repeating: UInt8.random(in: 0...9, using: &generator), count: pick([0, 1, 5_000], 0)),
                status: pick(["open", "\"\\\u{1}", "stängd"], "open")
            )
        }
        let key = Int.random(in: 0..<4, using: &generator) == 0 ? pick(["k1", "k2", "å", "a\u{30a}"], "k1") : nil
        let time = Int64.random(in: -1_000...1_000, using: &generator)
        return .commit(.test(writes, tenant: tenant, at: time, key: key))
    default:
        return .revisions(
            .test(
                tenant: tenant,
                kind: kind,
                id: pick([nil, nil, pick(ids, "")], nil),
                after: pick([nil, pick(ids, "")], nil),
                asOf: pick([nil, Int64.random(in: -1...30, using: &generator)], nil),
                limit: pick([0, 1, 2, 3, 1_000, .max], 1),
                includesPayload: Bool.random(using: &generator)
            )
        )
    }
}
