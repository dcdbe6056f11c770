/// How many items to look at so that faults, if there are so many, are found with a stated confidence (*stickprovsstorlek*).
///
/// Exact by the hypergeometric distribution: without faults found, a fault rate as high is ruled out.
public struct SampleSize: Hashable, Sendable, Codable {
    /// The number of items in the population.
    public let population: Int
    /// The faulty items that the rate amounts to, rounded up, at least one.
    public let faults: Int
    /// The confidence of finding at least one of them.
    public let confidence: ExactShare
    /// The smallest number of items that gives the confidence.
    public let size: Int

    /// The smallest sample that finds at least one fault with a confidence when the rate is met.
    ///
    /// - Parameters:
    ///   - faultRate: the share of faulty items to find, more than nothing.
    ///   - confidence: the least probability of finding at least one, more than nothing; all of it is allowed.
    ///   - population: the number of items, 1 to 10,000,000.
    /// - Throws: ``SampleError`` when one of them is out of range.
    public init(
        finding faultRate: ExactShare,
        confidence: ExactShare,
        in population: Int
    ) throws(SampleError) {
        guard (1...SampleDraw.largestPopulation).contains(population) else { throw SampleError(.population) }
        guard faultRate.parts > 0 else { throw SampleError(.faultRate) }
        guard confidence.parts > 0 else { throw SampleError(.confidence) }
        let faults = (population * faultRate.parts + faultRate.whole - 1) / faultRate.whole
        let model = MissProbability(population: population, faults: faults, confidence: confidence)
        var (tooFew, enough) = (0, population - faults + 1)
        while enough - tooFew > 1 {
            let middle = tooFew + (enough - tooFew) / 2
            if model.isLowEnough(for: middle) { enough = middle } else { tooFew = middle }
        }
        self.population = population
        self.faults = faults
        self.confidence = confidence
        size = enough
    }
}

/// Whether a sample misses every fault with a probability of at most what the confidence leaves.
///
/// With N items, D faulty, n drawn, the probability of none is the product of (N−D−i)/(N−i) for i < n, and by
/// symmetry that of (N−n−j)/(N−j) for j < D: the shorter one is taken.
private struct MissProbability {
    let population: Int
    let faults: Int
    let confidence: ExactShare

    func isLowEnough(for size: Int) -> Bool {
        guard size <= population - faults else { return true }
        let (terms, gap) = (min(size, faults), max(size, faults))
        let left = Double(confidence.whole - confidence.parts) / Double(confidence.whole)
        var product = 1.0
        for index in 0..<terms { product *= Double(population - gap - index) / Double(population - index) }
        // Each factor is off by two roundings at most; only within that reach is the exact comparison needed.
        let reach = Double(4 * terms + 8) * 0x1p-53
        if product < left * (1 - reach) { return true }
        if product > left * (1 + reach) { return false }
        return isExactlyLowEnough(terms: terms, gap: gap)
    }

    private func isExactlyLowEnough(terms: Int, gap: Int) -> Bool {
        var missed = WholeProduct(confidence.whole)
        var allowed = WholeProduct(confidence.whole - confidence.parts)
        for index in 0..<terms {
            missed.multiply(by: population - gap - index)
            allowed.multiply(by: population - index)
        }
        return !(allowed < missed)
    }
}

/// A product of whole numbers of any size, for exact comparison.
private struct WholeProduct {
    private var words: [UInt32]

    init(_ factor: Int) {
        words = factor == 0 ? [] : [UInt32(factor)]
    }

    mutating func multiply(by factor: Int) {
        var carry: UInt64 = 0
        for index in words.indices {
            carry += UInt64(words[index]) * UInt64(factor)
            words[index] = UInt32(truncatingIfNeeded: carry)
            carry >>= 32
        }
        if carry > 0 { words.append(UInt32(carry)) }
        if factor == 0 { words = [] }
    }

    static func < (left: WholeProduct, right: WholeProduct) -> Bool {
        guard left.words.count == right.words.count else { return left.words.count < right.words.count }
        return left.words.reversed().lexicographicallyPrecedes(right.words.reversed())
    }
}
