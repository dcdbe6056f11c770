public import QualityCore

/// What a finding is about: everything, a category or a unit.
public enum AnalysisSubject: Hashable, Sendable {
    /// All that was counted.
    case whole
    /// A category at the top of the version that is read.
    case category(CategoryCode)
    /// A unit, or a node of the organisation with all its units.
    case unit(OrganisationUnitID)
}
