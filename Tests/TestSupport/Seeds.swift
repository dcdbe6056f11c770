#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Seeds of tests with drawn data: the argument of the test, so that a failure names the one to repeat.
///
/// `QUALITY_SEED=7` runs them with that seed alone.
package enum Seeds {
    package static func some(_ count: Int) -> [UInt64] {
        if let text = ProcessInfo.processInfo.environment["QUALITY_SEED"], let seed = UInt64(text) {
            return [seed]
        }
        return (1...UInt64(count)).map { $0 &* 2_654_435_761 }
    }
}
