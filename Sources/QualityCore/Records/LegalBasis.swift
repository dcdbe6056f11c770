/// The act under which a service or care is given (*lagrum*). Open: a board may meet others.
public struct LegalBasis: RawRepresentable, Hashable, Sendable, Codable {
    /// The short name as stored, such as `SoL`.
    public let rawValue: String

    /// A legal basis by its short name.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// The Social Services Act (*socialtjänstlagen*), 2001:453 and from July 2025 2025:400.
    public static let sol = LegalBasis(rawValue: "SoL")
    /// The Act on Support and Service for Persons with Certain Functional Impairments, 1993:387.
    public static let lss = LegalBasis(rawValue: "LSS")
    /// The Health and Medical Services Act (*hälso- och sjukvårdslagen*), 2017:30.
    public static let hsl = LegalBasis(rawValue: "HSL")
}
