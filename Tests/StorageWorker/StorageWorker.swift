#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif
import QualityCore
import QualitySamples
import QualityStorage
#if PostgreSQL
import QualityStoragePostgreSQL
#endif
#if SQLite
import QualityStorageSQLite
#endif

/// A process of its own on a store, for tests that end it, crowd it or leave it no space.
///
/// Arguments: adapter, place of the store, what to do, a number, and what the task asks for. It tells on its standard
/// output what it begins and what was acknowledged, a line each.
@main
struct StorageWorker {
    static let tenant = TenantID(rawValue: "board")
    static let kind = RecordKind(rawValue: "note")

    static func main() async throws {
        let arguments = CommandLine.arguments
        guard arguments.count >= 5, let seed = UInt64(arguments[4]) else { fail("adapter place task number [further]") }
        let further = arguments.count > 5 ? arguments[5] : ""
        let store = open(arguments[1], arguments[2])
        var worker = Worker(store: store, seed: seed)
        switch arguments[3] {
        case "write": try await worker.writeForEver()
        case "add": try await worker.add(Int(further) ?? 0)
        case "fill-file":
            let size = rlim_t(further) ?? 0
            var limit = rlimit(rlim_cur: size, rlim_max: size)
            #if canImport(Glibc)
            setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
            #else
            setrlimit(RLIMIT_FSIZE, &limit)
            #endif
            await worker.fill()
        #if SQLite && !canImport(Darwin)
        case "fill-pages":
            ConnectionHook.install("PRAGMA max_page_count = \(further)")
            await worker.fill()
        case "weaken":
            let setting = String(further.prefix { $0 != " " })
            ConnectionHook.install("PRAGMA \(further)", keeping: setting)
            await worker.commitOne()
        #endif
        default: fail("no such task: \(arguments[3])")
        }
    }

    private static func open(_ adapter: String, _ place: String) -> any StorageBackend {
        #if SQLite
        if adapter == "sqlite" { return SQLiteStorage(path: place, busyTimeout: .seconds(600)) }
        #endif
        #if PostgreSQL
        if adapter == "postgresql" {
            let configuration = PostgreSQLStorage.Configuration(
                poolSize: 1,
                connectTimeout: .seconds(600),
                busyTimeout: .seconds(600),
                answerTimeout: .seconds(600)
            )
            return PostgreSQLStorage(url: place, configuration: configuration)
        }
        #endif
        fail("no such adapter: \(adapter)")
    }

    private static func fail(_ text: String) -> Never {
        say("error \(text)")
        exit(2)
    }

    /// Writes a line at once, past every buffer.
    static func say(_ line: String) {
        let bytes = Array((line + "\n").utf8)
        _ = write(1, bytes, bytes.count)
    }
}

/// What a process does with its store.
struct Worker {
    let store: any StorageBackend
    let seed: UInt64
    private var generator: SeededGenerator

    init(store: any StorageBackend, seed: UInt64) {
        self.store = store
        self.seed = seed
        generator = SeededGenerator(seed: seed)
    }

    /// Commits single records and batches; the reason of a commit is the number of its records.
    mutating func writeForEver() async throws {
        try await store.prepare()
        StorageWorker.say("ready")
        for number in 0... {
            let count = Bool.random(using: &generator) ? 1 : Int.random(in: 2...60, using: &generator)
            let key = "\(seed)-\(number)"
            let writes = (0..<count).map {
                write("\(key)-\($0)", .absent, payload: Int.random(in: 1...2_000, using: &generator))
            }
            StorageWorker.say("begin \(key)")
            let receipt = try await store.commit(request(writes, reason: "\(count)", key: key))
            StorageWorker.say("done \(key) \(receipt.number.rawValue)")
        }
    }

    /// Adds one to each of two counters of four, again and again, from when its standard input ends.
    mutating func add(_ commits: Int) async throws {
        try await store.prepare()
        StorageWorker.say("ready")
        var byte: UInt8 = 0
        while read(0, &byte, 1) > 0 {}
        var (acknowledged, conflicts) = (0, 0)
        while acknowledged < commits {
            let ids = ["a", "b", "c", "d"].shuffled(using: &generator).prefix(2)
            do throws(StorageError) {
                var writes: [CommitRequest.Write] = []
                for id in ids {
                    let saved = try await store.revisions(
                        RevisionRequest(
                            tenant: StorageWorker.tenant,
                            .record(RecordReference(kind: StorageWorker.kind, id: id)),
                            includesPayload: true
                        )
                    ).revisions.first
                    let count = saved?.payload.flatMap { Int(String(decoding: $0.bytes, as: UTF8.self)) } ?? 0
                    writes.append(
                        write(id, saved.map { .version($0.version) } ?? .absent, bytes: Array("\(count + 1)".utf8))
                    )
                }
                // Whoever changes a record has read it some time before.
                usleep(UInt32.random(in: 0...300, using: &generator))
                _ = try await store.commit(request(writes, reason: "add", key: nil))
                acknowledged += 1
            } catch {
                guard error.code == .conflict else {
                    StorageWorker.say("error \(error.code.rawValue)")
                    return
                }
                conflicts += 1
            }
        }
        StorageWorker.say("sum \(acknowledged) \(conflicts)")
    }

    /// Commits until the store refuses, and tells how.
    mutating func fill() async {
        var acknowledged = 0
        do throws(StorageError) {
            while acknowledged < 100_000 {
                let one = write("f\(acknowledged)", .absent, payload: 3_000)
                _ = try await store.commit(request([one], reason: "1", key: nil))
                acknowledged += 1
            }
        } catch {
            StorageWorker.say("refused \(error.code.rawValue) \(acknowledged)")
        }
        do throws(StorageError) {
            for index in 0..<16 {
                let id = AttachmentID(rawValue: "file")
                let bytes = [UInt8](repeating: 1, count: 1 << 20)
                try await store.attach(
                    AttachmentPiece(tenant: StorageWorker.tenant, id: id, index: index, bytes: bytes)
                )
            }
        } catch {
            StorageWorker.say("attachment \(error.code.rawValue)")
        }
        do throws(StorageError) {
            let head = try await store.head(of: StorageWorker.tenant, at: nil).number.rawValue
            let request = RevisionRequest(
                tenant: StorageWorker.tenant,
                .newest(.everything),
                limit: 100_000,
                includesPayload: true
            )
            let records = try await store.revisions(request).revisions
            StorageWorker.say("read \(head) \(records.count { $0.payload?.bytes.count == 3_000 })")
        } catch {
            StorageWorker.say("error \(error.code.rawValue)")
        }
    }

    /// Commits once, and tells whether the store did.
    mutating func commitOne() async {
        do throws(StorageError) {
            let one = write("w", .absent, payload: 10)
            let receipt = try await store.commit(request([one], reason: "1", key: nil))
            StorageWorker.say("done \(receipt.number.rawValue)")
        } catch {
            StorageWorker.say("refused \(error.code.rawValue)")
        }
    }

    private mutating func write(_ id: String, _ precondition: CommitRequest.Precondition, payload: Int)
        -> CommitRequest.Write
    {
        let byte = UInt8.random(in: 0...255, using: &generator)
        return write(id, precondition, bytes: Array(repeating: byte, count: payload))
    }

    private func write(
        _ id: String,
        _ precondition: CommitRequest.Precondition,
        bytes: [UInt8]
    ) -> CommitRequest.Write {
        CommitRequest.Write(
            reference: RecordReference(kind: StorageWorker.kind, id: id),
            precondition: precondition,
            schemaVersion: 1,
            payload: SealedPayload(SealedPayload.Content(bytes: bytes), salt: Seal.randomSalt()),
            facts: SealedFacts(RecordFacts(unit: "unit", status: "open", observations: []), salt: Seal.randomSalt())
        )
    }

    private func request(_ writes: [CommitRequest.Write], reason: String, key: String?) -> CommitRequest {
        CommitRequest(
            tenant: StorageWorker.tenant,
            writes: writes,
            actor: "worker",
            reason: reason,
            recordedAt: Timestamp(microsecondsSince1970: 0),
            idempotencyKey: key
        )
    }
}
