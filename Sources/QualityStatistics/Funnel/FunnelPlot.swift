/// How units differ from the whole, held against what their size lets chance do: a funnel plot.
///
/// Swedish: trattdiagram. Units that report few events fall outside below as others do above; a low value is as much a
/// finding as a high one, and may be missing reports.
public struct FunnelPlot: StatisticalResult {
    /// What is compared.
    public enum Measure: Hashable, Sendable {
        /// Events as a share of trials.
        case proportion
        /// Events per exposure.
        case rate
        /// Events over those expected.
        case ratio
    }

    /// The scale on which the distance of a unit from the target is measured.
    public enum Scale: Hashable, Sendable {
        /// The values themselves, with the standard deviation at the target.
        case natural
        /// Arcsine square roots of proportions and square roots of rates and ratios, of equal variance (CQC).
        case stabilised
        /// Logarithms of rates and ratios (SHMI); log odds of proportions. A unit without events, or of nothing else, lies
        /// infinitely far away.
        case logarithmic
    }

    /// What is done to the most extreme units before the over-dispersion is estimated.
    public enum Trimming: Hashable, Sendable {
        /// Nothing.
        case none
        /// Distances beyond the quantiles of this share at each end are set to the quantile, as Spiegelhalter does.
        case winsorised(Double)
        /// Units that rank in the lowest or the highest group of this share are left out, as SHMI does with tenths.
        case truncated(Double)
    }

    /// A unit of the plot.
    public struct Unit: Hashable, Sendable {
        /// The number of events.
        public let count: Int

        /// The number of trials, the exposure, or the number of events expected: what the funnel narrows with.
        public let denominator: Double

        /// The count over the denominator.
        public let value: Double

        /// The distance from the target over its standard deviation, both on the scale of the plot.
        public let z: Double

        /// The standard deviation that chance gives the unit at the target, on the scale of the plot.
        public let deviation: Double

        /// Twice the smaller exact tail at the target, at most 1.
        public let pValue: Double

        /// The two-sided mid-p-value at the target.
        public let midP: Double
    }

    /// How much more units differ than chance lets them.
    public struct Overdispersion: Hashable, Sendable {
        /// The mean square of the distances.
        public let dispersion: Double

        /// The mean square after the trimming: φ. Below 1 it is no over-dispersion.
        public let trimmedDispersion: Double

        /// The p-value that the distances are chance, from their untrimmed sum of squares.
        public let pValue: Double

        /// The variance between units, τ², on the scale of the plot, after the trimming (DerSimonian and Laird).
        public let betweenVariance: Double

        /// The distances after the trimming; `nil` for units that it leaves out.
        public let trimmed: [Double?]

        /// The limits beyond which the trimming begins, on the scale of distances; `nil` without trimming.
        public let trimmingLimits: ClosedRange<Double>?
    }

    /// The method.
    public let method: StatisticalMethod

    /// What it assumes.
    public let assumptions: [Assumption]

    /// What is compared.
    public let measure: Measure

    /// The scale of the distances.
    public let scale: Scale

    /// What the units are held against, in the unit of their values.
    public let target: Double

    /// The units in their order; `nil` for those without denominator or count.
    public let units: [Unit?]

    /// How much more the units differ than chance lets them.
    public let overdispersion: Overdispersion

    /// The number of units that are not missing.
    public var sample: Int { units.count { $0 != nil } }

    init(
        _ method: StatisticalMethod,
        _ assumptions: [Assumption],
        _ shape: FunnelShape,
        _ units: [Unit?],
        _ overdispersion: Overdispersion
    ) {
        self.method = method
        self.assumptions = assumptions
        measure = shape.measure
        scale = shape.scale
        target = shape.target
        self.units = units
        self.overdispersion = overdispersion
    }
}
