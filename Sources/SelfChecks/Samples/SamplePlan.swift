/// How much a planned check is to look at, before the size of the population is known (*urval*). Closed.
public enum SamplePlan: Hashable, Sendable, Codable {
    /// The unit as such: one answer a question.
    case whole
    /// Every item.
    case all
    /// So many items, or all where there are fewer.
    case size(Int)
    /// As many as find at least one fault with a confidence, if the rate of faults is met.
    case finding(ExactShare, confidence: ExactShare)

    /// What a check looks at when the population has its size.
    ///
    /// - Parameters:
    ///   - population: the number of items.
    ///   - seed: where the draw begins; every number is good.
    /// - Throws: ``SampleError`` when population, size, fault rate or confidence is out of range.
    public func extent(population: Int, seed: UInt64) throws(SampleError) -> CheckExtent {
        switch self {
        case .whole: return .whole
        case .all:
            guard (1...SampleDraw.largestPopulation).contains(population) else { throw SampleError(.population) }
            return .all(population: population)
        case .size(let size):
            return try Self.extent(population, size: size, seed: seed)
        case .finding(let rate, let confidence):
            let size = try SampleSize(finding: rate, confidence: confidence, in: population).size
            return try Self.extent(population, size: size, seed: seed)
        }
    }

    private static func extent(_ population: Int, size: Int, seed: UInt64) throws(SampleError) -> CheckExtent {
        guard (1...SampleDraw.largestPopulation).contains(population) else { throw SampleError(.population) }
        guard size < population else { return .all(population: population) }
        return .sample(try SampleDraw(seed: seed, population: population, size: size))
    }

    /// Whether no population at all could give a sample by it.
    var isImpossible: Bool {
        switch self {
        case .whole, .all: false
        case .size(let size): size < 1
        case .finding(let rate, let confidence): rate.parts == 0 || confidence.parts == 0
        }
    }
}
