public import QualityCore

/// The part that someone plays in a process, such as *handläggare*: a role and never a person (*roll*).
public struct ProcessRole: RawRepresentable, Hashable, Sendable, Codable, ExpressibleByStringLiteral {
    /// The name of the role.
    public let rawValue: String

    /// A role by its name.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// Written out in code by its name.
    public init(stringLiteral rawValue: String) {
        self.init(rawValue: rawValue)
    }
}

/// One activity of a process, in its place in the order (*aktivitet*).
public struct ProcessStep: Hashable, Sendable, Codable, Identifiable {
    /// The code of a step, the same through all versions of its process.
    public struct ID: RawRepresentable, Hashable, Sendable, Codable, ExpressibleByStringLiteral {
        /// The code as stored.
        public let rawValue: String

        /// A step by its code.
        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// Written out in code by its stored form.
        public init(stringLiteral rawValue: String) {
            self.init(rawValue: rawValue)
        }
    }

    /// The routines that a step is done by, or why it needs none (*rutinbehov*).
    public enum RoutineNeed: Hashable, Sendable, Codable {
        /// It is done by these routines.
        case routines([RecordID<Routine>])
        /// It needs none, for a reason.
        case none(reason: String)

        var isAnswered: Bool {
            switch self {
            case .routines(let routines): !routines.isEmpty
            case .none(let reason): !reason.isBlank
            }
        }
    }

    /// The code of the step.
    public let id: ID
    /// What is done.
    public let name: String
    /// Who does it; `nil` until someone has said.
    public let role: ProcessRole?
    /// Its routines; `nil` until someone has answered.
    public let routineNeed: Stated<RoutineNeed>?

    /// A step.
    public init(id: ID, name: String, role: ProcessRole? = nil, routineNeed: Stated<RoutineNeed>? = nil) {
        self.id = id
        self.name = name
        self.role = role
        self.routineNeed = routineNeed
    }
}
