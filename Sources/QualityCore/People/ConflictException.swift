/// One task that someone in conflict of interest did because nobody else could in time, as a report lists it (*jävsundantag*).
public struct ConflictException: Hashable, Sendable, Codable {
    /// The record in which the task was done.
    public let record: RecordReference
    /// The conflict that was set aside.
    public let conflict: Involvement.Conflict
    /// Why, by whom and when.
    public let override: ConflictOverride

    /// The exceptions that some findings in a record rest on, each exception once, in their order.
    public static func all(in record: RecordReference, _ clearances: [ConflictClearance]) -> [ConflictException] {
        var seen: Set<ConflictException> = []
        return clearances.compactMap { clearance in
            guard let conflict = clearance.conflict, let override = clearance.override else { return nil }
            let exception = ConflictException(record: record, conflict: conflict, override: override)
            return seen.insert(exception).inserted ? exception : nil
        }
    }
}

extension CodeDimension {
    /// Whether a task in the record was done by someone in conflict of interest, by exception (*jävsundantag*).
    public static let conflictException = CodeDimension(rawValue: "conflictException")
}

extension RecordFacts {
    /// The same facts, with the code that lets a report find the records in which an exception was made.
    public func marking(_ exceptions: [ConflictException]) -> RecordFacts {
        guard !exceptions.isEmpty else { return self }
        var facts = self
        for index in facts.observations.indices {
            let kinds = Set(exceptions.map(\.conflict.rawValue)).sorted()
            facts.observations[index].codes[.conflictException] = kinds.map { CategoryCode(rawValue: $0) }
        }
        return facts
    }
}
