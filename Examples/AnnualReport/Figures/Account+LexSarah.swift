import QualityManagement

extension Account {
    private var lexSarahVersion: ClassificationVersion {
        board.classifications.lexSarah.version(on: CalendarPeriod(year: year)?.last ?? .latest)
    }

    private func byCategory(_ shown: Int) -> [CountAxis.Key: Int] {
        lexSarah.table.inYear(shown).count(.records, by: .codes(.category))
    }

    var lexSarahCategories: [CountAxis.Key] {
        let listed = lexSarahVersion.topCategories.map { CountAxis.Key.code($0.id) }
        let unknown = byCategory(year).keys.filter { !listed.contains($0) }
        return listed + unknown.sorted { id(of: $0) < id(of: $1) }
    }

    func lexSarahName(_ category: CountAxis.Key) -> String {
        name(of: category, in: [lexSarahVersion])
    }

    mutating func addLexSarahFigures() {
        let years = lexSarah.years(through: year)
        let operationTable = lexSarah.table.count(.records, by: unitsWithAllLevels, and: .years)
        for shown in years {
            let period = String(shown)
            add(
                "lexSarah.total.\(shown)",
                value(lexSarah.recordsByYear[shown] ?? 0, in: lexSarah, shown),
                .cases,
                text("Rapporterade Lex Sarah-ärenden", "Reported Lex Sarah cases"),
                period: period,
                query: "lexSarahCase: reported year"
            )
            for operation in operations(in: [operationTable]) {
                add(
                    "lexSarah.operation.\(id(of: operation.key)).\(shown)",
                    value(operationTable[operation.key, .year(shown)], in: lexSarah, shown),
                    .cases,
                    text(
                        "Lex Sarah-ärenden i \(name(of: operation.key, in: []))",
                        "Lex Sarah cases in \(name(of: operation.key, in: []))"
                    ),
                    period: period,
                    query: "lexSarahCase: reported year × unit"
                )
            }
        }
        let inYear = lexSarah.table.inYear(year)
        let period = String(year)
        let categories = byCategory(year)
        for key in lexSarahCategories {
            let count = categories[key] ?? 0
            let label = lexSarahName(key)
            add(
                "lexSarah.category.\(id(of: key)).\(year)",
                value(count, in: lexSarah, year),
                .cases,
                text("Ärenden med kategorin \(label)", "Cases with the category \(label)"),
                period: period,
                query: "lexSarahCase: reported year × category"
            )
            add(
                "lexSarah.category.\(id(of: key)).share.\(year)",
                lexSarah.covers(year) ? share(count, of: inYear.recordCount) : value(0, in: lexSarah, year),
                .percent,
                text("Andel av ärendena med kategorin \(label)", "Share of cases with the category \(label)"),
                period: period,
                query: "lexSarahCase: reported year × category"
            )
        }
        let degrees = inYear.count(.records, by: .codes(.degree))
        for degree in MisconductDegree.allCases {
            let label = degree.label(language)
            add(
                "lexSarah.degree.\(degree.rawValue).\(year)",
                value(degrees[.code(CategoryCode(rawValue: degree.rawValue))] ?? 0, in: lexSarah, year),
                .cases,
                text("Ärenden med bedömningen \(label)", "Cases of the degree \(label)"),
                period: period,
                query: "lexSarahCase: reported year × degree"
            )
        }
        let serious = MisconductDegree.allCases.filter(\.requiresNotification)
            .reduce(0) { $0 + (degrees[.code(CategoryCode(rawValue: $1.rawValue))] ?? 0) }
        add(
            "lexSarah.toNotify.\(year)",
            value(serious, in: lexSarah, year),
            .cases,
            text(
                "Ärenden bedömda som allvarliga missförhållanden eller påtagliga risker för sådana",
                "Cases found to be serious misconduct or a tangible risk of it"
            ),
            period: period,
            query: "lexSarahCase: reported year × degree"
        )
        add(
            "lexSarah.degree.undecided.\(year)",
            value(degrees[.unstated] ?? 0, in: lexSarah, year),
            .cases,
            text("Ärenden som ännu inte är bedömda", "Cases not yet assessed"),
            period: period,
            query: "lexSarahCase: reported year × degree"
        )
        let notified = inYear.count(.records, by: .codes(.notification))[.code(LexSarahCase.notifiedCode)] ?? 0
        add(
            "lexSarah.notified.\(year)",
            value(notified, in: lexSarah, year),
            .cases,
            text("Ärenden anmälda till IVO", "Cases notified to IVO"),
            period: period,
            query: "lexSarahCase: reported year × notification"
        )
    }
}
