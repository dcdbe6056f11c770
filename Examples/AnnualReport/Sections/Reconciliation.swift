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
    /// Printed figures of the year that the report does not know, by the id that the facts give them.
    let unknown: [String]

    /// Whether some printed figure does not agree with the records.
    var hasDisagreements: Bool { lines.contains(where: \.disagrees) }

    init(_ account: Account) {
        var lines: [Line] = []
        var unknown: [String] = []
        for group in account.facts?.printed ?? [] {
            var computedSum: Int? = 0
            var known: [Facts.PrintedGroup.PrintedFigure] = []
            for printed in group.figures {
                guard let computed = account.book[printed.figure] else {
                    let year = printed.figure.split(separator: ".").last.flatMap { Int($0) }
                    if year == nil || year == account.year { unknown.append(printed.figure) }
                    continue
                }
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
        self.unknown = unknown
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
}
