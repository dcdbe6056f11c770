import QualityManagement

extension Account {
    var deviationSection: QualityReport.Section {
        let title = text("Avvikelser", "Deviations")
        guard deviations.covers(year) else {
            let missing = text(
                "Registret har inga avvikelser för året.",
                "The register holds no deviations of the year."
            )
            return .init(
                id: "avvikelser",
                title: title,
                blocks: [.missing(missing), .table(categoryGrid)] + circumstanceBlocks
            )
        }
        var blocks: [QualityReport.Block] = [
            .paragraph(
                language == .swedish
                    ? "Antalet rapporterade avvikelser som inträffade under \(period: year) är \(figure: figure("deviations.total.\(year)")). Talen visar vad som rapporterats, inte allt som hänt: ett lägre tal är inte i sig en förbättring och ett högre inte i sig en försämring."
                    : "The number of reported deviations that occurred during \(period: year) is \(figure: figure("deviations.total.\(year)")). The numbers show what was reported, not all that happened: a lower number is not in itself an improvement, nor a higher one a deterioration."
            ),
            .table(categoryGrid),
        ]
        if let note = trendNote { blocks.append(.note(note)) }
        if let grid = moveGrid {
            blocks += [.paragraph(moveParagraph), .table(grid)]
        }
        blocks += [.chart(monthChart), .table(deviationOperationGrid)]
        return .init(id: "avvikelser", title: title, blocks: blocks + circumstanceBlocks)
    }

    /// What the board states of the extent of its work and of its rules of registration.
    private var circumstanceBlocks: [QualityReport.Block] {
        var blocks: [QualityReport.Block] = []
        if let grid = exposureGrid { blocks.append(.table(grid)) }
        for rule in facts?.registrationRules ?? [] {
            blocks.append(.note(.init(.information, .init([.text(rule.text(language))]))))
        }
        return blocks
    }

    private var categoryGrid: QualityReport.Grid {
        let years = deviations.years(through: year)
        var rows = deviationCategories(under: version).map { key in
            yearRow(
                name(of: key, in: [version]),
                years.map { figure(deviationID(key, $0, under: version)) },
                picture: true
            )
        }
        rows.append(
            yearRow(text("Summa", "Total"), years.map { figure("deviations.total.\($0)") }, kind: .total, picture: true)
        )
        var notes = [scaleNote]
        let cancelled = years.map { figure("deviations.cancelled.\($0)") }
        if cancelled.contains(where: { ($0.value.number ?? 0) > 0 }) {
            rows.append(yearRow(text("Makulerade, ej räknade", "Cancelled, not counted"), cancelled, picture: true))
        }
        let undated = figure("deviations.undated")
        if undated.value != .integer(0) {
            notes.append(
                language == .swedish
                    ? "\(figure: undated) avvikelser saknar känd händelsedag och räknas inte på något år."
                    : "\(figure: undated) deviations have no known day and are counted in no year."
            )
        }
        return .init(
            id: "deviations-by-category",
            caption: text("Avvikelser per kategori", "Deviations by category")
                + (years.allSatisfy { isFiled($0, under: version) }
                    ? "" : text(", enligt \(version.id) års indelning", ", under the classification of \(version.id)")),
            countedBy: countedByOccurred,
            rowHead: text("Kategori", "Category"),
            columns: yearColumns(years, picture: true),
            rows: rows,
            notes: notes
        )
    }

    private var trendNote: QualityReport.Note? {
        let smallest = figure("deviations.trend.smallestP")
        guard let p = smallest.value.number, p >= 0.05 else { return nil }
        return .init(
            .method,
            language == .swedish
                ? "Så här få årsvärden kan inte visa en trend: även om talen steg eller föll varje år är det minsta p-värde som ett Mann–Kendall-test kan ge \(figure: smallest). Bilderna visar nivåer och inget annat påstås."
                : "So few yearly values cannot show a trend: even if the numbers rose or fell every year, the smallest p-value that a Mann–Kendall test can give is \(figure: smallest). The pictures show levels, and nothing else is claimed."
        )
    }

    private var monthChart: QualityReport.Chart {
        let names =
            language == .swedish
            ? ["jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec"]
            : ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        func series(_ shown: Int, isComparison: Bool) -> QualityReport.Chart.Series {
            .init(
                name: String(shown),
                figures: (1...12).map { figure("deviations.month.\(shown)-\(id(of: .month($0)))") },
                isComparison: isComparison
            )
        }
        return .init(
            id: "deviations-by-month",
            title: text("Avvikelser per månad", "Deviations by month"),
            kind: .bars,
            series: [series(year, isComparison: false)]
                + (deviations.covers(year - 1) ? [series(year - 1, isComparison: true)] : []),
            categories: names,
            countedBy: countedByOccurred
        )
    }

    private var deviationOperationGrid: QualityReport.Grid {
        let sizes = text(
            "Verksamheter är olika stora och talen är inte jämförbara utan ett mått på storleken.",
            "Operations differ in size, and the numbers cannot be compared without a measure of size."
        )
        return operationGrid(
            of: deviations,
            prefix: "deviations",
            id: "deviations-by-operation",
            caption: text("Avvikelser per verksamhet", "Deviations by operation"),
            countedBy: countedByOccurred,
            picture: true,
            notes: [.init([.text(sizes)])] + silentNote
        )
    }

    /// The operations that reported nothing during the year: silence is not the same as nothing having happened.
    private var silentNote: [QualityReport.Prose] {
        let table = deviations.table.count(.records, by: unitsWithAllLevels, and: .years)
        let silent = operations(in: [table]).filter { table[$0.key, .year(year)] == 0 }.map(\.name)
        guard !silent.isEmpty else { return [] }
        let names = silent.joined(separator: ", ")
        return [
            language == .swedish
                ? "\(emphasis: names) har ingen rapporterad avvikelse som inträffade under \(period: year). Det betyder inte att inget har hänt."
                : "\(emphasis: names) have no reported deviation that occurred during \(period: year). That does not mean that nothing happened."
        ]
    }

    private var exposureGrid: QualityReport.Grid? {
        guard let exposure = facts?.exposure, !exposureYears.isEmpty else { return nil }
        let rows = exposure.flatMap { item in
            let label = "\(item.operation.rawValue): \(item.label(language)) (\(item.unit(language)))"
            let amounts = yearRow(label, exposureYears.map { figure("exposure.\(item.id).\($0)") }, picture: false)
            guard let rate = item.rate else { return [amounts] }
            return [
                amounts,
                yearRow(
                    rate.label(language),
                    exposureYears.map { figure("exposure.\(item.id).rate.\($0)") },
                    indent: 1,
                    picture: false
                ),
            ]
        }
        return .init(
            id: "exposure",
            caption: text("Verksamhetens omfattning", "Extent of the work"),
            countedBy: text(
                "Omfattningen som nämnden har uppgett den; avvikelser räknas på den dag händelsen inträffade.",
                "The extent as the board stated it; deviations are counted by the day when the event occurred."
            ),
            rowHead: text("Mått", "Measure"),
            columns: yearColumns(exposureYears, picture: false),
            rows: rows
        )
    }
}
