package import Testing

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// How much the tests do that take long.
package enum TestSize {
    /// Whether they do all of it: `QUALITY_SIZE=full`.
    package static let isFull = ProcessInfo.processInfo.environment["QUALITY_SIZE"] == "full"

    /// Whether the build is optimised: a debug build would take minutes for what a release build does in seconds.
    package static var isRelease: Bool {
        #if DEBUG
        false
        #else
        true
        #endif
    }
}

extension Trait where Self == ConditionTrait {
    /// A test that takes long, which runs in release builds.
    package static var long: Self { .enabled(if: TestSize.isRelease, "takes a release build") }
}
