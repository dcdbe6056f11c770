public import QualityCore

/// The names that people read, by which sentences call categories, units and versions.
public struct AnalysisNames: Sendable {
    private let classification: Classification?
    private let organisation: Organisation?
    private var themes: [CategoryCode: LocalizedText] = [:]

    /// Names from the board's classification and organisation; codes stand for what they do not know.
    public init(classification: Classification? = nil, organisation: Organisation? = nil) {
        self.classification = classification
        self.organisation = organisation
    }

    /// The names with those of themes, which go before those of categories.
    func naming(_ themes: [CategoryCode: LocalizedText]) -> AnalysisNames {
        var names = self
        names.themes = themes
        return names
    }

    /// The name of a category or heading.
    public func name(of code: CategoryCode) -> LocalizedText {
        if let theme = themes[code] { return theme }
        let listed = classification?.versions.reversed().lazy.compactMap { $0[code]?.label }.first
        return listed ?? Self.same(code.unlistedName ?? code.rawValue)
    }

    /// The name of a unit.
    public func name(of unit: OrganisationUnitID) -> LocalizedText {
        Self.same(organisation?[unit]?.name ?? unit.unlistedName ?? unit.rawValue)
    }

    /// The name of a subject.
    public func name(of subject: AnalysisSubject) -> LocalizedText {
        switch subject {
        case .whole: LocalizedText(sv: "Totalt", en: "In all")
        case .category(let code): name(of: code)
        case .unit(let unit): name(of: unit)
        }
    }

    /// The same text in both languages, on one line.
    private static func same(_ text: String) -> LocalizedText {
        let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return LocalizedText(sv: line, en: line)
    }
}
