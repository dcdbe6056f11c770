import QualityCore
import QualityReports
import Testing

struct HTMLTests {
    private let html = HTMLRenderer().render(SampleReport.report)

    @Test func `Every visible number is a figure, a time, a reference or a head`() throws {
        #expect(try Markup.unmarkedDigits(in: html).isEmpty)
    }

    @Test func `A number in bare words is found by the check of visible numbers`() throws {
        let section = QualityReport.Section(id: "s", title: "S 1", blocks: [.paragraph("Det var 931 fall.")])
        let page = HTMLRenderer().render(QualityReport(title: "T", language: .swedish, sections: [section]))
        #expect(try Markup.unmarkedDigits(in: page) == "931")
    }

    @Test func `Every figure of the report is on the page, and nothing else is marked as one`() {
        let ids = Set(SampleReport.report.figures.map(\.id))
        let marked = Set(Markup.values(of: "data-figure", in: html))
        #expect(marked == ids)
    }

    @Test func `A figure is marked with its plain value and its id`() {
        #expect(
            html.contains(
                "<data class=\"figure\" value=\"1224\" data-figure=\"deviations-Fall-2017\">1\u{A0}224</data>"
            )
        )
        #expect(html.contains("<time>2020</time>"))
        #expect(html.contains("<cite>SOSFS 2011:9</cite>"))
    }

    @Test func `An absent figure is a dash with its reason, and the table says so`() {
        let cell =
            "<data class=\"figure absent\" value=\"\" data-figure=\"deviations-Smitta-2017\" "
            + "title=\"Uppgift saknas: kategorin fanns inte före 2020\">"
        #expect(html.contains(cell))
        #expect(!html.contains("data-figure=\"deviations-Smitta-2017\">0<"))
        #expect(html.contains("Uppgift saknas: kategorin fanns inte före <time>2020</time>"))
    }

    @Test func `The page needs nothing from outside and runs nothing`() {
        for forbidden in ["<script", "<link", "<img", "@import", "src=", "javascript:"] {
            #expect(!html.contains(forbidden), "\(forbidden)")
        }
        #expect(!html.replacing("xmlns=\"http://www.w3.org/2000/svg\"", with: "").contains("://"))
    }

    @Test func `The page has a language, a skip link, contents and scoped tables`() {
        #expect(html.hasPrefix("<!DOCTYPE html>\n<html lang=\"sv\">"))
        #expect(html.contains("<a class=\"skip\" href=\"#content\">Till innehållet</a>"))
        #expect(html.contains(">Innehåll</h2>"))
        for section in SampleReport.report.sections {
            #expect(html.contains("href=\"#\(section.id)\""))
            #expect(html.contains("<section id=\"\(section.id)\""))
        }
        #expect(html.contains("<th scope=\"col\" class=\"end\">2017</th>"))
        #expect(html.contains("<th scope=\"row\">Fall</th>"))
        #expect(html.contains("<th scope=\"rowgroup\" colspan=\"3\">Register</th>"))
        #expect(html.contains("Räknas på dagen då avvikelsen inträffade."))
        let ids = Markup.values(of: "id", in: html)
        #expect(Set(ids).count == ids.count, "ids differ")
    }

    @Test func `Words are escaped wherever they stand`() {
        let evil = "<b>&\"'</b>"
        let figure = QualityReport.Figure(id: evil, value: .absent(reason: evil), definition: evil, period: evil)
        let word = QualityReport.Figure(id: evil, value: .text(evil), definition: evil, period: evil)
        let line = QualityReport.Sparkline(points: [1, nil], label: evil)
        let grid = QualityReport.Grid(
            id: evil,
            caption: evil,
            countedBy: evil,
            rowHead: evil,
            columns: (0..<4).map { _ in QualityReport.Column(head: evil) },
            rows: [
                QualityReport.Row(head: evil, cells: [.figure(figure), .figure(word), .text(evil), .sparkline(line)])
            ],
            notes: ["\(evil)"]
        )
        let prose: QualityReport.Prose = "\(evil)\(emphasis: evil)\(period: evil)\(reference: evil)\(figure: word)"
        let chart = QualityReport.Chart(
            id: evil,
            title: evil,
            kind: .bars,
            series: (0..<3).map { _ in QualityReport.Chart.Series(name: evil, figures: [figure]) },
            categories: [evil],
            countedBy: evil,
            note: prose
        )
        let blocks: [QualityReport.Block] = [
            .paragraph(prose), .note(QualityReport.Note(.method, prose)), .table(grid), .chart(chart), .list([prose]),
            .keyFigures([QualityReport.KeyFigure(label: evil, figure: figure, caption: prose)]), .missing(evil),
            .details(summary: evil, blocks: [.paragraph(prose)]),
        ]
        let report = QualityReport(
            title: evil,
            subtitle: evil,
            language: .english,
            sections: ["", "2"].map { QualityReport.Section(id: evil + $0, title: evil, blocks: blocks) },
            footerNotes: [evil]
        )
        let page = HTMLRenderer().render(report)
        #expect(!page.contains("<b>"))
        #expect(page.contains("&lt;b&gt;&amp;&quot;&#39;&lt;/b&gt;"))
        #expect(page.contains("Contents"))
        #expect(page.contains("No figure: "))
        #expect(!page.contains("Uppgift saknas"))
        #expect(!MarkdownRenderer().render(report).contains("<b>"))
    }

    @Test func `The same report gives the same page`() {
        #expect(html == HTMLRenderer().render(SampleReport.report))
    }
}
