import QualityManagement

extension Account {
    mutating func addFactFigures() {
        for maps in (facts?.processMaps ?? []) where maps.year == year {
            add(
                "processes.identified.\(year)",
                .integer(maps.identified),
                .processes,
                text("Identifierade huvudprocesser", "Main processes identified"),
                period: String(year)
            )
            add(
                "processes.mapped.\(year)",
                .integer(maps.mapped),
                .processes,
                text("Kartlagda huvudprocesser", "Main processes mapped"),
                period: String(year)
            )
            add(
                "processes.mapped.share.\(year)",
                share(maps.mapped, of: maps.identified),
                .percent,
                text("Andel av huvudprocesserna som är kartlagd", "Share of the main processes that is mapped"),
                period: String(year)
            )
        }
        for check in selfChecks {
            guard let items = check.items else { continue }
            add(
                "selfChecks.\(check.id).items.\(year)",
                .integer(items),
                .count,
                text("Granskade poster: ", "Items reviewed: ") + check.what(language),
                period: String(year)
            )
        }
        addGoalFigures()
        addSurveyFigures()
        addExposureFigures()
        addImportFigures()
    }

    var selfChecks: [Facts.SelfCheck] { (facts?.selfChecks ?? []).filter { $0.year == year } }
    var goals: [Facts.Goal] { (facts?.goals ?? []).filter { $0.year == year } }
    var surveys: [Facts.Survey] { (facts?.surveys ?? []).filter { $0.year == year } }

    private mutating func addGoalFigures() {
        let period = String(year)
        for goal in goals {
            let prefix = "goals.\(goal.id)"
            let unit: QualityReport.FigureUnit =
                switch goal.unit {
                case .percent: .percent
                case .days: .init(code: "days", symbol: text("dagar", "days"))
                case nil: .count
                }
            let name = goal.goal(language)
            add(
                "\(prefix).outcome.\(year)",
                .text(goal.outcome.label(language)),
                .outcome,
                text("Utfall av målet: ", "Outcome of the goal: ") + name,
                period: period
            )
            let parts: [(String, Double?, String)] = [
                ("target", goal.target, text("Målnivå: ", "Target: ")),
                ("value", goal.value, text("Utfall: ", "Result: ")),
                ("previous", goal.previous, text("Föregående år: ", "Year before: ")),
                ("national", goal.national, text("Riket: ", "National: ")),
            ]
            for (part, value, words) in parts {
                guard let value else { continue }
                add("\(prefix).\(part).\(year)", .plain(value), unit, words + name, period: period)
            }
        }
        for outcome in [Facts.Goal.Outcome.met, .partlyMet, .notMet] {
            add(
                "goals.\(outcome.rawValue).\(year)",
                .integer(goals.count { $0.outcome == outcome }),
                .count,
                text(
                    "Mål med utfallet \(outcome.label(language))",
                    "Goals with the outcome \(outcome.label(language))"
                ),
                period: period
            )
        }
    }

    private mutating func addSurveyFigures() {
        let period = String(year)
        for survey in surveys {
            let name = survey.name(language)
            let prefix = "surveys.\(survey.id)"
            if let distributed = survey.distributed {
                add(
                    "\(prefix).distributed.\(year)",
                    .integer(distributed),
                    .count,
                    text("Tillfrågade: ", "Asked: ") + name,
                    period: period
                )
            }
            if let answered = survey.answered {
                add(
                    "\(prefix).answered.\(year)",
                    .integer(answered),
                    .count,
                    text("Svar: ", "Answers: ") + name,
                    period: period
                )
            }
            if let answered = survey.answered, let distributed = survey.distributed {
                add(
                    "\(prefix).response.\(year)",
                    share(answered, of: distributed),
                    .percent,
                    text("Svarsandel: ", "Response rate: ") + name,
                    period: period
                )
            }
            let percents: [(String, Double?, String)] = [
                ("satisfied", survey.satisfiedPercent, text("Nöjda: ", "Satisfied: ")),
                ("national", survey.nationalPercent, text("Nöjda i riket: ", "Satisfied nationally: ")),
                (
                    "previousResponse", survey.previousResponsePercent,
                    text("Svarsandel föregående gång: ", "Response rate the time before: ")
                ),
            ]
            for (part, value, words) in percents {
                guard let value else { continue }
                add("\(prefix).\(part).\(year)", .plain(value), .percent, words + name, period: period)
            }
            for question in survey.questions ?? [] {
                let words = name + ": " + question.question(language)
                add(
                    "\(prefix).\(question.id).value.\(year)",
                    .plain(question.value),
                    .percent,
                    words,
                    period: period
                )
                if let national = question.national {
                    add(
                        "\(prefix).\(question.id).national.\(year)",
                        .plain(national),
                        .percent,
                        words + text(", riket", ", nationally"),
                        period: period
                    )
                }
            }
        }
    }

    /// The years for which some exposure is known, up to the year of the report.
    var exposureYears: [Int] {
        Set((facts?.exposure ?? []).flatMap { $0.values.keys.compactMap(Int.init) }).filter { $0 <= year }.sorted()
    }

    private mutating func addExposureFigures() {
        for exposure in facts?.exposure ?? [] {
            let label = exposure.label(language)
            let unit = QualityReport.FigureUnit(code: exposure.unit.english, symbol: "")
            for shown in exposureYears {
                let period = String(shown)
                let amount = exposure.values[period]
                add(
                    "exposure.\(exposure.id).\(shown)",
                    amount.map(QualityReport.Figure.Value.plain)
                        ?? .absent(
                            reason: text(
                                "facts.json har ingen uppgift för året",
                                "facts.json has no figure of the year"
                            )
                        ),
                    unit,
                    label,
                    period: period
                )
                guard let rate = exposure.rate else { continue }
                let count = figure("deviations.operation.\(exposure.operation.rawValue).\(shown)").value
                let value: QualityReport.Figure.Value =
                    if let amount, amount > 0, case .integer(let count) = count {
                        .decimal(Double(count) * Double(rate.per) / amount, fractionDigits: 1)
                    } else {
                        .absent(
                            reason: text(
                                "antalet eller omfattningen saknas för året",
                                "the count or the extent of the year is missing"
                            )
                        )
                    }
                add(
                    "exposure.\(exposure.id).rate.\(shown)",
                    value,
                    .init(code: "rate", symbol: ""),
                    rate.label(language),
                    period: period,
                    query: "deviation: occurred year × unit"
                )
            }
        }
    }

    private mutating func addImportFigures() {
        let period = text("denna import", "this import")
        for summary in imports {
            let parts: [(String, Int, String)] = [
                ("read", summary.rowsRead, text("Lästa rader", "Rows read")),
                ("taken", summary.rowsTaken, text("Mottagna rader", "Rows taken")),
                ("refused", summary.refused.count, text("Avvisade rader", "Rows refused")),
            ]
            let noFile = QualityReport.Figure.Value.absent(reason: text("ingen fil", "no file"))
            for (part, value, words) in parts {
                add(
                    "import.\(summary.kind.rawValue).\(part)",
                    summary.hasFile ? .integer(value) : noFile,
                    .rows,
                    words,
                    period: period
                )
            }
            add(
                "import.\(summary.kind.rawValue).records",
                summary.hasFile ? .integer(summary.records) : noFile,
                .count,
                text("Poster som raderna bildar", "Records that the rows make up"),
                period: period
            )
        }
    }
}

extension QualityReport.Figure.Value {
    /// A number with as many decimals as it was given with, at most two.
    static func plain(_ value: Double) -> Self {
        if let whole = Int(exactly: value) { return .integer(whole) }
        let tenths = (value * 10).rounded() / 10
        return .decimal(value, fractionDigits: tenths == value ? 1 : 2)
    }
}
