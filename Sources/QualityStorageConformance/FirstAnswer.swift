import Synchronization

/// Runs work for so long; `nil` when it has not ended by then, whether or not it heeds its cancellation.
func firstAnswer<Value: Sendable>(
    within limit: Duration,
    _ work: @escaping @Sendable () async -> Value
) async -> Value? {
    let waiting = Waiting<Value>()
    return await withTaskCancellationHandler {
        await withCheckedContinuation { continuation in
            waiting.begin(continuation)
            let task = Task { waiting.answer(await work()) }
            let alarm = Task {
                guard (try? await Task.sleep(for: limit)) != nil else { return }
                waiting.answer(nil)
            }
            waiting.hold(work: task, alarm: alarm)
        }
    } onCancel: {
        waiting.cancel()
    }
}

/// A continuation that is resumed once, whoever comes first.
private final class Waiting<Value: Sendable>: Sendable {
    private struct State {
        var continuation: CheckedContinuation<Value?, Never>?
        var work: Task<Void, Never>?
        var alarm: Task<Void, Never>?
        var isCancelled = false
        var isOver = false
    }

    private let state = Mutex(State())

    func begin(_ continuation: CheckedContinuation<Value?, Never>) {
        state.withLock { $0.continuation = continuation }
    }

    func hold(work: Task<Void, Never>, alarm: Task<Void, Never>) {
        let state = state.withLock { state in
            state.work = work
            state.alarm = alarm
            return state
        }
        if state.isOver || state.isCancelled { work.cancel() }
        if state.isOver { alarm.cancel() }
    }

    func answer(_ value: Value?) {
        let old = state.withLock { state in
            defer {
                state.continuation = nil
                state.isOver = true
            }
            return state
        }
        old.continuation?.resume(returning: value)
        old.work?.cancel()
        old.alarm?.cancel()
    }

    /// Tells the work to end; the alarm goes on, for work that does not heed it.
    func cancel() {
        let work = state.withLock { state in
            state.isCancelled = true
            return state.work
        }
        work?.cancel()
    }
}
