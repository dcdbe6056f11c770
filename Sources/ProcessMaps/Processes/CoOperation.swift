/// With whom a process is carried out together, on one side of the operation's border (*samverkan*).
public enum CoOperation: Hashable, Sendable, Codable {
    /// Someone to work together with, and how it is done.
    public struct Party: Hashable, Sendable, Codable {
        /// Who, such as *regionens primärvård*.
        public let name: String
        /// How the co-operation is made possible.
        public let manner: String

        /// A co-operating party.
        public init(name: String, manner: String) {
            self.name = name
            self.manner = manner
        }
    }

    /// With these parties.
    case parties([Party])
    /// With nobody, for a reason.
    case none(reason: String)

    var isDescribed: Bool {
        switch self {
        case .parties(let parties): !parties.isEmpty && parties.allSatisfy { !$0.name.isBlank && !$0.manner.isBlank }
        case .none(let reason): !reason.isBlank
        }
    }
}
