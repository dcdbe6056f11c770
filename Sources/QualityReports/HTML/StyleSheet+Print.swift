extension StyleSheet {
    /// The page on A4, with the report's title and the page number in the margin.
    static func print(runningTitle: String) -> String {
        """
        @page {
          size: A4; margin: 18mm 17mm 20mm;
          @bottom-left { content: "\(Markup.escapedForStyle(runningTitle))"; \(marginText) }
          @bottom-right { content: counter(page) " (" counter(pages) ")"; \(marginText) }
        }
        @page :first { @bottom-left { content: ""; } }
        @media print {
          body { font-size: 10pt; line-height: 1.48; }
          .skip { display: none; }
          a { color: inherit; text-decoration: none; }
          .title-block, .layout, .foot { max-width: none; padding-inline: 0; }
          .title-block { padding-block: 14mm 8mm; }
          .title-block h1 { font-size: 26pt; }
          .subtitle { font-size: 12pt; }
          .layout { display: block; padding-bottom: 0; }
          .contents { position: static; max-height: none; margin: 0; padding: 4mm 0; font-size: 10pt; }
          .contents { border-block: 1px solid var(--rule); break-inside: avoid; }
          .contents a { padding: .6mm 0; }
          main > section, main > section:first-child { padding-top: 9mm; }
          main h2 { font-size: 16pt; }
          main p, main ul, .note, .missing { max-width: none; orphans: 3; widows: 3; }
          h1, h2, caption, figcaption, summary, .note-kind, tr.group { break-after: avoid; }
          tr, .key-figures > div, .note, .plot, .missing, figcaption { break-inside: avoid; }
          .drawing, .table-scroll { overflow: visible; background: none; }
          .drawing, .whole, .short { break-inside: avoid; }
          p:has(+ ul) { break-after: avoid; }
          .legend { break-after: avoid; font-size: 8.5pt; }
          .plot { min-width: 0 !important; }
          thead { display: table-header-group; }
          table { width: 100%; font-size: 8.75pt; }
          th, td, .dense th, .dense td { padding: 1.1mm 1.4mm; }
          th:first-child, td:first-child { padding-left: 0 !important; }
          th.indent-1:first-child { padding-left: 4mm !important; }
          th.indent-2:first-child { padding-left: 8mm !important; }
          th.indent-3:first-child, th.indent-4:first-child { padding-left: 12mm !important; }
          .dense table, .dense thead th { font-size: 7.75pt; }
          .slim table, .chart table { width: auto; min-width: 55%; }
          .chart .table-block th, .chart .table-block td { padding-block: .6mm; }
          tbody th { min-width: 0; position: static !important; }
          tbody th[scope="row"] { max-width: 50mm; }
          td.start { min-width: 0; }
          caption span { position: static; max-width: none; }
          .table-block { margin: 5mm 0 6mm; container-type: normal; }
          .table-note, .absence { font-size: 8.5pt; break-before: avoid; }
          .counted-by { font-size: 8.75pt; }
          .caption-title { font-size: 10.5pt; }
          .key-figures { column-gap: 7mm; grid-template-columns: repeat(4, minmax(0, 1fr)); margin: 4mm 0 2mm; }
          .key-figures > div { padding-bottom: 5mm; }
          .key-figures dt { font-size: 9pt; }
          .key-figures .number { font-size: 21pt; }
          .key-figures .number .word { font-size: 15pt; }
          .key-figures .caption { font-size: 8.5pt; }
          .note { print-color-adjust: exact; -webkit-print-color-adjust: exact; font-size: 9.5pt; padding: 3mm 4mm; }
          .chart svg, .sparkline, .title-block h1 { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
          details::details-content { content-visibility: visible !important; display: block; height: auto; }
          details > summary { list-style: none; cursor: auto; color: var(--ink); font-size: 9.5pt; font-weight: 600; }
          details > summary::-webkit-details-marker { display: none; }
          .chart details > summary { display: none; }
          .foot { font-size: 8.5pt; padding-block: 8mm 0; padding-left: 0; break-inside: avoid; }
        }
        """
    }

    private static let marginText =
        "font: 8pt system-ui, -apple-system, 'Segoe UI', Roboto, Arial, sans-serif; color: #566269;"
}
