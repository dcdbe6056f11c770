/// That a method was given numbers it is not defined for.
///
/// Too little data is no error but a ``Finding``.
public struct StatisticsError: Error, Hashable, Sendable {
    /// The kind of fault.
    public struct Code: Hashable, Sendable {
        private let name: String

        /// Two series that belong together have different lengths.
        public static let unequalLengths = Self(name: "unequal lengths")
        /// A count, an exposure or a weight is negative.
        public static let negative = Self(name: "negative")
        /// A value is not a finite number.
        public static let notFinite = Self(name: "not finite")
        /// An exposure or a denominator is zero where one is needed: the period is missing, its rate is not 0.
        public static let noExposure = Self(name: "no exposure")
        /// A number of events is larger than the number of trials.
        public static let moreEventsThanTrials = Self(name: "more events than trials")
        /// A parameter, such as a level of confidence, is outside its range.
        public static let outOfRange = Self(name: "out of range")
    }

    /// The kind of fault.
    public let code: Code

    /// The name of the parameter at fault.
    public let parameter: String

    /// The position of the value at fault, from 0, where the parameter is a series.
    public let index: Int?

    /// A fault of a parameter.
    public init(_ code: Code, of parameter: String, at index: Int? = nil) {
        self.code = code
        self.parameter = parameter
        self.index = index
    }
}

extension StatisticsError: CustomStringConvertible {
    /// The parameter, the position and the rule, and no value.
    public var description: String {
        "\(parameter)\(index.map { "[\($0)]" } ?? ""): \(code.description)"
    }
}

extension StatisticsError.Code: CustomStringConvertible {
    /// The kind of fault in words.
    public var description: String { name }
}
