#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif
import TestSupport

/// How long the sequences of acts run: 500, or 10,000 with `QUALITY_SIZE=full`.
enum ProcessRun {
    static let isFull = ProcessInfo.processInfo.environment["QUALITY_SIZE"] == "full"
    static let count = isFull ? 10_000 : 500
    static let enough = isFull ? 100 : 20
    static let seed = Seeds.some(1)[0]
}
