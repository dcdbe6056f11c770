import QualityAnalysis
import QualityCore
import QualityStatistics
import TestSupport
import Testing

/// How many false signals scans of series without any change give, held against the numbers that the scans state.
@Suite("False signals over many units and categories")
struct SignalCalibrationTests {
    /// Series that do not change.
    struct World: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let months: Int
        let scatter: @Sendable (_ unit: Int, _ category: Int) -> DrawnSeries.Scatter
    }

    static let worlds = [
        World(testDescription: "Poisson, 60 months", months: 60) { _, _ in .poisson },
        World(testDescription: "negative binomial of size 5, 60 months", months: 60) { _, _ in
            .negativeBinomial(size: 5)
        },
        World(testDescription: "some of either, 36 months", months: 36) { unit, category in
            (unit + category) % 3 == 0 ? .negativeBinomial(size: 5) : .poisson
        },
    ]

    /// What the limits of one kind of chart gave.
    struct ChartTally {
        var charts = 0
        var alarms = 0
        var expected = 0.0

        mutating func add(_ alarm: ScannedSeries.PlainAlarm) {
            charts += 1
            alarms += alarm.alarms ? 1 : 0
            expected += alarm.falseAlarm
        }
    }

    /// What scans gave together.
    struct Totals {
        var series = 0
        var alarms: [SeriesFinding.Kind: Int] = [:]
        var expected: [SeriesFinding.Kind: Double] = [:]
        var variance: [SeriesFinding.Kind: Double] = [:]
        var signals: [Int] = []
        var stated = 0.0
        var byChart: [ControlChart.Kind: ChartTally] = [:]

        mutating func add(_ scan: SignalScan) {
            series += scan.series.count
            for rule in scan.plainRules {
                alarms[rule.kind, default: 0] += rule.alarms
                expected[rule.kind, default: 0] += rule.expectedFalse
            }
            for alarm in scan.series.flatMap(\.plainAlarms) {
                variance[alarm.kind, default: 0] += alarm.falseAlarm * (1 - alarm.falseAlarm)
            }
            signals.append(scan.signals.count)
            for one in scan.series {
                guard let alarm = one.plainAlarms.first(where: { $0.kind == .point }), let limits = one.choice.limits
                else { continue }
                byChart[limits, default: ChartTally()].add(alarm)
            }
            stated += scan.expectedWithoutChange
        }
    }

    @Test("The stated number of false alarms holds to 4 standard errors", .long, arguments: worlds)
    func calibration(world: World) throws {
        let scans = TestSize.isFull ? 40 : 10
        let seed = Seeds.some(1)[0]
        var totals = Totals()
        for number in 0..<scans {
            var drawn = DrawnSeries(seed: seed &+ UInt64(number) &* 7_919)
            let sources = drawn.sources(units: 50, categories: 12, months: world.months, scatter: world.scatter)
            totals.add(try #require(try SignalScan.scan(sources).result))
        }
        print("\(world.testDescription): \(totals.series) series in \(scans) scans, seed \(seed)")
        for kind in SeriesFinding.Kind.allCases {
            let (alarms, expected) = (totals.alarms[kind] ?? 0, totals.expected[kind] ?? 0)
            let error = (totals.variance[kind] ?? 0).squareRoot()
            print("  plain \(kind): \(alarms) false alarms, \(expected) stated, standard error \(error)")
            #expect(abs(Double(alarms) - expected) <= 4 * error, "\(kind), seed \(seed)")
        }
        for (chart, tally) in totals.byChart {
            print("    \(chart): \(tally.charts) charts, \(tally.alarms) alarms, \(tally.expected) stated")
        }
        let signals = totals.signals.reduce(0, +)
        // Many rejections come together now and then: their variance under the limit law is about 1.6 times the mean.
        print("  controlled: \(signals) false signals, at most \(totals.stated) stated")
        #expect(Double(signals) <= totals.stated + 4 * (1.6 * totals.stated).squareRoot(), "seed \(seed)")
    }
}
