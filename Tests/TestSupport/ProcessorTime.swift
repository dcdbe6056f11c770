import Foundation

/// The time that work takes of a processor, however many other tests run beside it.
package enum ProcessorTime {
    /// The seconds that the thread of the caller has for a piece of work.
    package static func seconds(_ work: () throws -> Void) rethrows -> Double {
        let begun = now
        try work()
        return now - begun
    }

    private static var now: Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
