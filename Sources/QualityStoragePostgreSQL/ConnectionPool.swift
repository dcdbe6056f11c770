#if PostgreSQL
import QualityStorage

/// The sessions of a store, as many as it may hold, given to its requests one by one.
final class ConnectionPool: Sendable {
    private struct State {
        var idle: [Session]
        var waiters: [(ticket: Int, continuation: CheckedContinuation<Grant, Never>)] = []
        var tickets = 0
        var isClosed = false

        /// What can be said at once; `nil` when a session has to be waited for.
        mutating func grant() -> Grant? {
            isClosed ? .refusal(.closed) : idle.popLast().map(Grant.session)
        }
    }

    private enum Grant: Sendable {
        case session(Session)
        case refusal(StorageError.Code)

        var session: Session {
            get throws(StorageError) {
                switch self {
                case .session(let session): return session
                case .refusal(let code): throw StorageError(code)
                }
            }
        }
    }

    private let state: Locked<State>
    private let sessions: [Session]
    private let patience: Duration

    init(
        url: String,
        _ configuration: PostgreSQLStorage.Configuration,
        _ observe: @escaping @Sendable (StorageEvent) -> Void
    ) {
        let sessions = (0..<max(1, configuration.poolSize)).map { _ in Session(url: url, configuration, observe) }
        self.sessions = sessions
        patience = configuration.busyTimeout
        state = Locked(State(idle: sessions))
    }

    /// Gives a closure a connection, on a thread that may block.
    func withConnection<Value: Sendable>(
        _ body: @escaping @Sendable (Connection) throws(StorageError) -> Value
    ) async throws(StorageError) -> Value {
        if Task.isCancelled { throw StorageError(.cancelled) }
        let session = try await session()
        let result: Result<Value, StorageError>
        do throws(StorageError) {
            result = .success(try await session.run(body))
        } catch {
            result = .failure(error)
        }
        giveBack(session)
        return try result.get()
    }

    /// Whether the pool was closed, as an error.
    func checkOpen() throws(StorageError) {
        if state.withLock({ $0.isClosed }) { throw StorageError(.closed) }
    }

    /// Refuses all requests from now on; those under way end first.
    func close() {
        let waiters = state.withLock { state in
            state.isClosed = true
            defer { state.waiters = [] }
            return state.waiters
        }
        for waiter in waiters { waiter.continuation.resume(returning: .refusal(.closed)) }
        for session in sessions { session.close() }
    }

    private func session() async throws(StorageError) -> Session {
        if let grant = state.withLock({ $0.grant() }) { return try grant.session }
        let ticket = state.withLock { state in
            state.tickets += 1
            return state.tickets
        }
        let alarm = Task { [patience] in
            if (try? await Task.sleep(for: patience)) != nil { self.refuse(ticket, .busy) }
        }
        defer { alarm.cancel() }
        let grant = await withTaskCancellationHandler {
            await withCheckedContinuation { queue($0, ticket) }
        } onCancel: {
            refuse(ticket, .cancelled)
        }
        return try grant.session
    }

    private func queue(_ continuation: CheckedContinuation<Grant, Never>, _ ticket: Int) {
        let grant: Grant? = state.withLock { state in
            if let grant = state.grant() { return grant }
            // A task cancelled before this had no waiter to refuse.
            if Task.isCancelled { return .refusal(.cancelled) }
            state.waiters.append((ticket, continuation))
            return nil
        }
        if let grant { continuation.resume(returning: grant) }
    }

    private func refuse(_ ticket: Int, _ code: StorageError.Code) {
        let waiter = state.withLock { state in
            state.waiters.firstIndex { $0.ticket == ticket }.map { state.waiters.remove(at: $0) }
        }
        waiter?.continuation.resume(returning: .refusal(code))
    }

    private func giveBack(_ session: Session) {
        let waiter = state.withLock { state -> CheckedContinuation<Grant, Never>? in
            guard !state.waiters.isEmpty else {
                state.idle.append(session)
                return nil
            }
            return state.waiters.removeFirst().continuation
        }
        waiter?.resume(returning: .session(session))
    }
}
#endif
