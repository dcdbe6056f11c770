public import QualityCore
public import QualityStatistics

/// What was reported before and after a measure where its effect should show, for a person's verdict (*effekt*).
///
/// The counts can not say why they changed: D-MSR-2 leaves the verdict to a person with the figures beside.
public struct MeasureEffect: StatisticalResult {
    /// What the two counts say.
    public enum Change: Hashable, Sendable {
        /// Fewer were reported after, fewer than chance allows.
        case fewer
        /// More were reported after, more than chance allows.
        case more
        /// Chance alone may have made the difference.
        case withinChance
        /// No counts of these sizes could show a difference; so many events, before and after together, could.
        case tooLittleData(needed: Int)
        /// The counts can not be held against each other.
        case notComparable(Reason)
    }

    /// Why counts before and after can not be held against each other.
    public enum Reason: Hashable, Sendable {
        /// What the counts were made in is not known of both periods.
        case noExposure
        /// The unit was not open on all days of both periods.
        case notOpen
        /// The unit reported nothing of any kind in the window, so that none of this is no finding.
        case silent
        /// Reports of the window may still come, and more of them could take away a difference.
        case reportsMayCome
        /// The source does not cover all of the period before, and what it lacks could take away a difference.
        case notCovered
    }

    /// Whether all reports of the window have come.
    public enum Registration: Hashable, Sendable {
        /// The source holds the window, and late reports have had their time.
        case complete
        /// The source does not hold all of the window, or late reports may still come.
        case incomplete
        /// Nobody said what the source holds; something was reported as late as the last month of the window.
        case notChecked
    }

    /// What the count before was among those of the same days of earlier years.
    public enum Start: Hashable, Sendable {
        /// No earlier period is known: whether it was unusually high can not be told.
        case unknown
        /// It was the highest of so many, so that fewer are to be expected afterwards without any measure.
        case highest(of: Int)
        /// It was not the highest of so many.
        case ordinary(of: Int)
    }

    /// The count of one earlier period.
    public struct Past: Hashable, Sendable {
        /// The days, those of the period before in an earlier year.
        public let period: CalendarPeriod
        /// The number reported.
        public let count: Int
        /// What it was made in; 1 where counts are compared as such.
        public let exposure: Double
    }

    /// The category whose figures should change.
    public let category: CategoryCode
    /// The unit where it should show.
    public let unit: OrganisationUnitID
    /// The day when the measure was done.
    public let executed: CalendarDate
    /// The days before the measure.
    public let before: CalendarPeriod
    /// The days in which it should show.
    public let window: CalendarPeriod
    /// What the counts count.
    public let counted: CrossTable.Counted
    /// How counts are held against each other.
    public let basis: PeriodComparison.Basis
    /// The number reported before.
    public let countBefore: Int
    /// The number reported in the window.
    public let countAfter: Int
    /// The two counts held against each other, exactly; `nil` where they can not be.
    public let contrast: CountContrast?
    /// What they say.
    public let change: Change
    /// Whether that stands without one month, one unit below or one heading; `nil` where nothing can be said.
    public let sensitivity: Sensitivity?
    /// What the count before was among earlier ones.
    public let start: Start
    /// The earlier periods, newest first.
    public let past: [Past]
    /// The window against the period before and all earlier ones together, which a high start sways less.
    public let pastContrast: CountContrast?
    /// The same category in all other units, by days; `nil` where none reports it.
    public let elsewhere: CountContrast?
    /// Whether all reports of the window have come.
    public let registration: Registration
    /// The method of ``contrast``.
    public let method: StatisticalMethod
    /// What it assumes.
    public let assumptions: [Assumption]

    /// The number reported before and after.
    public var sample: Int { countBefore + countAfter }

    /// What is asked.
    public struct Question: Sendable {
        /// The category, or the heading, whose figures should change.
        public var category: CategoryCode
        /// The unit where it should show, a position along ``units``.
        public var unit: OrganisationUnitID
        /// The day when the measure was done.
        public var executed: CalendarDate
        /// The days in which it should show.
        public var window: CalendarPeriod
        /// The days before; `nil` takes those of the window in the newest year that ends before the measure was done.
        public var before: CalendarPeriod?
        /// The number of earlier years to look back at, 0 or more.
        public var pastYears = 3
        /// The codes that are about the process; `nil` for all.
        public var processCategories: Set<CategoryCode>?
        /// How counts are held against each other; `nil` takes counts where the numbers of days differ by a hundredth at
        /// most, otherwise days.
        public var basis: PeriodComparison.Basis?
        /// What the source covers and when units were open; `nil` where nobody said.
        ///
        /// Without it, the source is taken to hold the months from the first report of any kind to the last.
        public var coverage: ReportingCoverage?
        /// What the counts count.
        public var counted: CrossTable.Counted = .records
        /// The dimension of the category.
        public var dimension: CodeDimension = .category
        /// The version under which codes are read; `nil` takes each code as it is.
        public var reading: ClassificationReading?
        /// Where a record's unit counts: its whole path where the unit is a node.
        public var units: CountAxis = .units { [$0] }
        /// The level of confidence, above 0 and below 1.
        public var level = 0.95

        /// A question about a measure.
        public init(
            category: CategoryCode,
            unit: OrganisationUnitID,
            executed: CalendarDate,
            window: CalendarPeriod
        ) {
            self.category = category
            self.unit = unit
            self.executed = executed
            self.window = window
        }
    }
}
