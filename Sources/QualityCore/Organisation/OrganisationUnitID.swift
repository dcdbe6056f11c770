/// The code of a node of the organisation, such as `VoO-SABO`: stable and unique within a board.
public struct OrganisationUnitID: RawRepresentable, Hashable, Sendable, Codable {
    /// The code as stored.
    public let rawValue: String

    /// A node by its code.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// The code of a name that the board's organisation does not know, so that its records are kept and counted.
    ///
    /// - Parameters:
    ///   - name: the name as the source had it; with six digits or more it is masked as a whole.
    ///   - parent: the known node that the source put it under; `nil` for none.
    public init(unlisted name: String, under parent: OrganisationUnitID? = nil) {
        rawValue = UnlistedName.code(name, under: parent?.rawValue)
    }

    /// The name as the source had it, when the organisation does not know it; `nil` for a known node.
    public var unlistedName: String? { UnlistedName(rawValue)?.name }

    /// The known node that the source put an unlisted one under; `nil` for none and for a known node.
    public var unlistedParent: OrganisationUnitID? {
        UnlistedName(rawValue)?.parent.map(OrganisationUnitID.init(rawValue:))
    }
}

extension OrganisationUnitID: CustomStringConvertible {
    /// The code as stored.
    public var description: String { rawValue }
}

extension OrganisationUnitID: ExpressibleByStringLiteral {
    /// Written out in code by its stored form.
    public init(stringLiteral rawValue: String) {
        self.init(rawValue: rawValue)
    }
}
