import QualityStatistics
import Testing

@Suite("Shares in percent")
struct PercentageTests {
    /// The number of whole percent that the part reaches when half a percent is added, found by counting up.
    static func counted(_ part: Int, of whole: Int) -> Int {
        var percent = 0
        while (2 * (percent + 1) - 1) * whole <= 200 * part { percent += 1 }
        return percent
    }

    @Test("Every share of a whole of 1 to 300 is the nearest percent, halves upwards")
    func allShares() {
        for whole in 1...300 {
            for part in 0...whole where Percentage.rounded(part, of: whole) != Self.counted(part, of: whole) {
                Issue.record("\(part) of \(whole)")
            }
        }
    }

    @Test("A share halfway between two percent is rounded upwards", arguments: 0..<100)
    func halves(percent: Int) {
        #expect(Percentage.rounded(2 * percent + 1, of: 200) == percent + 1)
        #expect(Percentage.rounded((2 * percent + 1) * 1_000 - 1, of: 200_000) == percent)
    }

    @Test("Printed shares of one whole are met, though they add up to 101")
    func printedShares() {
        let parts = [14, 46, 46, 1, 6, 53, 5]
        #expect(parts.reduce(0, +) == 171)
        let shares = parts.map { Percentage.rounded($0, of: 171) }
        #expect(shares == [8, 27, 27, 1, 4, 31, 3])
        #expect(shares.compactMap(\.self).reduce(0, +) == 101)
    }

    @Test("There is no share of nothing and none of a negative number")
    func noShare() {
        for whole in [0, -1, -300, Int.min] {
            for part in [0, 1, 300, Int.max, -1] { #expect(Percentage.rounded(part, of: whole) == nil) }
        }
        for part in [-1, -300, Int.min] { #expect(Percentage.rounded(part, of: 7) == nil) }
    }

    @Test("A part may be greater than its whole, as categories of cases that have several")
    func moreThanAll() {
        #expect(Percentage.rounded(3, of: 2) == 150)
        #expect(Percentage.rounded(7, of: 3) == 233)
        #expect(Percentage.rounded(0, of: 3) == 0)
    }

    static let great: [(part: Int, whole: Int, percent: Int?)] = [
        (.max, .max, 100), (.max - 1, .max, 100), (.max / 2, .max, 50), (.max / 2 + 1, .max, 50),
        (.max / 200, .max, 0), (.max / 200 + 1, .max, 1), (1, .max, 0), (.max / 100, 1, .max / 100 * 100),
        (.max / 100 + 1, 1, nil), (.max, 100, .max), (.max, 99, nil), (.max, 1, nil),
    ]

    @Test("Shares of the greatest numbers are exact; one that no integer holds is none", arguments: great)
    func greatNumbers(part: Int, whole: Int, percent: Int?) {
        #expect(Percentage.rounded(part, of: whole) == percent)
    }
}
