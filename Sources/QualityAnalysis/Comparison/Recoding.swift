public import QualityCore

/// What a change in a category is under other ways to sort the same records (*omkodning*).
public struct Recoding: Hashable, Sendable {
    /// What the ways to sort say together.
    public enum Finding: Hashable, Sendable {
        /// Nothing of the category is sorted otherwise anywhere.
        case none
        /// Records are sorted otherwise, and the verdict is the same under every version.
        case verdictHolds
        /// As filed the counts differ, and under no version do they: the change is recoding.
        case recodingOnly
        /// The verdict depends on the version.
        case verdictDepends
    }

    /// The change in the category under one version.
    public struct Reading: Hashable, Sendable {
        /// The version; `nil` for each record as it was filed.
        public let version: ClassificationVersion.ID?
        /// The count of the earlier period.
        public let earlier: Int
        /// The count of the later period.
        public let later: Int
        /// What is said.
        public let verdict: PeriodComparison.Verdict
    }

    /// A heading that the versions sort under different categories.
    public struct Move: Hashable, Sendable {
        /// The heading under the version that is read.
        public let heading: CategoryCode
        /// The version that sorts it otherwise than it was filed.
        public let version: ClassificationVersion.ID
        /// The category that it was filed under.
        public let from: CategoryCode
        /// The category that the version sorts it under.
        public let to: CategoryCode
        /// The count of the earlier period.
        public let earlier: Int
        /// The count of the later period.
        public let later: Int
    }

    /// What the ways to sort say together.
    public let finding: Finding
    /// The change as filed, then under each version that has the category.
    public let readings: [Reading]
    /// The headings that make the difference.
    public let moves: [Move]
}
