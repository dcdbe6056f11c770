/// Who answers for one task of the quality work in one part of the organisation, from–to (*ansvar*, D-ORG-2).
public struct Responsibility: Hashable, Sendable, Codable {
    /// The task.
    public let duty: QualityDuty
    /// The node of the organisation; the nodes below it are covered too.
    public let unit: OrganisationUnitID
    /// The person who answers for it.
    public let holder: PersonReference
    /// The title in which the person does so, such as *verksamhetschef*.
    public let title: String
    /// The days of the responsibility.
    public let validity: Validity

    /// A responsibility of one person during some days.
    public init(
        for duty: QualityDuty,
        in unit: OrganisationUnitID,
        held holder: PersonReference,
        title: String,
        validity: Validity
    ) {
        self.duty = duty
        self.unit = unit
        self.holder = holder
        self.title = title
        self.validity = validity
    }
}
