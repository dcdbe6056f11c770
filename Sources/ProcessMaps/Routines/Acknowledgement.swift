public import QualityCore

/// That a person has read a version of a routine and will work by it (*kvittering*).
public struct Acknowledgement: Hashable, Sendable, Codable {
    /// The number of the version.
    public let number: Int
    /// Who has read it.
    public let person: PersonReference
    /// On which day.
    public let day: CalendarDate

    /// An acknowledgement.
    public init(number: Int, person: PersonReference, day: CalendarDate) {
        self.number = number
        self.person = person
        self.day = day
    }

    struct Key: Hashable {
        let number: Int
        let person: PersonReference
    }

    var key: Key { Key(number: number, person: person) }
}

/// A person who works in a node of the organisation during some days (*medarbetare*).
public struct StaffMember: Hashable, Sendable, Codable {
    /// The person.
    public let person: PersonReference
    /// The node where the person works.
    public let unit: OrganisationUnitID
    /// The days of the employment there.
    public let employed: Validity

    /// A person in a node.
    public init(_ person: PersonReference, in unit: OrganisationUnitID, employed: Validity = .always) {
        self.person = person
        self.unit = unit
        self.employed = employed
    }
}

/// One person who has not acknowledged the version of a routine that is in force (*ej kvitterat*).
public struct MissingAcknowledgement: Hashable, Sendable, Codable {
    /// The routine.
    public let routine: RecordID<Routine>
    /// The version in force.
    public let number: Int
    /// Who has not acknowledged it.
    public let person: PersonReference
    /// The day from which it could be expected: the first day in force or of the employment, the later of them.
    public let since: CalendarDate

    /// A missing acknowledgement.
    public init(routine: RecordID<Routine>, number: Int, person: PersonReference, since: CalendarDate) {
        self.routine = routine
        self.number = number
        self.person = person
        self.since = since
    }
}

extension Routine {
    /// Who of the staff has, as of a day, not acknowledged the version then in force; each person once.
    ///
    /// Asked of those employed on the day in an operation of the routine or in a node below one.
    public func missingAcknowledgements(
        of staff: [StaffMember],
        in organisation: Organisation,
        asOf day: CalendarDate
    ) -> [MissingAcknowledgement] {
        guard let version = versions.inForce(on: day), let first = version.state.approval?.validFrom else { return [] }
        var seen = Set(acknowledgements.filter { $0.number == version.number && $0.day <= day }.map(\.person))
        return staff.compactMap { member in
            guard member.employed.contains(day), isUsed(in: member.unit, of: organisation),
                seen.insert(member.person).inserted
            else { return nil }
            return MissingAcknowledgement(
                routine: id,
                number: version.number,
                person: member.person,
                since: max(first, member.employed.from ?? first)
            )
        }
    }

    private func isUsed(in unit: OrganisationUnitID, of organisation: Organisation) -> Bool {
        operations.contains(unit) || organisation.path(from: unit).contains { operations.contains($0.id) }
    }
}
