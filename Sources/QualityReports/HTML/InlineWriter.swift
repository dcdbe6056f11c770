import QualityCore

/// Writes figures and running text as HTML.
struct InlineWriter {
    let language: Language

    func html(_ figure: QualityReport.Figure) -> String {
        let id = MarkupText.escaped(figure.id)
        if let reason = figure.absence(in: language) {
            let label = MarkupText.escaped("\(Wording.noFigure(language)): \(reason)")
            return "<data class=\"figure absent\" value=\"\" data-figure=\"\(id)\" title=\"\(label)\">"
                + "<span role=\"img\" aria-label=\"\(label)\">–</span></data>"
        }
        let value = MarkupText.escaped(figure.value.machineForm ?? "")
        let sort = if case .text = figure.value { "figure word" } else { "figure" }
        let shown = MarkupText.escaped(figure.shown(in: language))
        return "<data class=\"\(sort)\" value=\"\(value)\" data-figure=\"\(id)\">\(shown)</data>"
    }

    func html(_ prose: QualityReport.Prose) -> String {
        prose.inlines.map { inline in
            switch inline {
            case .text(let words): MarkupText.escaped(words)
            case .figure(let figure): html(figure)
            case .emphasis(let words): "<strong>\(MarkupText.escaped(words))</strong>"
            case .period(let period): Markup.period(period)
            case .reference(let name): "<cite>\(MarkupText.escaped(name))</cite>"
            }
        }
        .joined()
    }

    /// The line that says why figures are absent, each reason once; `nil` when none is.
    func absenceNote(for figures: [QualityReport.Figure]) -> String? {
        Wording.absences(of: figures, in: language).map {
            "<p class=\"absence\"><span aria-hidden=\"true\">– </span>\(Markup.withTimes($0))</p>"
        }
    }
}
