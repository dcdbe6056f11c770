public import QualityCore

extension QualityRecord {
    /// The facts with the persons that an access policy goes by, as codes of the first observation.
    ///
    /// A record without observations, such as one that was joined to another, is not found by its persons.
    var storedFacts: RecordFacts {
        var facts = facts
        guard !facts.observations.isEmpty else { return facts }
        let persons = persons
        for (dimension, found) in [
            (CodeDimension.reporter, persons.reporters), (.assigned, persons.assigned), (.involved, persons.involved),
        ] where !found.isEmpty {
            facts.observations[0].codes[dimension] = found.map { CategoryCode(rawValue: $0.rawValue) }.sorted()
        }
        return facts
    }
}

extension RecordFacts {
    /// The facts as they are given out: without persons.
    var withoutPersons: RecordFacts {
        var facts = self
        for index in facts.observations.indices {
            for dimension in facts.observations[index].codes.keys where dimension.holdsPersons {
                facts.observations[index].codes[dimension] = nil
            }
        }
        return facts
    }
}

extension Filter {
    /// Whether the filter asks for persons, other than for what one person has to do or has reported.
    func asksForPersons(otherThan own: PersonReference?) -> Bool {
        switch self {
        case .all(let filters), .any(let filters): filters.contains { $0.asksForPersons(otherThan: own) }
        case .not(let filter): filter.asksForPersons(otherThan: own)
        case .codes(let dimension, let codes):
            if dimension == .assigned || dimension == .reporter, let own {
                codes.contains { $0.rawValue != own.rawValue }
            } else {
                dimension.holdsPersons
            }
        case .kinds, .units, .statuses, .days, .words: false
        }
    }

    /// Whether the filter looks into texts.
    var asksForWords: Bool {
        switch self {
        case .all(let filters), .any(let filters): filters.contains(where: \.asksForWords)
        case .not(let filter): filter.asksForWords
        case .words: true
        case .kinds, .units, .statuses, .codes, .days: false
        }
    }

    /// The records that a person has to do (*mina ärenden*).
    public static func assigned(to person: PersonReference) -> Filter {
        .codes(.assigned, [CategoryCode(rawValue: person.rawValue)])
    }

    /// The records that a person reported (*mina rapporter*).
    public static func reported(by person: PersonReference) -> Filter {
        .codes(.reporter, [CategoryCode(rawValue: person.rawValue)])
    }
}
