import QualityManagement

/// Every figure that can stand in a report, worked out once, by its id.
struct FigureBook {
    private var figures: [String: QualityReport.Figure] = [:]

    mutating func add(_ figure: QualityReport.Figure) {
        figures[figure.id] = figure
    }

    /// The figure with an id, or `nil` where the register and the facts give none.
    subscript(id: String) -> QualityReport.Figure? {
        figures[id]
    }
}

extension QualityReport.FigureUnit {
    static let deviations = Self(code: "deviations", symbol: "")
    static let viewpoints = Self(code: "viewpoints", symbol: "")
    static let submissions = Self(code: "submissions", symbol: "")
    static let cases = Self(code: "cases", symbol: "")
    static let rows = Self(code: "rows", symbol: "")
    static let processes = Self(code: "processes", symbol: "")
    static let probability = Self(code: "probability", symbol: "")
    static let outcome = Self(code: "outcome", symbol: "")
}
