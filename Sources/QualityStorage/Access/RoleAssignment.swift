public import QualityCore

/// A role that an actor has, and where (*behörighetstilldelning*).
public struct RoleAssignment: Hashable, Sendable, Codable {
    /// The role.
    public var role: AccessRole
    /// The units, each named; `nil` for every unit of the board.
    public var units: Set<OrganisationUnitID>?
    /// The legal bases of the branch that the actor works in (D-SEC-2); `nil` for every branch.
    public var legalBases: Set<LegalBasis>?
    /// Records that the actor was given by request, agenda or assignment, beside those that name the actor.
    ///
    /// They are read one by one; lists and counts find a record by what it says itself.
    public var cases: Set<RecordReference>
    /// Records that the actor has no right to by this role, as when involved in the matter; a superior takes them over.
    ///
    /// Kinds with such a record are left out of the actor's facts and counts.
    public var recused: Set<RecordReference>

    /// A role and where it holds.
    public init(
        _ role: AccessRole,
        units: Set<OrganisationUnitID>?,
        legalBases: Set<LegalBasis>? = nil,
        cases: Set<RecordReference> = [],
        recused: Set<RecordReference> = []
    ) {
        self.role = role
        self.units = units
        self.legalBases = legalBases
        self.cases = cases
        self.recused = recused
    }

    /// A role in a unit and all units below it, as the organisation stands.
    public init(_ role: AccessRole, below unit: OrganisationUnitID, in organisation: Organisation) {
        var units: Set<OrganisationUnitID> = []
        var waiting = [unit]
        while let next = waiting.popLast() {
            guard units.insert(next).inserted else { continue }
            waiting += organisation.children(of: next).map(\.id)
        }
        self.init(role, units: units)
    }
}
