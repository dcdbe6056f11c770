import QualityCore
import QualityReports

/// A small report with every kind of block, as an administration would put it before its board.
enum SampleReport {
    typealias Figure = QualityReport.Figure
    typealias Cell = QualityReport.Cell
    typealias Row = QualityReport.Row

    static let report = QualityReport(
        title: "Kvalitetsberättelse 2020",
        subtitle: "Socialnämndens systematiska kvalitetsarbete, 1 januari–31 december 2020",
        language: .swedish,
        sections: [summary, deviations, complaints, goals, lexSarah],
        footerNotes: ["Uppgifterna är lästa ur registret vid journalposition 4711.", "Framställd 2021-02-15."]
    )

    static func count(_ id: String, _ value: Int?, reason: String = "kategorin fanns inte före 2020") -> Figure {
        Figure(
            id: id,
            value: value.map(Figure.Value.integer) ?? .absent(reason: reason),
            definition: "Antal avvikelser",
            period: "2020",
            source: QualityReport.Source(query: "deviation by occurred year × category", position: 4711)
        )
    }

    static func share(_ id: String, _ value: Double) -> Figure {
        Figure(
            id: id,
            value: .decimal(value, fractionDigits: 0),
            unit: .percent,
            definition: "Andel",
            period: "2020"
        )
    }

    static let categories: [(name: String, values: [Int?])] = [
        ("Fall", [1224, 1253, 1238, 931]),
        ("Läkemedel", [786, 818, 1122, 970]),
        ("Medicintekniska produkter", [31, 31, 39, 24]),
        ("Vårdkedjeproblematik", [19, 23, 39, 41]),
        ("Vårdtagare-/brukarfrågor", [479, 406, 427, 509]),
        ("Smitta", [nil, nil, nil, 5]),
    ]

    static let deviationTable: QualityReport.Grid = {
        func row(_ name: String, _ values: [Int?], kind: Row.Kind) -> Row {
            let figures = zip(2017...2020, values).map { Cell.figure(count("deviations-\(name)-\($0)", $1)) }
            let words = values.map { $0.map(String.init) ?? "uppgift saknas" }.joined(separator: ", ")
            let line = QualityReport.Sparkline(points: values.map { $0.map(Double.init) }, label: "2017–2020: \(words)")
            return Row(head: name, kind: kind, cells: figures + [.sparkline(line)])
        }
        return QualityReport.Grid(
            id: "deviations-by-category",
            caption: "Avvikelser efter kategori, 2017–2020",
            countedBy: "Räknas på dagen då avvikelsen inträffade. Varje avvikelse har en kategori.",
            rowHead: "Kategori",
            columns: (2017...2020).map { QualityReport.Column(head: String($0)) }
                + [QualityReport.Column(head: "Utveckling", isExported: false)],
            rows: categories.map { row($0.name, $0.values, kind: .body) }
                + [row("Samtliga", [2539, 2531, 2865, 2480], kind: .total)],
            notes: ["Linjen visar formen över åren; varje rad har sin egen skala."]
        )
    }()

    static let monthly: QualityReport.Chart = {
        let months = ["jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec"]
        let before = [241, 228, 252, 236, 244, 229, 231, 238, 246, 240, 242, 238]
        let now = [248, 232, 221, 176, 171, 184, 196, 208, 214, 219, 207, 204]
        func series(_ year: Int, _ values: [Int], isComparison: Bool) -> QualityReport.Chart.Series {
            QualityReport.Chart.Series(
                name: String(year),
                figures: zip(months, values).map { count("deviations-\(year)-\($0)", $1) },
                isComparison: isComparison
            )
        }
        return QualityReport.Chart(
            id: "deviations-by-month",
            title: "Avvikelser per månad, 2020 jämfört med 2019",
            kind: .bars,
            series: [series(2019, before, isComparison: true), series(2020, now, isComparison: false)],
            categories: months,
            countedBy: "Räknas på dagen då avvikelsen inträffade.",
            note: "Under våren gjordes färre besök; antalet per utförd insats redovisas inte."
        )
    }()

    static let summary = QualityReport.Section(
        id: "sammanfattning",
        title: "Sammanfattning",
        blocks: [
            .paragraph(
                """
                Under \(period: 2020) rapporterade verksamheterna \(figure: count("deviations-Samtliga-2020", 2480)) \
                avvikelser, en minskning med \(figure: share("deviations-change", -13.4)) från året före. \
                Minskningen gäller \(emphasis: "fall"); läkemedelsavvikelserna är kvar på en hög nivå. Berättelsen \
                följer \(reference: "SOSFS 2011:9") om ledningssystem för systematiskt kvalitetsarbete.
                """
            ),
            .keyFigures([
                QualityReport.KeyFigure(
                    label: "Avvikelser",
                    figure: count("deviations-Samtliga-2020", 2480),
                    caption: "\(figure: count("deviations-Samtliga-2019", 2865)) året före"
                ),
                QualityReport.KeyFigure(
                    label: "Klagomål och synpunkter",
                    figure: count("complaints-total", 118),
                    caption: "varav \(figure: share("complaints-praise", 14)) beröm"
                ),
                QualityReport.KeyFigure(
                    label: "Lex Sarah-rapporter",
                    figure: count("lex-sarah", nil, reason: "registret börjar 2021"),
                    caption: ""
                ),
                QualityReport.KeyFigure(
                    label: "Nöjda brukare",
                    figure: share("satisfied", 87),
                    caption: "Socialstyrelsens undersökning"
                ),
            ]),
            .note(
                QualityReport.Note(
                    .attention,
                    """
                    Under \(period: "mars–maj 2020") ändrades rutinen för rapportering i hemtjänsten. Fall som \
                    tidigare rapporterades två gånger räknas sedan dess en gång, vilket kan förklara en del av \
                    minskningen. Jämförelser mellan åren behöver därför göras med försiktighet, särskilt för enheter \
                    med få händelser, där en enstaka händelse ändrar andelen mycket.
                    """
                )
            ),
        ]
    )

    static let deviations = QualityReport.Section(
        id: "avvikelser",
        title: "Avvikelser",
        blocks: [
            .paragraph("Avvikelser rapporteras av personalen i alla verksamheter och bedöms av enhetschefen."),
            .table(deviationTable),
            .chart(monthly),
            .note(QualityReport.Note(.method, "En avvikelse räknas en gång, också när flera personer berörs.")),
            .chart(byUnit),
        ]
    )

    static let byUnit = QualityReport.Chart(
        id: "by-unit",
        title: "Avvikelser efter verksamhet",
        kind: .horizontalBars,
        series: [
            QualityReport.Chart.Series(
                name: "2020",
                figures: [count("unit-1", 1402), count("unit-2", 806), count("unit-3", 272), count("unit-4", nil)]
            )
        ],
        categories: ["Särskilt boende för äldre", "Hemtjänst och hemsjukvård", "Funktionsstöd", "Individ och familj"],
        countedBy: "Räknas på dagen då avvikelsen inträffade."
    )
}
