import ProcessMaps
import QualityCore
import QualityInterchange
import TestSupport
import Testing

/// Where the committed payloads of a type of record lie, each file a list.
enum Payload {
    static func path<Record: QualityRecord>(_ type: Record.Type) -> String {
        "Payloads/v\(type.schemaVersion)/\(type.kind.rawValue).json"
    }
}

@Suite("A committed payload")
struct PayloadTests {
    @Test("is there for every type of record, each of which can be imported")
    func listed() throws {
        let found = try Sources.domain.flatMap { try Sources.types(of: $0, conformingTo: "QualityRecord") }
        #expect(Set(found) == Set(RecordTypes.standard.all.map { "\($0)" }))
    }

    @Test("is of a type that people fill in a draft of, but for the tree that is drawn from processes")
    func drafted() throws {
        let drafted = try Sources.domain.flatMap { try Sources.draftedTypes(of: $0) }
        #expect(Set(drafted) == Set(RecordTypes.standard.all.map { "\($0)" }).subtracting(["ProcessTree"]))
        #expect(Set(drafted).count == drafted.count)
    }

    @Test("is written as it was read", arguments: RecordTypes.standard.all.indices)
    func payload(index: Int) throws {
        func check<Record: QualityRecord>(_ type: Record.Type) throws {
            try expectSame(Record.self, Payload.path(type))
        }
        try check(RecordTypes.standard.all[index])
    }

    @Test("of a draft is written as it was read")
    func draft() throws {
        try expectSame(RoutineDraft.self, "Payloads/v1/routineDraft.json")
    }

    private func expectSame<Value: Codable & Equatable>(_ type: Value.Type, _ path: String) throws {
        let stored: [JSONTree] = try JSON.fixture(path)
        let values: [Value] = try JSON.fixture(path)
        try #require(!values.isEmpty)
        #expect(try JSON.roundTrip(values) == values)
        #expect(try JSON.text(values) == JSON.text(stored))
    }
}
