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
    /// A test that takes more than ten seconds in a debug build, or holds a time that is asked of a release build.
    ///
    /// It is left out of debug builds only: the release run of `make test` fails where any test is skipped.
    package static var long: Self { .enabled(if: TestSize.isRelease, "takes a release build") }
}
