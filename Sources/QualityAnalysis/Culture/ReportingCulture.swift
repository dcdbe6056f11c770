public import QualityCore
public import QualityStatistics

/// How units report, beside what they report: rate, near misses and time to report (*rapporteringskultur*).
///
/// Much reporting, many near misses and short times speak for a culture in which one dares to report; few reports speak
/// for nothing until that is known.
public struct ReportingCulture: StatisticalResult {
    /// Which codes tell that nothing happened that could have.
    public struct NearMisses: Hashable, Sendable {
        /// The dimension whose codes tell.
        public let dimension: CodeDimension
        /// The codes of near misses.
        public let nearMisses: Set<CategoryCode>
        /// The codes of events with harm; a record with none of both is not counted.
        public let harms: Set<CategoryCode>

        /// The codes of a dimension that tell near misses from harm.
        public init(_ dimension: CodeDimension, nearMisses: Set<CategoryCode>, harms: Set<CategoryCode>) {
            self.dimension = dimension
            self.nearMisses = nearMisses
            self.harms = harms
        }
    }

    /// A share of a unit held against that of the rest.
    public struct Share: Hashable, Sendable {
        /// What is said of it.
        public enum Verdict: Hashable, Sendable {
            /// It is higher than in the rest, more than chance allows.
            case higher
            /// It is lower than in the rest, more than chance allows.
            case lower
            /// The difference may be chance.
            case withinChance
            /// There are too few records here or elsewhere for any difference to be shown.
            case tooLittleData
        }

        /// The share with its Wilson interval.
        public let proportion: Proportion
        /// The share of all other units together; `nil` for the whole and where they have no records.
        public let rest: Proportion?
        /// The p-value adjusted for all shares compared; `nil` where none was.
        public let adjustedPValue: Double?
        /// What is said; `nil` for the whole.
        public let verdict: Verdict?
        /// Whether the verdict stands without one month, another unit or a category; `nil` for the whole.
        public let sensitivity: Sensitivity?
    }

    /// One unit, or the whole.
    public struct Line: Hashable, Sendable {
        /// What the line is about.
        public let subject: AnalysisSubject
        /// The number of records reported.
        public let count: Int
        /// The number reported per exposure; `nil` where that is not known.
        public let rate: EventRate?
        /// The share of near misses among records that tell; `nil` where none does.
        public let nearMisses: Share?
        /// The times to report.
        public let delays: ReportingDelays
        /// The share reported within the days asked for; `nil` where no time is known.
        public let prompt: Share?
    }

    /// The days that were looked at.
    public let period: CalendarPeriod
    /// The number of days within which a report is prompt.
    public let promptDays: Int
    /// What the exposures are counted in; `nil` without.
    public let measure: ExposureTable.Measure?
    /// The whole, then the units by code.
    public let lines: [Line]
    /// The expected share of false findings among those shown, above 0 and below 1.
    public let falseDiscoveryRate: Double
    /// The number of shares compared.
    public let comparisons: Int
    /// The method.
    public let method: StatisticalMethod
    /// What it assumes.
    public let assumptions: [Assumption]

    /// The number of records.
    public var sample: Int { lines[0].count }

    /// The line of a subject, or `nil`.
    public subscript(subject: AnalysisSubject) -> Line? {
        lines.first { $0.subject == subject }
    }

    /// What is asked.
    public struct Question: Sendable {
        /// The days to look at.
        public var period: CalendarPeriod
        /// The number of days, 0 or more, within which a report is prompt.
        public var promptDays = 7
        /// Which codes tell near misses; `nil` where none do.
        public var nearMisses: NearMisses?
        /// What the units had that events could happen in; `nil` where not known.
        public var exposure: ExposureTable?
        /// Where a record's unit counts; each record on one position.
        public var units: CountAxis = .units { [$0] }
        /// Units to show even where nothing of them was found.
        public var listed: [OrganisationUnitID] = []
        /// The dimension whose categories are left out one by one.
        public var dimension: CodeDimension = .category
        /// The version under which codes are read; `nil` takes each code for a category of its own.
        public var reading: ClassificationReading?
        /// The expected share of false findings among those shown, above 0 and below 1.
        public var falseDiscoveryRate = 0.05

        /// A question about the reporting of a period.
        public init(_ period: CalendarPeriod) {
            self.period = period
        }
    }
}
