import Foundation

/// A process of the program `StorageWorker`, of which the lines it says are read.
final class WorkerProcess {
    private let process = Process()
    private let pipe = Pipe()

    init(_ arguments: String...) throws {
        process.executableURL = Self.program
        process.arguments = arguments
        process.standardOutput = pipe
        try process.run()
    }

    /// The program lies beside the tests.
    private static var program: URL {
        URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent().appendingPathComponent(
            "StorageWorker"
        )
    }

    /// Waits for the first output.
    func waitForOutput() -> [UInt8] {
        Array(pipe.fileHandleForReading.availableData)
    }

    /// Ends it as a loss of power would.
    func end() {
        kill(process.processIdentifier, SIGKILL)
    }

    /// What it has said since, when it has ended.
    func remainingOutput() -> [UInt8] {
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return Array(data)
    }

    /// The words of each line that was said to its end.
    static func lines(_ output: [UInt8]) -> [[String]] {
        let end = output.lastIndex(of: UInt8(ascii: "\n")) ?? output.startIndex
        return String(decoding: output[..<end], as: UTF8.self).split(separator: "\n").map {
            $0.split(separator: " ").map(String.init)
        }
    }
}
