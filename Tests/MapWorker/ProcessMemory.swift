import Foundation

/// The most memory that this process has held since a moment, where the system tells.
///
/// Linux tells how many pages were in use at most, and forgets it when asked to. Memory that the process keeps for later
/// use is given back first, so that no input uses what another has left.
struct ProcessMemory {
    #if canImport(Glibc)
    private let giveBack: (@convention(c) (Int) -> Int32)?
    private var base: Int?

    init() {
        giveBack = dlsym(nil, "malloc_trim").map { unsafeBitCast($0, to: (@convention(c) (Int) -> Int32).self) }
    }

    /// Begins to count anew.
    mutating func begin() {
        _ = giveBack?(0)
        let file = open("/proc/self/clear_refs", O_WRONLY)
        let hasForgotten = write(file, "5", 1) == 1
        close(file)
        base = hasForgotten ? highest : nil
    }

    /// How many bytes more than at the beginning were in use at once; `nil` where the system does not tell.
    var taken: Int? {
        guard let base, let highest else { return nil }
        return highest - base
    }

    private var highest: Int? {
        var buffer = [UInt8](repeating: 0, count: 4_096)
        let file = open("/proc/self/status", O_RDONLY)
        let count = read(file, &buffer, buffer.count)
        close(file)
        guard count > 0 else { return nil }
        let lines = String(decoding: buffer[..<count], as: UTF8.self).split(separator: "\n")
        let words = lines.first { $0.hasPrefix("VmHWM:") }?.split(whereSeparator: \.isWhitespace)
        return words.flatMap { $0.count > 1 ? Int($0[1]) : nil }.map { $0 << 10 }
    }
    #else
    mutating func begin() {}

    let taken: Int? = nil
    #endif
}
