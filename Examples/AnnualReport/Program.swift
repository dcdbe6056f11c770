import Foundation
import QualityManagement
import QualityStorageSQLite

/// From a municipality's records to its quality report: CSV files in, a report for the board out.
@main
package struct Program {
    package static func main() async {
        let options: Options
        do throws(Options.Fault) {
            guard let read = try Options(Array(CommandLine.arguments.dropFirst())) else {
                print(Options.usage)
                return
            }
            options = read
        } catch {
            fail("\(error.message)\n\(Options.usage)", status: 2)
        }
        do {
            try await run(options)
        } catch let error as CSVError {
            fail(options.language == .swedish ? error.swedish : error.english, status: 1)
        } catch {
            fail("\(error)", status: 1)
        }
    }

    private static func run(_ options: Options) async throws {
        let board = try Board.bundled()
        let progress = Progress(options.language)
        let input = try InputFolder(options.input ?? Board.bundledFolder)
        _ = try Publication.prepare(options.output)
        let register = Register(try store(options, tenant: board.organisation.board.id.rawValue), board: board)
        progress.say(progress.text("Läser in till registret", "Importing into the register"))
        let publication = try await Publication(
            of: input,
            board: board,
            register: register,
            year: options.year,
            today: now().date,
            language: options.language,
            classification: options.classification,
            progress: progress.show
        )
        progress.conclude(publication.imports)
        for name in input.unrecognised {
            progress.say("  \(name): \(progress.text("känns inte igen, läses inte", "not recognised, not read"))")
        }
        for file in try publication.write(to: options.output).prefix(1) {
            progress.say(progress.text("Berättelsen: ", "The report: ") + file.path)
        }
    }

    /// The system's clock.
    @Sendable private static func now() -> Timestamp {
        Timestamp(microsecondsSince1970: Int64(Date().timeIntervalSince1970 * 1_000_000))
    }

    private static func store(_ options: Options, tenant: String) throws -> QualityStore {
        let tenant = TenantID(rawValue: tenant)
        guard let file = options.register else {
            return QualityStore(InMemoryStorage(), tenant: tenant, access: Register.access, now: now)
        }
        #if SQLite
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(),
            withIntermediateDirectories: true
        )
        return QualityStore(SQLiteStorage(path: file.path), tenant: tenant, access: Register.access, now: now)
        #else
        fail("--register needs a build with the trait SQLite; without it the register lives in memory", status: 2)
        #endif
    }

    private static func fail(_ words: String, status: Int32) -> Never {
        FileHandle.standardError.write(Data("AnnualReport: \(words)\n".utf8))
        exit(status)
    }
}
