public import QualityCore

/// Who opens a register, as what, and what for: without one there is no way in.
public struct StoreAccess: Hashable, Sendable {
    /// A way to records outside the actor's scope in an emergency, with a reason and an end (*nödåtkomst*).
    public struct BreakGlass: Hashable, Sendable, Codable {
        /// Why; a blank reason opens nothing. Stands in the access log and must hold no personal data.
        public var reason: String
        /// When it ends.
        public var until: Timestamp

        /// A way in.
        public init(reason: String, until: Timestamp) {
            self.reason = reason
            self.until = until
        }
    }

    /// The ground on which data cross from one branch to another (OSL 10 kap., D-SEC-2).
    public struct BranchCrossing: Hashable, Sendable, Codable {
        /// A ground. Closed.
        public enum Ground: String, Hashable, Sendable, Codable, CaseIterable {
            /// The person agrees (*samtycke*).
            case consent
            /// The actor's own task cannot be done without (OSL 10:2).
            case necessaryForOwnTask
            /// A law says so (OSL 10:28).
            case dutyByLaw
        }

        /// The ground.
        public var ground: Ground
        /// The legal bases of the other branch.
        public var legalBases: Set<LegalBasis>

        /// A crossing.
        public init(_ ground: Ground, to legalBases: Set<LegalBasis>) {
            self.ground = ground
            self.legalBases = legalBases
        }
    }

    /// The account that acts.
    public let actor: ActorID
    /// The person behind it, by which reports and assignments are told to be the actor's own; `nil` for a program.
    public let person: PersonReference?
    /// What for.
    public let purpose: AccessPurpose
    /// The roles; none gives no right.
    public let roles: [RoleAssignment]
    /// The emergency; `nil` when there is none.
    public let breakGlass: BreakGlass?
    /// The ground for reading another branch's records; `nil` when the actor stays in its own.
    public let crossing: BranchCrossing?

    /// The access of a person.
    public init(
        _ actor: ActorID,
        person: PersonReference?,
        purpose: AccessPurpose,
        roles: [RoleAssignment],
        breakGlass: BreakGlass? = nil,
        crossing: BranchCrossing? = nil
    ) {
        self.actor = actor
        self.person = person
        self.purpose = purpose
        self.roles = roles
        self.breakGlass = breakGlass
        self.crossing = crossing
    }

    /// The access of a program, with declared roles in every unit.
    public init(program: ActorID, purpose: AccessPurpose = .maintenance, as roles: AccessRole...) {
        self.init(program, person: nil, purpose: purpose, roles: roles.map { RoleAssignment($0, units: nil) })
    }
}
