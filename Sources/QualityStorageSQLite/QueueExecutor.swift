#if SQLite
import Dispatch

/// Runs the jobs of one actor one after another on a queue whose threads may block.
final class QueueExecutor: SerialExecutor {
    private let queue = DispatchQueue(label: "QualityStorageSQLite")

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.async {
            job.runSynchronously(on: self.asUnownedSerialExecutor())
        }
    }

    func checkIsolated() {
        dispatchPrecondition(condition: .onQueue(queue))
    }
}
#endif
