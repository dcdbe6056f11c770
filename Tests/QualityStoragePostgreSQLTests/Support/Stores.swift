#if PostgreSQL
import Foundation
import QualityCore
import QualityStorage
import QualityStoragePostgreSQL

/// The name of a schema that no other test uses.
func freshSchema() -> String {
    "t\(String(UInt64.random(in: 0...UInt64.max), radix: 36)) å\""
}

extension PostgreSQLStorage.Configuration {
    /// A schema that no other test uses, and waits that do not end because the machine is slow.
    static func patient(poolSize: Int = 8) -> PostgreSQLStorage.Configuration {
        PostgreSQLStorage.Configuration(
            schema: freshSchema(),
            poolSize: poolSize,
            connectTimeout: .seconds(600),
            busyTimeout: .seconds(600),
            answerTimeout: .seconds(600)
        )
    }
}

/// Waits until something holds; a test that waits so has a time limit.
func until(_ condition: () async throws -> Bool) async throws {
    while !(try await condition()) { try await Task.sleep(for: .milliseconds(20)) }
}

/// The server that `QUALITY_POSTGRES_URL` names, or the tests' own.
func serverURL() throws -> String {
    try ProcessInfo.processInfo.environment["QUALITY_POSTGRES_URL"] ?? PostgreSQLServer.shared().url()
}

/// Gives a closure an empty store, on the server that `QUALITY_POSTGRES_URL` names or on the tests' own.
func withStore(
    poolSize: Int = 8,
    _ body: (PostgreSQLStorage, PostgreSQLStorage.Configuration) async throws -> Void
) async throws {
    let configuration = PostgreSQLStorage.Configuration.patient(poolSize: poolSize)
    let store = PostgreSQLStorage(url: try serverURL(), configuration: configuration)
    try await store.prepare()
    try await body(store, configuration)
    await store.close()
}

/// Gives a closure an empty store on a server, and the name of its schema as SQL has it.
func withStore(
    on server: PostgreSQLServer,
    _ change: (inout PostgreSQLStorage.Configuration) -> Void = { _ in },
    _ body: (PostgreSQLStorage, String) async throws -> Void
) async throws {
    var configuration = PostgreSQLStorage.Configuration.patient()
    change(&configuration)
    let store = PostgreSQLStorage(url: server.url(), configuration: configuration)
    try await store.prepare()
    try await body(store, quoted(configuration.schema))
    await store.close()
}

func quoted(_ name: String) -> String {
    "\"" + name.replacingOccurrences(of: "\"", with: "\"\"") + "\""
}

let board = TenantID(rawValue: "omsorgsnämnden")

extension CommitRequest {
    static func made(
        _ writes: [Write],
        tenant: TenantID = board,
        at microseconds: Int64 = 0,
        key: String? = nil
    ) -> CommitRequest {
        CommitRequest(
            tenant: tenant,
            writes: writes,
            actor: ActorID(rawValue: "tester"),
            reason: "därför",
            recordedAt: Timestamp(microsecondsSince1970: microseconds),
            idempotencyKey: key
        )
    }
}

extension CommitRequest.Write {
    static func made(
        _ id: String,
        _ version: Int64? = nil,
        payload: [UInt8] = [1, 2, 3],
        words: String = "fall i badrum",
        attachments: [AttachmentFacts] = []
    ) -> CommitRequest.Write {
        CommitRequest.Write(
            reference: RecordReference(kind: RecordKind(rawValue: "note"), id: id),
            precondition: version.map { .version(CommitNumber(rawValue: $0)) } ?? .absent,
            schemaVersion: 1,
            payload: SealedPayload(
                SealedPayload.Content(bytes: payload, words: SearchWords(of: words), attachments: attachments),
                salt: Seal.randomSalt()
            ),
            facts: SealedFacts(.made(), salt: Seal.randomSalt())
        )
    }

    static func tombstone(_ id: String, _ version: Int64) -> CommitRequest.Write {
        var write = made(id, version)
        write.payload = nil
        return write
    }
}

extension RecordFacts {
    static func made() -> RecordFacts {
        RecordFacts(
            unit: OrganisationUnitID(rawValue: "SÄBO"),
            occurred: CalendarDate(daysSince1970: 18_000),
            discovered: CalendarDate(daysSince1970: 18_001),
            reported: CalendarDate(daysSince1970: 18_002),
            dueOn: CalendarDate(daysSince1970: 18_010),
            status: "open",
            observations: [Observation(codes: [.category: [CategoryCode(rawValue: "fall \"å\"\n")], .degree: []])]
        )
    }
}

/// Walks the journal of the board, in pages of payloads.
func findings(
    in backend: some StorageBackend,
    since earlier: [JournalHead] = []
) async throws -> [JournalFinding] {
    let store = QualityStore(backend, tenant: board, access: .tester) { Timestamp(microsecondsSince1970: 0) }
    return try await store.verify(since: earlier).findings
}

extension StorageBackend {
    func newest(_ filter: Filter = .everything) async throws -> [Revision] {
        let request = RevisionRequest(tenant: board, .newest(filter), limit: .max, includesPayload: true)
        return try await revisions(request).revisions
    }
}

func code(_ body: () async throws -> Void) async -> StorageError.Code? {
    do {
        try await body()
        return nil
    } catch {
        return (error as? StorageError)?.code
    }
}
extension StoreAccess {
    /// A program that may verify a register.
    static let tester = StoreAccess(program: "tester", as: .archiveProgram)
}
#endif
