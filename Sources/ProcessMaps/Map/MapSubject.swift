/// What several elements of a map can point at, and that is not drawn itself (*ämne*).
public struct MapSubject: Hashable, Sendable, Identifiable {
    /// What sort of subject it is. Closed.
    public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        /// What passes between parties.
        case message
        /// What can fail.
        case error
        /// What someone further up must know.
        case escalation
        /// What anyone may tell.
        case signal
        /// A register.
        case store
        /// What the elements in a frame have in common.
        case category
    }

    /// The identity of the subject.
    public var id: MapElementID
    /// What sort of subject it is.
    public var kind: Kind
    /// The name that people read; empty where there is none.
    public var name: String
    /// The code of an error or an escalation; empty where there is none.
    public var code: String

    /// A subject.
    public init(id: MapElementID, kind: Kind, name: String = "", code: String = "") {
        self.id = id
        self.kind = kind
        self.name = name
        self.code = code
    }
}
