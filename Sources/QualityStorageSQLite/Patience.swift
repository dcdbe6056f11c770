#if SQLite
import CQualitySQLite

/// How long a connection waits for others, and whether its task has been cancelled meanwhile.
final class Patience {
    private let limit: Duration
    private var deadline = ContinuousClock.Instant.now
    /// Whether cancellation is passed over, for the end of a transaction and for erasing.
    var isShielded = false

    init(limit: Duration) {
        self.limit = limit
    }

    /// Whether what is under way should stop.
    var isCancelled: Bool { !isShielded && Task.isCancelled }

    /// Sleeps a moment before another try; `false` when there should be none.
    ///
    /// `tries`: how often it was tried before.
    func wait(tries: Int32) -> Bool {
        if tries == 0 { deadline = .now + limit }
        guard !isCancelled, .now < deadline else { return false }
        // Several that wait for the same lock must not come back in step.
        sqlite3_sleep(tries < 10 ? 1 : Int32.random(in: 1...5))
        return true
    }

    /// Calls a closure that cancellation does not stop.
    func shielding<Value, Failure: Error>(_ body: () throws(Failure) -> Value) throws(Failure) -> Value {
        let before = isShielded
        isShielded = true
        defer { isShielded = before }
        return try body()
    }
}
#endif
