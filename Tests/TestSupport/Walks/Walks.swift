package import Testing

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// How far walks go: sequences of drawn acts on records.
package enum Walks {
    /// Whether they run: a debug build would take minutes for what a release build does in seconds.
    package static var run: Bool {
        #if DEBUG
        false
        #else
        true
        #endif
    }

    /// How many sequences a walk has at least: 500, or 10,000 with `QUALITY_SIZE=full`.
    package static let sequences =
        ProcessInfo.processInfo.environment["QUALITY_SIZE"] == "full" ? 10_000 : 500

    /// How often each act is accepted at least.
    package static let enough = 100

    /// How many sequences a counter-example may take to be found.
    package static let patience = 2_000
}

extension Trait where Self == ConditionTrait {
    /// A suite of walks, which runs in release builds.
    package static var walk: Self { .enabled(if: Walks.run, "walks take a release build") }
}
