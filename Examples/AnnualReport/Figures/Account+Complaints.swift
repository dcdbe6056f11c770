import QualityManagement

extension Account {
    private var complaintVersion: ClassificationVersion {
        board.classifications.complaints.version(on: CalendarPeriod(year: year)?.last ?? .latest)
    }

    /// The viewpoints of the year by kind and category.
    private func matrix(_ tableYear: Int) -> CrossTable {
        let inYear = complaints.table.inYear(tableYear)
        return inYear.count(.observations, by: .codes(.viewpointKind), and: .codes(.category))
    }

    var viewpointKinds: [ViewpointKind] {
        let counted = matrix(year)
        return ViewpointKind.allCases.filter { kind in
            kind != .question || counted.rows.contains(.code(CategoryCode(rawValue: kind.rawValue)))
        }
    }

    var viewpointCategories: [CountAxis.Key] {
        let listed = complaintVersion.topCategories.map { CountAxis.Key.code($0.id) }
        return listed + matrix(year).columns.filter { !listed.contains($0) }
    }

    func viewpointName(_ category: CountAxis.Key) -> String {
        name(of: category, in: [complaintVersion])
    }

    mutating func addComplaintFigures() {
        for shown in [year - 1, year] {
            let inYear = complaints.table.inYear(shown)
            add(
                "submissions.total.\(shown)",
                value(inYear.recordCount, in: complaints, shown),
                .submissions,
                text("Inlämningar med klagomål och synpunkter", "Submissions of complaints and viewpoints"),
                period: String(shown),
                query: "complaint: received year, records"
            )
            let channels = inYear.count(.records, by: .codes(.channel))
            let viaSystem = channels[.code(CategoryCode(rawValue: SubmissionChannel.deviationSystem.rawValue))] ?? 0
            add(
                "submissions.deviationSystem.\(shown)",
                value(viaSystem, in: complaints, shown),
                .submissions,
                text(
                    "Inlämningar som kom in genom avvikelsesystemet",
                    "Submissions that came in through the deviation system"
                ),
                period: String(shown),
                query: "complaint: received year × channel, records"
            )
            add(
                "viewpoints.total.\(shown)",
                value(inYear.count, in: complaints, shown),
                .viewpoints,
                text("Synpunkter i alla inlämningar", "Viewpoints in all submissions"),
                period: String(shown),
                query: "complaint: received year, observations"
            )
        }
        let counts = matrix(year)
        let covered = complaints.covers(year)
        let total = complaints.table.inYear(year).count
        let period = String(year)
        let query = "complaint: received year × viewpointKind × category, observations"
        let kinds = ViewpointKind.allCases.map { CountAxis.Key.code(CategoryCode(rawValue: $0.rawValue)) }
        for (kind, key) in zip(ViewpointKind.allCases, kinds) {
            let row = viewpointCategories.reduce(0) { $0 + counts[key, $1] }
            let label = kind.label(language)
            add(
                "viewpoints.kind.\(kind.rawValue).\(year)",
                value(row, in: complaints, year),
                .viewpoints,
                text("Synpunkter av typen \(label)", "Viewpoints of the kind \(label)"),
                period: period,
                query: query
            )
            add(
                "viewpoints.kind.\(kind.rawValue).share.\(year)",
                covered ? share(row, of: total) : absent,
                .percent,
                text("Andel av alla synpunkter av typen \(label)", "Share of all viewpoints of the kind \(label)"),
                period: period,
                query: query
            )
            for category in viewpointCategories {
                add(
                    "viewpoints.\(kind.rawValue).\(id(of: category)).\(year)",
                    value(counts[key, category], in: complaints, year),
                    .viewpoints,
                    "\(label), \(viewpointName(category))",
                    period: period,
                    query: query
                )
            }
        }
        for category in viewpointCategories {
            let column = kinds.reduce(0) { $0 + counts[$1, category] }
            let label = viewpointName(category)
            add(
                "viewpoints.category.\(id(of: category)).\(year)",
                value(column, in: complaints, year),
                .viewpoints,
                text("Synpunkter i kategorin \(label)", "Viewpoints in the category \(label)"),
                period: period,
                query: query
            )
            add(
                "viewpoints.category.\(id(of: category)).share.\(year)",
                covered ? share(column, of: total) : absent,
                .percent,
                text(
                    "Andel av alla synpunkter i kategorin \(label)",
                    "Share of all viewpoints in the category \(label)"
                ),
                period: period,
                query: query
            )
        }
    }

    private var absent: QualityReport.Figure.Value { value(0, in: complaints, year) }
}
