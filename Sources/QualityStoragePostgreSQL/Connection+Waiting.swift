#if PostgreSQL
import CQualityLibPQ
import QualityStorage

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Android)
import Android
#elseif canImport(Darwin)
import Darwin
#endif

extension Connection {
    /// Why a wait ended without an answer.
    enum Stop: Error {
        case lost
        case deadline
        case interrupted
    }

    /// Begins to connect; `nil` when memory is short.
    static func start(_ url: String) -> OpaquePointer? {
        let settings = [
            ("dbname", url), ("client_encoding", "UTF8"), ("fallback_application_name", "QualityManagement"),
        ]
        let texts = settings.flatMap { [strdup($0.0), strdup($0.1)] }
        defer { for text in texts { free(text) } }
        let keywords = [0, 2, 4].map { UnsafePointer(texts[$0]) } + [nil]
        let values = [1, 3, 5].map { UnsafePointer(texts[$0]) } + [nil]
        return PQconnectStartParams(keywords, values, 1)
    }

    /// Waits until the server has taken the connection.
    func finishOpening(until deadline: ContinuousClock.Instant) throws(StorageError) {
        var state = PGRES_POLLING_WRITING
        while PQstatus(handle) != CONNECTION_BAD {
            switch state {
            case PGRES_POLLING_OK: return
            case PGRES_POLLING_READING, PGRES_POLLING_WRITING:
                do {
                    let event = state == PGRES_POLLING_READING ? POLLIN : POLLOUT
                    try wait(for: Int16(event), until: deadline, watching: true)
                } catch {
                    switch error {
                    case .interrupted: throw StorageError(.cancelled)
                    case .deadline: throw StorageError(.unavailable, detail: "no connection in time")
                    case .lost: throw StorageError(.unavailable)
                    }
                }
                state = PQconnectPoll(handle)
            default:
                throw StorageError(.unavailable, detail: openingFailure)
            }
        }
        throw StorageError(.unavailable, detail: openingFailure)
    }

    /// The next result; `nil` at the end of those of a statement.
    func next(until deadline: ContinuousClock.Instant, watching: Bool) throws(Stop) -> OpaquePointer? {
        while true {
            let unsent = PQflush(handle)
            guard unsent >= 0 || PQisBusy(handle) == 0 else { throw .lost }
            if PQisBusy(handle) == 0 { return PQgetResult(handle) }
            try wait(for: Int16(unsent == 1 ? POLLIN | POLLOUT : POLLIN), until: deadline, watching: watching)
            guard PQconsumeInput(handle) == 1 else {
                // What came before the cut is still to be read.
                if PQisBusy(handle) == 0 { return PQgetResult(handle) }
                throw .lost
            }
        }
    }

    /// Asks the server to end what it is doing; the answer then says that it did.
    func cancelStatement() {
        guard let order = PQgetCancel(handle) else { return }
        defer { PQfreeCancel(order) }
        var reason = [CChar](repeating: 0, count: 256)
        PQcancel(order, &reason, Int32(reason.count))
    }

    /// What the library says of a connection that was not made: names of host and role, never a password.
    private var openingFailure: String {
        let text = String(cString: PQerrorMessage(handle))
        return text.split(separator: "\n").joined(separator: "; ")
    }

    /// Waits for the socket, looking up now and then whether the task was cancelled.
    private func wait(
        for events: Int16,
        until deadline: ContinuousClock.Instant,
        watching: Bool
    ) throws(Stop) {
        var descriptor = pollfd(fd: PQsocket(handle), events: events, revents: 0)
        guard descriptor.fd >= 0 else { throw .lost }
        while true {
            if watching, interrupt.isSet { throw .interrupted }
            let left = deadline - .now
            guard left > .zero else { throw .deadline }
            let slice = min(left / .milliseconds(1) + 1, watching ? 25 : 1_000)
            let ready = poll(&descriptor, 1, Int32(slice))
            if ready > 0 { return }
            guard ready == 0 || errno == EINTR else { throw .lost }
        }
    }
}
#endif
