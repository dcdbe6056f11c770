public import QualityCore
public import QualityStatistics

/// Which units report more or less than the rest, for what their exposure lets chance do (*jämförelse av enheter*).
///
/// Both ways: a unit with fewer reports than chance allows is silent, which is a question to ask and never a good mark.
/// Without exposures no unit is compared.
public struct UnitComparison: StatisticalResult {
    /// What is said of a unit.
    public enum Verdict: Hashable, Sendable {
        /// More was reported than in the rest, more than chance allows.
        case reportsMore
        /// Less was reported than in the rest, less than chance allows: reports may be missing (*tyst enhet*).
        case silent
        /// The difference to the rest may be chance.
        case asTheRest
        /// The unit is so small that even no report at all would be within chance.
        case tooLittleData
        /// The unit has no exposure in the period, or was not open in it.
        case missing(Missing)
    }

    /// Why a unit is not compared.
    public enum Missing: Hashable, Sendable {
        /// Its exposure in the period is not known.
        case noExposure
        /// It was not open.
        case notOpen
    }

    /// One unit.
    public struct Line: Hashable, Sendable {
        /// The unit, a position along the axis of units.
        public let unit: OrganisationUnitID
        /// The number reported.
        public let count: Int
        /// The exposure; `nil` where missing.
        public let exposure: Double?
        /// The rate with its exact interval; `nil` where the exposure is missing.
        public let rate: EventRate?
        /// The unit, as the later, held against all others, as the earlier; `nil` where it is missing.
        public let contrast: CountContrast?
        /// The p-value adjusted for all units compared.
        public let adjustedPValue: Double?
        /// What is said.
        public let verdict: Verdict
        /// Whether the verdict stands without one month, another unit or a category; `nil` where the unit is missing.
        public let sensitivity: Sensitivity?
    }

    /// The days that were looked at.
    public let period: CalendarPeriod
    /// What the counts count.
    public let counted: CrossTable.Counted
    /// What the exposures are counted in.
    public let measure: ExposureTable.Measure
    /// The units, by code.
    public let lines: [Line]
    /// The funnel plot of the units that are not missing, in the order of ``plotted``.
    public let funnel: FunnelPlot
    /// The units of the funnel plot.
    public let plotted: [OrganisationUnitID]
    /// How much more all units differ than chance lets them; the contrast of each allows for how much the others do.
    public let dispersion: CountContrast.Dispersion
    /// The expected share of false findings among those shown, above 0 and below 1.
    public let falseDiscoveryRate: Double
    /// The p-value up to which a difference is shown, given all other units.
    public let threshold: Double
    /// The method by which many comparisons are held together.
    public let method: StatisticalMethod
    /// What the comparison assumes.
    public let assumptions: [Assumption]

    /// The number of units compared.
    public var sample: Int { plotted.count }

    /// The line of a unit, or `nil`.
    public subscript(unit: OrganisationUnitID) -> Line? {
        lines.first { $0.unit == unit }
    }

    /// What is asked.
    public struct Question: Sendable {
        /// The days to look at.
        public var period: CalendarPeriod
        /// What the units had that events could happen in.
        public var exposure: ExposureTable
        /// What the counts count.
        public var counted: CrossTable.Counted = .records
        /// Where a record's unit counts; each record on one position.
        public var units: CountAxis = .units { [$0] }
        /// Units to compare even where nothing of them was found.
        public var listed: [OrganisationUnitID] = []
        /// The days on which units were open; `nil` takes those with an exposure to have been.
        public var coverage: ReportingCoverage?
        /// The dimension whose categories are left out one by one.
        public var dimension: CodeDimension = .category
        /// The version under which codes are read; `nil` takes each code for a category of its own.
        public var reading: ClassificationReading?
        /// The expected share of false findings among those shown, above 0 and below 1.
        public var falseDiscoveryRate = 0.05

        /// A comparison of units in a period.
        public init(_ period: CalendarPeriod, exposure: ExposureTable) {
            self.period = period
            self.exposure = exposure
        }
    }
}
