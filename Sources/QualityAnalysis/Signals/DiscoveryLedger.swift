import QualityCore
import QualityStatistics

/// The p-values of a scan, and up to which of them a test is a signal without the tests of a unit or of a category.
struct DiscoveryLedger {
    /// The p-value up to which a test is a signal, k/m of the rate with k signals of m tests, and 1/m where there is none.
    let threshold: Double
    /// The units that tests are of.
    let units: [OrganisationUnitID]
    /// The categories that tests are of.
    let categories: [CategoryCode]
    private let thresholds: [Sensitivity.Part: Double]

    init(_ tests: [(subject: ReportedSeries.Subject, pValue: Double)], rate: Double) {
        let sorted = tests.sorted { $0.pValue < $1.pValue }
        let all = Self.threshold(sorted.map(\.pValue), rate)
        threshold = all.value
        units = Set(tests.compactMap(\.subject.unit)).sorted { $0.rawValue < $1.rawValue }
        categories = Set(tests.compactMap(\.subject.category)).sorted()
        var thresholds: [Sensitivity.Part: Double] = [:]
        if all.signals > 0 {
            for unit in units {
                let left = sorted.filter { $0.subject.unit != unit }.map(\.pValue)
                thresholds[.unit(unit)] = Self.threshold(left, rate).value
            }
            for category in categories {
                let left = sorted.filter { $0.subject.category != category }.map(\.pValue)
                thresholds[.category(category)] = Self.threshold(left, rate).value
            }
        }
        self.thresholds = thresholds
    }

    /// The threshold without the tests of a unit or a category.
    func threshold(without part: Sensitivity.Part) -> Double { thresholds[part] ?? threshold }

    /// The threshold of Benjamini and Hochberg for p-values in rising order, and how many it holds.
    private static func threshold(_ pValues: [Double], _ rate: Double) -> (value: Double, signals: Int) {
        let count = Double(max(1, pValues.count))
        let signals = pValues.indices.last { pValues[$0] * count <= rate * Double($0 + 1) }.map { $0 + 1 } ?? 0
        return (rate * Double(max(1, signals)) / count, signals)
    }
}
