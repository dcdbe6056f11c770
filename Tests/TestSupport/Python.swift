package import Foundation

/// A Python of this machine that has a module which a test compares with.
package struct Python: Sendable {
    private static let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()

    private let command: [String]

    /// That no Python has what a test compares with.
    package struct Missing: Error, CustomStringConvertible {
        package let description: String
    }

    /// The first Python that can import the module.
    ///
    /// Throws ``Missing``, which names what to install.
    package init(importing module: String) throws(Missing) {
        let own = Self.tests.deletingLastPathComponent().appending(path: ".build-python/bin/python3").path
        let known = [["/usr/bin/env", "python3"], ["/usr/bin/python3"], ["/usr/bin/env", own]]
        let found = known.first { command in
            (try? Self.run(command + ["-c", "import \(module)"], errors: .nullDevice) { _ in }) == 0
        }
        guard let found else {
            throw Missing(description: "no python3 can import \(module): run Tests/Scripts/set-up")
        }
        command = found
    }

    /// Runs a script of `Tests/Scripts` and reads its lines as they come; gives its status.
    package func run(_ script: String, _ arguments: [String], line read: (Data) throws -> Void) throws -> Int32 {
        try Self.run(command + [Self.tests.appending(path: "Scripts/\(script)").path] + arguments, line: read)
    }

    private static func run(
        _ command: [String],
        errors: FileHandle = .standardError,
        line read: (Data) throws -> Void
    ) throws -> Int32 {
        let process = Process()
        process.executableURL = URL(filePath: command[0])
        process.arguments = Array(command.dropFirst())
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = errors
        try process.run()
        defer { if process.isRunning { process.terminate() } }
        var rest = Data()
        while case let piece = pipe.fileHandleForReading.availableData, !piece.isEmpty {
            rest.append(piece)
            while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
                try read(Data(rest[..<end]))
                rest = Data(rest[rest.index(after: end)...])
            }
        }
        process.waitUntilExit()
        return process.terminationStatus
    }
}
