/// A decision that someone took in the board's place (*delegationsbeslut*, D-ORG-3).
public struct DelegatedDecision: Hashable, Sendable, Codable {
    /// The record that it decided.
    public let record: RecordReference
    /// The kind of matter; a single matter of principle names its ground here although its kind can be delegated.
    public let matter: DecisionMatter
    /// The node of the organisation that the record belongs to.
    public let unit: OrganisationUnitID
    /// The role in which it was taken.
    public let role: Delegation.Role
    /// Who took it, and when.
    public let decider: Signature
    /// Why the board could not be awaited; `nil` where it was not urgent (KL 6:39).
    public let urgency: String?
    /// The meeting at which it was told; `nil` until then (*anmäld*).
    public let told: CalendarDate?

    /// A decision in the board's place.
    public init(
        on record: RecordReference,
        matter: DecisionMatter,
        unit: OrganisationUnitID,
        as role: Delegation.Role,
        by decider: Signature,
        urgency: String? = nil,
        told: CalendarDate? = nil
    ) {
        self.record = record
        self.matter = matter
        self.unit = unit
        self.role = role
        self.decider = decider
        self.urgency = urgency
        self.told = told
    }
}
