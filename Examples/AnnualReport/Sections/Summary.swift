import QualityManagement

extension Account {
    func summarySection(_ reconciliation: Reconciliation) -> QualityReport.Section {
        var tiles: [QualityReport.KeyFigure] = []
        if deviations.covers(year) {
            tiles.append(
                .init(
                    label: text("Avvikelser", "Deviations"),
                    figure: figure("deviations.total.\(year)"),
                    caption: largestCategories
                )
            )
        }
        if complaints.covers(year) {
            tiles.append(
                .init(
                    label: text("Synpunkter", "Viewpoints"),
                    figure: figure("viewpoints.total.\(year)"),
                    caption: language == .swedish
                        ? "i \(figure: figure("submissions.total.\(year)")) inlämningar"
                        : "in \(figure: figure("submissions.total.\(year)")) submissions"
                )
            )
        }
        if lexSarah.covers(year) {
            let notified = figure("lexSarah.notified.\(year)")
            tiles.append(
                .init(
                    label: text("Lex Sarah-ärenden", "Lex Sarah cases"),
                    figure: figure("lexSarah.total.\(year)"),
                    caption: language == .swedish
                        ? "varav \(figure: notified) anmälda till IVO" : "of which \(figure: notified) notified to IVO"
                )
            )
        }
        if let mapped = book["processes.mapped.\(year)"] {
            let identified = figure("processes.identified.\(year)")
            tiles.append(
                .init(
                    label: text("Kartlagda processer", "Mapped processes"),
                    figure: mapped,
                    caption: language == .swedish
                        ? "av \(figure: identified) huvudprocesser" : "of \(figure: identified) main processes"
                )
            )
        }
        var blocks: [QualityReport.Block] = [
            .paragraph(
                language == .swedish
                    ? "Berättelsen redovisar hur kvalitetsarbetet har bedrivits under \(period: year) och vad det har visat\(citation(.document)). Varje tal är räknat ur nämndens register eller hämtat ur en namngiven uppgift, och varje tabell säger vilken dag den räknar på."
                    : "The report accounts for how the quality work was conducted during \(period: year) and what it showed\(citation(.document)). Every number is counted from the board's register or taken from a named statement, and every table says which day it counts by."
            )
        ]
        blocks.append(
            tiles.isEmpty
                ? .missing(text("Registret har inga poster för året.", "The register holds no records of the year."))
                : .keyFigures(tiles)
        )
        if reconciliation.hasDisagreements {
            blocks.append(
                .note(
                    .init(
                        .attention,
                        .init([
                            .text(
                                text(
                                    "Några tryckta uppgifter stämmer inte med registret. De står under Avstämning, och ingen av dem är rättad i tysthet.",
                                    "Some printed figures do not agree with the register. They stand under Reconciliation, and none of them is mended in silence."
                                )
                            )
                        ])
                    )
                )
            )
        }
        return .init(id: "aret", title: text("Året i korthet", "The year in brief"), blocks: blocks)
    }

    /// The two largest categories of the year, by name and number.
    private var largestCategories: QualityReport.Prose {
        let ranked =
            deviationCategories(under: version)
            .map { (name(of: $0, in: [version]), figure(deviationID($0, year, under: version))) }
            .filter { !$0.1.value.isAbsent }
            .sorted { ($0.1.value.number ?? 0) > ($1.1.value.number ?? 0) }
        guard ranked.count >= 2 else { return "" }
        let (first, second) = (ranked[0], ranked[1])
        return language == .swedish
            ? "flest i \(first.0) (\(figure: first.1)) och \(second.0) (\(figure: second.1))"
            : "most in \(first.0) (\(figure: first.1)) and \(second.0) (\(figure: second.1))"
    }

    var responsibilitySection: QualityReport.Section {
        let organisation = board.organisation
        var items: [QualityReport.Prose] = []
        func list(_ id: OrganisationUnitID) {
            for node in organisation.children(of: id) where node.level < .unit {
                items.append("\(emphasis: node.id.rawValue) \(node.name)")
                list(node.id)
            }
        }
        list(organisation.board.id)
        return .init(
            id: "ansvar",
            title: text("Organisation och ansvar", "Organisation and responsibility"),
            blocks: [
                .paragraph(
                    .init([
                        .text(
                            text(
                                "\(organisation.board.name) svarar för kvalitetsarbetet i sina områden och verksamheter:",
                                "\(organisation.board.name) answers for the quality work in its areas and operations:"
                            )
                        )
                    ])
                ),
                .list(items),
            ]
        )
    }

    var processSection: QualityReport.Section {
        let title = text("Processer och rutiner", "Processes and routines")
        guard let maps = facts?.processMaps?.first(where: { $0.year == year }) else {
            return .init(
                id: "processer",
                title: title,
                blocks: [
                    .missing(
                        text("Uppgifter om kartlagda processer saknas.", "Figures on mapped processes are missing.")
                    )
                ]
            )
        }
        let mapped = figure("processes.mapped.\(year)")
        let identified = figure("processes.identified.\(year)")
        let share = figure("processes.mapped.share.\(year)")
        var blocks: [QualityReport.Block] = [
            .paragraph(
                language == .swedish
                    ? "Nämnden ska identifiera, beskriva och fastställa de processer som behövs för att säkra kvaliteten\(citation(.mapProcesses)). Av \(figure: identified) identifierade huvudprocesser är \(figure: mapped) kartlagda, \(figure: share)."
                    : "The board shall identify, describe and lay down the processes that are needed to secure quality\(citation(.mapProcesses)). Of \(figure: identified) main processes identified, \(figure: mapped) are mapped, \(figure: share)."
            )
        ]
        if let note = maps.note { blocks.append(.paragraph(.init([.text(note(language))]))) }
        return .init(id: "processer", title: title, blocks: blocks)
    }
}
