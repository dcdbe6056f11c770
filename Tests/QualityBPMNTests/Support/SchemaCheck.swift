import Foundation

/// The program `xmllint`, where the machine has it: counts elements and checks files against a schema.
struct SchemaCheck {
    static let isThere = (try? run(["--version"]).status) == 0

    /// The answers of an XPath expression, as text.
    static func evaluate(_ expression: String, in file: URL) throws -> String {
        let run = try run(["--nonet", "--huge", "--xpath", expression, file.path], errors: false)
        return run.output.trimmingCharacters(in: .whitespacesAndNewlines)
    }

    /// The first fault of each file that the schema does not allow.
    static func faults(of files: [URL], schema: URL) throws -> [URL: String] {
        var faults: [URL: String] = [:]
        for start in stride(from: 0, to: files.count, by: 200) {
            let some = files[start..<min(start + 200, files.count)]
            let run = try run(["--nonet", "--huge", "--noout", "--schema", schema.path] + some.map(\.path))
            let lines = run.output.split(separator: "\n").map(String.init)
            for file in some {
                guard !lines.contains("\(file.path) validates") else { continue }
                faults[file] = lines.first { $0.hasPrefix(file.path) } ?? "not checked"
            }
        }
        return faults
    }

    private static func run(_ arguments: [String], errors: Bool = true) throws -> (status: Int32, output: String) {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["xmllint"] + arguments
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = errors ? pipe : FileHandle.nullDevice
        try process.run()
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: data, as: UTF8.self))
    }
}
