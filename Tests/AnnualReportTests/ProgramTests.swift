import Foundation
import TestSupport
import Testing

/// The program as a user runs it.
struct ProgramTests {
    private struct Outcome {
        let status: Int32
        let errors: String
    }

    private static func run(_ arguments: String...) throws -> Outcome {
        let program = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
            .appendingPathComponent("AnnualReport")
        let process = Foundation.Process()
        process.executableURL = program
        process.arguments = arguments
        let errors = Pipe()
        process.standardError = errors
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        let said = errors.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return Outcome(status: process.terminationStatus, errors: String(decoding: said, as: UTF8.self))
    }

    private static func withFolder(_ body: (URL) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("annual-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try body(folder)
    }

    @Test("it writes the page, its Markdown, the figures and the tables, and says what became of the rows", .long)
    func writesAll() throws {
        try Self.withFolder { folder in
            let outcome = try Self.run("--year", "2020", "--output", folder.path)
            #expect(outcome.status == 0)
            #expect(outcome.errors.contains("10415 rader mottagna, 0 avvisade"))
            for name in [
                "kvalitetsberattelse-2020.html", "kvalitetsberattelse-2020.md", "report.json",
                "tables/deviations-by-category.csv", "tables/complaints-matrix.csv",
                "tables/lex-sarah-by-operation.csv", "tables/lex-sarah-by-category.csv", "tables/reconciliation.csv",
            ] {
                #expect(FileManager.default.fileExists(atPath: folder.appendingPathComponent(name).path), "\(name)")
            }
        }
    }

    @Test(
        "what it cannot do is said in a line, with a status of its own",
        arguments: [
            (["--bogus"], 2, "unknown option --bogus"), (["--year", "x"], 2, "--year takes a year"),
            (["--language", "de"], 2, "--language takes sv or en"), (["--year"], 2, "--year needs a value"),
            (["--input", "/nonexistent"], 1, "no folder at /nonexistent"),
            (["--classification", "1999"], 1, "2017, 2021"),
        ]
    )
    func refuses(arguments: [String], status: Int, words: String) throws {
        try Self.withFolder { folder in
            let outcome =
                switch arguments.count {
                case 1: try Self.run(arguments[0])
                default: try Self.run(arguments[0], arguments[1], "--output", folder.path)
                }
            #expect(outcome.status == Int32(status))
            #expect(outcome.errors.contains(words))
        }
    }

    @Test("a fault in facts.json is said by its place, and nothing is written")
    func faultyFacts() throws {
        try Self.withFolder { folder in
            let head = "Diarienummer;Rapporterad;Verksamhet;Kategorier\r\nLS-1;2020-01-02;IFO;Övrigt\r\n"
            try Data(head.utf8).write(to: folder.appendingPathComponent("lex.csv"))
            try Data(#"{"goals": [{"id": "g1", "year": 2020}]}"#.utf8)
                .write(to: folder.appendingPathComponent("facts.json"))
            let output = folder.appendingPathComponent("out")
            let outcome = try Self.run("--input", folder.path, "--output", output.path)
            #expect(outcome.status == 1)
            #expect(outcome.errors.contains("facts.json: .goals[0].goal is missing"))
            #expect(!FileManager.default.fileExists(atPath: output.path))
        }
    }

    #if SQLite
    @Test("a register in a file is kept: the second run finds every record unchanged and writes the same report", .long)
    func keepsRegister() throws {
        try Self.withFolder { folder in
            let register = folder.appendingPathComponent("register.sqlite").path
            let first = try Self.run("--register", register, "--output", folder.appendingPathComponent("a").path)
            let second = try Self.run("--register", register, "--output", folder.appendingPathComponent("b").path)
            #expect(first.status == 0 && second.status == 0)
            #expect(second.errors.contains("0 nya, 0 ändrade, 10415 oförändrade"))
            for name in ["kvalitetsberattelse-2020.html", "report.json"] {
                #expect(
                    try Data(contentsOf: folder.appendingPathComponent("a/\(name)"))
                        == Data(contentsOf: folder.appendingPathComponent("b/\(name)")),
                    "\(name)"
                )
            }
        }
    }
    #else
    @Test("without the trait a register in a file is refused, not silently kept in memory")
    func refusesRegister() throws {
        let outcome = try Self.run("--register", "register.sqlite")
        #expect(outcome.status == 2)
        #expect(outcome.errors.contains("trait SQLite"))
    }
    #endif
}
