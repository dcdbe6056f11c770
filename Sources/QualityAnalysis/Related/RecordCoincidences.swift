public import QualityCore
public import QualityStatistics

/// Pairs of records that may tell of the same event, and whether there are more of them than chance gives (*dubblettsökning*).
///
/// Only structured facts are compared, never free text and never persons. A pair is a question and not a fault: in a unit
/// with many falls two on one day are ordinary, which the number expected by chance tells.
public struct RecordCoincidences: StatisticalResult {
    /// What the number of possible duplicates says.
    public enum Verdict: Hashable, Sendable {
        /// There are more than chance gives where records fall on the days of their month at random.
        case moreThanChance
        /// There are no more than chance may give; some can be duplicates all the same.
        case withinChance
        /// No number of pairs of these records could be more than chance gives.
        case tooLittleData
    }

    /// The pairs, those least likely by chance first.
    public let pairs: [RecordPair]
    /// The number of all pairs of one kind with the same unit, day and categories, listed or not.
    public let duplicateCount: Int
    /// The number of such pairs that chance gives, were the records of each month to fall on its days at random.
    public let expectedDuplicates: Double
    /// The probability of so many or more by chance.
    public let pValue: Double
    /// What the number says.
    public let verdict: Verdict
    /// Whether that stands without one month, unit or category.
    public let sensitivity: Sensitivity
    /// The number of all pairs of different kinds with the same unit and theme within the days asked for, listed or not.
    public let relatedCount: Int
    /// The number of records without a day, which are in no pair.
    public let undatedCount: Int
    /// The number of dated records looked at.
    public let sample: Int
    /// The method of the number.
    public let method: StatisticalMethod
    /// What it assumes.
    public let assumptions: [Assumption]

    /// The number of pairs that are not listed, because their records have more partners than asked for.
    public var omittedCount: Int { duplicateCount + relatedCount - pairs.count }

    /// What is asked.
    public struct Question: Sendable {
        /// The number of days, 0 or more, that records of different kinds may be apart.
        public var daysApart = 3
        /// The number of partners of each sort, at least 1, that are listed of a record.
        public var mostPartners = 10
        /// The states of records that are left out.
        public var statesLeftOut: Set<String> = ["cancelled", "joined"]
        /// The unit as which a record's unit is compared, such as its operation where kinds name units unlike.
        public var place: @Sendable (OrganisationUnitID) -> OrganisationUnitID = { $0 }
        /// The theme of a category of a kind of record; by default the category itself.
        public var theme: @Sendable (RecordKind, CategoryCode) -> CategoryCode? = { $1 }
        /// The p-value up to which there are more duplicates than chance gives, above 0 and below 1.
        public var level = 0.05

        /// A search with three days between kinds.
        public init() {}
    }
}
