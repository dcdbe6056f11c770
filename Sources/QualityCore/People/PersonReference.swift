/// A person by an opaque reference of the host's own, never a name and never an identity number (*person*).
public struct PersonReference: RawRepresentable, Hashable, Sendable, Codable {
    /// The reference as stored.
    public let rawValue: String

    /// A person by the host's reference.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }
}

extension PersonReference: ExpressibleByStringLiteral {
    /// Written out in code by its stored form.
    public init(stringLiteral rawValue: String) {
        self.init(rawValue: rawValue)
    }
}

extension PersonReference: CustomStringConvertible {
    /// Says that there is a person, and not who.
    public var description: String { "person" }
}
