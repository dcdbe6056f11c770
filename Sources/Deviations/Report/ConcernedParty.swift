public import QualityCore

/// Whom an event concerns: a person by an opaque reference, a group, or the operation (*vem händelsen gäller*). Closed.
public enum ConcernedParty: Hashable, Sendable, Codable {
    /// The part that a person has in an event. Closed.
    public enum Part: String, Hashable, Sendable, Codable, CaseIterable {
        /// The event befell the person (*drabbad*).
        case affected
        /// The person took part in it (*annan inblandad*).
        case otherParty
        /// The person saw it (*vittne*).
        case witness
    }

    /// A person and the part in the event.
    case person(PersonReference, Part)
    /// A group of persons who are not named.
    case group
    /// The operation as such.
    case operation

    /// The person; `nil` for a group and the operation.
    public var person: PersonReference? {
        if case .person(let person, _) = self { person } else { nil }
    }
}

extension ConcernedParty.Part: Labelled {
    /// The name that people read.
    public var label: LocalizedText {
        switch self {
        case .affected: LocalizedText(sv: "Drabbad", en: "Affected")
        case .otherParty: LocalizedText(sv: "Annan inblandad", en: "Other party")
        case .witness: LocalizedText(sv: "Vittne", en: "Witness")
        }
    }
}
