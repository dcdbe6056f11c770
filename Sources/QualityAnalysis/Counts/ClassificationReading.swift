public import QualityCore

/// Codes read under one version of a classification, whichever version they were filed under (*läsning av indelning*).
public struct ClassificationReading: Hashable, Sendable {
    /// The classification.
    public let classification: Classification
    /// The version that codes are read under.
    public let version: ClassificationVersion

    /// A reading under a version.
    ///
    /// - Throws: ``AnalysisError/unknownVersion(_:)`` where the classification has no version of that name.
    public init(_ classification: Classification, under id: ClassificationVersion.ID) throws(AnalysisError) {
        guard let version = classification[version: id] else { throw .unknownVersion(id) }
        self.classification = classification
        self.version = version
    }

    /// The heading or category that a code has in the version; the code itself where it has none there.
    public func heading(of code: CategoryCode) -> CategoryCode {
        classification.translate(code, to: version.id) ?? code
    }

    /// The category at the top that a code has in the version; the code itself where it has none there.
    public func category(of code: CategoryCode) -> CategoryCode {
        let heading = heading(of: code)
        return version.topCategory(of: heading)?.id ?? heading
    }

    /// The category at the top under which a code was filed on a day, by the version of that day.
    ///
    /// A code that the version of the day does not know is taken from the newest version that does.
    public func filedCategory(of code: CategoryCode, on day: CalendarDate) -> CategoryCode {
        if let category = classification.version(on: day).topCategory(of: code) { return category.id }
        return classification.versions.reversed().lazy.compactMap { $0.topCategory(of: code) }.first?.id ?? code
    }

    /// Whether a code has a place in the version; one that no version knows has none.
    public func places(_ code: CategoryCode) -> Bool {
        version.topCategory(of: heading(of: code)) != nil
    }

    /// The days on which a category of the version exists; always for one that it does not list.
    public func existence(of category: CategoryCode) -> Validity {
        version[category]?.validity ?? .always
    }

    /// The axis of the categories at the top of the version.
    ///
    /// `dimension`: the dimension that the classification is of.
    public func categories(_ dimension: CodeDimension = .category) -> CountAxis {
        .codes(dimension) { [self] code in [category(of: code)] }
    }

    /// The axis of the headings of the version, and of its categories where no heading was stated.
    ///
    /// `dimension`: the dimension that the classification is of.
    public func headings(_ dimension: CodeDimension = .category) -> CountAxis {
        .codes(dimension) { [self] code in [heading(of: code)] }
    }
}
