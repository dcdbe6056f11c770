import QualityManagement

extension Reconciliation {
    func section(_ account: Account) -> QualityReport.Section {
        let title = account.text("Avstämning mot tryckta uppgifter", "Reconciliation with printed figures")
        guard !lines.isEmpty else {
            return .init(
                id: "avstamning",
                title: title,
                blocks: [
                    .missing(
                        account.text(
                            "Inga tryckta uppgifter att stämma av mot.",
                            "No printed figures to reconcile with."
                        )
                    )
                ]
            )
        }
        let disagreeing = lines.filter(\.disagrees)
        var seen: Set<String> = []
        let notes: [QualityReport.Prose] = lines.compactMap { line in
            guard let note = line.group.note, seen.insert(line.group.id).inserted else { return nil }
            return "\(emphasis: line.group.label(account.language)): \(note(account.language))"
        }
        var blocks: [QualityReport.Block] = [
            .paragraph(
                .init([
                    .text(
                        account.text(
                            "Varje uppgift som kommunen själv har tryckt är jämförd med vad registret ger. Skillnaden är tryckt minus beräknat.",
                            "Every figure that the municipality itself has printed is compared with what the register gives. The difference is printed less computed."
                        )
                    )
                ])
            )
        ]
        if hasDisagreements {
            blocks.append(
                .table(
                    grid(
                        account,
                        "disagreements",
                        account.text("Uppgifter som inte stämmer", "Figures that do not agree"),
                        disagreeing
                    )
                )
            )
        }
        blocks.append(.list(notes))
        blocks.append(
            .details(
                summary: account.text("Alla jämförda uppgifter", "All figures compared"),
                blocks: [
                    .table(wholeGrid(account))
                ]
            )
        )
        return .init(id: "avstamning", title: title, blocks: blocks)
    }

    /// Every figure compared, those that disagree first; without rows where nothing was printed.
    func wholeGrid(_ account: Account) -> QualityReport.Grid {
        grid(account, "reconciliation", account.text("Tryckt och beräknat", "Printed and computed"), lines)
    }

    private func grid(
        _ account: Account,
        _ id: String,
        _ caption: String,
        _ lines: [Line]
    ) -> QualityReport.Grid {
        .init(
            id: id,
            caption: caption,
            countedBy: account.text(
                "Avvikelser räknas på händelsedagen, synpunkter på ankomstdagen, Lex Sarah på rapportdagen.",
                "Deviations are counted by the day they occurred, viewpoints by the day received, Lex Sarah by the day reported."
            ),
            rowHead: account.text("Uppgift", "Figure"),
            columns: [
                .init(head: account.text("Tryckt", "Printed")), .init(head: account.text("Beräknad", "Computed")),
                .init(head: account.text("Skillnad", "Difference")),
            ],
            rows: lines.map { line in
                .init(
                    head: line.name,
                    cells: [.figure(line.printed), .figure(line.computed), .figure(line.difference)]
                )
            }
        )
    }
}
