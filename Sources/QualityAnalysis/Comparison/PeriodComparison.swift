public import QualityCore
public import QualityStatistics

/// What changed from one period to another, by how much, what carries it and how sure it is (*periodjämförelse*).
///
/// Everything is about what was reported. A lower count is no improvement by itself: fewer events, fewer reports and other
/// headings look alike in it.
public struct PeriodComparison: StatisticalResult {
    /// What is said of a subject.
    public enum Verdict: Hashable, Sendable {
        /// More was reported than chance allows.
        case higher
        /// Less was reported than chance allows.
        case lower
        /// Chance alone may have made the difference.
        case withinChance
        /// No counts of these sizes could show a difference; so many events, over both periods, could.
        case tooLittleData(needed: Int)
        /// The counts can not be held against each other.
        case notComparable(Reason)
    }

    /// Why counts can not be held against each other.
    public enum Reason: Hashable, Sendable {
        /// The category did not exist on all days of both periods.
        case noSuchCategory
        /// What the counts were made in is not known of both periods.
        case noExposure
        /// The source does not cover all days of both periods.
        case notCovered
        /// Reports of the period with fewer may be missing or still come, and could explain the difference.
        case reportsMayCome
        /// The unit was not open on all days of both periods.
        case notOpen
    }

    /// One subject with its change.
    public struct Line: Hashable, Sendable {
        /// What the line is about.
        public let subject: AnalysisSubject
        /// The count of the earlier period; `nil` where the category did not exist.
        public let earlier: Int?
        /// The count of the later period; `nil` where the category did not exist.
        public let later: Int?
        /// The two counts held against each other; `nil` where they can not be.
        public let contrast: CountContrast?
        /// The p-value adjusted for all comparisons made; `nil` where none was made.
        public let adjustedPValue: Double?
        /// What is said.
        public let verdict: Verdict
        /// Of a category, whether the change depends on how codes are sorted; `nil` where only one sorting is known.
        public let recoding: Recoding?
        /// Whether the verdict stands without one period, unit or category; `nil` where the counts can not be compared.
        public let sensitivity: Sensitivity?

        /// How many more were counted in the later period; `nil` where a count is missing.
        public var change: Int? {
            guard let earlier, let later else { return nil }
            return later - earlier
        }
    }

    /// How the shares of the categories shifted.
    public struct Mix: Hashable, Sendable {
        /// The categories, in the order of the contributions.
        public let categories: [CategoryCode]
        /// How far the two distributions are apart, with the contribution of each category.
        public let divergence: JensenShannonDivergence
        /// The test of independent events; many expected counts below 5 make it unreliable.
        public let test: IndependenceTest
        /// How much more the monthly counts of the categories scatter than independent events, at least 1.
        public let dispersion: Double
        /// The p-value that the shares are the same, from the statistic of ``test`` divided by ``dispersion``.
        public let pValue: Double
        /// How strong the association of period and category is, 0...1: significance is not size.
        public let association: Association
    }

    /// The earlier period.
    public let earlier: CalendarPeriod
    /// The later period.
    public let later: CalendarPeriod
    /// What the counts count.
    public let counted: CrossTable.Counted
    /// The day that places an observation in a period.
    public let countedDay: ObservationTable.CountedDay
    /// How counts of unlike exposure are held against each other.
    public let basis: Basis
    /// The whole, then the categories, then the units.
    public let lines: [Line]
    /// How the shares of the categories shifted; `nil` where a record may have several, or there is too little data.
    public let mix: Mix?
    /// Units that reported in the earlier period and not at all in the later, more than chance allows, with their counts.
    ///
    /// None where nobody reported anything in the later, unless the source is said to cover it.
    public let fellSilent: [OrganisationUnitID: Int]
    /// The months from the first record to the last where a period reaches beyond them and nobody said what is covered.
    public let recordedMonths: CalendarPeriod?
    /// Whether reports of the later period may still come.
    public let mayGrow: Bool
    /// The number of comparisons among which false findings are controlled.
    public let comparisons: Int
    /// The expected share of false findings among those shown, above 0 and below 1.
    public let falseDiscoveryRate: Double
    /// The p-value up to which a comparison shows a difference, given all others.
    public let threshold: Double
    /// What the comparison assumes.
    public let assumptions: [Assumption]

    /// The method by which many comparisons are held together; each line has its own for the two counts.
    public let method: StatisticalMethod

    /// The events of both periods.
    public var sample: Int { (lines[0].earlier ?? 0) + (lines[0].later ?? 0) }

    /// The line of a subject; `nil` where nothing of it was found and it was not asked for.
    public subscript(subject: AnalysisSubject) -> Line? {
        lines.first { $0.subject == subject }
    }

    /// The categories by how much of the change they carry, the largest change first, up or down.
    public var carriers: [Line] {
        lines.filter { if case .category = $0.subject { $0.change != nil } else { false } }
            .sorted { abs($0.change ?? 0) > abs($1.change ?? 0) }
    }
}

extension PeriodComparison {
    /// How counts of unlike exposure are held against each other.
    public enum Basis: Hashable, Sendable {
        /// Counts as such: the exposure is taken to be the same, which nobody checked.
        case counts
        /// Counts per day of the periods.
        case days
        /// Counts per exposure of the units: with an amount of each position of the axis of units, which holds each record
        /// once, and for leaving out units one of each of them.
        case exposure(ExposureTable)

        /// Counts where the numbers of days differ by a hundredth at most, as those of years do, otherwise days.
        static func suiting(_ earlier: CalendarPeriod, _ later: CalendarPeriod) -> Basis {
            areAsLong(earlier, later) ? .counts : .days
        }

        /// Whether counts of two periods can be subtracted from each other.
        func comparesNumbers(_ earlier: CalendarPeriod, _ later: CalendarPeriod) -> Bool {
            self == .counts || Self.areAsLong(earlier, later)
        }

        private static func areAsLong(_ earlier: CalendarPeriod, _ later: CalendarPeriod) -> Bool {
            100 * abs(earlier.dayCount - later.dayCount) <= max(earlier.dayCount, later.dayCount)
        }
    }

    /// What is asked.
    public struct Question: Sendable {
        /// The earlier period.
        public var earlier: CalendarPeriod
        /// The later period.
        public var later: CalendarPeriod
        /// What the counts count.
        public var counted: CrossTable.Counted = .records
        /// The dimension whose categories are compared.
        public var dimension: CodeDimension = .category
        /// The version under which codes are read; `nil` takes each code for a category of its own.
        public var reading: ClassificationReading?
        /// Where a record's unit counts; each position gets a line.
        public var units: CountAxis = .units { [$0] }
        /// What the source covers and when units were open; `nil` where nobody said.
        ///
        /// Without it, the source is taken to cover the months from the first report to the last, and units to be open.
        public var coverage: ReportingCoverage?
        /// How counts are held against each other; `nil` takes counts where the numbers of days differ by a hundredth at
        /// most, otherwise days.
        public var basis: Basis?
        /// The expected share of false findings among those shown, above 0 and below 1; intervals have the rest as level.
        public var falseDiscoveryRate = 0.05

        /// A comparison of two periods, with the settings that most need no change.
        public init(earlier: CalendarPeriod, later: CalendarPeriod, reading: ClassificationReading? = nil) {
            self.earlier = earlier
            self.later = later
            self.reading = reading
        }
    }
}
