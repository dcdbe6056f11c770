/// Renders a report as Markdown with tables.
public struct MarkdownRenderer: Hashable, Sendable {
    /// A renderer.
    public init() {}

    /// The report as a Markdown document.
    public func render(_ report: QualityReport) -> String {
        report.title
    }
}
