/// Which records a question is about: a closed value that stores translate and ``accepts(_:facts:words:)`` defines.
///
/// Logic has two values. A condition on a day that a record does not have does not hold, and its negation does. Texts
/// are compared byte by byte.
public indirect enum Filter: Hashable, Sendable, Codable {
    /// Each of these holds; with none, every record is meant.
    case all([Filter])
    /// At least one of these holds; with none, no record is meant.
    case any([Filter])
    /// This does not hold.
    case not(Filter)
    /// The record is of one of these kinds.
    case kinds(Set<RecordKind>)
    /// The record belongs to one of these units. Stores know no tree: name every unit of a subtree.
    case units(Set<OrganisationUnitID>)
    /// The phase or state is one of these, as stored.
    case statuses(Set<String>)
    /// An observation carries one of these codes along a dimension.
    case codes(CodeDimension, Set<CategoryCode>)
    /// The day of a field lies from one day through another; an absent end is open, a missing day is outside.
    case days(DayField, from: CalendarDate?, through: CalendarDate?)
    /// The searchable text has all these words, each whole.
    case words(SearchWords)

    /// Every record.
    public static let everything = Filter.all([])
    /// No record.
    public static let nothing = Filter.any([])

    /// Whether a record is meant: the specification that every store meets.
    public func accepts(_ kind: RecordKind, facts: RecordFacts, words: SearchWords) -> Bool {
        switch self {
        case .all(let filters): filters.allSatisfy { $0.accepts(kind, facts: facts, words: words) }
        case .any(let filters): filters.contains { $0.accepts(kind, facts: facts, words: words) }
        case .not(let filter): !filter.accepts(kind, facts: facts, words: words)
        case .kinds(let kinds): kinds.contains { $0.rawValue.utf8.elementsEqual(kind.rawValue.utf8) }
        case .units(let units): units.contains { $0.rawValue.utf8.elementsEqual(facts.unit.rawValue.utf8) }
        case .statuses(let statuses): statuses.contains { $0.utf8.elementsEqual(facts.status.utf8) }
        case .codes(let dimension, let codes):
            facts.observations.contains { observation in
                observation.codes.contains { entry in
                    entry.key.rawValue.utf8.elementsEqual(dimension.rawValue.utf8)
                        && entry.value.contains { code in
                            codes.contains { $0.rawValue.utf8.elementsEqual(code.rawValue.utf8) }
                        }
                }
            }
        case .days(let field, let first, let last):
            facts[day: field].map { day in first.map { $0 <= day } ?? true && last.map { day <= $0 } ?? true } ?? false
        case .words(let asked): words.containsAll(asked)
        }
    }
}

extension SearchWords: Codable {
    /// Reads texts and folds them, so that an edited file cannot ask for a word that no store holds.
    public init(from decoder: any Decoder) throws {
        self.init(of: try decoder.singleValueContainer().decode([String].self))
    }

    /// Writes the words.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(words)
    }
}
