/// The values of a quantity that the data are compatible with, at a level of confidence.
public struct ConfidenceInterval: Hashable, Sendable {
    /// The lower limit, in the unit of the quantity.
    public let lower: Double

    /// The upper limit, in the unit of the quantity; infinite where the data set none.
    public let upper: Double

    /// The level of confidence, above 0 and below 1.
    public let level: Double

    /// An interval by its limits and level.
    public init(lower: Double, upper: Double, level: Double) {
        self.lower = lower
        self.upper = upper
        self.level = level
    }

    /// Whether a value lies within the limits.
    public func contains(_ value: Double) -> Bool { lower <= value && value <= upper }
}
