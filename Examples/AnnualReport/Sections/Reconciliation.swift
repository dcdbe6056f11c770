import QualityManagement

/// Each printed figure beside the one that the records give, with the difference where both are known.
struct Reconciliation {
    struct Line {
        let group: Facts.PrintedGroup
        let name: String
        let printed: QualityReport.Figure
        let computed: QualityReport.Figure
        let difference: QualityReport.Figure

        var disagrees: Bool { (difference.value.number ?? 0) != 0 }
    }

    let lines: [Line]

    /// The number of printed figures that do not agree with the records.
    var disagreements: Int { lines.count(where: \.disagrees) }

    init(_ account: Account) {
        var lines: [Line] = []
        for group in account.facts?.printed ?? [] {
            var computedSum: Int? = 0
            var known: [Facts.PrintedGroup.PrintedFigure] = []
            for printed in group.figures {
                guard let computed = account.book[printed.figure] else { continue }
                known.append(printed)
                lines.append(
                    Self.line(
                        account,
                        group,
                        printed.figure,
                        "\(computed.definition) \(computed.period)",
                        printed.value,
                        computed
                    )
                )
                if case .integer(let number) = computed.value {
                    computedSum = computedSum.map { $0 + number }
                } else {
                    computedSum = nil
                }
            }
            guard !known.isEmpty else { continue }
            if let total = group.total, let id = group.sumOf, let computed = account.book[id] {
                lines.append(
                    Self.line(account, group, id, "\(computed.definition) \(computed.period)", total, computed)
                )
            }
            if group.addsUp != false, known.count == group.figures.count,
                let last = known.last.flatMap({ account.book[$0.figure] })
            {
                lines.append(
                    Self.line(
                        account,
                        group,
                        "sum.\(group.id)",
                        account.text("Summan av de tryckta talen: ", "Sum of the printed numbers: ")
                            + group.label(account.language),
                        known.reduce(0) { $0 + $1.value },
                        QualityReport.Figure(
                            id: "sum.\(group.id)",
                            value: computedSum.map(QualityReport.Figure.Value.integer)
                                ?? .absent(reason: account.text("uppgift saknas", "no figure")),
                            unit: last.unit,
                            definition: group.label(account.language),
                            period: last.period
                        )
                    )
                )
            }
        }
        self.lines = lines.filter(\.disagrees) + lines.filter { !$0.disagrees }
    }

    private static func line(
        _ account: Account,
        _ group: Facts.PrintedGroup,
        _ id: String,
        _ name: String,
        _ value: Int,
        _ computed: QualityReport.Figure
    ) -> Line {
        func figure(_ part: String, _ value: QualityReport.Figure.Value, _ words: String) -> QualityReport.Figure {
            .init(
                id: "reconciliation.\(id).\(part)",
                value: value,
                unit: computed.unit,
                definition: "\(words): \(name)",
                period: computed.period,
                source: computed.source
            )
        }
        let difference: QualityReport.Figure.Value =
            if case .integer(let number) = computed.value {
                .integer(value - number)
            } else {
                .absent(reason: account.text("kan inte jämföras", "cannot be compared"))
            }
        return Line(
            group: group,
            name: name,
            printed: figure("printed", .integer(value), account.text("Tryckt", "Printed")),
            computed: figure("computed", computed.value, account.text("Beräknad", "Computed")),
            difference: figure("difference", difference, account.text("Tryckt minus beräknad", "Printed less computed"))
        )
    }

    func disagreementFigure(_ account: Account) -> QualityReport.Figure {
        .init(
            id: "reconciliation.disagreements",
            value: .integer(disagreements),
            unit: .count,
            definition: account.text(
                "Tryckta uppgifter som avviker från registret",
                "Printed figures that differ from the register"
            ),
            period: String(account.year)
        )
    }

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
                account.language == .swedish
                    ? "Varje uppgift som kommunen själv har tryckt är jämförd med vad registret ger. \(figure: disagreementFigure(account)) av dem stämmer inte överens."
                    : "Every figure that the municipality itself has printed is compared with what the register gives. \(figure: disagreementFigure(account)) of them do not agree."
            )
        ]
        if !disagreeing.isEmpty {
            blocks.append(
                .table(
                    grid(
                        account,
                        "disagreements",
                        account.text("Uppgifter som inte stämmer", "Figures that do not agree"),
                        disagreeing,
                        []
                    )
                )
            )
        }
        blocks.append(.list(notes))
        blocks.append(
            .details(
                summary: account.text("Alla jämförda uppgifter", "All figures compared"),
                blocks: [
                    .table(
                        grid(
                            account,
                            "reconciliation",
                            account.text("Tryckt och beräknat", "Printed and computed"),
                            lines,
                            []
                        )
                    )
                ]
            )
        )
        return .init(id: "avstamning", title: title, blocks: blocks)
    }

    private func grid(
        _ account: Account,
        _ id: String,
        _ caption: String,
        _ lines: [Line],
        _ notes: [QualityReport.Prose]
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
            },
            notes: notes
        )
    }
}
