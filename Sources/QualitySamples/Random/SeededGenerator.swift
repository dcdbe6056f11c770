/// A generator that gives the same numbers for the same seed on every platform and in every release.
///
/// SplitMix64 (Steele, Lea and Flood 2014). For samples and tests, not for secrets.
public struct SeededGenerator: RandomNumberGenerator, Sendable {
    private var state: UInt64

    /// A generator that starts at a seed; every seed is good.
    public init(seed: UInt64) {
        state = seed
    }

    /// The next 64 bits.
    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A whole number from 0 up to but not including a bound, all equally likely.
    ///
    /// Its own arithmetic, so that the numbers hang on no detail of the standard library.
    ///
    /// - Precondition: the bound is positive.
    public mutating func draw(below bound: Int) -> Int {
        precondition(bound > 0, "the bound of a draw must be positive")
        let width = UInt64(bound)
        let unfair = (0 &- width) % width
        var product = width.multipliedFullWidth(by: next())
        while product.low < unfair {
            product = width.multipliedFullWidth(by: next())
        }
        return Int(product.high)
    }

    /// A whole number of a range, all equally likely.
    public mutating func draw(_ range: ClosedRange<Int>) -> Int {
        range.lowerBound + draw(below: range.upperBound - range.lowerBound + 1)
    }

    /// Whether an event of a chance in a hundred happens this time.
    public mutating func happens(percent: Int) -> Bool {
        draw(below: 100) < percent
    }

    /// One element of a collection, all equally likely.
    ///
    /// - Precondition: the collection is not empty.
    public mutating func pick<Element>(_ elements: [Element]) -> Element {
        elements[draw(below: elements.count)]
    }

    /// A generator of its own for one purpose, so that drawing more for one leaves the others as they are.
    public func branch(_ number: UInt64) -> SeededGenerator {
        var root = SeededGenerator(seed: state ^ (number &* 0xD1B5_4A32_D192_ED03))
        return SeededGenerator(seed: root.next())
    }
}
