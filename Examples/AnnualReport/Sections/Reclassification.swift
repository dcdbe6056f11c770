import QualityManagement

extension Account {
    /// What the mapping between two versions of the classification does to the years shown.
    var moveParagraph: QualityReport.Prose {
        var prose: QualityReport.Prose = ""
        for move in moves {
            let heading = headingName(move.heading)
            let from = name(of: .code(move.from), in: board.classifications.deviations.versions)
            let to = name(of: .code(move.to), in: board.classifications.deviations.versions)
            let effective = move.versions[1].validity.from.map(\.description) ?? move.versions[1].id
            let count = figure("deviations.moved.\(move.heading.rawValue).\(year)")
            prose =
                prose
                + (language == .swedish
                    ? "Rubriken \(emphasis: heading) flyttas från \(from) till \(to) från och med \(period: effective). Antalet avvikelser under rubriken \(period: year) är \(figure: count). Tabellen visar samma år enligt båda indelningarna, så att åren kan jämföras utan att flytten ser ut som en förändring. "
                    : "The heading \(emphasis: heading) moves from \(from) to \(to) as of \(period: effective). The number of deviations under it in \(period: year) is \(figure: count). The table shows the same years under both classifications, so that years can be compared without the move looking like a change. ")
        }
        return prose
    }

    /// The affected categories under both versions, with what moved between them; `nil` when nothing moves.
    var moveGrid: QualityReport.Grid? {
        guard !moves.isEmpty else { return nil }
        let years = deviations.years(through: year)
        let versions = board.classifications.deviations.versions
        var rows: [QualityReport.Row] = []
        for move in moves {
            for category in [move.from, move.to] {
                rows.append(.init(head: name(of: .code(category), in: versions), kind: .group))
                for shown in move.versions {
                    rows.append(
                        yearRow(
                            text("enligt \(shown.id) års indelning", "under the classification of \(shown.id)"),
                            years.map { figure(deviationID(.code(category), $0, under: shown)) },
                            indent: 1,
                            picture: true
                        )
                    )
                }
            }
            rows.append(
                yearRow(
                    text("Flyttas: ", "Moves: ") + headingName(move.heading),
                    years.map { figure("deviations.moved.\(move.heading.rawValue).\($0)") },
                    kind: .total,
                    picture: true
                )
            )
        }
        return .init(
            id: "reclassification",
            caption: text("Vad som flyttas mellan kategorier", "What moves between categories"),
            countedBy: countedByOccurred,
            rowHead: text("Kategori och indelning", "Category and classification"),
            columns: yearColumns(years, picture: true),
            rows: rows,
            notes: [scaleNote]
        )
    }

    private func headingName(_ heading: CategoryCode) -> String {
        name(of: .code(heading), in: board.classifications.deviations.versions)
    }
}
