import QualityAnalysis
import QualityCore
import TestSupport

/// Series of units and categories drawn from a distribution that does not change, or changes where a test says.
struct DrawnSeries {
    /// How counts scatter about their mean.
    enum Scatter: Hashable, Sendable {
        case poisson
        /// Variance mean + mean² / size.
        case negativeBinomial(size: Int)
    }

    var draws: Draws

    init(seed: UInt64) {
        draws = Draws(seed: seed)
    }

    /// Months from January 2015 on.
    static func months(_ count: Int) -> PeriodScale {
        guard let last = CalendarDate(year: 2015 + (count - 1) / 12, month: (count - 1) % 12 + 1, day: 1),
            let days = CalendarPeriod(first: day("2015-01-01"), last: last)
        else { preconditionFailure("\(count) months can not be") }
        return PeriodScale(.month, covering: days)
    }

    private mutating func unit() -> Double { Double(draws.next() >> 11) * 0x1p-53 }

    /// A count by the sums of its probabilities.
    mutating func count(_ mean: Double, _ scatter: Scatter) -> Int {
        var (number, probability): (Int, Double)
        let unit = unit()
        let share: Double
        switch scatter {
        case .poisson:
            // e^-mean in steps that stay above 0.
            probability = 1
            let steps = 4_096.0
            var factor = 1 - mean / steps + mean * mean / (2 * steps * steps)
            for _ in 0..<12 { factor *= factor }
            probability = factor
            share = 0
        case .negativeBinomial(let size):
            share = mean / (mean + Double(size))
            probability = (0..<size).reduce(1.0) { product, _ in product * (1 - share) }
        }
        number = 0
        var sum = probability
        while sum < unit, number < 10_000 {
            switch scatter {
            case .poisson: probability *= mean / Double(number + 1)
            case .negativeBinomial(let size): probability *= share * Double(number + size) / Double(number + 1)
            }
            number += 1
            sum += probability
        }
        return number
    }

    /// A series of months with the days of its events.
    mutating func source(
        _ subject: ReportedSeries.Subject,
        months: Int,
        _ scatter: Scatter,
        exposures: [Double]? = nil,
        mean: (Int) -> Double
    ) -> ScannedSeries.Source {
        let scale = Self.months(months)
        var days: [CalendarDate] = []
        let entries = scale.periods.enumerated().map { place, period -> ReportedSeries.Entry in
            let count = count(mean(place) * (exposures?[place] ?? 1), scatter)
            let length = period.first.days(to: period.last) + 1
            for _ in 0..<count where mean(place) < 2 {
                days.append(period.first.adding(days: draws.below(length)) ?? period.first)
            }
            return .count(count)
        }
        return ScannedSeries.Source(
            subject,
            ReportedSeries(scale, entries),
            exposures: exposures,
            days: mean(0) < 2 ? days : nil
        )
    }

    /// The means of twelve categories, from a few events a year to one a day.
    static let means = [0.3, 0.5, 0.8, 1.2, 2, 3, 4.5, 6, 8, 12, 18, 30]

    /// Series of so many units and categories under no change.
    mutating func sources(
        units: Int,
        categories: Int,
        months: Int,
        scatter: (_ unit: Int, _ category: Int) -> Scatter
    ) -> [ScannedSeries.Source] {
        (0..<units).flatMap { unit in
            (0..<categories).map { category in
                let subject = ReportedSeries.Subject(
                    unit: OrganisationUnitID(rawValue: "U\(unit)"),
                    category: CategoryCode(rawValue: "K\(category)")
                )
                let mean = Self.means[category * Self.means.count / categories]
                return source(subject, months: months, scatter(unit, category)) { _ in mean }
            }
        }
    }
}
