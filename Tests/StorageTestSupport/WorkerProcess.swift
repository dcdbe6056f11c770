#if canImport(Darwin) || canImport(Glibc) || canImport(Musl)
import Foundation

/// A process of the program `StorageWorker`, of which the lines it says are read.
package struct WorkerProcess: Sendable {
    private let child: ChildProcess

    /// `input`: what it waits for before it begins.
    package init(_ arguments: [String], input: Int32? = nil) throws {
        // The program lies beside the tests.
        let program = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
            .appendingPathComponent("StorageWorker")
        child = try ChildProcess(program.path, arguments, input: input, output: .standard)
    }

    /// Waits until it has said enough, or ends.
    package func output(until isEnough: @escaping @Sendable ([[String]]) -> Bool) async -> [UInt8] {
        await blocking { read(until: isEnough) }
    }

    /// Ends it as a loss of power would, so long after it has said enough; all that it said.
    package func end(
        after delay: Duration,
        once isEnough: @escaping @Sendable ([[String]]) -> Bool
    ) async -> [UInt8] {
        await blocking { [child] in
            let said = read(until: isEnough)
            usleep(UInt32(delay / .microseconds(1)))
            child.kill()
            defer { child.wait() }
            return said + child.readToEnd()
        }
    }

    private func read(until isEnough: ([[String]]) -> Bool) -> [UInt8] {
        var bytes: [UInt8] = []
        while !isEnough(Self.lines(bytes)) {
            let next = child.read()
            guard !next.isEmpty else { break }
            bytes += next
        }
        return bytes
    }

    /// Waits until it has ended; what it has said since.
    package func remainingOutput() async -> [UInt8] {
        await blocking { [child] in
            defer { child.wait() }
            return child.readToEnd()
        }
    }

    /// The words of each line that was said to its end.
    package static func lines(_ output: [UInt8]) -> [[String]] {
        let end = output.lastIndex(of: UInt8(ascii: "\n")) ?? output.startIndex
        return String(decoding: output[..<end], as: UTF8.self).split(separator: "\n").map {
            $0.split(separator: " ").map(String.init)
        }
    }
}

/// What processes wait for together: they read from a pipe that ends when the gate is opened.
package final class Gate {
    package let entrance: Int32
    private var latch: Int32

    package init() throws {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { throw ChildProcess.Failure(description: "no pipe: \(errno)") }
        (entrance, latch) = (ends[0], ends[1])
    }

    package func open() {
        if latch >= 0 { close(latch) }
        latch = -1
    }

    deinit {
        open()
        close(entrance)
    }
}
#endif
