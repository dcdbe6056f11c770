import QualityCore

/// Renders a report as one accessible HTML file: no script, nothing fetched, made for screen, phone and A4.
///
/// Every number that is a figure of the report stands in `<data class="figure" value="931" data-figure="ID">`, or in
/// a chart in `<text data-figure="ID">`; years and dates stand in `<time>`, laws and documents in `<cite>`. Equal
/// reports give equal text.
public struct HTMLRenderer: Hashable, Sendable {
    /// A renderer.
    public init() {}

    /// The report as an HTML document.
    public func render(_ report: QualityReport) -> String {
        let language = report.language
        let title = MarkupText.escaped(report.title)
        let body = BlockWriter(language: language)
        var lines = [
            "<!DOCTYPE html>",
            "<html lang=\"\(language.rawValue)\">",
            "<head>",
            "<meta charset=\"utf-8\">",
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">",
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">",
            "<meta name=\"color-scheme\" content=\"light\">",
            "<title>\(title)</title>",
            "<style>",
            StyleSheet.screen,
            StyleSheet.figures,
            StyleSheet.print(runningTitle: report.title),
            "</style>",
            "</head>",
            "<body>",
            "<a class=\"skip\" href=\"#content\">\(Wording.skipToContent(language))</a>",
            "<header class=\"title-block\">",
            "<h1>\(title)</h1>",
        ]
        if !report.subtitle.isEmpty { lines.append("<p class=\"subtitle\">\(Markup.withTimes(report.subtitle))</p>") }
        lines.append("</header>")
        lines.append("<div class=\"layout\">")
        lines += contents(of: report)
        lines.append("<main id=\"content\" tabindex=\"-1\">")
        for section in report.sections {
            let id = MarkupText.escaped(section.id)
            lines.append("<section id=\"\(id)\" aria-labelledby=\"\(id)-heading\">")
            lines.append("<h2 id=\"\(id)-heading\">\(MarkupText.escaped(section.title))</h2>")
            lines += section.blocks.map(body.html)
            lines.append("</section>")
        }
        lines.append("</main>")
        lines.append("</div>")
        if !report.footerNotes.isEmpty {
            lines.append("<footer class=\"foot\">")
            lines += report.footerNotes.map { "<p>\(Markup.withTimes($0))</p>" }
            lines.append("</footer>")
        }
        lines += ["</body>", "</html>", ""]
        return lines.joined(separator: "\n")
    }

    private func contents(of report: QualityReport) -> [String] {
        guard report.sections.count > 1 else { return [] }
        let heading = Wording.contents(report.language)
        return [
            "<nav class=\"contents\" aria-labelledby=\"contents-heading\">",
            "<h2 id=\"contents-heading\">\(heading)</h2>",
            "<ol>",
        ]
            + report.sections.map {
                "<li><a href=\"#\(MarkupText.escaped($0.id))\">\(MarkupText.escaped($0.title))</a></li>"
            } + ["</ol>", "</nav>"]
    }
}
