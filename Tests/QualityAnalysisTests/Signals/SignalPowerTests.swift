import QualityAnalysis
import QualityCore
import QualityStatistics
import TestSupport
import Testing

/// How many shifts of 30 percent scans find, and how many false signals come with them: the table of *Signals*.
@Suite("Power of scans")
struct SignalPowerTests {
    /// One column of the table.
    struct World: Sendable, CustomTestStringConvertible {
        let mean: Double
        let months: Int
        let scatter: DrawnSeries.Scatter
        /// The share of the shifts found that the documentation gives, and that of the plain rules.
        let known: (controlled: Double, plain: Double)

        var testDescription: String { "mean \(Int(mean)), \(months) months, \(scatter)" }
    }

    static let worlds = [
        World(mean: 2, months: 60, scatter: .poisson, known: (0.003, 0.567)),
        World(mean: 10, months: 24, scatter: .poisson, known: (0.006, 0.493)),
        World(mean: 10, months: 60, scatter: .poisson, known: (0.203, 0.878)),
        World(mean: 40, months: 24, scatter: .poisson, known: (0.327, 0.936)),
        World(mean: 40, months: 60, scatter: .poisson, known: (0.990, 1.000)),
        World(mean: 40, months: 60, scatter: .negativeBinomial(size: 5), known: (0.008, 0.772)),
    ]

    @Test("Scans find shifts of 30 percent as often as the documentation says", .long, arguments: worlds)
    func power(world: World) throws {
        let scans = TestSize.isFull ? 40 : 8
        let seed = Seeds.some(1)[0]
        var (shifts, found, plain, signals, wrong) = (0, 0, 0, 0, 0)
        var (unchanged, alarmed) = (0, 0)
        for number in 0..<scans {
            var drawn = DrawnSeries(seed: seed &+ UInt64(number) &* 104_729)
            let sources = (0..<600).map { index in
                let subject = ReportedSeries.Subject(
                    unit: OrganisationUnitID(rawValue: "U\(index / 12)"),
                    category: CategoryCode(rawValue: "K\(index % 12)")
                )
                return drawn.source(subject, months: world.months, world.scatter) { place in
                    index % 10 == 0 && 2 * place >= world.months ? 1.3 * world.mean : world.mean
                }
            }
            let scan = try #require(try SignalScan.scan(sources).result)
            for (index, series) in scan.series.enumerated() {
                let isSignal = series.findings.contains(where: \.isSignal)
                let count = series.findings.count(where: \.isSignal)
                signals += count
                if index % 10 == 0 {
                    shifts += 1
                    found += isSignal ? 1 : 0
                    plain += series.plainAlarms.contains(where: \.alarms) ? 1 : 0
                } else {
                    wrong += count
                    unchanged += 1
                    alarmed += series.plainAlarms.contains(where: \.alarms) ? 1 : 0
                }
            }
        }
        let shares = (Double(found) / Double(shifts), Double(plain) / Double(shifts))
        print("Power, \(world.testDescription), seed \(seed):")
        print("  found \(shares.0) of shifts, \(wrong) of \(signals) signals false")
        print("  plain rules \(shares.1), without a shift \(Double(alarmed) / Double(unchanged))")
        for (share, known) in [(shares.0, world.known.controlled), (shares.1, world.known.plain)] {
            let error = (max(known * (1 - known), 0.0025) / Double(shifts)).squareRoot()
            #expect(abs(share - known) <= 0.005 + 4 * 1.5 * error)
        }
        let allowed = 0.05 * Double(signals)
        #expect(Double(wrong) <= allowed + 4 * max(1, allowed).squareRoot())
    }

    @Test("A scan of 600 series of 60 months takes some tens of milliseconds", .long)
    func speed() throws {
        var drawn = DrawnSeries(seed: 1)
        let sources = drawn.sources(units: 50, categories: 12, months: 60) { _, category in
            category < 6 ? .poisson : .negativeBinomial(size: 5)
        }
        let times = try (0..<5).map { _ in
            try ProcessorTime.seconds { _ = try SignalScan.scan(sources) }
        }
        let least = try #require(times.min())
        print("Scan of 600 series of 60 months: \(least) s")
        #expect(least < 0.5)
    }
}
