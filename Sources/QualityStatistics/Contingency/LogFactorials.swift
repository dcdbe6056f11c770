/// The logarithms of the factorials from 0 up to a number.
struct LogFactorials {
    private let values: [Double]

    init(upTo number: Int) {
        values = (0...max(0, number)).map { SpecialFunctions.logGamma(Double($0) + 1) }
    }

    subscript(number: Int) -> Double { values[number] }
}
