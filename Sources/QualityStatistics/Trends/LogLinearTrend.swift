/// The trend of counts, or of counts per exposure, by which the expected count is multiplied from place to place.
///
/// log μ = *a* + *bt* + log exposure, with the places *t* from 0, and with sine waves where there is a season. Places
/// without a count or exposure are left out and keep their place in time.
public struct LogLinearTrend: StatisticalResult {
    /// How the variance of a count hangs on its mean μ.
    public enum Variance: Hashable, Sendable {
        /// It is μ.
        case poisson
        /// It is φμ, with the factor that was taken.
        case quasiPoisson(factor: Double)
        /// It is μ + αμ², with α above 0.
        case negativeBinomial(alpha: Double)
    }

    /// What a coefficient belongs to.
    public enum Term: Hashable, Sendable {
        /// The logarithm of the expected count, or rate, at place 0, without the season.
        case intercept
        /// The change of that logarithm from one place to the next.
        case time
        /// The cosine of a wave of the season, 1 for the whole period.
        case cosine(Int)
        /// The sine of a wave of the season, 1 for the whole period.
        case sine(Int)
    }

    /// A coefficient of the regression, on the scale of logarithms.
    public struct Coefficient: Hashable, Sendable {
        /// What the coefficient belongs to.
        public let term: Term

        /// The most likely value.
        public let estimate: Double

        /// The standard error under the variance of the model.
        public let standardError: Double

        /// The standard error from the residuals themselves, whatever the variance is (Huber, White; HC0).
        public let robustStandardError: Double

        /// The estimate over its standard error.
        public let statistic: Double

        /// The two-sided probability of the statistic: of *t* for quasi-Poisson, otherwise of the normal distribution.
        public let pValue: Double

        /// The interval of the estimate at the level of the trend.
        public let interval: ClosedRange<Double>
    }

    /// The change from one place to the next in percent of the expected count or rate.
    public struct PercentPerPeriod: Hashable, Sendable {
        /// The most likely change, above -100.
        public let estimate: Double

        /// The interval of the change at the level of the trend.
        public let interval: ClosedRange<Double>
    }

    /// The comparison with a model that lacks something.
    public struct Comparison: Hashable, Sendable {
        /// The difference of the deviances, or twice that of the log-likelihoods; over the factor for quasi-Poisson.
        public let statistic: Double

        /// The probability of a statistic as large if what is lacking does not matter.
        public let pValue: Double
    }

    /// How the variance of a count hangs on its mean.
    public let variance: Variance

    /// The coefficients: intercept, time, then the waves of the season.
    public let coefficients: [Coefficient]

    /// The change in percent from one place to the next.
    public let percentPerPeriod: PercentPerPeriod

    /// The expected counts; `nil` at places that were left out.
    public let fitted: [Double?]

    /// Twice the log-likelihood that the model lacks of one that fits every count.
    public let deviance: Double

    /// The deviance of the model with the same rate at every place.
    public let nullDeviance: Double

    /// The sum of the squared residuals over the variances; φ is taken as 1.
    public let pearson: Double

    /// The number of counts less the number of coefficients.
    public let degreesOfFreedom: Int

    /// The logarithm of the probability of the counts; for quasi-Poisson, that of Poisson.
    public let logLikelihood: Double

    /// Akaike's criterion, with α as a parameter where it was estimated; for quasi-Poisson, that of Poisson.
    public let akaike: Double

    /// The trend's contribution: the comparison with a model without it (χ² with 1 degree, *F* for quasi-Poisson).
    public let trend: Comparison

    /// Where α was estimated, what speaks for it.
    public let overdispersion: Overdispersion?

    /// The confidence of all intervals, above 0 and below 1.
    public let level: Double

    /// The number of counts.
    public let sample: Int

    /// The ratio of ``pearson`` to ``degreesOfFreedom``, about 1 when the variance is right; `nil` at 0 degrees.
    public var dispersion: Double? { degreesOfFreedom > 0 ? pearson / Double(degreesOfFreedom) : nil }

    /// The probability of a ``pearson`` as large if the variance is right, by χ²; `nil` at 0 degrees of freedom.
    public var dispersionPValue: Double? {
        (try? ChiSquaredDistribution(degreesOfFreedom: Double(degreesOfFreedom)))?.tails(at: pearson).upper
    }

    /// The coefficient of time.
    public var slope: Coefficient { coefficients[1] }

    /// The direction of the most likely trend, whether or not there is any evidence for it.
    public var direction: TrendDirection {
        TrendDirection(sign: slope.estimate > 0 ? 1 : slope.estimate < 0 ? -1 : 0)
    }

    /// Log-linear regression of counts.
    public var method: StatisticalMethod { Self.method(variance) }

    /// What the trend rests on; the variance was looked at where the counts allow it.
    public var assumptions: [Assumption] {
        let agrees: Assumption.Standing = dispersionPValue.map { $0 < 0.05 ? .fails : .holds } ?? .notChecked
        let spread =
            switch variance {
            case .poisson: Assumption("The variance of a count equals its mean.", agrees)
            case .quasiPoisson: Assumption("The variance of a count is proportional to its mean.")
            case .negativeBinomial:
                Assumption("The variance of a count is its mean and a multiple of its square.", agrees)
            }
        return [
            spread,
            Assumption("The expected count changes by the same percentage from each place to the next."),
            Assumption("Given trend and season, the counts do not depend on one another."),
        ]
    }

    static func method(_ variance: Variance) -> StatisticalMethod {
        let name =
            switch variance {
            case .poisson: "Poisson regression"
            case .quasiPoisson: "quasi-Poisson regression"
            case .negativeBinomial: "negative binomial regression"
            }
        return StatisticalMethod(
            name: name,
            source: """
                McCullagh and Nelder (1989) Generalized Linear Models, 2nd edition; \
                Hilbe (2011) Negative Binomial Regression, 2nd edition; White (1980) Econometrica 48:817–838
                """
        )
    }
}
