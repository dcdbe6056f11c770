import QualityCore
import QualityReports
import Testing

struct MarkdownTests {
    private let text = MarkdownRenderer().render(SampleReport.report)

    @Test func `Tables align numbers, weigh totals and leave sparklines out`() {
        #expect(text.contains("| Kategori | 2017 | 2018 | 2019 | 2020 |\n| :--- | ---: | ---: | ---: | ---: |"))
        #expect(text.contains("| Smitta | – | – | – | 5 |"))
        #expect(text.contains("| **Samtliga** | **2\u{A0}539** | **2\u{A0}531** | **2\u{A0}865** | **2\u{A0}480** |"))
        #expect(text.contains("– Uppgift saknas: kategorin fanns inte före 2020"))
        #expect(!text.contains("Utveckling"))
    }

    @Test func `Charts become their tables`() {
        #expect(text.contains("| Kategori | 2019 | 2020 |"))
        #expect(text.contains("| jan | 241 | 248 |"))
    }

    @Test func `Pipes and line breaks cannot break a table`() {
        let grid = QualityReport.Grid(
            id: "g",
            caption: "C",
            countedBy: "D",
            rowHead: "a|b",
            columns: [QualityReport.Column(head: "c|d", alignment: .leading)],
            rows: [QualityReport.Row(head: "e|f\ng", cells: [.text("h|*i*")])]
        )
        let section = QualityReport.Section(id: "s", title: "S", blocks: [.table(grid)])
        let page = MarkdownRenderer().render(QualityReport(title: "T", language: .english, sections: [section]))
        #expect(page.contains("| a\\|b | c\\|d |\n| :--- | :--- |\n| e\\|f g | h\\|\\*i\\* |"))
    }

    @Test func `A paragraph that begins like a list stays a paragraph`() {
        let blocks: [QualityReport.Block] = [.paragraph("1. Inte en lista"), .paragraph("- inte heller")]
        let section = QualityReport.Section(id: "s", title: "S", blocks: blocks)
        let page = MarkdownRenderer().render(QualityReport(title: "T", language: .swedish, sections: [section]))
        #expect(page.contains("1\\. Inte en lista"))
        #expect(page.contains("\\- inte heller"))
    }

    @Test func `The same report gives the same text`() {
        #expect(text == MarkdownRenderer().render(SampleReport.report))
    }
}
