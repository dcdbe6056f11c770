import AnnualReport
import Foundation
import QualityManagement
import TestSupport
import Testing

/// What the program does with files that hold more, less or other than it expects, beside all rows of the municipality.
@Suite(.long)
struct InputTests {
    private static let deviations = "deviations-2017-2020.csv"
    private static let complaints = "complaints-2020.csv"
    private static let lexSarah = "lex-sarah-2019-2020.csv"

    private static func adding(_ rows: String..., to file: String) -> [String: [String]] {
        var files = ReportRun.bundled
        files[file]? += rows
        return files
    }

    @Test("a category that no classification knows is taken, shown and part of the total")
    func unknownCategory() async throws {
        let files = Self.adding(
            "AVV-2020-90001;2020-06-01;;2020-06-02;;PSO;SoL;Brand;Spisbrand;;;;;Avslutad",
            to: Self.deviations
        )
        let run = try await ReportRun(files, facts: nil)
        let table = run.table("deviations-by-category")
        #expect(table.contains(["Okänd kategori: Brand", "0", "0", "0", "1"]))
        #expect(table.last == ["Summa", "2539", "2531", "2865", "2481"])
        #expect(HTMLRenderer().render(run.publication.report).contains("Okända kategorier i avvikelser: Brand"))
    }

    @Test("an unknown heading counts in its category, an empty category on a row of its own")
    func unknownHeading() async throws {
        let files = Self.adding(
            "AVV-2020-90001;2020-06-01;;2020-06-02;;PSO;SoL;Fall;Fall i trappa;;;;;",
            "AVV-2020-90002;2020-06-01;;2020-06-02;;PSO;SoL;;;;;;;",
            to: Self.deviations
        )
        let table = try await ReportRun(files, facts: nil).table("deviations-by-category")
        #expect(table.contains(["Fall", "1224", "1253", "1238", "932"]))
        #expect(table.contains(["Kategori ej angiven", "0", "0", "0", "1"]))
    }

    @Test("an unknown operation is taken, shown and part of the total")
    func unknownOperation() async throws {
        let files = Self.adding("LS-2020-901;2020-06-01;Skola;Övrigt;;;", to: Self.lexSarah)
        let run = try await ReportRun(files, facts: nil)
        #expect(run.table("lex-sarah-by-operation").contains(["Okänd verksamhet: Skola", "0", "1"]))
        #expect(run.table("lex-sarah-by-operation").last == ["Summa", "59", "45"])
        #expect(run.number("lexSarah.degree.undecided.2020") == 1)
    }

    @Test(
        "a row that breaks a rule is refused with its reason, and no other row with it",
        arguments: [
            ("AVV-2020-90001;2020-02-30;;2020-03-01;;PSO;SoL;Fall;;;;;;", "Händelsedatum", "IMPORT-DATE"),
            ("AVV-2020-90001;2020-03-02;;2020-03-01;;PSO;SoL;Fall;;;;;;", "Rapporterad", "D-DEV-1"),
            ("AVV-2020-90001;2020-03-02;;;;PSO;SoL;Fall;;;;;;", "Rapporterad", "IMPORT-MISSING"),
            ("AVV-2020-00001;2020-03-02;;2020-03-02;;PSO;SoL;Fall;;5;1;;;", "Allvarlighetsgrad", "D-RSK-1"),
            ("AVV-2017-00001;2020-03-02;;2020-03-02;;PSO;SoL;Fall;;;;;;", "Ärendenummer", "IMPORT-DUPLICATE"),
            (";2020-03-02;;2020-03-02;;PSO;SoL;Fall;;;;;;", "Ärendenummer", "IMPORT-MISSING"),
            ("AVV-2020-90001;2020-03-02;;2020-03-02;;;SoL;Fall;;;;;;", "Verksamhet", "IMPORT-MISSING"),
        ]
    )
    func refused(row: String, column: String, rule: String) async throws {
        let run = try await ReportRun(Self.adding(row, to: Self.deviations), facts: nil)
        let refused = run.publication.imports.flatMap(\.refused)
        #expect(refused.map(\.rule) == [rule])
        #expect(refused.first?.column == column)
        #expect(refused.first?.line == 10_417)
        #expect(refused.first?.file == Self.deviations)
        #expect(run.number("deviations.total.2020") == 2480)
        #expect(run.number("import.deviation.refused") == 1)
        #expect(run.number("import.deviation.read") == 10_416)
    }

    @Test("deviations that were cancelled, or happened nobody knows when, are in no year and on lines of their own")
    func cancelledAndUndated() async throws {
        let files = Self.adding(
            "AVV-2020-90001;2020-06-01;;2020-06-02;;PSO;SoL;Fall;;;;;;Makulerad",
            "AVV-2020-90002;;;2020-06-02;;PSO;SoL;Fall;;;;;;",
            to: Self.deviations
        )
        let run = try await ReportRun(files, facts: nil)
        #expect(run.number("deviations.total.2020") == 2480)
        #expect(run.number("deviations.cancelled.2020") == 1)
        #expect(run.number("deviations.undated") == 1)
    }

    @Test("a kind of record without any file is missing, not zero")
    func missingFile() async throws {
        var files = ReportRun.bundled
        files[Self.complaints] = nil
        let run = try await ReportRun(files, facts: nil)
        #expect(run.table("complaints-matrix").dropFirst().allSatisfy { $0.dropFirst().allSatisfy(\.isEmpty) })
        #expect(HTMLRenderer().render(run.publication.report).contains("Registret har inga synpunkter för året"))
    }

    @Test("a file of another sort is named and not read")
    func unrecognised() async throws {
        var files = ReportRun.bundled
        files["personal.csv"] = ["Namn;Tjänst", "A;B"]
        let html = HTMLRenderer().render(try await ReportRun(files, facts: nil).publication.report)
        #expect(html.contains("personal.csv"))
    }

    @Test("without a year the report is of the latest year on which something is counted")
    func latestYear() async throws {
        #expect(try await ReportRun(facts: nil, year: nil).publication.year == 2020)
    }

    @Test("a year that no file covers has no figure of zero")
    func uncoveredYear() async throws {
        let run = try await ReportRun(facts: nil, year: 2022)
        #expect(run.table("deviations-by-category").dropFirst().allSatisfy { $0.last == "" })
        #expect(run.table("lex-sarah-by-operation").dropFirst().allSatisfy { $0.last == "" })
    }

    @Test("importing again into the same register changes nothing")
    func idempotent() async throws {
        let board = try Board.bundled()
        let store = QualityStore(InMemoryStorage(), tenant: "SN", access: Register.access) {
            Timestamp(microsecondsSince1970: 0)
        }
        let register = Register(store, board: board)
        let input = try InputFolder(Board.bundledFolder)
        let first = try await register.take(input)
        let head = try await store.head()
        let second = try await register.take(input)
        #expect(first.map(\.outcome.created) == [10_415, 120, 103])
        #expect(second.map(\.outcome.unchanged) == [10_415, 120, 103])
        #expect(try await store.head() == head)
    }

    @Test("records that stand on the board or an area itself have rows of their own, so that every level adds up")
    func levelsAddUp() async throws {
        let files = Self.adding(
            "LS-2020-901;2020-06-01;SN;Övrigt;;;",
            "LS-2020-902;2020-06-01;VoO;Övrigt;;;",
            to: Self.lexSarah
        )
        let run = try await ReportRun(files, facts: nil)
        let rows = run.table("lex-sarah-by-operation").dropFirst()
        let counts = Dictionary(uniqueKeysWithValues: rows.map { ($0[0], Int($0[2]) ?? 0) })
        #expect(counts["SN, utan angiven verksamhet"] == 1)
        #expect(counts["VoO, utan angiven verksamhet"] == 1)
        let parts = ["VoO-SABO", "VoO-HTJ", "VoO, utan angiven verksamhet"].compactMap { counts[$0] }
        #expect(parts.reduce(0, +) == counts["VoO"])
        let tops = ["VoO", "VSU", "IFO", "PSO", "ASI", "ADM", "SN, utan angiven verksamhet"].compactMap { counts[$0] }
        #expect(tops.reduce(0, +) == counts["Summa"])
    }

    @Test("one submission may stand in two files")
    func splitSubmission() async throws {
        var files = ReportRun.bundled
        let lines = try #require(files[Self.complaints])
        files[Self.complaints] = Array(lines[...1])
        files["complaints-rest.csv"] = [lines[0]] + lines[2...]
        let run = try await ReportRun(files, facts: nil)
        #expect(run.number("viewpoints.total.2020") == 171)
        #expect(run.number("submissions.total.2020") == 120)
    }

    @Test("an identity number is no record's number and no unit's name")
    func identityNumbers() async throws {
        let files = Self.adding(
            "18800101-1238;2020-06-01;;2020-06-02;;PSO;SoL;Fall;;;;;;",
            "AVV-2020-90002;2020-06-01;;2020-06-02;Anna Andersson 18800101-1238;PSO;SoL;Fall;;;;;;",
            to: Self.deviations
        )
        let run = try await ReportRun(files, facts: nil)
        let refused = try #require(run.publication.imports.flatMap(\.refused).first)
        #expect(refused.rule == "D-SEC-5" && refused.record == nil)
        #expect(!HTMLRenderer().render(run.publication.report).contains("Andersson"))
    }
}
