public import Improvements
public import QualityCore

/// Which theme each category of each source belongs to, so that sources with classifications of their own are seen together.
public struct ThemeCrosswalk: Hashable, Sendable {
    /// What several sources tell of (*tema*).
    public struct Theme: Hashable, Sendable {
        /// The code.
        public let id: CategoryCode
        /// The name that people read.
        public let name: LocalizedText

        /// A theme.
        public init(_ id: CategoryCode, _ name: LocalizedText) {
            self.id = id
            self.name = name
        }
    }

    /// The themes, in the order in which they are shown.
    public let themes: [Theme]
    private let places: [JointAnalysis.Source: [CategoryCode: CategoryCode]]

    /// A crosswalk.
    ///
    /// - Parameters:
    ///   - themes: the themes.
    ///   - places: for each source the theme of its headings and categories; one that is not there has no theme.
    /// - Throws: ``AnalysisError/unknownTheme(_:)`` for a theme that is not among `themes`.
    public init(
        _ themes: [Theme],
        _ places: [JointAnalysis.Source: [CategoryCode: CategoryCode]]
    ) throws(AnalysisError) {
        let known = Set(themes.map(\.id))
        let unknown = places.values.flatMap(\.values).filter { !known.contains($0) }
        if let theme = unknown.min() { throw .unknownTheme(theme) }
        self.themes = themes
        self.places = places
    }

    /// The themes that a source has any category for; of others it can not tell.
    public func themes(in source: JointAnalysis.Source) -> Set<CategoryCode> {
        places[source].map { Set($0.values) } ?? []
    }

    /// The theme of a code: its own, or that of its category at the top under a reading; `nil` where it has none.
    public func theme(
        of code: CategoryCode,
        in source: JointAnalysis.Source,
        reading: ClassificationReading? = nil
    ) -> CategoryCode? {
        guard let places = places[source] else { return nil }
        if let theme = places[code] { return theme }
        guard let reading else { return nil }
        return places[reading.heading(of: code)] ?? places[reading.category(of: code)]
    }
}
