/// A probability as a ratio of two whole numbers of any size, in lowest terms.
public struct ExactProbability: Hashable, Sendable {
    private let above: NaturalNumber
    private let below: NaturalNumber

    /// The nearest floating-point number, to within two units of the last place.
    public let value: Double

    /// The digits of the numerator.
    public var numerator: String { above.description }

    /// The digits of the denominator.
    public var denominator: String { below.description }

    /// A certain event.
    static let one = ExactProbability(NaturalNumber(1), of: NaturalNumber(1), primesUpTo: 1)

    /// So many cases of a number of them whose prime factors are no larger than a limit.
    init(_ cases: NaturalNumber, of total: NaturalNumber, primesUpTo limit: Int) {
        var (above, below) = (cases, total)
        for prime in Self.primes(upTo: limit) where !above.isZero {
            while true {
                let (reducedAbove, remainderAbove) = above.quotientAndRemainder(dividingBy: prime)
                guard remainderAbove == 0 else { break }
                let (reducedBelow, remainderBelow) = below.quotientAndRemainder(dividingBy: prime)
                guard remainderBelow == 0 else { break }
                (above, below) = (reducedAbove, reducedBelow)
            }
        }
        self.above = above
        self.below = above.isZero ? NaturalNumber(1) : below
        value = above.ratio(to: below)
    }

    private static func primes(upTo limit: Int) -> [UInt] {
        guard limit >= 2 else { return [] }
        var primes: [UInt] = []
        for candidate in 2...UInt(limit) where primes.allSatisfy({ !candidate.isMultiple(of: $0) }) {
            primes.append(candidate)
        }
        return primes
    }
}

extension ExactProbability: CustomStringConvertible {
    /// The fraction, such as `1/12`.
    public var description: String { "\(numerator)/\(denominator)" }
}
