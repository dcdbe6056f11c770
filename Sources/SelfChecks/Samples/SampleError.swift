/// Why a sample cannot be drawn or its size reckoned (*fel i stickprov*).
public struct SampleError: Error, Hashable, Sendable {
    /// What is out of range. Closed.
    public enum Field: String, Hashable, Sendable, CaseIterable {
        /// The population is not 1 to 10,000,000.
        case population
        /// The size is not 1 to the population.
        case size
        /// The fault rate is nothing.
        case faultRate
        /// The confidence is nothing.
        case confidence
    }

    /// The id of the requirement that is broken.
    public var rule: String { "D-SLF-8" }
    /// What is out of range.
    public let field: Field

    /// A fault of one field.
    public init(_ field: Field) {
        self.field = field
    }
}

extension SampleError: CustomStringConvertible {
    /// The requirement and the field.
    public var description: String { "\(rule) \(field.rawValue): the value is out of range" }
}
