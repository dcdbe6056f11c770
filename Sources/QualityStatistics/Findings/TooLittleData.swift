/// That a method says nothing, because it was given too little.
public struct TooLittleData: Hashable, Sendable {
    /// The method that was asked.
    public let method: StatisticalMethod

    /// How much the method needs, in the unit of `quantity`.
    public let needed: Int

    /// How much there was.
    public let available: Int

    /// What is counted: usable values, events, groups.
    public let quantity: Quantity

    /// What there is too little of.
    public enum Quantity: Hashable, Sendable {
        /// Values that are not missing.
        case values
        /// Values that differ from one another.
        case distinctValues
        /// Values that do not hang on the ones before them.
        case independentValues
        /// Events counted.
        case events
        /// Groups, such as units or categories, that hold anything.
        case groups
        /// Whole seasons, such as years of monthly values.
        case seasons
    }

    /// A shortage in numbers.
    public init(method: StatisticalMethod, needed: Int, available: Int, of quantity: Quantity) {
        self.method = method
        self.needed = needed
        self.available = available
        self.quantity = quantity
    }
}
