/// The board that a register belongs to (*nämnd*); registers of two tenants share nothing.
public struct TenantID: RawRepresentable, Hashable, Sendable, Codable {
    /// The name as stored.
    public let rawValue: String

    /// A tenant by its stored name.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }
}

extension TenantID: ExpressibleByStringLiteral {
    /// Written out in code by its stored form.
    public init(stringLiteral rawValue: String) {
        self.init(rawValue: rawValue)
    }
}
