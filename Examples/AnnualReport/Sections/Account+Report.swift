import QualityManagement

extension Account {
    /// The quality report of the year as a document.
    func report() -> QualityReport {
        let reconciliation = Reconciliation(self)
        return QualityReport(
            title: text("Kvalitetsberättelse \(year)", "Quality report \(year)"),
            subtitle: "\(board.organisation.board.name), \(board.municipality)",
            language: language,
            sections: [
                summarySection(reconciliation),
                responsibilitySection,
                processSection,
                selfCheckSection,
                deviationSection,
                complaintSection,
                lexSarahSection,
                goalSection,
                surveySection,
                reconciliation.section(self),
                methodSection,
            ],
            footerNotes: [
                text(
                    "Registrets läge när berättelsen skrevs: post \(position) i journalen.",
                    "Position of the register when the report was written: entry \(position) of the journal."
                )
            ]
                + (facts?.source.map {
                    [text("Källa till tryckta uppgifter: ", "Source of printed figures: ") + $0(language)]
                } ?? [])
        )
    }

    /// The tables that are written as files: those of the page, and a reconciliation even where it has no rows.
    func tables() -> [QualityReport.Grid] {
        let grids = report().grids
        let whole = Reconciliation(self).wholeGrid(self)
        return grids.contains { $0.id == whole.id } ? grids : grids + [whole]
    }

    /// The paragraph that lays down a duty on the last day of the year, as a reference to print.
    func citation(_ duty: Provision.Duty) -> String {
        Law.swedish.provision(for: duty, on: CalendarPeriod(year: year)?.last ?? .latest)?.citation ?? ""
    }

    /// The years of a table as columns, followed by a picture of each row.
    func yearColumns(_ years: [Int], picture: Bool) -> [QualityReport.Column] {
        years.map { QualityReport.Column(head: String($0)) }
            + (picture
                ? [QualityReport.Column(head: text("Nivåer", "Levels"), alignment: .leading, isExported: false)]
                : [])
    }

    /// A row of yearly figures, followed by a small picture of them.
    func yearRow(
        _ head: String,
        _ figures: [QualityReport.Figure],
        indent: Int = 0,
        kind: QualityReport.Row.Kind = .body,
        picture: Bool
    ) -> QualityReport.Row {
        var cells = figures.map(QualityReport.Cell.figure)
        if picture {
            let values = figures.map { "\($0.period): \($0.shown(in: language))" }.joined(separator: ", ")
            cells.append(.sparkline(.init(points: figures.map(\.value.number), label: "\(head). \(values)")))
        }
        return QualityReport.Row(head: head, indent: indent, kind: kind, cells: cells)
    }

    /// What the small pictures of a table do not show.
    var scaleNote: QualityReport.Prose {
        .init([
            .text(
                text(
                    "Bilden i varje rad har sin egen skala, som inte börjar vid noll.",
                    "The picture in each row has a scale of its own, which does not begin at zero."
                )
            )
        ])
    }

    var countedByOccurred: String {
        text("Räknas på den dag händelsen inträffade.", "Counted by the day when the event occurred.")
    }

    var countedByReceived: String {
        text("Räknas på den dag inlämningen kom in.", "Counted by the day when the submission was received.")
    }

    var countedByReported: String {
        text("Räknas på den dag rapporten togs emot.", "Counted by the day when the report was received.")
    }

    var countedAsStated: String {
        text("Avser hela året, som nämnden har uppgett det.", "Concerns the whole year, as the board stated it.")
    }
}
