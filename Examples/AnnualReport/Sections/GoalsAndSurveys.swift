import QualityManagement

extension Account {
    var goalSection: QualityReport.Section {
        let title = text("Mål", "Goals")
        guard !goals.isEmpty else {
            return .init(
                id: "mal",
                title: title,
                blocks: [
                    .missing(text("Uppgifter om nämndens mål saknas.", "Figures on the board's goals are missing."))
                ]
            )
        }
        func cell(_ goal: Facts.Goal, _ part: String) -> QualityReport.Cell {
            book["goals.\(goal.id).\(part).\(year)"].map(QualityReport.Cell.figure) ?? .empty
        }
        return .init(
            id: "mal",
            title: title,
            blocks: [
                .paragraph(goalSummary),
                .table(
                    .init(
                        id: "goals",
                        caption: text("Mål och utfall \(year)", "Goals and outcomes \(year)"),
                        countedBy: countedAsStated,
                        rowHead: text("Mål", "Goal"),
                        columns: [
                            .init(head: text("Bedömning", "Verdict"), alignment: .leading),
                            .init(head: text("Målnivå", "Target")),
                            .init(head: text("Utfall", "Result")),
                            .init(head: text("Året före", "Year before")),
                            .init(head: text("Riket", "National")),
                        ],
                        rows: goals.map { goal in
                            .init(
                                head: goal.goal(language),
                                cells: ["outcome", "target", "value", "previous", "national"].map { cell(goal, $0) }
                            )
                        }
                    )
                ),
            ]
        )
    }

    /// How many goals had each outcome.
    private var goalSummary: QualityReport.Prose {
        let outcomes: [Facts.Goal.Outcome] = [.met, .partlyMet, .notMet, .notMeasured]
        let counted = outcomes.filter { outcome in goals.contains { $0.outcome == outcome } }
        var prose: QualityReport.Prose =
            language == .swedish ? "Nämndens mål efter utfall: " : "The board's goals by outcome: "
        for (position, outcome) in counted.enumerated() {
            let label = outcome.label(language).lowercased()
            let end = position == counted.count - 1 ? "." : ", "
            prose = prose + "\(label) \(figure: figure("goals.\(outcome.rawValue).\(year)"))\(end)"
        }
        return prose
    }

    var surveySection: QualityReport.Section {
        let title = text("Brukarundersökningar", "User surveys")
        guard !surveys.isEmpty else {
            return .init(
                id: "undersokningar",
                title: title,
                blocks: [
                    .missing(text("Uppgifter om brukarundersökningar saknas.", "Figures on user surveys are missing."))
                ]
            )
        }
        func cell(_ id: String) -> QualityReport.Cell {
            book["surveys.\(id).\(year)"].map(QualityReport.Cell.figure) ?? .empty
        }
        var rows: [QualityReport.Row] = []
        for survey in surveys {
            let parts = ["satisfied", "national", "distributed", "answered", "response", "previousResponse"]
            rows.append(.init(head: survey.name(language), cells: parts.map { cell("\(survey.id).\($0)") }))
            for question in survey.questions ?? [] {
                rows.append(
                    .init(
                        head: question.question(language),
                        indent: 1,
                        cells: [
                            cell("\(survey.id).\(question.id).value"), cell("\(survey.id).\(question.id).national"),
                        ]
                            + Array(repeating: .empty, count: 4)
                    )
                )
            }
        }
        return .init(
            id: "undersokningar",
            title: title,
            blocks: [
                .table(
                    .init(
                        id: "surveys",
                        caption: text("Brukarundersökningar \(year)", "User surveys \(year)"),
                        countedBy: countedAsStated,
                        rowHead: text("Undersökning och fråga", "Survey and question"),
                        columns: [
                            text("Nöjda", "Satisfied"), text("Riket", "National"), text("Tillfrågade", "Asked"),
                            text("Svar", "Answers"), text("Svarsandel", "Response"),
                            text("Svarsandel förra gången", "Response last time"),
                        ].map { .init(head: $0) },
                        rows: rows,
                        notes: [
                            .init([
                                .text(
                                    text(
                                        "En tom ruta betyder att uppgiften saknas. Jämförelser med riket är nivåer; deras osäkerhet är inte angiven i källan.",
                                        "An empty cell means that there is no figure. Comparisons with the nation are of levels; the source does not state their uncertainty."
                                    )
                                )
                            ])
                        ]
                    )
                )
            ]
        )
    }
}
