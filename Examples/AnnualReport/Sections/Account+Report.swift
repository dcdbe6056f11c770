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
                conflictSection,
                reconciliation.section(self),
                methodSection,
            ].compactMap(\.self),
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

    private var conflictSection: QualityReport.Section? {
        CalendarPeriod(year: year).map { .conflictExceptions(conflictExceptions, during: $0, language: language) }
    }

    /// The tables that are written as files: those of the page, and a reconciliation even where it has no rows.
    func tables() -> [QualityReport.Grid] {
        let grids = report().grids
        let whole = Reconciliation(self).wholeGrid(self)
        return grids.contains { $0.id == whole.id } ? grids : grids + [whole]
    }

    /// The paragraphs that lay down a duty during the year, to print after it; nothing where none did.
    ///
    /// Where the law changed within the year, both stand with the day of the change.
    func citation(_ duty: Provision.Duty) -> QualityReport.Prose {
        guard let period = CalendarPeriod(year: year) else { return "" }
        let first = Law.swedish.provision(for: duty, on: period.first)
        let last = Law.swedish.provision(for: duty, on: period.last)
        switch (first, last) {
        case (let first?, let last?) where first != last:
            let change = last.validity.from?.description ?? ""
            return language == .swedish
                ? " (\(reference: first.citation), från \(period: change) \(reference: last.citation))"
                : " (\(reference: first.citation), from \(period: change) \(reference: last.citation))"
        case (let provision?, _), (nil, let provision?):
            return " (\(reference: provision.citation))"
        case (nil, nil):
            return ""
        }
    }

    /// The provisions that the report cites, each with how firm its ground is.
    var citedProvisions: [QualityReport.Prose] {
        guard let period = CalendarPeriod(year: year) else { return [] }
        let duties: [Provision.Duty] = [
            .document, .mapProcesses, .selfCheck, .receiveComplaints, .reportMisconduct, .investigateMisconduct,
            .notifyMisconduct,
        ]
        var seen: Set<Provision.ID> = []
        return duties.flatMap { duty in
            [period.first, period.last].compactMap { Law.swedish.provision(for: duty, on: $0) }
        }.filter { seen.insert($0.id).inserted }.map { "\(reference: $0.citation): \($0.ground.label(language))" }
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
