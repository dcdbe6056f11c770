/// Who makes a commit: a person's opaque account or a program, never a name or an identity number.
public struct ActorID: RawRepresentable, Hashable, Sendable, Codable {
    /// The account as stored.
    public let rawValue: String

    /// An actor by account.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }
}

extension ActorID: ExpressibleByStringLiteral {
    /// Written out in code by its stored form.
    public init(stringLiteral rawValue: String) {
        self.init(rawValue: rawValue)
    }
}
