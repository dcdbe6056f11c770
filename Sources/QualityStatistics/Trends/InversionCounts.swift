/// How many orders of values, some of them tied, have how many pairs that fall.
///
/// The generating function is the *q*-multinomial coefficient: the product of 1 - *q*^*i* for *i* = 1…*n*, divided by
/// the same product for each group of ties (Andrews 1976, *The Theory of Partitions*, section 3.3). Power series can be
/// cut at the wanted degree. Terms that cancel later may be negative in between, so that all is reckoned modulo a power
/// of two above the number of orders.
struct InversionCounts {
    /// The number of all orders: the multinomial coefficient.
    let orders: NaturalNumber

    /// The number of orders with at most 0, 1, 2, … falling pairs.
    private let cumulative: [UInt]
    private let width: Int

    /// The counts up to a number of falling pairs.
    ///
    /// - Parameters:
    ///   - ties: the sizes of the groups of equal values, a value that stands alone being a group of one.
    ///   - limit: the greatest number of falling pairs that will be asked for, 0 or more.
    init(ties: [Int], upTo limit: Int) {
        var orders = NaturalNumber(1)
        var placed: UInt = 0
        for size in ties {
            for member in 1...UInt(size) {
                placed += 1
                orders.multiply(by: placed)
                orders = orders.quotientAndRemainder(dividingBy: member).quotient
            }
        }
        self.orders = orders
        let width = orders.bitWidth / UInt.bitWidth + 1
        self.width = width

        var powers = [Int](repeating: 1, count: Int(placed) + 1)
        for size in ties {
            for power in 1...size { powers[power] -= 1 }
        }
        powers[0] = 0
        powers[1] -= 1
        var series = [UInt](repeating: 0, count: (limit + 1) * width)
        series[0] = 1
        series.withUnsafeMutableBufferPointer { series in
            for (power, times) in powers.enumerated() where times > 0 && power <= limit {
                Self.multiply(series, by: power, width: width)
            }
            for (power, times) in powers.enumerated() where times < 0 && power <= limit {
                for _ in 0 ..< -times { Self.divide(series, by: power, width: width) }
            }
        }
        cumulative = series
    }

    /// The number of orders with at most so many falling pairs, no more than the limit; none below 0.
    func orders(withAtMost falling: Int) -> NaturalNumber {
        falling < 0 ? NaturalNumber(0) : NaturalNumber(words: cumulative[(falling * width)..<((falling + 1) * width)])
    }

    /// Multiplies a series by 1 - *q*^power.
    private static func multiply(_ series: UnsafeMutableBufferPointer<UInt>, by power: Int, width: Int) {
        let shift = power * width
        var place = series.count - width
        while place >= shift {
            var borrow: UInt = 0
            for word in place..<(place + width) {
                let (first, firstBorrow) = series[word].subtractingReportingOverflow(series[word - shift])
                let (second, secondBorrow) = first.subtractingReportingOverflow(borrow)
                series[word] = second
                borrow = firstBorrow || secondBorrow ? 1 : 0
            }
            place -= width
        }
    }

    /// Divides a series by 1 - *q*^power.
    private static func divide(_ series: UnsafeMutableBufferPointer<UInt>, by power: Int, width: Int) {
        let shift = power * width
        var place = shift
        while place < series.count {
            var carry: UInt = 0
            for word in place..<(place + width) {
                let (first, firstCarry) = series[word].addingReportingOverflow(series[word - shift])
                let (second, secondCarry) = first.addingReportingOverflow(carry)
                series[word] = second
                carry = firstCarry || secondCarry ? 1 : 0
            }
            place += width
        }
    }
}
