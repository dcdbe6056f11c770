public import Improvements
public import QualityCore
public import QualityStatistics

/// Several sources of one period taken together, by theme and by unit (*sammanställning*, D-ANA-1).
///
/// What the figures mean is for those who conclude a `JointAnalysis`. A source that was not given is missing and not zero.
public struct JointOverview: StatisticalResult {
    /// One source in the period.
    public struct SourceLine: Hashable, Sendable {
        /// The source.
        public let source: JointAnalysis.Source
        /// The day by which its records are placed in the period.
        public let countedDay: ObservationTable.CountedDay
        /// The number of records with anything to count.
        public let count: Int
        /// The number of them that have a theme, of which shares are.
        public let placed: Int
    }

    /// What one theme is in one source, among the themes looked at.
    public struct Standing: Hashable, Sendable {
        /// The number of records.
        public let count: Int
        /// The share of the source's records with any of the themes; `nil` where there are none.
        public let share: Proportion?
        /// The place by count among the themes, from 1; themes with the same count share the better place.
        public let rank: Int
    }

    /// One theme in all sources.
    public struct ThemeLine: Hashable, Sendable {
        /// The theme.
        public let theme: CategoryCode
        /// What it is in each source; a source without a category for it is missing and not zero.
        public let standings: [JointAnalysis.Source: Standing]
    }

    /// The share of a theme in one source held against that in another, among the themes that both have.
    public struct Difference: Hashable, Sendable {
        /// The theme.
        public let theme: CategoryCode
        /// What it is in the source that is looked at.
        public let first: Standing
        /// What it is in the source that it is held against.
        public let second: Standing
        /// The p-value adjusted for all themes and pairs of sources; `nil` where none can be had.
        public let adjustedPValue: Double?
        /// What is said of the share in the first source.
        public let verdict: ReportingCulture.Share.Verdict
        /// Whether the verdict stands without one month, unit or other theme.
        public let sensitivity: Sensitivity
    }

    /// Two sources held against each other over the themes that both have (*samstämmighet*).
    public struct Agreement: Hashable, Sendable {
        /// The source that is looked at.
        public let first: JointAnalysis.Source
        /// The source that it is held against.
        public let second: JointAnalysis.Source
        /// The themes; none where a source has no record of any.
        public let differences: [Difference]
        /// The number of pairs of themes that both put in the same order.
        public let concordant: Int
        /// The number of pairs that they put in opposite orders.
        public let discordant: Int
        /// Kendall's τ-b, −1...1: 1 where all are in the same order; `nil` where a source has all themes alike.
        public let tau: Double?
    }

    /// A unit that reports in one source and has nothing in another.
    public struct Silence: Hashable, Sendable {
        /// What is said of it.
        public enum Verdict: Hashable, Sendable {
            /// Nothing is less than chance allows: reports may be missing.
            case silent
            /// Chance may have given nothing.
            case withinChance
            /// The unit is so small that nothing is to be expected.
            case tooLittleData
        }

        /// The unit.
        public let unit: OrganisationUnitID
        /// The source in which it has nothing.
        public let source: JointAnalysis.Source
        /// The source in which it reports.
        public let reporting: JointAnalysis.Source
        /// The number reported there.
        public let count: Int
        /// The number to expect in the silent source, in the proportion of all other units.
        public let expected: Double
        /// The p-value adjusted for all units and pairs of sources.
        public let adjustedPValue: Double?
        /// What is said of it.
        public let verdict: Verdict
        /// Whether the verdict stands without one month, other unit or theme.
        public let sensitivity: Sensitivity
    }

    /// The days that were looked at.
    public let period: CalendarPeriod
    /// The sources that were given.
    public let sources: [SourceLine]
    /// The sources that are missing.
    public let missing: [JointAnalysis.Source]
    /// The themes, in the order of the crosswalk.
    public let themes: [ThemeLine]
    /// What the themes are called.
    public let themeNames: [CategoryCode: LocalizedText]
    /// Each pair of sources held against each other.
    public let agreements: [Agreement]
    /// The number of records by unit and source; units that were listed stand with 0.
    public let units: [OrganisationUnitID: [JointAnalysis.Source: Int]]
    /// The number of records along unit, theme and source.
    public let cube: CountCube
    /// Units that have nothing in one source.
    public let silences: [Silence]
    /// The expected share of false findings among those shown of ``agreements``, and of ``silences``.
    public let falseDiscoveryRate: Double
    /// The method of the comparisons.
    public let method: StatisticalMethod
    /// What they assume.
    public let assumptions: [Assumption]

    /// The number of records.
    public var sample: Int { sources.reduce(0) { $0 + $1.count } }

    /// The units that reported nothing in any source, by code.
    public var silentUnits: [OrganisationUnitID] {
        units.filter { $0.value.values.allSatisfy { $0 == 0 } }.keys.sorted { $0.rawValue < $1.rawValue }
    }

    /// The number of records of a unit, theme and source.
    public func count(
        of unit: OrganisationUnitID,
        _ theme: CategoryCode,
        in source: JointAnalysis.Source
    ) -> Int {
        cube[.unit(unit), .code(theme), .code(source.code)]
    }

    /// The figures that a joint analysis keeps.
    ///
    /// - Parameters:
    ///   - cutOff: the day as of which the records were read.
    ///   - reason: why a source is missing.
    public func figures(
        cutOff: CalendarDate,
        missingBecause reason: String
    ) -> [JointAnalysis.Source: JointAnalysis.Figure] {
        var figures: [JointAnalysis.Source: JointAnalysis.Figure] = [:]
        for line in sources {
            figures[line.source] = .count(byUnit: units.mapValues { $0[line.source] ?? 0 }, cutOff: cutOff)
        }
        for source in missing { figures[source] = .missing(reason: reason) }
        return figures
    }

    /// What is asked.
    public struct Question: Sendable {
        /// The days to look at.
        public var period: CalendarPeriod
        /// The theme of each category.
        public var crosswalk: ThemeCrosswalk
        /// Where a record's unit counts: each record on one position that all sources can name.
        public var units: CountAxis = .units { [$0] }
        /// Units to show even where nothing of them was found.
        public var listed: [OrganisationUnitID] = []
        /// The expected share of false findings among those shown, above 0 and below 1.
        public var falseDiscoveryRate = 0.05

        /// A question about a period.
        public init(_ period: CalendarPeriod, _ crosswalk: ThemeCrosswalk) {
            self.period = period
            self.crosswalk = crosswalk
        }
    }
}
