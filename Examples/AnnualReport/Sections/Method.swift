import QualityManagement

extension Account {
    var methodSection: QualityReport.Section {
        var blocks: [QualityReport.Block] = [.table(importGrid)]
        let gaps = dataGaps
        if !gaps.isEmpty {
            blocks += [.paragraph(.init([.text(text("Luckor i underlaget:", "Gaps in the data:"))])), .list(gaps)]
        }
        blocks += [
            .paragraph(
                .init([
                    .text(
                        text(
                            "Delar av en kvalitetsberättelse som varken registret eller nämndens uppgifter har något underlag för:",
                            "Parts of a quality report for which neither the register nor the board's statements hold anything:"
                        )
                    )
                ])
            ),
            .list(
                [
                    text("riskanalyser", "risk analyses"),
                    text("vårdskador och Lex Maria", "care injuries and Lex Maria"),
                    text("åtgärder och deras effekt", "measures and their effect"),
                    text("samverkan", "co-operation"),
                    text("ej verkställda beslut", "decisions not carried out"),
                    text("externa granskningar", "external reviews"),
                ].map { .init([.text($0)]) }
            ),
        ]
        let provisions = citedProvisions
        if !provisions.isEmpty {
            let lead = text(
                "Bestämmelser som berättelsen hänvisar till, och hur de är kända:",
                "Provisions that the report refers to, and how they are known:"
            )
            blocks += [.paragraph(.init([.text(lead)])), .list(provisions)]
        }
        return .init(id: "metod", title: text("Metod, underlag och luckor", "Method, data and gaps"), blocks: blocks)
    }

    private var importGrid: QualityReport.Grid {
        let names = [
            Deviation.kind: text("Avvikelser", "Deviations"), Complaint.kind: text("Synpunkter", "Viewpoints"),
            LexSarahCase.kind: "Lex Sarah",
        ]
        let periods = [
            Deviation.kind: deviations.table.period, Complaint.kind: complaints.table.period,
            LexSarahCase.kind: lexSarah.table.period,
        ]
        return .init(
            id: "import",
            caption: text("Rader ur kommunens filer", "Rows from the municipality's files"),
            countedBy: text("Räknar rader i filerna, oavsett år.", "Counts rows of the files, whatever the year."),
            rowHead: text("Slag", "Kind"),
            columns: [
                .init(head: text("Lästa", "Read")), .init(head: text("Mottagna", "Taken")),
                .init(head: text("Avvisade", "Refused")), .init(head: text("Poster", "Records")),
                .init(head: text("Registret omfattar", "The register covers"), alignment: .leading),
            ],
            rows: imports.map { summary in
                let kind = summary.kind.rawValue
                let period = (periods[summary.kind] ?? nil).map { "\($0.first) – \($0.last)" } ?? "–"
                return .init(
                    head: names[summary.kind] ?? kind,
                    cells: ["read", "taken", "refused", "records"].map { .figure(figure("import.\(kind).\($0)")) }
                        + [.text(period)]
                )
            },
            notes: imports.contains { !$0.refused.isEmpty }
                ? [
                    .init([
                        .text(
                            text(
                                "Varje avvisad rad står med skäl i refused-rows.csv.",
                                "Every refused row stands with its reason in refused-rows.csv."
                            )
                        )
                    ])
                ]
                : []
        )
    }

    /// What is unknown or missing in the records and files, in a sentence each.
    private var dataGaps: [QualityReport.Prose] {
        let categories: [(String, [CountAxis.Key])] = [
            (
                text("avvikelser", "deviations"),
                deviations.table.count(.records, by: .codes(.category)).keys.sorted { id(of: $0) < id(of: $1) }
            ),
            (text("synpunkter", "viewpoints"), viewpointCategories),
            ("Lex Sarah", lexSarahCategories),
        ]
        var gaps: [QualityReport.Prose] = []
        for (kind, keys) in categories {
            let unknown = keys.compactMap { key in if case .code(let code) = key { code.unlistedName } else { nil } }
            if !unknown.isEmpty {
                gaps.append(
                    .init([
                        .text(
                            text("Okända kategorier i \(kind): ", "Unknown categories in \(kind): ")
                                + unknown.joined(separator: ", ")
                        )
                    ])
                )
            }
        }
        let units = [deviations, complaints, lexSarah].flatMap { set in
            set.table.count(.records, by: .units { [$0] }).keys.compactMap { key in
                if case .unit(let id) = key { id.unlistedName } else { nil }
            }
        }
        if !units.isEmpty {
            gaps.append(
                .init([
                    .text(
                        text(
                            "Enheter eller verksamheter som organisationen inte känner: ",
                            "Units or operations that the organisation does not know: "
                        )
                            + Set(units).sorted().joined(separator: ", ")
                    )
                ])
            )
        }
        let unknownPrinted = Reconciliation(self).unknown
        if !unknownPrinted.isEmpty {
            gaps.append(
                .init([
                    .text(
                        text(
                            "Tryckta uppgifter som berättelsen inte känner och inte jämför: ",
                            "Printed figures that the report does not know and does not compare: "
                        ) + unknownPrinted.joined(separator: ", ")
                    )
                ])
            )
        }
        if !unrecognisedFiles.isEmpty {
            gaps.append(
                .init([
                    .text(
                        text(
                            "Filer som inte känns igen och inte lästs: ",
                            "Files that are not recognised and were not read: "
                        )
                            + unrecognisedFiles.joined(separator: ", ")
                    )
                ])
            )
        }
        if facts == nil {
            gaps.append(
                .init([
                    .text(
                        text(
                            "Ingen facts.json finns bland filerna: mål, undersökningar, egenkontroller, processer och tryckta uppgifter saknas.",
                            "There is no facts.json among the files: goals, surveys, self-checks, processes and printed figures are missing."
                        )
                    )
                ])
            )
        }
        return gaps
    }
}
