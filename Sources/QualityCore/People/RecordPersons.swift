/// The persons of a record by what they are to it: what an access policy and an export about one person go by.
public struct RecordPersons: Hashable, Sendable {
    /// Those whom the record is about (*berörda*).
    public var concerned: Set<PersonReference>
    /// Those who reported it (*rapportörer*).
    public var reporters: Set<PersonReference>
    /// Those who have it to do: investigator, handler, responsible (*utsedda*).
    public var assigned: Set<PersonReference>
    /// Those who took part in the event and answer for nothing in the case (*inblandade*).
    public var involved: Set<PersonReference>

    /// The persons of a record; by default none.
    public init(
        concerned: some Sequence<PersonReference> = [],
        reporters: some Sequence<PersonReference> = [],
        assigned: some Sequence<PersonReference> = [],
        involved: some Sequence<PersonReference> = []
    ) {
        self.concerned = Set(concerned)
        self.reporters = Set(reporters)
        self.assigned = Set(assigned)
        self.involved = Set(involved)
    }
}
