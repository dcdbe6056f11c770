import QualityCore

/// The words that renderers add to a report.
enum Wording {
    static let contents = LocalizedText(sv: "Innehåll", en: "Contents")
    static let skipToContent = LocalizedText(sv: "Till innehållet", en: "Skip to content")
    static let noFigure = LocalizedText(sv: "Uppgift saknas", en: "No figure")
    static let notComputable = LocalizedText(sv: "kan inte beräknas", en: "cannot be computed")
    static let chartData = LocalizedText(sv: "Visa diagrammets uppgifter som tabell", en: "Show the figures as a table")
    static let category = LocalizedText(sv: "Kategori", en: "Category")
    static let trend = LocalizedText(sv: "Utveckling", en: "Trend")
    static let chart = LocalizedText(sv: "Diagram", en: "Chart")
    static let series = LocalizedText(sv: "Serier", en: "Series")
    static let scrollable = LocalizedText(sv: "tabell som kan rullas i sidled", en: "table that scrolls sideways")

    static func noteKind(_ kind: QualityReport.Note.Kind) -> LocalizedText {
        switch kind {
        case .information: LocalizedText(sv: "Upplysning", en: "Information")
        case .method: LocalizedText(sv: "Så är det räknat", en: "How this is counted")
        case .attention: LocalizedText(sv: "Att observera", en: "Please note")
        }
    }
}
