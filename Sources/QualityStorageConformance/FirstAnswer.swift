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
                try? await Task.sleep(for: limit)
                task.cancel()
                waiting.answer(nil)
            }
            waiting.hold([task, alarm])
        }
    } onCancel: {
        waiting.cancel()
    }
}

/// A continuation that is resumed once, whoever comes first.
private final class Waiting<Value: Sendable>: Sendable {
    private struct State {
        var continuation: CheckedContinuation<Value?, Never>?
        var tasks: [Task<Void, Never>] = []
        var isOver = false
    }

    private let state = Mutex(State())

    func begin(_ continuation: CheckedContinuation<Value?, Never>) {
        state.withLock { $0.continuation = continuation }
    }

    func hold(_ tasks: [Task<Void, Never>]) {
        let isOver = state.withLock { state in
            state.tasks = tasks
            return state.isOver
        }
        if isOver { for task in tasks { task.cancel() } }
    }

    func answer(_ value: Value?) {
        let (continuation, tasks) = state.withLock { state in
            defer {
                state.continuation = nil
                state.tasks = []
                state.isOver = true
            }
            return (state.continuation, state.tasks)
        }
        continuation?.resume(returning: value)
        for task in tasks { task.cancel() }
    }

    func cancel() {
        let tasks = state.withLock { state in
            state.isOver = true
            return state.tasks
        }
        for task in tasks { task.cancel() }
    }
}
