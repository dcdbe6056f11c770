package import Foundation

/// A Python of this machine that has a module which a test compares with.
package struct Python: Sendable {
    private let command: [String]

    /// The first Python that can import the module; `nil` where none can. `Tests/Scripts/set-up` installs one.
    package init?(importing module: String) {
        let known = [["/usr/bin/env", "python3"], ["/usr/bin/python3"]]
        let found = known.first { command in
            (try? Self.run(command + ["-c", "import \(module)"], errors: .nullDevice) { _ in }) == 0
        }
        guard let found else { return nil }
        command = found
    }

    /// Whether tests must find what they compare with, as in continuous integration.
    package static var isDemanded: Bool { ProcessInfo.processInfo.environment["CI"] != nil }

    /// Runs a script of `Tests/Scripts` and reads its lines as they come; gives its status.
    package func run(_ script: String, _ arguments: [String], line read: (Data) throws -> Void) throws -> Int32 {
        let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        return try Self.run(command + [tests.appending(path: "Scripts/\(script)").path] + arguments, line: read)
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
