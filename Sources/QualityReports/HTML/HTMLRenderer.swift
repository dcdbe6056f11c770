/// Renders a report as one HTML file that needs nothing else.
public struct HTMLRenderer: Hashable, Sendable {
    /// A renderer.
    public init() {}

    /// The report as an HTML document.
    public func render(_ report: QualityReport) -> String {
        report.title
    }
}
