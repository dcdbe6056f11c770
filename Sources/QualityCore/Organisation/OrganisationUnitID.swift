/// The code of a node of the organisation, such as `VoO-SABO`: stable and unique within a board.
public struct OrganisationUnitID: RawRepresentable, Hashable, Sendable, Codable {
    /// The code as stored.
    public let rawValue: String

    /// A node by its code.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }
}

extension OrganisationUnitID: CustomStringConvertible {
    /// The code as stored.
    public var description: String { rawValue }
}
