import QualityManagement

extension Account {
    var selfCheckSection: QualityReport.Section {
        let title = text("Egenkontroller", "Self-checks")
        guard !selfChecks.isEmpty else {
            return .init(
                id: "egenkontroller",
                title: title,
                blocks: [
                    .missing(
                        text(
                            "Uppgifter om årets egenkontroller saknas.",
                            "Figures on the year's self-checks are missing."
                        )
                    )
                ]
            )
        }
        let rows = selfChecks.map { check in
            QualityReport.Row(
                head: "\(check.operation.rawValue): \(check.what(language))",
                cells: [
                    .text(
                        check.status == .done
                            ? text("✓ Genomförd", "✓ Done") : text("✗ Inte genomförd", "✗ Not done")
                    ),
                    check.frequency.map { .text($0(language)) } ?? .empty,
                    check.items == nil ? .empty : .figure(figure("selfChecks.\(check.id).items.\(year)")),
                    check.result.map { .text($0(language)) } ?? .empty,
                ]
            )
        }
        return .init(
            id: "egenkontroller",
            title: title,
            blocks: [
                .paragraph(
                    language == .swedish
                        ? "Egenkontroll är systematisk uppföljning och utvärdering av den egna verksamheten\(citation(.selfCheck))."
                        : "A self-check is a systematic follow-up and evaluation of one's own work\(citation(.selfCheck))."
                ),
                .table(
                    .init(
                        id: "self-checks",
                        caption: text("Egenkontroller \(year)", "Self-checks \(year)"),
                        countedBy: countedAsStated,
                        rowHead: text("Verksamhet och kontroll", "Operation and check"),
                        columns: [
                            .init(head: text("Läge", "State"), alignment: .leading),
                            .init(head: text("Hur ofta", "How often"), alignment: .leading),
                            .init(head: text("Granskade", "Reviewed")),
                            .init(head: text("Resultat", "Result"), alignment: .leading),
                        ],
                        rows: rows
                    )
                ),
            ]
        )
    }
}
