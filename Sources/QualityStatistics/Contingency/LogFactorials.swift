/// The logarithms of factorials, those of numbers up to a million from a table.
struct LogFactorials {
    private let values: [Double]

    /// `number`: the largest that will be asked for.
    init(upTo number: Int) {
        values = (0...min(max(0, number), 1_000_000)).map { SpecialFunctions.logGamma(Double($0) + 1) }
    }

    subscript(number: Int) -> Double {
        number < values.count ? values[number] : SpecialFunctions.logGamma(Double(number) + 1)
    }
}
