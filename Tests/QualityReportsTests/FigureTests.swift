import QualityCore
import QualityReports
import Testing

struct FigureTests {
    typealias Figure = QualityReport.Figure

    private func figure(_ value: Figure.Value, unit: QualityReport.FigureUnit = .count) -> Figure {
        Figure(id: "f", value: value, unit: unit, definition: "", period: "2020")
    }

    @Test(arguments: [
        (Figure.Value.integer(0), "0", "0", "0"),
        (.integer(931), "931", "931", "931"),
        (.integer(1224), "1\u{A0}224", "1,224", "1224"),
        (.integer(-12_345_678), "\u{2212}12\u{A0}345\u{A0}678", "\u{2212}12,345,678", "-12345678"),
        (
            .integer(.min), "\u{2212}9\u{A0}223\u{A0}372\u{A0}036\u{A0}854\u{A0}775\u{A0}808",
            "\u{2212}9,223,372,036,854,775,808", "-9223372036854775808"
        ),
        (.decimal(0.5, fractionDigits: 1), "0,5", "0.5", "0.5"),
        (.decimal(42.857, fractionDigits: 1), "42,9", "42.9", "42.9"),
        (.decimal(-0.04, fractionDigits: 1), "0,0", "0.0", "0.0"),
        (.decimal(-1234.5, fractionDigits: 2), "\u{2212}1\u{A0}234,50", "\u{2212}1,234.50", "-1234.50"),
        (.decimal(99.5, fractionDigits: 0), "100", "100", "100"),
    ])
    func `Numbers take the form of the language and stay plain in data`(
        value: Figure.Value,
        swedish: String,
        english: String,
        machine: String
    ) {
        #expect(figure(value).shown(in: .swedish) == swedish)
        #expect(figure(value).shown(in: .english) == english)
        #expect(value.machineForm == machine)
    }

    @Test func `A percent sign stands apart in Swedish and attached in English`() {
        let share = figure(.integer(43), unit: .percent)
        #expect(share.shown(in: .swedish) == "43\u{A0}%")
        #expect(share.shown(in: .english) == "43%")
        let days = figure(.integer(3), unit: QualityReport.FigureUnit(code: "days", symbol: "days"))
        #expect(days.shown(in: .english) == "3\u{A0}days")
    }

    @Test(arguments: [
        Figure.Value.absent(reason: "ej registrerat"), .decimal(.nan, fractionDigits: 1),
        .decimal(.infinity, fractionDigits: 0),
    ])
    func `An absent figure is a dash without a number or a unit`(value: Figure.Value) {
        let absent = figure(value, unit: .percent)
        #expect(value.isAbsent)
        #expect(value.number == nil)
        #expect(absent.shown(in: .swedish) == "–")
        #expect(absent.absence(in: .swedish)?.isEmpty == false)
    }

    @Test func `Figures are collected once, in reading order`() {
        let ids = SampleReport.report.figures.map(\.id)
        #expect(Set(ids).count == ids.count)
        #expect(ids.first == "deviations-Samtliga-2020")
        #expect(ids.contains("rec-double"), "folded tables count too")
        #expect(ids.contains("deviations-2019-jan"), "charts count too")
        let position = { (id: String) in ids.firstIndex(of: id) ?? -1 }
        #expect(position("deviations-Fall-2017") < position("deviations-Läkemedel-2017"))
        #expect(position("deviations-2019-jan") < position("deviations-2020-jan"))
        #expect(position("deviations-2020-jan") < position("deviations-2019-feb"))
        #expect(SampleReport.report.ambiguousFigureIDs.isEmpty)
    }

    @Test func `Two figures under one id are told apart`() {
        let first = figure(.integer(1))
        let report = QualityReport(
            title: "R",
            language: .english,
            sections: [
                QualityReport.Section(
                    id: "s",
                    title: "S",
                    blocks: [.paragraph("\(figure: first) \(figure: figure(.integer(2)))")]
                )
            ]
        )
        #expect(report.figures == [first])
        #expect(report.ambiguousFigureIDs == ["f"])
    }
}
