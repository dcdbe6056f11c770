public import QualityCore

/// One thing that is told about a log, a case or an event beside the usual (*attribut*).
public struct LogAttribute: Hashable, Sendable, Codable {
    /// What is told, by type. Closed, as in IEEE 1849.
    public enum Value: Hashable, Sendable, Codable {
        /// Words.
        case text(String)
        /// An instant.
        case time(Timestamp)
        /// A whole number.
        case integer(Int64)
        /// A number.
        case number(Double)
        /// Yes or no.
        case truth(Bool)
        /// An identity.
        case identity(String)
        /// Several things in order.
        case list([LogAttribute])
    }

    /// The name of what is told.
    public var key: String
    /// What is told.
    public var value: Value
    /// What is told about that in turn.
    public var attributes: [LogAttribute]

    /// An attribute.
    public init(_ key: String, _ value: Value, attributes: [LogAttribute] = []) {
        self.key = key
        self.value = value
        self.attributes = attributes
    }
}
