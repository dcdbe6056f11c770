import AnnualReport
import QualityManagement
import Testing

@Suite("A case that another system calls returned")
struct ReturnedCaseTests {
    @Test(
        "becomes the decision none, marked as imported, as no report can be declined (D-DEV-6)",
        arguments: [("Återsänd", MisconductDegree.noMisconduct), ("återlämnad", .noMisconduct), ("", nil)]
            as [(String, MisconductDegree?)]
    )
    func returned(words: String, degree: MisconductDegree?) throws {
        let board = try Board.bundled()
        let context = ImportContext(
            organisation: board.organisation,
            classification: board.classifications.lexSarah,
            source: "csv"
        )
        let text = "Diarienummer;Rapporterad;Verksamhet;Kategorier;Bedömning\nLS-1;2020-03-01;IFO;Övrigt;\(words)\n"
        let table = try CSVTable(text.utf8, name: "lex-sarah.csv")
        let read = try LexSarahReader(context).read([table])
        let found = try #require(read.entries.first?.record)
        #expect(read.entries.count == 1 && read.refused.isEmpty)
        #expect(found.decision?.degree == degree && found.violations(under: .swedish).isEmpty)
        #expect(found.decision.map(\.isImported) == degree.map { _ in true })
        #expect(found.decision.map { $0.motivation == .notStated(source: "csv") } ?? true)
    }
}
