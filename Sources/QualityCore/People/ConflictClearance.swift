/// What was found about a person's conflict of interest when the person was given a task or did it (*jävsprövning*).
///
/// It keeps the ground as it was known then: what comes to light later is a finding of its own (D-SEC-4).
public struct ConflictClearance: Hashable, Sendable, Codable {
    /// The person who was to investigate or decide.
    public let person: PersonReference
    /// The conflict that was known; `nil` for none.
    public let conflict: Involvement.Conflict?
    /// The exception that was made, if any; a report lists it.
    public let override: ConflictOverride?
    /// The conflict of whoever made the exception; `nil` for none.
    public let overriderConflict: Involvement.Conflict?

    /// What the people involved in a case say about a person.
    public init(of person: PersonReference, in involvement: Involvement, override: ConflictOverride? = nil) {
        self.person = person
        conflict = involvement.conflict(of: person)
        self.override = override
        overriderConflict = override.flatMap { involvement.conflict(of: $0.by.person) }
    }

    /// Whether the person may do the task: without conflict, or by an exception with reason made by another, impartial person.
    public var isSound: Bool {
        guard conflict != nil else { return true }
        guard let override else { return false }
        return !override.reason.allSatisfy(\.isWhitespace) && override.by.person != person && overriderConflict == nil
    }

    /// Whether the task was done under an exception, which a report lists.
    public var isOverridden: Bool { conflict != nil && override != nil }
}
