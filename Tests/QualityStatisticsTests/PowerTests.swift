import QualityStatistics
import TestSupport
import Testing

/// How often the main detectors find a rise of 30 percent from the middle of a series on, and how often they alarm
/// when nothing has changed: the table of the article *Power*.
@Suite("Power")
struct PowerTests {
    /// The series of a column of the table.
    struct Column: Sendable {
        let title: String
        let length: Int
        let before: CountDistribution
        let after: CountDistribution
        let mean: Double
    }

    static let columns: [Column] = {
        let lengths = [(10.0, 24), (10, 60), (40, 24), (40, 60)]
        let poisson = lengths.flatMap { mean, length in
            [1, 1.3].map { rise in
                Column(
                    title: "mean \(Int(mean)), n = \(length), \(rise == 1 ? "no change" : "+30 %")",
                    length: length,
                    before: .poisson(mean: mean),
                    after: .poisson(mean: rise * mean),
                    mean: mean
                )
            }
        }
        let dispersed = [1, 1.3].map { rise in
            Column(
                title: "mean 40, n = 24, overdispersed, \(rise == 1 ? "no change" : "+30 %")",
                length: 24,
                before: .negativeBinomial(mean: 40, size: 20),
                after: .negativeBinomial(mean: rise * 40, size: 20),
                mean: 40
            )
        }
        return poisson + dispersed
    }()

    /// A detector, and the shares of the article, one for each column.
    struct Detector: Sendable {
        let name: String
        let known: [Double]
        let alarms: @Sendable (_ counts: [Int?], _ values: [Double?], _ mean: Double) throws -> Bool
    }

    /// The limit of the sum that is a logarithm of the likelihood ratio of 5: 5 / log 1.3 events.
    static let logLikelihoodLimit = 19.057

    static let detectors = [
        Detector(name: "C chart", known: [0.07, 0.12, 0.18, 0.34, 0.05, 0.32, 0.16, 0.67, 0.85, 0.96]) { counts, _, _ in
            try !ControlChart.c(counts: counts).outside.isEmpty
        },
        Detector(
            name: "C chart, limits of the first half",
            known: [0.09, 0.44, 0.2, 0.75, 0.07, 0.85, 0.17, 0.99, 0.86, 0.99]
        ) { counts, _, _ in
            try !ControlChart.c(counts: counts, basis: ChartBasis(frozenAfter: counts.count / 2)).outside.isEmpty
        },
        Detector(name: "XmR chart", known: [0.11, 0.18, 0.24, 0.41, 0.11, 0.37, 0.21, 0.7, 0.14, 0.26]) {
            _,
            values,
            _ in
            try !ControlChart.individuals(values).outside.isEmpty
        },
        Detector(name: "Run chart, Anhøj", known: [0.03, 0.14, 0.04, 0.34, 0.03, 0.54, 0.05, 0.91, 0.03, 0.15]) {
            _,
            values,
            _ in
            try RunChart.median(values).hasSignal
        },
        Detector(name: "C chart and Anhøj", known: [0.09, 0.25, 0.22, 0.56, 0.08, 0.68, 0.21, 0.97, 0.86, 0.97]) {
            counts,
            values,
            _ in
            try !ControlChart.c(counts: counts).outside.isEmpty || RunChart.median(values).hasSignal
        },
        Detector(name: "Making Data Count", known: [0.21, 0.42, 0.51, 0.83, 0.2, 0.79, 0.47, 0.99, 0.23, 0.5]) {
            _,
            values,
            _ in
            try MakingDataCount.xmr(values, improvement: .neutral).hasSignal
        },
        Detector(name: "Mann–Kendall, p < 0.05", known: [0.04, 0.39, 0.05, 0.8, 0.04, 0.89, 0.05, 1, 0.05, 0.43]) {
            _,
            values,
            _ in
            try MannKendall.test(values).result.map { $0.normalPValue.value < 0.05 } ?? false
        },
        Detector(
            name: "Quasi-Poisson trend, p < 0.05",
            known: [0.03, 0.37, 0.04, 0.81, 0.03, 0.92, 0.04, 1, 0.05, 0.48]
        ) { counts, _, _ in
            try LogLinearTrend.quasiPoisson(counts: counts).result.map { $0.slope.pValue < 0.05 } ?? false
        },
        Detector(
            name: "Halves by mid-p rate ratio, p < 0.05",
            known: [0.05, 0.59, 0.05, 0.93, 0.04, 0.99, 0.05, 1, 0.25, 0.9]
        ) { counts, _, _ in
            let half = counts.count / 2
            let first = counts[..<half].reduce(0) { $0 + ($1 ?? 0) }
            let second = counts[half...].reduce(0) { $0 + ($1 ?? 0) }
            return try RateRatio.midP(count: second, reference: first).pValue < 0.05
        },
        Detector(name: "Poisson partition, 3 log n", known: [0.02, 0.3, 0.01, 0.62, 0.02, 0.93, 0.01, 1, 0.58, 0.94]) {
            _,
            values,
            _ in
            try ChangePoints.poisson(counts: values).result?.positions.isEmpty == false
        },
        Detector(
            name: "Poisson CUSUM, known rate",
            known: [0.015, 0.65, 0.046, 0.98, 0.03, 0.997, 0.072, 1, 0.62, 0.994]
        ) { counts, _, mean in
            try !PoissonCusum.chart(
                counts: counts,
                rate: mean,
                alternative: 1.3 * mean,
                limit: logLikelihoodLimit
            ).signals.isEmpty
        },
    ]

    /// The number of series that the known shares are of.
    static let knownSeries = 4_000.0

    @Test("Each detector finds a rise of 30 percent as often as the documentation says", .long)
    func table() async throws {
        let series = TestSize.isFull ? 4_000 : 1_000
        let seed = Seeds.some(1)[0]
        let found = try await withThrowingTaskGroup(of: (Int, [Int]).self) { group in
            for index in Self.columns.indices {
                group.addTask {
                    (index, try await Self.alarms(in: Self.columns[index], series, seed: seed &+ UInt64(index)))
                }
            }
            return try await group.reduce(into: [Int: [Int]]()) { $0[$1.0] = $1.1 }
        }
        var lines = ["power over \(series) series a column, seed \(seed)"]
        lines += Self.columns.map(\.title)
        for (row, detector) in Self.detectors.enumerated() {
            let shares = Self.columns.indices.map { Double(found[$0]?[row] ?? 0) / Double(series) }
            lines.append("| \(detector.name) | " + shares.map { Self.hundredths($0) }.joined(separator: " | ") + " |")
            for (column, (share, known)) in zip(shares, detector.known).enumerated() {
                let variance = known * (1 - known) / Self.knownSeries + share * (1 - share) / Double(series)
                #expect(
                    abs(share - known) <= 0.005 + 4 / Double(series) + 4 * variance.squareRoot(),
                    "\(detector.name), \(Self.columns[column].title): \(share), known \(known), seed \(seed)"
                )
            }
        }
        print(lines.joined(separator: "\n"))
        #expect(Self.detectors.allSatisfy { $0.known.count == Self.columns.count })
    }

    private static func hundredths(_ share: Double) -> String {
        let number = Int((share * 100).rounded())
        return number == 100 ? "1.00" : ".\(number < 10 ? "0" : "")\(number)"
    }

    /// In how many series of a column each detector alarms.
    @concurrent
    private static func alarms(in column: Column, _ series: Int, seed: UInt64) async throws -> [Int] {
        var draws = Draws(seed: seed)
        var alarms = [Int](repeating: 0, count: detectors.count)
        for _ in 0..<series {
            let counts = (0..<column.length).map { place in
                (2 * place < column.length ? column.before : column.after).draw(&draws)
            }
            let values = counts.map(Double.init)
            for (index, detector) in detectors.enumerated() where try detector.alarms(counts, values, column.mean) {
                alarms[index] += 1
            }
        }
        return alarms
    }
}
