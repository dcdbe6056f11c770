import QualityManagement

extension Account {
    var complaintSection: QualityReport.Section {
        let title = text("Klagomål och synpunkter", "Complaints and viewpoints")
        guard complaints.covers(year) else {
            return .init(
                id: "synpunkter",
                title: title,
                blocks: [
                    .missing(
                        text("Registret har inga synpunkter för året.", "The register holds no viewpoints of the year.")
                    ),
                    .table(matrixGrid),
                ]
            )
        }
        let submissions = figure("submissions.total.\(year)")
        let viewpoints = figure("viewpoints.total.\(year)")
        let viaSystem = figure("submissions.deviationSystem.\(year)")
        let before = figure("submissions.total.\(year - 1)")
        var opening: QualityReport.Prose =
            language == .swedish
            ? "Nämnden ska ta emot och utreda klagomål och synpunkter\(citation(.receiveComplaints)). Antalet inlämningar som kom in under \(period: year) är \(figure: submissions), och antalet synpunkter i dem \(figure: viewpoints); en inlämning kan innehålla flera. Av inlämningarna kom \(figure: viaSystem) genom avvikelsesystemet."
            : "The board shall receive and investigate complaints and viewpoints\(citation(.receiveComplaints)). The number of submissions received during \(period: year) is \(figure: submissions), and the number of viewpoints in them \(figure: viewpoints); one submission can hold several. Of the submissions, \(figure: viaSystem) came through the deviation system."
        if !before.value.isAbsent {
            opening =
                opening
                + (language == .swedish
                    ? " Året före var antalet inlämningar \(figure: before)."
                    : " The year before, the number of submissions was \(figure: before).")
        }
        return .init(id: "synpunkter", title: title, blocks: [.paragraph(opening), .table(matrixGrid)])
    }

    private var matrixGrid: QualityReport.Grid {
        let categories = viewpointCategories
        func row(
            _ head: String,
            _ kind: QualityReport.Row.Kind,
            _ cells: [QualityReport.Cell],
            total: String,
            share: String?
        ) -> QualityReport.Row {
            .init(
                head: head,
                kind: kind,
                cells: cells + [.figure(figure(total)), share.map { .figure(figure($0)) } ?? .empty]
            )
        }
        var rows = viewpointKinds.map { kind in
            row(
                kind.label(language),
                .body,
                categories.map { .figure(figure("viewpoints.\(kind.rawValue).\(id(of: $0)).\(year)")) },
                total: "viewpoints.kind.\(kind.rawValue).\(year)",
                share: "viewpoints.kind.\(kind.rawValue).share.\(year)"
            )
        }
        rows.append(
            row(
                text("Summa", "Total"),
                .total,
                categories.map { .figure(figure("viewpoints.category.\(id(of: $0)).\(year)")) },
                total: "viewpoints.total.\(year)",
                share: nil
            )
        )
        rows.append(
            .init(
                head: text("Andel", "Share"),
                kind: .group,
                isExported: false,
                cells: categories.map { .figure(figure("viewpoints.category.\(id(of: $0)).share.\(year)")) }
                    + [.empty, .empty]
            )
        )
        return .init(
            id: "complaints-matrix",
            caption: text("Synpunkter per typ och kategori \(year)", "Viewpoints by kind and category \(year)"),
            countedBy: countedByReceived,
            rowHead: text("Typ", "Kind"),
            columns: categories.map { .init(head: viewpointName($0)) }
                + [
                    .init(head: text("Summa", "Total")),
                    .init(head: text("Andel", "Share"), isExported: false),
                ],
            rows: rows,
            notes: [roundingNote]
        )
    }

    var roundingNote: QualityReport.Prose {
        .init([
            .text(
                text(
                    "Andelar är av alla synpunkter och avrundas var för sig till hela procent, hälften uppåt. Därför kan de tillsammans avvika från hundra.",
                    "Shares are of all viewpoints and rounded one by one to whole per cent, halves upwards. Together they may therefore differ from one hundred."
                )
            )
        ])
    }
}
