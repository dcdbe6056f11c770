import QualityReports
import Testing

struct ProseTests {
    private let total = QualityReport.Figure(id: "n", value: .integer(931), definition: "", period: "2020")

    @Test func `A literal keeps figures, periods, references and emphasis apart from its words`() {
        let prose: QualityReport.Prose =
            "In \(period: 2020) \(figure: total) \(emphasis: "falls"), see \(reference: "HSLF-FS 2017:79")."
        #expect(
            prose.inlines == [
                .text("In "), .period("2020"), .text(" "), .figure(total), .text(" "), .emphasis("falls"),
                .text(", see "), .reference("HSLF-FS 2017:79"), .text("."),
            ]
        )
        #expect(prose.figures == [total])
    }

    @Test func `Words beside words become one run, and prose can hold prose`() {
        let name = "Fall"
        let inner: QualityReport.Prose = "\(name): \(figure: total)"
        let outer: QualityReport.Prose = "Av dem \(inner)"
        #expect(outer.inlines == [.text("Av dem Fall: "), .figure(total)])
        #expect(("a" + outer).figures == [total])
    }

    @Test func `An empty literal has no runs`() {
        let prose: QualityReport.Prose = ""
        #expect(prose.isEmpty)
    }
}
