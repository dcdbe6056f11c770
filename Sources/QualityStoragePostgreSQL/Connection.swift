#if PostgreSQL
import CQualityLibPQ
import QualityStorage

/// One connection in pipeline mode, closed with its last reference; used by one thread at a time.
final class Connection {
    /// What a run of statements ends with.
    enum Ending {
        /// Nothing of note: what is lost is asked for again.
        case open
        /// A `COMMIT`: once it was sent, only the server knows whether it was made.
        case commit
    }

    let handle: OpaquePointer
    private let answerTimeout: Duration
    private var names: [String: String] = [:]
    private var named = 0
    /// Whether the task that the connection works for was cancelled.
    var interrupt = Interrupt()
    /// Whether nothing can be sent any more.
    private(set) var isLost = false

    /// Opens a connection.
    init(
        url: String,
        _ configuration: PostgreSQLStorage.Configuration,
        _ interrupt: Interrupt
    ) throws(StorageError) {
        guard PQlibVersion() >= 140_000, PQisthreadsafe() != 0 else {
            throw StorageError(.backend, detail: "libpq 14 or newer, built thread-safe, is needed")
        }
        guard let started = Self.start(url) else { throw StorageError(.unavailable) }
        handle = started
        answerTimeout = configuration.answerTimeout
        self.interrupt = interrupt
        PQsetNoticeReceiver(handle, { _, _ in }, nil)
        try finishOpening(until: .now + configuration.connectTimeout)
        guard PQsetnonblocking(handle, 1) == 0, PQenterPipelineMode(handle) == 1 else {
            throw StorageError(.unavailable)
        }
    }

    deinit {
        PQfinish(handle)
    }

    /// Runs statements in one round trip; none after one that fails.
    func run(_ queries: [Query], ending: Ending = .open) throws(StorageError) -> [Rows] {
        if interrupt.isSet { throw StorageError(.cancelled) }
        let lost = StorageError(ending == .commit ? .unknownOutcome : .unavailable)
        var expected: [(name: String, text: String)?] = []
        for query in queries { try send(query, &expected) }
        guard PQpipelineSync(handle) == 1 else { throw lose(StorageError(.unavailable)) }
        var answers: [Rows] = []
        var failure: StorageError?
        var position = 0
        let deadline = ContinuousClock.now + answerTimeout
        var isInterrupted = false
        while true {
            let result: OpaquePointer?
            do {
                result = try next(until: deadline, watching: ending == .open && !isInterrupted)
            } catch {
                switch error {
                case .lost: throw lose(lost)
                case .deadline: throw lose(StorageError(ending == .commit ? .unknownOutcome : .timedOut))
                case .interrupted:
                    isInterrupted = true
                    cancelStatement()
                    continue
                }
            }
            guard let result else {
                if PQstatus(handle) == CONNECTION_BAD { throw lose(lost) }
                position += 1
                continue
            }
            switch PQresultStatus(result) {
            case PGRES_PIPELINE_SYNC:
                PQclear(result)
                if isInterrupted, failure != nil { throw StorageError(.cancelled) }
                if let failure { throw failure }
                return answers
            case PGRES_TUPLES_OK, PGRES_COMMAND_OK:
                if position < expected.count, let known = expected[position] {
                    names[known.text] = known.name
                    PQclear(result)
                } else {
                    answers.append(Rows(result))
                }
            case PGRES_PIPELINE_ABORTED: PQclear(result)
            default:
                defer { PQclear(result) }
                guard PQstatus(handle) != CONNECTION_BAD, !StorageError.isFatal(result) else { throw lose(lost) }
                failure = failure ?? .postgreSQL(result)
            }
        }
    }

    /// Takes back what an open transaction did; a connection that cannot is lost.
    func rollback() {
        guard !isLost, PQtransactionStatus(handle) != PQTRANS_IDLE else { return }
        let asked = interrupt
        interrupt = Interrupt()
        defer { interrupt = asked }
        if (try? run([Query("ROLLBACK")])) == nil { isLost = true }
    }

    private func lose(_ error: StorageError) -> StorageError {
        isLost = true
        return error
    }

    /// Sends a statement, and before it, when it is new and kept, what makes it known to the server.
    private func send(_ query: Query, _ expected: inout [(name: String, text: String)?]) throws(StorageError) {
        let types = query.parameters.map(\.type)
        var name = ""
        if query.isKept {
            if let known = names[query.text] {
                name = known
            } else {
                named += 1
                name = "s\(named)"
                guard PQsendPrepare(handle, name, query.text, Int32(types.count), types) == 1 else {
                    throw lose(StorageError(.unavailable))
                }
                expected.append((name, query.text))
            }
        }
        expected.append(nil)
        let sent = query.parameters.withPointers { values, lengths, formats in
            query.isKept
                ? PQsendQueryPrepared(handle, name, Int32(types.count), values, lengths, formats, 1)
                : PQsendQueryParams(handle, query.text, Int32(types.count), types, values, lengths, formats, 1)
        }
        guard sent == 1 else { throw lose(StorageError(.unavailable)) }
    }
}

extension [Parameter] {
    /// Gives a closure the values as the library takes them.
    fileprivate func withPointers<Value>(
        _ body: (UnsafePointer<UnsafePointer<CChar>?>?, UnsafePointer<Int32>?, UnsafePointer<Int32>?) -> Value
    ) -> Value {
        var content: [UInt8] = []
        content.reserveCapacity(reduce(1) { $0 + ($1.bytes?.count ?? 0) })
        let starts = map { parameter in
            defer { content.append(contentsOf: parameter.bytes ?? []) }
            return parameter.bytes == nil ? nil : content.count
        }
        content.append(0)
        return content.withUnsafeBytes { buffer in
            let base = buffer.assumingMemoryBound(to: CChar.self).baseAddress
            return body(
                starts.map { start in start.flatMap { base?.advanced(by: $0) } },
                map { Int32($0.bytes?.count ?? 0) },
                map { _ in 1 }
            )
        }
    }
}
#endif
