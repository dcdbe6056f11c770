public import QualityStorage

/// One requirement that every adapter meets, with the code that proves it: a value to list, pick and run.
///
/// A check writes to tenants of its own only, so one database may serve all of them, in any order and at once.
public struct StorageCheck: Sendable, Identifiable {
    /// What is proved, as a stable name: `commit-is-atomic`.
    public let id: String
    /// The requirement in one English sentence.
    public let requirement: String
    /// How long the check may take before it counts as failed.
    public let timeLimit: Duration
    /// Whether the check opens a store again, and so only runs on a subject that can.
    public let needsReopening: Bool
    /// Runs the check; returns when the requirement is met.
    public let run: @Sendable (Subject) async throws(StorageCheckFailure) -> Void

    init(
        _ id: String,
        _ requirement: String,
        within timeLimit: Duration = .seconds(120),
        needsReopening: Bool = false,
        _ body: @escaping @Sendable (Probe) async throws -> Void
    ) {
        self.id = id
        self.requirement = requirement
        self.timeLimit = timeLimit
        self.needsReopening = needsReopening
        run = { subject async throws(StorageCheckFailure) in
            let failure = await firstAnswer(within: timeLimit) { await Self.failure(of: body, id, subject) }
            guard let failure else { throw StorageCheckFailure(.timeLimit, "did not end within \(timeLimit)") }
            if let failure { throw failure }
        }
    }

    private static func failure(
        of body: @Sendable (Probe) async throws -> Void,
        _ id: String,
        _ subject: Subject
    ) async -> StorageCheckFailure? {
        do {
            let store = try await subject.makeStore()
            do {
                try await store.prepare()
                try await body(Probe(store: store, subject: subject, name: id))
            } catch {
                try? await store.close()
                throw error
            }
            try? await store.close()
            return nil
        } catch let failure as StorageCheckFailure {
            return failure
        } catch let error as StorageError {
            return StorageCheckFailure(.error(error.code), "a request failed that has to succeed")
        } catch {
            return StorageCheckFailure(.requirement, "an error that is no StorageError")
        }
    }
}

extension StorageCheck {
    /// The adapter under test, as checks see it.
    public struct Subject: Sendable {
        /// Gives a store; each check asks for one of its own, prepares it and closes it.
        ///
        /// Stores may share their data, but closing one must not close another.
        public var makeStore: @Sendable () async throws(StorageError) -> any StorageBackend
        /// Opens once more what a closed store kept; `nil` where nothing outlives the value that holds it.
        public var reopen: (@Sendable (any StorageBackend) async throws(StorageError) -> any StorageBackend)?
        /// What the names of all tenants begin with: another one for each run on a database that keeps its data.
        public var prefix: String
        /// The seed of all random requests: the same seed asks the same.
        public var seed: UInt64
        /// How long to wait for what should happen at once, such as the end of a wait when a commit was made; at most
        /// half a minute. A shorter time finds faults sooner, but calls a store on a busy machine faulty.
        public var patience = Duration.seconds(30)

        /// An adapter under test.
        public init(
            prefix: String = "conformance",
            seed: UInt64 = 1,
            reopen: (@Sendable (any StorageBackend) async throws(StorageError) -> any StorageBackend)? = nil,
            makeStore: @escaping @Sendable () async throws(StorageError) -> any StorageBackend
        ) {
            self.makeStore = makeStore
            self.reopen = reopen
            self.prefix = prefix
            self.seed = seed
        }
    }
}

extension StorageCheck {
    /// Every check, in the order in which an author of an adapter meets the requirements.
    public static let all: [StorageCheck] = [
        lifecycle, commits, contents, conflicts, idempotency, reading, orders, pages, earlier, journal, chain, tenants,
        redaction, waiting, texts, filters, counts, attachments, requests, random,
    ].flatMap { $0 }

    /// The check of a name; `nil` when there is none.
    public static func named(_ id: String) -> StorageCheck? {
        all.first { $0.id == id }
    }
}
