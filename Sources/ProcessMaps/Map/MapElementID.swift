/// The identity of one element of a process map: any text, unique in its map (*elementets identitet*).
///
/// A file may break the rule; then the first element with an identity is the one that is found by it, and the checks of
/// the map name the others.
public struct MapElementID: RawRepresentable, Hashable, Sendable, Codable, ExpressibleByStringLiteral {
    /// The identity as written in the map.
    public let rawValue: String

    /// An identity from its written form.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// An identity from its written form.
    public init(_ rawValue: String) {
        self.rawValue = rawValue
    }

    /// Written out in code by its written form.
    public init(stringLiteral rawValue: String) {
        self.rawValue = rawValue
    }
}

extension MapElementID: CustomStringConvertible {
    /// The identity as written in the map.
    public var description: String { rawValue }
}

extension MapElementID: Comparable {
    /// Whether an identity stands before another in the order of texts.
    public static func < (left: MapElementID, right: MapElementID) -> Bool {
        left.rawValue < right.rawValue
    }
}
