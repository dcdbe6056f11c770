import QualityCore
import QualityStatistics

/// The last phase of a series as tests take it: whole counts with their exposures, and times between rare events.
struct PreparedSeries {
    /// The time from one event to the next.
    struct Gap {
        let days: CalendarPeriod
        /// The number of days from the first to the second, 0 on one day.
        let length: Int

        /// The time in days: of two events on one day, which may have been at any hours, half a day.
        var time: Double { length == 0 ? 0.5 : Double(length) }
    }

    let source: ScannedSeries.Source
    /// The places of whole counts with exposure, in order of time.
    let places: [Int]
    /// The counts of these places.
    let counts: ConditionalCounts
    /// The count, or rate per mean exposure, of each period from the first; `nil` where missing.
    let values: [Double?]
    /// The exposure of each place of ``places``, in multiples of their mean.
    let exposures: [Double]
    /// The exposure of every period in multiples of the same mean; `nil` where it is taken to be the same.
    let chartedExposures: [Double?]?
    /// The times between events, in order; `nil` where they are not charted.
    let gaps: [Gap]?

    /// Prepares a series, without the counts of one place or those of a part.
    init(_ source: ScannedSeries.Source, without place: Int? = nil, less part: [Int]? = nil) {
        self.source = source
        let start = source.basis.rebasings.last?.position ?? 0
        let excluded = Set(source.basis.exclusions.map(\.position))
        let whole = source.series.counts
        var (places, counts, exposures): ([Int], [Int], [Double]) = ([], [], [])
        for index in whole.indices where index >= start && index != place && !excluded.contains(index) {
            guard let count = whole[index] else { continue }
            let exposure = source.exposures.map { $0[index] } ?? 1
            guard let exposure, exposure > 0, exposure.isFinite else { continue }
            places.append(index)
            counts.append(count - (part?[index] ?? 0))
            exposures.append(exposure)
        }
        let mean = exposures.reduce(0, +) / Double(max(1, exposures.count))
        exposures = source.exposures == nil ? exposures : exposures.map { $0 / mean }
        chartedExposures = source.exposures?.map { exposure in
            exposure.flatMap { $0 > 0 && $0.isFinite ? $0 / mean : nil }
        }
        var values = [Double?](repeating: nil, count: whole.count)
        for (index, place) in places.enumerated() { values[place] = Double(counts[index]) / exposures[index] }
        self.places = places
        self.values = values
        self.exposures = exposures
        self.counts = ConditionalCounts(counts, exposures: exposures)
        let isRare = Double(self.counts.total) < ChartChoice.rareMean * Double(places.count)
        gaps = isRare && part == nil ? source.days.map { Self.gaps(of: $0, source.series.scale, Set(places)) } : nil
    }

    /// Whether more than a quarter of all periods would have no event.
    var isRare: Bool { meanPerPeriod < ChartChoice.rareMean }

    /// The mean number of events of a period.
    var meanPerPeriod: Double { Double(counts.total) / Double(max(1, places.count)) }

    /// The values that the run chart is of: days between events where they are charted.
    var charted: [Double?] { gaps?.map { Double($0.length) } ?? values }

    /// The times between events that follow each other without a period in between that is not known.
    private static func gaps(of days: [CalendarDate], _ scale: PeriodScale, _ places: Set<Int>) -> [Gap] {
        let known = days.sorted().compactMap { day in scale.position(of: day).map { (day, $0) } }
            .filter { places.contains($0.1) }
        return zip(known, known.dropFirst()).compactMap { first, second in
            guard (first.1...second.1).allSatisfy(places.contains),
                let days = CalendarPeriod(first: first.0, last: second.0)
            else { return nil }
            return Gap(days: days, length: first.0.days(to: second.0))
        }
    }
}
