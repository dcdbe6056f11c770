/// A part of a record that a role may be kept from while it reads the rest (*skyddat fält*). Open.
public struct ProtectedField: RawRepresentable, Hashable, Sendable, Codable {
    /// The name as stored.
    public let rawValue: String

    /// A part by its stored name.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// Who reported or sent it (*rapportör*, *avsändare*).
    public static let reporter = ProtectedField(rawValue: "reporter")
    /// Whom it is about (*berörda*).
    public static let concerned = ProtectedField(rawValue: "concerned")
    /// What those who reported or were asked said (*uppgifter*).
    public static let statements = ProtectedField(rawValue: "statements")
    /// The text of the investigation (*utredning*).
    public static let investigation = ProtectedField(rawValue: "investigation")
    /// What was found, proposed and decided (*bedömning*).
    public static let assessment = ProtectedField(rawValue: "assessment")

    /// What stands in a hidden field as the source of a gap.
    package static let hidden = "hidden"
}

extension ProtectedField: ExpressibleByStringLiteral {
    /// Written out in code by its stored form.
    public init(stringLiteral rawValue: String) {
        self.init(rawValue: rawValue)
    }
}
