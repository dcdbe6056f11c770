import QualityCore

/// The words that renderers add to a report.
enum Wording {
    static let contents = LocalizedText(sv: "Innehåll", en: "Contents")
    static let skipToContent = LocalizedText(sv: "Till innehållet", en: "Skip to content")
    static let noFigure = LocalizedText(sv: "Uppgift saknas", en: "No figure")
    static let notComputable = LocalizedText(sv: "kan inte beräknas", en: "cannot be computed")
    static let chartData = LocalizedText(sv: "Visa diagrammets uppgifter som tabell", en: "Show the figures as a table")
    static let category = LocalizedText(sv: "Kategori", en: "Category")
    static let dataBeside = LocalizedText(
        sv: "Uppgifterna finns i tabellen vid diagrammet.",
        en: "The figures stand in the table beside the chart."
    )

    static func chartKind(_ kind: QualityReport.Chart.Kind) -> LocalizedText {
        switch kind {
        case .bars: LocalizedText(sv: "Stående staplar per kategori", en: "Upright bars by category")
        case .horizontalBars: LocalizedText(sv: "Liggande staplar per kategori", en: "Lying bars by category")
        case .stackedShare: LocalizedText(sv: "Andelar per kategori", en: "Shares by category")
        }
    }

    static func noteKind(_ kind: QualityReport.Note.Kind) -> LocalizedText {
        switch kind {
        case .information: LocalizedText(sv: "Upplysning", en: "Information")
        case .method: LocalizedText(sv: "Så är det räknat", en: "How this is counted")
        case .attention: LocalizedText(sv: "Att observera", en: "Please note")
        }
    }
}

extension Wording {
    /// `Uppgift saknas: reason; reason.` for the figures that are absent, each reason once; `nil` when none is.
    static func absences(of figures: [QualityReport.Figure], in language: Language) -> String? {
        var reasons: [String] = []
        for figure in figures {
            if let reason = figure.absence(in: language), !reasons.contains(reason) { reasons.append(reason) }
        }
        return reasons.isEmpty ? nil : noFigure(language) + ": " + reasons.joined(separator: "; ")
    }
}
