import AnnualReport
import Foundation
import QualityManagement
import TestSupport
import Testing

/// What the program does with few rows, or with a fault that it finds before it counts.
struct SmallInputTests {
    private static let deviations = "deviations-2017-2020.csv"
    private static let lexSarah = "lex-sarah-2019-2020.csv"

    @Test("a file without a head that it needs is an error that names the head")
    func missingColumn() async throws {
        var files = ReportRun.bundled
        files[Self.lexSarah] = ["Diarienummer;Rapporterad;Kategorier", "LS-1;2020-01-01;Övrigt"]
        await #expect {
            _ = try await ReportRun(files, facts: nil)
        } throws: { error in
            (error as? CSVError)?.code == .missingColumn && (error as? CSVError)?.column == "Verksamhet"
        }
    }

    @Test("a year in which every deviation was cancelled has none, which is known and not missing")
    func onlyCancelled() async throws {
        var files = ReportRun.bundled
        let lines = try #require(files[Self.deviations])
        files[Self.deviations] = [
            lines[0], "A1;2019-06-01;;2019-06-02;;PSO;SoL;Fall;;;;;;Avslutad",
            "A2;2020-06-01;;2020-06-02;;PSO;SoL;Fall;;;;;;Makulerad",
        ]
        let run = try await ReportRun(files, facts: nil)
        #expect(run.number("deviations.total.2020") == 0)
        #expect(run.number("deviations.cancelled.2020") == 1)
    }

    @Test("years between the first and the last stand in the table, without figures where nothing is known")
    func gapYears() async throws {
        var files = ReportRun.bundled
        let lines = try #require(files[Self.deviations])
        files[Self.deviations] = [
            lines[0], "A1;2017-06-01;;2017-06-02;;PSO;SoL;Fall;;;;;;", "A2;2020-06-01;;2020-06-02;;PSO;SoL;Fall;;;;;;",
            "A3;0001-01-02;;0001-01-03;;PSO;SoL;Fall;;;;;;", "A4;9998-01-02;;9998-01-03;;PSO;SoL;Fall;;;;;;",
        ]
        let table = try await ReportRun(files, facts: nil).table("deviations-by-category")
        #expect(table.first == ["Kategori", "2017", "2018", "2019", "2020"])
        #expect(table.contains(["Fall", "1", "", "", "1"]))
    }

    @Test(
        "facts that contradict themselves are refused by their place",
        arguments: [
            (#"{"processMaps": [{"year": 2020, "identified": 3, "mapped": 4}]}"#, "mapped must lie between"),
            (
                #"{"exposure": [{"id": "x", "operation": "ADM", "label": {"sv": "a", "en": "b"}, "unit": {"sv": "a", "en": "b"}, "values": {"abc": 1}}]}"#,
                "abc is not a year"
            ),
            (
                #"{"printed": [{"id": "a", "label": {"sv": "a", "en": "b"}, "figures": [{"figure": "x", "value": 1}, {"figure": "x", "value": 2}]}]}"#,
                "x stands twice"
            ),
            (
                #"{"printed": [{"id": "a", "label": {"sv": "a", "en": "b"}, "figures": [{"figure": "x", "value": 9223372036854775807}]}]}"#,
                "larger than a count"
            ),
        ]
    )
    func contradictoryFacts(json: String, words: String) throws {
        let facts = try JSONDecoder().decode(Facts.self, from: Data(json.utf8))
        #expect(try #require(facts.fault).contains(words))
    }
}
