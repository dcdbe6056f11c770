import QualityManagement

extension Account {
    /// Deviations by category and year under one version of the classification.
    func deviationsByCategory(under version: ClassificationVersion) -> CrossTable {
        let classification = board.classifications.deviations
        let axis = CountAxis.codes(.category) { code in
            let translated = classification.translate(code, to: version.id) ?? code
            return [version.topCategory(of: translated)?.id ?? translated]
        }
        return deviations.table.count(.records, by: axis, and: .years)
    }

    /// The rows of a table by category: the categories of a version, then what no version knows.
    func deviationCategories(under version: ClassificationVersion) -> [CountAxis.Key] {
        let listed = version.topCategories.map { CountAxis.Key.code($0.id) }
        let table = deviationsByCategory(under: version)
        let years = deviations.years(through: year)
        return listed
            + table.rows.filter { key in
                !listed.contains(key) && years.contains { table[key, .year($0)] > 0 }
            }
    }

    /// The id of a count of deviations in a category; under another version than that of the time it names the version.
    func deviationID(_ key: CountAxis.Key, _ year: Int, under version: ClassificationVersion) -> String {
        let mark = isFiled(year, under: version) ? "" : "@\(version.id)"
        return "deviations.category\(mark).\(id(of: key)).\(year)"
    }

    /// Whether events at the end of a year were filed under a version.
    func isFiled(_ year: Int, under version: ClassificationVersion) -> Bool {
        let lastDay = CalendarPeriod(year: year)?.last ?? .latest
        return board.classifications.deviations.version(on: lastDay).id == version.id
    }

    /// A heading that stands under another category from one version of the classification to the next.
    struct Move {
        let heading: CategoryCode
        let from: CategoryCode
        let to: CategoryCode
        let versions: [ClassificationVersion]
    }

    var moves: [Move] {
        let classification = board.classifications.deviations
        return classification.mappings.flatMap { mapping in
            mapping.moves.compactMap { move in
                guard let earlier = classification[version: mapping.from],
                    let later = classification[version: mapping.to],
                    let from = earlier.topCategory(of: move.from), let to = later.topCategory(of: move.to),
                    from.id != to.id
                else { return nil }
                return Move(heading: move.from, from: from.id, to: to.id, versions: [earlier, later])
            }
        }
    }

    mutating func addDeviationFigures() {
        let years = deviations.years(through: year)
        for version in board.classifications.deviations.versions {
            let table = deviationsByCategory(under: version)
            for key in deviationCategories(under: version) {
                for shown in years {
                    add(
                        deviationID(key, shown, under: version),
                        categoryValue(table, key, shown, version),
                        .deviations,
                        text("Rapporterade avvikelser i kategorin ", "Reported deviations in the category ")
                            + name(of: key, in: [version])
                            + (isFiled(shown, under: version)
                                ? "" : text(" enligt \(version.id) års indelning", " as classified in \(version.id)")),
                        period: String(shown),
                        query: "deviation: occurred year × category@\(version.id)"
                    )
                }
            }
        }
        for shown in years {
            add(
                "deviations.total.\(shown)",
                value(deviations.recordsByYear[shown] ?? 0, in: deviations, shown),
                .deviations,
                text("Alla rapporterade avvikelser", "All reported deviations"),
                period: String(shown),
                query: "deviation: occurred year"
            )
            add(
                "deviations.cancelled.\(shown)",
                value(cancelledDeviations.recordsByYear[shown] ?? 0, in: deviations, shown),
                .deviations,
                text("Makulerade avvikelser, som inte räknas", "Cancelled deviations, which are not counted"),
                period: String(shown),
                query: "deviation: cancelled, occurred year"
            )
        }
        add(
            "deviations.undated",
            .integer(deviations.table.undatedRecordCount),
            .deviations,
            text(
                "Avvikelser utan känd händelsedag, som inte räknas på något år",
                "Deviations without a known day, counted in no year"
            ),
            period: text("alla år", "all years"),
            query: "deviation: occurred unknown"
        )
        addOperationFigures(years)
        addMonthFigures()
        addMoveFigures(years)
        let points = years.filter(deviations.covers).count
        add(
            "deviations.trend.smallestP",
            .decimal(MannKendall.smallestPossiblePValue(points: points), fractionDigits: 3),
            .probability,
            text(
                "Minsta p-värde som så många årsvärden kan ge i ett Mann–Kendall-test",
                "Smallest p-value that so many yearly values can give in a Mann–Kendall test"
            ),
            period: "\(years[0])–\(year)"
        )
    }

    private func categoryValue(
        _ table: CrossTable,
        _ key: CountAxis.Key,
        _ shown: Int,
        _ version: ClassificationVersion
    ) -> QualityReport.Figure.Value {
        let count = table[key, .year(shown)]
        if count == 0, case .code(let code) = key, let category = version[code],
            let period = CalendarPeriod(year: shown),
            !category.validity.overlaps(period)
        {
            return .absent(
                reason: text(
                    "kategorin fanns inte det året, vilket inte är detsamma som noll",
                    "the category did not exist that year, which is not the same as zero"
                )
            )
        }
        return value(count, in: deviations, shown)
    }

    private mutating func addOperationFigures(_ years: [Int]) {
        let table = deviations.table.count(.records, by: unitsWithAllLevels, and: .years)
        for operation in operations(in: [table]) {
            for shown in years {
                add(
                    "deviations.operation.\(id(of: operation.key)).\(shown)",
                    value(table[operation.key, .year(shown)], in: deviations, shown),
                    .deviations,
                    text(
                        "Rapporterade avvikelser i \(name(of: operation.key, in: []))",
                        "Reported deviations in \(name(of: operation.key, in: []))"
                    ),
                    period: String(shown),
                    query: "deviation: occurred year × unit"
                )
            }
        }
    }

    private mutating func addMonthFigures() {
        for shown in [year - 1, year] {
            let months = deviations.table.count(.records, by: .months(of: shown))
            for month in 1...12 {
                let key = CountAxis.Key.month(month)
                add(
                    "deviations.month.\(shown)-\(id(of: key))",
                    value(months[key] ?? 0, in: deviations, shown),
                    .deviations,
                    text("Rapporterade avvikelser i månaden", "Reported deviations in the month"),
                    period: "\(shown)-\(id(of: key))",
                    query: "deviation: occurred month"
                )
            }
        }
    }

    private mutating func addMoveFigures(_ years: [Int]) {
        let headings = deviations.table.count(.records, by: .codes(.category), and: .years)
        let classification = board.classifications.deviations
        for move in moves {
            let codes = classification.versions.compactMap { classification.translate(move.heading, to: $0.id) }
            for shown in years {
                let count = Set(codes).reduce(0) { $0 + headings[.code($1), .year(shown)] }
                add(
                    "deviations.moved.\(move.heading.rawValue).\(shown)",
                    value(count, in: deviations, shown),
                    .deviations,
                    text(
                        "Avvikelser under den rubrik som flyttas mellan kategorier",
                        "Deviations under the heading that moves between categories"
                    ),
                    period: String(shown),
                    query: "deviation: occurred year × heading"
                )
            }
        }
    }
}
