package import QualityCore

/// Who may investigate and decide, written a second time from D-SEC-4.
package enum Impartiality {
    /// Whether someone took part in the event, or stands under someone who did.
    package static func lacks(_ person: PersonReference, among people: Involvement) -> Bool {
        var partial = people.involved
        var next = partial
        while !next.isEmpty {
            let under = people.superiors.filter { next.contains($0.value) }.map(\.key)
            next = Set(under).subtracting(partial)
            partial.formUnion(next)
        }
        return partial.contains(person)
    }

    /// Whether someone has a task against D-SEC-4: partial, without a reason from another, impartial person, or with
    /// one that the report does not list.
    package static func isBroken(
        by person: PersonReference?,
        among people: Involvement,
        allowedBy override: ConflictOverride?,
        listed: [ConflictException]
    ) -> Bool {
        guard let person, lacks(person, among: people) else { return false }
        guard let override, override.reason.contains(where: { !$0.isWhitespace }) else { return true }
        return override.by.person == person || lacks(override.by.person, among: people)
            || !listed.contains { $0.override == override }
    }
}
