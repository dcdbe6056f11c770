/// The measures, colours and small parts that drawings share.
enum Drawing {
    static let ink = "#1c2529"
    static let muted = "#5a666d"
    static let strong = "#1f5268"
    static let rule = "#9aa6ac"
    static let font = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif"

    /// A measure with at most two decimals, without a trailing zero.
    static func number(_ value: Double) -> String {
        guard let digits = NumberForm.digits(of: value, fractionDigits: 2) else { return "0" }
        var fraction = digits.fraction[...]
        while fraction.last == "0" { fraction.removeLast() }
        let sign = digits.isNegative ? "-" : ""
        return sign + digits.whole + (fraction.isEmpty ? "" : "." + fraction)
    }

    static func percent(_ share: Double) -> String {
        number(share * 100) + "%"
    }

    /// How wide text is drawn, about, in pixels.
    static func width(of text: String, size: Double) -> Double {
        Double(text.count) * size * 0.58
    }

    /// The paint of a series: a fill, and a pattern over it so that colour is never alone.
    struct Paint {
        let fill: String
        let pattern: Pattern?
    }

    enum Pattern: String, CaseIterable {
        case hatch, dots, bars

        var shapes: String {
            switch self {
            case .hatch: "<path d=\"M-1 1L1 -1M0 6L6 0M5 7L7 5\" stroke=\"#56717e\" stroke-width=\"1.1\"/>"
            case .dots: "<circle cx=\"3\" cy=\"3\" r=\"1.1\" fill=\"#ffffff\"/>"
            case .bars: "<path d=\"M0 3H6\" stroke=\"#6d5a22\" stroke-width=\"1\"/>"
            }
        }

        func definition(in chart: String) -> String {
            "<pattern id=\"\(chart)-\(rawValue)\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\">"
                + "\(shapes)</pattern>"
        }
    }

    static let comparison = Paint(fill: "#e3ebee", pattern: .hatch)

    /// The paints of series that are not there to compare with; light and dark alternate.
    static let paints = [
        Paint(fill: strong, pattern: nil),
        Paint(fill: "#e9dfc0", pattern: .bars),
        Paint(fill: "#6a8f9f", pattern: .dots),
        Paint(fill: "#f1f3f4", pattern: nil),
        Paint(fill: "#7a5c3e", pattern: nil),
        Paint(fill: "#b9d3c4", pattern: .hatch),
        Paint(fill: "#8f9aa0", pattern: nil),
        Paint(fill: "#dcc3b4", pattern: .dots),
        Paint(fill: "#3f5a45", pattern: .bars),
    ]

    static func paints(for series: [QualityReport.Chart.Series]) -> [Paint] {
        var next = 0
        return series.map { series in
            guard !series.isComparison else { return comparison }
            defer { next += 1 }
            return paints[next % paints.count]
        }
    }
}
