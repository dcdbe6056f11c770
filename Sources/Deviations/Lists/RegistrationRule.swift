public import QualityCore

/// What the board does not want registered as a deviation, in a period (*registreringsregel*, D-DEV-9).
///
/// A breach is flagged and never dropped.
public struct RegistrationRule: Hashable, Sendable, Codable, Identifiable {
    /// The stable name of the rule.
    public let id: String
    /// What the rule says.
    public let label: LocalizedText
    /// The days of report on which the rule holds.
    public let validity: Validity
    /// The categories that it is about; empty for all.
    public let categories: [CategoryCode]
    /// The circumstances that must all be at hand.
    public let circumstances: [DeviationCircumstance]

    /// A rule from its parts.
    public init(
        id: String,
        label: LocalizedText,
        validity: Validity = .always,
        categories: [CategoryCode] = [],
        circumstances: [DeviationCircumstance]
    ) {
        self.id = id
        self.label = label
        self.validity = validity
        self.categories = categories
        self.circumstances = circumstances
    }

    /// Whether a deviation was registered against the rule.
    public func isBroken(by deviation: Deviation) -> Bool {
        guard validity.contains(deviation.reported),
            circumstances.allSatisfy(deviation.current.circumstances.contains)
        else { return false }
        guard !categories.isEmpty else { return true }
        return deviation.category.value.map(categories.contains) ?? false
    }
}
