/// A sample that anyone can draw again: a seed, the size of the population and the number drawn (*stickprov*).
///
/// The items of the population are numbered from 1 in an order that the check tells, such as by case number. The
/// same seed, population and size give the same items on every platform and in every release.
public struct SampleDraw: Hashable, Sendable {
    /// Where the draw begins; every number is good.
    public let seed: UInt64
    /// The number of items to draw from, 1 to 10,000,000.
    public let population: Int
    /// The number of items drawn, 1 to ``population``.
    public let size: Int

    /// The largest population that can be drawn from.
    public static let largestPopulation = 10_000_000

    /// A draw of so many items of a population.
    ///
    /// - Throws: ``SampleError`` when the population is not 1 to 10,000,000 or the size not 1 to the population.
    public init(seed: UInt64, population: Int, size: Int) throws(SampleError) {
        guard (1...Self.largestPopulation).contains(population) else { throw SampleError(.population) }
        guard (1...population).contains(size) else { throw SampleError(.size) }
        self.seed = seed
        self.population = population
        self.size = size
    }

    /// The numbers of the items drawn, in rising order; all samples of the size are equally likely.
    ///
    /// Floyd's method (Bentley and Floyd 1987): one draw an item, whatever the population.
    public var items: [Int] {
        var generator = DrawGenerator(seed: seed)
        var chosen: Set<Int> = []
        for limit in (population - size + 1)...population {
            let item = generator.draw(through: limit)
            chosen.insert(chosen.contains(item) ? limit : item)
        }
        return chosen.sorted()
    }
}

extension SampleDraw: Codable {
    private enum CodingKeys: String, CodingKey { case seed, population, size }

    /// Decodes the stored form; refuses what the initialiser refuses.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        guard let seed = UInt64(try container.decode(String.self, forKey: .seed)) else {
            throw DecodingError.dataCorruptedError(forKey: .seed, in: container, debugDescription: "not a seed")
        }
        try self.init(
            seed: seed,
            population: container.decode(Int.self, forKey: .population),
            size: container.decode(Int.self, forKey: .size)
        )
    }

    /// Encodes the stored form; the seed as text, since other readers of JSON lose digits of large numbers.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(String(seed), forKey: .seed)
        try container.encode(population, forKey: .population)
        try container.encode(size, forKey: .size)
    }
}

/// The source of the numbers of a draw: SplitMix64 (Steele, Lea and Flood 2014), for samples and not for secrets.
private struct DrawGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    private mutating func next() -> UInt64 {
        state = state &+ 0x9E37_79B9_7F4A_7C15
        var bits = state
        bits = (bits ^ bits >> 30) &* 0xBF58_476D_1CE4_E5B9
        bits = (bits ^ bits >> 27) &* 0x94D0_49BB_1331_11EB
        return bits ^ bits >> 31
    }

    /// A number from 1 through a limit, all equally likely: draws beyond the last whole multiple are thrown away.
    mutating func draw(through limit: Int) -> Int {
        let width = UInt64(limit)
        let excess = (UInt64.max % width + 1) % width
        var bits = next()
        while bits > UInt64.max - excess { bits = next() }
        return Int(bits % width) + 1
    }
}
