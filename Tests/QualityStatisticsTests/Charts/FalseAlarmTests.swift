import QualityStatistics
import TestSupport
import Testing

/// How often each set of rules alarms, over simulated charts of independent counts with a mean of 10.
@Suite("False alarms of charts")
struct FalseAlarmTests {
    /// Counts to draw a chart of.
    struct Cell: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let length: Int
        let distribution: CountDistribution
        /// What the second half is drawn from where it differs.
        var shifted: CountDistribution?
    }

    static let cells = [
        Cell(testDescription: "12 counts", length: 12, distribution: .poisson(mean: 10)),
        Cell(testDescription: "24 counts", length: 24, distribution: .poisson(mean: 10)),
        Cell(testDescription: "36 counts", length: 36, distribution: .poisson(mean: 10)),
        Cell(testDescription: "60 counts", length: 60, distribution: .poisson(mean: 10)),
        Cell(
            testDescription: "24 counts, half of them 50 percent higher",
            length: 24,
            distribution: .poisson(mean: 10),
            shifted: .poisson(mean: 15)
        ),
        Cell(
            testDescription: "24 overdispersed counts",
            length: 24,
            distribution: .negativeBinomial(mean: 10, size: 5)
        ),
    ]

    /// A set of rules and the share of 4,000 simulated charts on which it alarmed, for each cell.
    struct Rules: Sendable {
        let name: String
        let known: [Double]
        let alarms: @Sendable (_ counts: [Int?], _ values: [Double?]) throws -> Bool
    }

    static let rules = [
        Rules(name: "C chart", known: [0.032, 0.073, 0.117, 0.181, 0.25, 0.83]) { counts, _ in
            try !ControlChart.c(counts: counts).outside.isEmpty
        },
        Rules(name: "XmR chart, screened", known: [0.065, 0.117, 0.159, 0.256, 0.31, 0.25]) { _, values in
            try !ControlChart.individuals(values).outside.isEmpty
        },
        Rules(name: "Anhøj", known: [0.013, 0.034, 0.035, 0.050, 0.38, 0.03]) { _, values in
            try RunChart.median(values).hasSignal
        },
        Rules(name: "C chart and Anhøj", known: [0.044, 0.103, 0.148, 0.219, 0.53, 0.83]) { counts, values in
            try !ControlChart.c(counts: counts).outside.isEmpty || RunChart.median(values).hasSignal
        },
        Rules(name: "Making Data Count", known: [0.085, 0.213, 0.312, 0.523, 0.68, 0.33]) { _, values in
            try MakingDataCount.xmr(values, improvement: .neutral).hasSignal
        },
        Rules(name: "IHI run chart", known: [0.065, 0.260, 0.429, 0.671, 0.73, 0.29]) { _, values in
            try IHIRunChart.median(values).hasShiftOrTrend
        },
        Rules(name: "Mann–Kendall", known: [0.042, 0.043, 0.043, 0.045, 0.74, 0.04]) { _, values in
            guard let test = try MannKendall.test(values).result else { return false }
            return test.normalPValue.value < 0.05
        },
        Rules(name: "Poisson trend", known: [0.056, 0.045, 0.045, 0.048, 0.85, 0.25]) { counts, _ in
            guard let trend = try LogLinearTrend.poisson(counts: counts).result else { return false }
            return trend.slope.pValue < 0.05
        },
    ]

    /// The number of charts that the known shares are of.
    static let knownCharts = 4_000.0

    @Test("Each set of rules alarms as often as known, to 4 standard errors of the difference", .long)
    func shares() async throws {
        let charts = TestSize.isFull ? 20_000 : 1_000
        let seed = Seeds.some(1)[0]
        let found = try await withThrowingTaskGroup(of: (Int, [Int]).self) { group in
            for index in Self.cells.indices {
                group.addTask {
                    (
                        index,
                        try await Self.alarms(of: Self.cells[index], charts: charts, seed: seed &* UInt64(index + 2))
                    )
                }
            }
            return try await group.reduce(into: [Int: [Int]]()) { $0[$1.0] = $1.1 }
        }
        for (index, cell) in Self.cells.enumerated() {
            let alarms = try #require(found[index])
            for (rules, alarms) in zip(Self.rules, alarms) {
                let known = rules.known[index]
                let share = Double(alarms) / Double(charts)
                let variance = known * (1 - known) / Self.knownCharts + share * (1 - share) / Double(charts)
                #expect(
                    abs(share - known) <= 4 * variance.squareRoot(),
                    "\(rules.name), \(cell.testDescription): \(share), known \(known), seed \(seed)"
                )
            }
        }
    }

    /// On how many charts of a cell each set of rules alarms.
    @concurrent
    private static func alarms(of cell: Cell, charts: Int, seed: UInt64) async throws -> [Int] {
        try count(cell, charts: charts, seed: seed)
    }

    private static func count(_ cell: Cell, charts: Int, seed: UInt64) throws -> [Int] {
        var draws = Draws(seed: seed)
        var alarms = [Int](repeating: 0, count: rules.count)
        var counts = [Int?](repeating: nil, count: cell.length)
        var values = [Double?](repeating: nil, count: cell.length)
        for _ in 0..<charts {
            for place in 0..<cell.length {
                let isShifted = 2 * place >= cell.length
                let count = (isShifted ? cell.shifted ?? cell.distribution : cell.distribution).draw(&draws)
                counts[place] = count
                values[place] = Double(count)
            }
            for (index, rules) in rules.enumerated() where try rules.alarms(counts, values) { alarms[index] += 1 }
        }
        return alarms
    }
}
