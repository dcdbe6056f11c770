/// Who did something, in what capacity and on which day (*vem, titel, dag*).
public struct Signature: Hashable, Sendable, Codable {
    /// The person.
    public let person: PersonReference
    /// The title or role in which the person acted, such as *enhetschef*.
    public let title: String
    /// The day of the act.
    public let day: CalendarDate

    /// A signature.
    public init(_ person: PersonReference, title: String, on day: CalendarDate) {
        self.person = person
        self.title = title
        self.day = day
    }
}
