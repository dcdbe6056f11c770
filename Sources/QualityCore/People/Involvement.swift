/// Who took part in an event and who stands under whom, so that nobody investigates their own matter (*jäv*).
///
/// Neither someone involved nor a subordinate of someone involved investigates or decides (D-SEC-4).
public struct Involvement: Hashable, Sendable, Codable {
    /// The people who took part in the event.
    public var involved: Set<PersonReference>
    /// Each person's superior, as far as it matters to the case.
    public var superiors: [PersonReference: PersonReference]

    /// Who took part, and the chain of command around them.
    public init(involved: Set<PersonReference> = [], superiors: [PersonReference: PersonReference] = [:]) {
        self.involved = involved
        self.superiors = superiors
    }

    /// Why a person may not investigate or decide. Closed.
    public enum Conflict: String, Hashable, Sendable, Codable, CaseIterable {
        /// The person took part in the event.
        case involved
        /// The person stands under someone who took part.
        case subordinate
    }

    /// The conflict of interest of a person; `nil` when there is none.
    public func conflict(of person: PersonReference) -> Conflict? {
        if involved.contains(person) { return .involved }
        var seen: Set<PersonReference> = [person]
        var next = superiors[person]
        while let superior = next, seen.insert(superior).inserted {
            if involved.contains(superior) { return .subordinate }
            next = superiors[superior]
        }
        return nil
    }
}

extension Involvement.Conflict: Labelled {
    /// The name that people read.
    public var label: LocalizedText {
        switch self {
        case .involved: LocalizedText(sv: "inblandad i händelsen", en: "involved in the event")
        case .subordinate: LocalizedText(sv: "underställd en inblandad", en: "subordinate to someone involved")
        }
    }
}
