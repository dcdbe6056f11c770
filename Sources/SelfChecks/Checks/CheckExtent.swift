/// What a check looked at: the unit as such, every item of a population, or a sample of it (*omfattning*). Closed.
public enum CheckExtent: Hashable, Sendable, Codable {
    /// The unit as such: one answer a question.
    case whole
    /// Every item of a population of at least one (*totalundersökning*).
    case all(population: Int)
    /// A sample of a population (*stickprov*).
    case sample(SampleDraw)

    /// The numbers of the items that each question is answered about; 0 alone for the unit as such.
    public var items: [Int] {
        switch self {
        case .whole: [0]
        case .all(let population): population > 0 ? Array(1...population) : []
        case .sample(let draw): draw.items
        }
    }

    /// The number of items looked at; `nil` for the unit as such.
    public var size: Int? {
        switch self {
        case .whole: nil
        case .all(let population): population
        case .sample(let draw): draw.size
        }
    }

    /// The number of items there were; `nil` for the unit as such.
    public var population: Int? {
        switch self {
        case .whole: nil
        case .all(let population): population
        case .sample(let draw): draw.population
        }
    }
}
