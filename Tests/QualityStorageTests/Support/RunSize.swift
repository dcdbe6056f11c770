#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// How much data the long-running tests take: `QUALITY_SIZE=full` for all of it.
enum RunSize {
    static let isFull = ProcessInfo.processInfo.environment["QUALITY_SIZE"] == "full"
}
