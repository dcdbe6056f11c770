import QualityManagement

extension Account {
    var lexSarahSection: QualityReport.Section {
        let title = "Lex Sarah"
        guard lexSarah.covers(year) else {
            return .init(
                id: "lex-sarah",
                title: title,
                blocks: [
                    .missing(
                        text(
                            "Registret har inga Lex Sarah-ärenden för året.",
                            "The register holds no Lex Sarah cases of the year."
                        )
                    ),
                    .table(lexSarahOperationGrid),
                    .table(categoryGrid),
                ]
            )
        }
        let total = figure("lexSarah.total.\(year)")
        let serious = figure("lexSarah.toNotify.\(year)")
        let notified = figure("lexSarah.notified.\(year)")
        return .init(
            id: "lex-sarah",
            title: title,
            blocks: [
                .paragraph(
                    language == .swedish
                        ? "Den som utför uppgifter ska genast rapportera ett missförhållande eller en påtaglig risk för ett missförhållande\(citation(.reportMisconduct)), nämnden ska utreda och avhjälpa det\(citation(.investigateMisconduct)), och ett allvarligt missförhållande eller en påtaglig risk för ett sådant ska anmälas till IVO\(citation(.notifyMisconduct)). Antalet ärenden som rapporterades under \(period: year) är \(figure: total). Av dem bedömdes \(figure: serious) som allvarliga, och \(figure: notified) anmäldes till IVO."
                        : "Whoever performs tasks shall at once report misconduct or a tangible risk of it\(citation(.reportMisconduct)), the board shall investigate and remedy it\(citation(.investigateMisconduct)), and serious misconduct, or a tangible risk of it, shall be notified to IVO\(citation(.notifyMisconduct)). The number of cases reported during \(period: year) is \(figure: total). Of them, \(figure: serious) were found to be serious, and \(figure: notified) were notified to IVO."
                ),
                .table(lexSarahOperationGrid),
                .table(categoryGrid),
                .table(degreeGrid),
            ]
        )
    }

    private var lexSarahOperationGrid: QualityReport.Grid {
        operationGrid(
            of: lexSarah,
            prefix: "lexSarah",
            id: "lex-sarah-by-operation",
            caption: text("Lex Sarah-ärenden per verksamhet", "Lex Sarah cases by operation"),
            countedBy: countedByReported,
            picture: false,
            notes: []
        )
    }

    private var categoryGrid: QualityReport.Grid {
        .init(
            id: "lex-sarah-by-category",
            caption: text("Lex Sarah-ärenden per kategori \(year)", "Lex Sarah cases by category \(year)"),
            countedBy: countedByReported,
            rowHead: text("Kategori", "Category"),
            columns: [.init(head: text("Ärenden", "Cases")), .init(head: text("Andel", "Share"))],
            rows: lexSarahCategories.map { key in
                .init(
                    head: lexSarahName(key),
                    cells: [
                        .figure(figure("lexSarah.category.\(id(of: key)).\(year)")),
                        .figure(figure("lexSarah.category.\(id(of: key)).share.\(year)")),
                    ]
                )
            },
            notes: [
                language == .swedish
                    ? "Andelar är av årets \(figure: figure("lexSarah.total.\(year)")) ärenden, avrundade var för sig till hela procent. Ett ärende kan ha flera kategorier, så andelarna kan tillsammans överstiga hundra procent."
                    : "Shares are of the year's \(figure: figure("lexSarah.total.\(year)")) cases, rounded one by one to whole per cent. A case can have several categories, so the shares may together exceed one hundred per cent."
            ]
        )
    }

    private var degreeGrid: QualityReport.Grid {
        let degrees = MisconductDegree.allCases.map { ($0.label(language), "lexSarah.degree.\($0.rawValue).\(year)") }
        let undecided = (text("Ännu inte bedömt", "Not yet assessed"), "lexSarah.degree.undecided.\(year)")
        return .init(
            id: "lex-sarah-by-degree",
            caption: text("Lex Sarah-ärenden per bedömning \(year)", "Lex Sarah cases by degree \(year)"),
            countedBy: countedByReported,
            rowHead: text("Bedömning", "Degree"),
            columns: [.init(head: text("Ärenden", "Cases"))],
            rows: (degrees + [undecided]).map { .init(head: $0.0, cells: [.figure(figure($0.1))]) }
                + [
                    .init(
                        head: text("Summa", "Total"),
                        kind: .total,
                        cells: [.figure(figure("lexSarah.total.\(year)"))]
                    )
                ]
        )
    }
}
