/// A branch of a board's work, between which secrecy may hold (*verksamhetsgren*, OSL 8:2). Open: boards have others.
public struct OrganisationBranch: RawRepresentable, Hashable, Sendable, Codable {
    /// The name as stored.
    public let rawValue: String

    /// A branch by its stored name.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// Social services (*socialtjänst*).
    public static let socialServices = OrganisationBranch(rawValue: "socialServices")
    /// Municipal health care (*kommunal hälso- och sjukvård*).
    public static let healthCare = OrganisationBranch(rawValue: "healthCare")
}

extension OrganisationBranch: Labelled {
    /// The name that people read; one for all that a board adds.
    public var label: LocalizedText {
        switch self {
        case .socialServices: LocalizedText(sv: "Socialtjänst", en: "Social services")
        case .healthCare: LocalizedText(sv: "Hälso- och sjukvård", en: "Health care")
        default: LocalizedText(sv: "Annan verksamhetsgren", en: "Other branch")
        }
    }
}
