import QualityReports

extension SampleReport {
    static let kinds = ["Klagomål", "Synpunkt", "Beröm"]
    static let subjects = [
        "Bemötande", "Omsorgens utförande", "Information", "Tillgänglighet", "Rättssäkerhet", "Mat och måltider",
        "Övrigt",
    ]
    static let counts = [[14, 22, 9, 12, 4, 7, 3], [3, 6, 5, 8, 1, 5, 3], [9, 4, 1, 0, 0, 2, 0]]

    static let matrix: QualityReport.Grid = {
        let total = counts.joined().reduce(0, +)
        var rows = zip(kinds, counts).map { kind, values in
            let sum = values.reduce(0, +)
            return Row(
                head: kind,
                cells: zip(subjects, values).map { .figure(count("complaints-\(kind)-\($0)", $1)) } + [
                    .figure(count("complaints-\(kind)", sum)),
                    .figure(share("complaints-\(kind)-share", 100 * Double(sum) / Double(total))),
                ]
            )
        }
        let columns = subjects.indices.map { index in counts.map { $0[index] }.reduce(0, +) }
        rows.append(
            Row(
                head: "Samtliga",
                kind: .total,
                cells: zip(subjects, columns).map { .figure(count("complaints-\($0)", $1)) } + [
                    .figure(count("complaints-total", total)), .figure(share("complaints-total-share", 100)),
                ]
            )
        )
        rows.append(
            Row(
                head: "Andel av samtliga",
                indent: 1,
                cells: zip(subjects, columns).map {
                    .figure(share("complaints-\($0)-share", 100 * Double($1) / Double(total)))
                }
            )
        )
        return QualityReport.Grid(
            id: "complaints",
            caption: "Klagomål, synpunkter och beröm efter område",
            countedBy: "Räknas på dagen då ärendet kom in, 2020.",
            rowHead: "Slag",
            columns: (subjects + ["Samtliga", "Andel"]).map { QualityReport.Column(head: $0) },
            rows: rows
        )
    }()

    static let shares = QualityReport.Chart(
        id: "complaint-shares",
        title: "Områden efter slag",
        kind: .stackedShare,
        series: subjects.indices.map { index in
            QualityReport.Chart.Series(
                name: subjects[index],
                figures: zip(kinds, counts).map { count("complaints-\($0)-\(subjects[index])", $1[index]) }
            )
        },
        categories: kinds,
        countedBy: "Räknas på dagen då ärendet kom in, 2020."
    )

    static let complaints = QualityReport.Section(
        id: "klagomal",
        title: "Klagomål och synpunkter",
        blocks: [
            .table(matrix),
            .chart(shares),
            .details(
                summary: "Så stämmer tabellerna med varandra",
                blocks: [.paragraph("Varje summa är räknad två gånger."), .table(reconciliation)]
            ),
        ]
    )

    static let reconciliation = QualityReport.Grid(
        id: "reconciliation",
        caption: "Avstämning mot registret",
        countedBy: "Räknas på dagen då ärendet kom in, 2020.",
        rowHead: "Steg",
        columns: [QualityReport.Column(head: "Antal"), QualityReport.Column(head: "Anmärkning", alignment: .leading)],
        rows: [
            Row(head: "Register", kind: .group),
            Row(
                head: "Inkomna ärenden",
                indent: 1,
                cells: [.figure(count("rec-in", 124)), .text("till och med 2020-12-31")]
            ),
            Row(
                head: "Dubbletter",
                indent: 1,
                cells: [.figure(count("rec-double", -6)), .text("samma ärende två gånger")]
            ),
            Row(head: "I berättelsen", kind: .total, cells: [.figure(count("complaints-total", 118)), .empty]),
        ]
    )

    static let goals = QualityReport.Section(
        id: "mal",
        title: "Mål och utfall",
        blocks: [
            .table(
                QualityReport.Grid(
                    id: "goals",
                    caption: "Nämndens kvalitetsmål 2020",
                    countedBy: "Utfallet är värdet den sista dagen på året.",
                    rowHead: "Mål",
                    columns: [
                        QualityReport.Column(head: "Målvärde"), QualityReport.Column(head: "Utfall"),
                        QualityReport.Column(head: "Bedömning", alignment: .leading),
                    ],
                    rows: [
                        goal("Brukare som är nöjda med bemötandet", "g1", 90, 92, "Uppnått"),
                        goal("Utredningar klara i lagens tid", "g2", 100, 94, "Delvis uppnått"),
                        goal("Personal som läst rutinen för rapportering", "g3", 95, 71, "Ej uppnått"),
                    ]
                )
            ),
            .paragraph("Till nästa år föreslås:"),
            .list([
                "att läkemedelshanteringen går igenom i alla boenden,",
                "att enheter med fler än \(figure: count("limit", 50)) fall per år gör en riskanalys,",
                "att rapporteringen följs per månad.",
            ]),
        ]
    )

    static func goal(_ head: String, _ id: String, _ target: Double, _ outcome: Double, _ word: String) -> Row {
        let verdict = Figure(id: "\(id)-word", value: .text(word), definition: "Bedömning", period: "2020")
        return Row(
            head: head,
            cells: [.figure(share("\(id)-target", target)), .figure(share("\(id)-outcome", outcome)), .figure(verdict)]
        )
    }

    static let lexSarah = QualityReport.Section(
        id: "lex-sarah",
        title: "Lex Sarah",
        blocks: [.missing("Registret har inga lex Sarah-rapporter för 2020. Avsnittet fylls i från och med 2021.")]
    )
}
