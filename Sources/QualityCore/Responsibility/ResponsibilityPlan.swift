/// Who answers for each task of the quality work, and what of it nobody answers for (*ansvarsfördelning*, D-ORG-2).
public struct ResponsibilityPlan: Hashable, Sendable, Codable {
    /// A task that some part of the organisation must have a holder for.
    public struct Requirement: Hashable, Sendable, Codable {
        /// The task.
        public let duty: QualityDuty
        /// The part of the organisation.
        public let unit: OrganisationUnitID

        /// A task of a part of the organisation.
        public init(_ duty: QualityDuty, in unit: OrganisationUnitID) {
            self.duty = duty
            self.unit = unit
        }
    }

    /// The tasks that must have a holder.
    public let requirements: [Requirement]
    /// The responsibilities, past, present and coming.
    public let responsibilities: [Responsibility]
    /// The last day of each person who has left or is to leave the organisation.
    public let lastDays: [PersonReference: CalendarDate]

    /// A plan of who answers for what.
    public init(
        requirements: [Requirement],
        responsibilities: [Responsibility],
        lastDays: [PersonReference: CalendarDate] = [:]
    ) {
        self.requirements = requirements
        self.responsibilities = responsibilities
        self.lastDays = lastDays
    }

    /// Who answers for a task on a day: the responsibilities of the nearest node, the unit's own or one above it.
    ///
    /// A holder who has left answers for nothing.
    public func holders(
        of duty: QualityDuty,
        in unit: OrganisationUnitID,
        on day: CalendarDate,
        organisation: Organisation
    ) -> [Responsibility] {
        nearest(duty, unit, day, organisation).filter { !hasLeft($0.holder, by: day) }
    }

    /// What is wrong on a day: a task without a holder, or with a holder who has left.
    public func findings(on day: CalendarDate, organisation: Organisation) -> [ResponsibilityFinding] {
        requirements.flatMap { requirement -> [ResponsibilityFinding] in
            let all = nearest(requirement.duty, requirement.unit, day, organisation)
            let left = all.filter { hasLeft($0.holder, by: day) }
            if all.isEmpty {
                return [ResponsibilityFinding(fault: .noHolder, requirement: requirement, holder: nil, day: day)]
            }
            return left.map {
                ResponsibilityFinding(fault: .holderHasLeft, requirement: requirement, holder: $0.holder, day: day)
            }
        }
    }

    private func nearest(
        _ duty: QualityDuty,
        _ unit: OrganisationUnitID,
        _ day: CalendarDate,
        _ organisation: Organisation
    ) -> [Responsibility] {
        for node in organisation.path(from: unit) {
            let found = responsibilities.filter {
                $0.duty == duty && $0.unit == node.id && $0.validity.contains(day)
            }
            if !found.isEmpty { return found }
        }
        return []
    }

    private func hasLeft(_ person: PersonReference, by day: CalendarDate) -> Bool {
        lastDays[person].map { $0 < day } ?? false
    }
}
