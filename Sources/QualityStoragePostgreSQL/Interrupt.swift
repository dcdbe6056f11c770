#if PostgreSQL
import Synchronization

/// Tells the thread that waits for a server that its task was cancelled.
final class Interrupt: Sendable {
    private let state = Atomic(false)

    var isSet: Bool { state.load(ordering: .acquiring) }

    func set() {
        state.store(true, ordering: .releasing)
    }
}
#endif
