#if PostgreSQL
import Dispatch
import QualityStorage

/// A place in the pool: a queue whose thread may block, and the connection that it keeps from one request to the next.
///
/// The pool gives it to one request at a time.
final class Session: @unchecked Sendable {
    private let queue = DispatchQueue(label: "QualityStoragePostgreSQL")
    private let url: String
    private let configuration: PostgreSQLStorage.Configuration
    private let observe: @Sendable (StorageEvent) -> Void
    private var connection: Connection?

    init(
        url: String,
        _ configuration: PostgreSQLStorage.Configuration,
        _ observe: @escaping @Sendable (StorageEvent) -> Void
    ) {
        self.url = url
        self.configuration = configuration
        self.observe = observe
    }

    /// Runs a closure on the queue with a connection. One that was found cut is replaced, as nothing was written by it.
    func run<Value: Sendable>(
        _ body: @escaping @Sendable (Connection) throws(StorageError) -> Value
    ) async throws(StorageError) -> Value {
        let interrupt = Interrupt()
        let result: Result<Value, StorageError> = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                queue.async {
                    continuation.resume(returning: self.attempt(interrupt, body))
                }
            }
        } onCancel: {
            interrupt.set()
        }
        return try result.get()
    }

    /// Closes the connection, as soon as the request that holds it has ended.
    func close() {
        queue.async { self.connection = nil }
    }

    private func attempt<Value>(
        _ interrupt: Interrupt,
        _ body: (Connection) throws(StorageError) -> Value
    ) -> Result<Value, StorageError> {
        let wasOpen = connection != nil
        do throws(StorageError) {
            return .success(try once(interrupt, body))
        } catch {
            guard wasOpen, connection == nil, error.code == .unavailable else { return .failure(error) }
            observe(.retry(error.code))
        }
        do throws(StorageError) {
            return .success(try once(interrupt, body))
        } catch {
            return .failure(error)
        }
    }

    private func once<Value>(
        _ interrupt: Interrupt,
        _ body: (Connection) throws(StorageError) -> Value
    ) throws(StorageError) -> Value {
        defer { if connection?.isLost ?? false { connection = nil } }
        let connection = try opened(interrupt)
        connection.interrupt = interrupt
        return try body(connection)
    }

    private func opened(_ interrupt: Interrupt) throws(StorageError) -> Connection {
        if let connection { return connection }
        let opened = try Connection(url: url, configuration, interrupt)
        if try Schema.prepare(opened, configuration) { observe(.migration(from: 0, to: Int(Schema.version))) }
        connection = opened
        return opened
    }
}
#endif
