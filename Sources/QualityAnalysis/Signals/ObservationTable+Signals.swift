public import QualityCore
public import QualityStatistics

extension SignalScan {
    /// What is asked of a table.
    public struct Question: Sendable {
        /// The periods to chart.
        public var scale: PeriodScale
        /// What the source covers, which tells 0 from missing.
        public var coverage: ReportingCoverage
        /// What the counts count.
        public var counted: CrossTable.Counted = .records
        /// Where a record's unit counts; `nil` for all units together.
        public var units: CountAxis? = .units { [$0] }
        /// Where a record's codes count; `nil` for all categories together.
        public var categories: CountAxis? = .codes(.category)
        /// What the counts were made in, by unit and period; `nil` takes it to be the same in all periods.
        public var exposure: ExposureTable?
        /// The days on which a category exists.
        public var existence: @Sendable (CategoryCode) -> Validity = { _ in .always }
        /// Subjects that get a series even where nothing of them was found.
        public var listed: [ReportedSeries.Subject] = []
        /// Frozen limits and rebased charts, by subject, each with its reason; all others rest on the whole series.
        public var bases: [ReportedSeries.Subject: ChartBasis] = [:]
        /// The expected share of false signals among the signals, above 0 and below 1.
        public var falseDiscoveryRate = 0.05

        /// A scan of all units and categories of a table.
        public init(_ scale: PeriodScale, coverage: ReportingCoverage) {
            self.scale = scale
            self.coverage = coverage
        }
    }
}

extension ObservationTable {
    /// Looks through the series of all units and categories for signals, false ones held in check.
    ///
    /// `question`: the periods, what is counted, and what the counts were made in.
    /// - Returns: the scan; too little data where no series is long enough for any test.
    /// - Throws: ``AnalysisError`` for too many cells, a rate out of range, and a basis with places that there are not.
    public func signals(_ question: SignalScan.Question) throws(AnalysisError) -> Finding<SignalScan> {
        let series = try series(
            question.counted,
            units: question.units,
            categories: question.categories,
            by: question.scale,
            coverage: question.coverage,
            existing: question.existence,
            listed: question.listed
        )
        let subjects = series.keys.sorted { Self.order($0) < Self.order($1) }
        let rare = Set(
            subjects.filter { subject in
                let counts = series[subject]?.counts.compactMap(\.self) ?? []
                return Double(counts.reduce(0, +)) < ChartChoice.rareMean * Double(counts.count)
            }
        )
        let days = eventDays(question, of: rare)
        let parts = try parts(question)
        let sources = subjects.compactMap { subject in
            series[subject].map { counts in
                ScannedSeries.Source(
                    subject,
                    counts,
                    exposures: question.exposure.map { table in
                        subject.unit.map { counts.exposures(of: $0, in: table) }
                            ?? question.scale.periods.map { table.amount(of: table.units, in: $0) }
                    },
                    days: rare.contains(subject) ? days[subject] ?? [] : nil,
                    basis: question.bases[subject] ?? .whole,
                    parts: parts[subject] ?? [:]
                )
            }
        }
        return try SignalScan.scan(sources, falseDiscoveryRate: question.falseDiscoveryRate)
    }

    private static func order(_ subject: ReportedSeries.Subject) -> (String, String) {
        (subject.unit?.rawValue ?? "", subject.category?.rawValue ?? "")
    }

    /// The days of the events of some subjects, in one pass.
    private func eventDays(
        _ question: SignalScan.Question,
        of subjects: Set<ReportedSeries.Subject>
    ) -> [ReportedSeries.Subject: [CalendarDate]] {
        guard !subjects.isEmpty else { return [:] }
        let whole = CountAxis(source: .whole)
        let units = resolve(question.units ?? whole)
        let categories = resolve(question.categories ?? whole)
        let width = categories.keys.count
        var lists = [[CalendarDate]?](repeating: nil, count: units.keys.count * width)
        for (unit, key) in units.keys.enumerated() {
            for (category, other) in categories.keys.enumerated() {
                let subject = ReportedSeries.Subject(unit: key.unitID, category: other.code)
                if subjects.contains(subject) { lists[unit * width + category] = [] }
            }
        }
        var lastRecord = [Int32](repeating: -1, count: question.counted == .records ? lists.count : 0)
        var (first, second): ([Int], [Int]) = ([], [])
        for row in records.indices {
            guard let day = days.firstCode(of: row).map({ days.dictionary[$0] }) else { continue }
            units.positions(of: row, into: &first)
            categories.positions(of: row, into: &second)
            for unit in first {
                for category in second {
                    let cell = unit * width + category
                    guard lists[cell] != nil else { continue }
                    if question.counted == .records {
                        guard lastRecord[cell] != records[row] else { continue }
                        lastRecord[cell] = records[row]
                    }
                    lists[cell]?.append(day)
                }
            }
        }
        var found: [ReportedSeries.Subject: [CalendarDate]] = [:]
        for (unit, key) in units.keys.enumerated() {
            for (category, other) in categories.keys.enumerated() {
                guard let list = lists[unit * width + category] else { continue }
                found[ReportedSeries.Subject(unit: key.unitID, category: other.code)] = list
            }
        }
        return found
    }

    /// The counts of each unit where all units are one series, and of each category where all categories are.
    private func parts(
        _ question: SignalScan.Question
    ) throws(AnalysisError) -> [ReportedSeries.Subject: [Sensitivity.Part: [Int]]] {
        var parts: [ReportedSeries.Subject: [Sensitivity.Part: [Int]]] = [:]
        let whole = CountAxis(source: .whole)
        let periods = CountAxis.periods(question.scale)
        func add(
            _ cube: CountCube,
            _ part: (CountAxis.Key) -> Sensitivity.Part?,
            _ subject: (CountAxis.Key) -> ReportedSeries.Subject
        ) {
            for key in cube.axes[0] {
                guard let part = part(key) else { continue }
                for other in cube.axes[1] { parts[subject(other), default: [:]][part] = cube.row([key, other]) }
            }
        }
        if question.units == nil {
            let units = CountAxis.units { [$0] }
            let cube = try count(question.counted, by: [units, question.categories ?? whole, periods])
            add(cube, { $0.unitID.map(Sensitivity.Part.unit) }) { ReportedSeries.Subject(category: $0.code) }
        }
        if question.categories == nil {
            let cube = try count(question.counted, by: [.codes(.category), question.units ?? whole, periods])
            add(cube, { $0.code.map(Sensitivity.Part.category) }) { ReportedSeries.Subject(unit: $0.unitID) }
        }
        return parts
    }
}
