import QualityCore

/// The counts of one period by subject, month, unit and category: what comparisons and their sensitivity are made from.
struct PeriodCounts {
    /// The counts of one subject, and of the parts that can be left out of it.
    struct Parts {
        var total = 0
        var months: [Int] = []
        var units: [OrganisationUnitID: Int] = [:]
        var categories: [CategoryCode: Int] = [:]

        /// What is left of the total without a part.
        func without(_ part: Sensitivity.Part, month: Int?) -> Int {
            switch part {
            case .period: month.map { total - (months.indices.contains($0) ? months[$0] : 0) } ?? total
            case .unit(let id): total - units[id, default: 0]
            case .category(let code): total - categories[code, default: 0]
            }
        }
    }

    let period: CalendarPeriod
    /// The months that the period touches, without the days outside it.
    let months: [CalendarPeriod]
    private let whole: [Int]
    private let leaves: CountCube
    private let categoryMonths: CountCube
    private let categoryLeaves: CountCube
    private let headings: [CategoryCode: [(code: CategoryCode, count: Int)]]
    private let unitMonths: CountCube
    private let unitLeaves: CountCube
    private let unitCategories: CountCube

    init(
        _ table: ObservationTable,
        in period: CalendarPeriod,
        _ counted: CrossTable.Counted,
        units: CountAxis,
        along dimension: CodeDimension,
        reading: ClassificationReading?
    ) throws(AnalysisError) {
        let inside = table.limited(to: period)
        let scale = PeriodScale(.month, covering: period)
        let time = CountAxis.periods(scale)
        let leaf = CountAxis.units { [$0] }
        let category = reading?.categories(dimension) ?? .codes(dimension)
        self.period = period
        months = scale.periods.compactMap { month in
            CalendarPeriod(first: max(month.first, period.first), last: min(month.last, period.last))
        }
        whole = try inside.count(counted, by: [time]).counts
        leaves = try inside.count(counted, by: [leaf])
        categoryMonths = try inside.count(counted, by: [category, time])
        categoryLeaves = try inside.count(counted, by: [category, leaf])
        unitMonths = try inside.count(counted, by: [units, time])
        unitLeaves = try inside.count(counted, by: [units, leaf])
        unitCategories = try inside.count(counted, by: [units, category])
        categories = Self.occurring(categoryMonths).compactMap(\.code)
        self.units = Self.occurring(unitMonths).compactMap(\.unitID)
        var headings: [CategoryCode: [(code: CategoryCode, count: Int)]] = [:]
        if let reading {
            let cube = try inside.count(counted, by: [reading.headings(dimension)])
            for (code, count) in zip(cube.axes[0], cube.counts) {
                guard let code = code.code, count > 0 else { continue }
                let category = reading.category(of: code)
                if category != code { headings[category, default: []].append((code, count)) }
            }
        }
        self.headings = headings
    }

    /// The categories that occur, those without a code left out.
    let categories: [CategoryCode]

    /// The units of the axis that occur.
    let units: [OrganisationUnitID]

    /// The positions along the first of two axes that hold anything.
    private static func occurring(_ cube: CountCube) -> [CountAxis.Key] {
        cube.axes[0].filter { key in cube.row([key]).contains { $0 > 0 } }
    }

    /// The units that records name, with their counts.
    var reportingUnits: [OrganisationUnitID: Int] { parts(of: .whole).units }

    /// The counts of a subject.
    func parts(of subject: AnalysisSubject) -> Parts {
        switch subject {
        case .whole:
            Parts(
                total: whole.reduce(0, +),
                months: whole,
                units: Self.units(leaves.axes[0], leaves.counts),
                categories: Dictionary(
                    uniqueKeysWithValues: categories.map { ($0, categoryMonths.row([.code($0)]).reduce(0, +)) }
                )
            )
        case .category(let code):
            Parts(
                total: categoryMonths.row([.code(code)]).reduce(0, +),
                months: categoryMonths.row([.code(code)]),
                units: Self.units(categoryLeaves.axes[1], categoryLeaves.row([.code(code)])),
                categories: Dictionary(uniqueKeysWithValues: headings[code, default: []].map { ($0.code, $0.count) })
            )
        case .unit(let id):
            Parts(
                total: unitMonths.row([.unit(id)]).reduce(0, +),
                months: unitMonths.row([.unit(id)]),
                units: Self.units(unitLeaves.axes[1], unitLeaves.row([.unit(id)])),
                categories: Self.codes(unitCategories.axes[1], unitCategories.row([.unit(id)]))
            )
        }
    }

    private static func units(_ keys: [CountAxis.Key], _ counts: [Int]) -> [OrganisationUnitID: Int] {
        Dictionary(
            uniqueKeysWithValues: zip(keys, counts).compactMap { key, count in
                key.unitID.flatMap { count > 0 ? ($0, count) : nil }
            }
        )
    }

    private static func codes(_ keys: [CountAxis.Key], _ counts: [Int]) -> [CategoryCode: Int] {
        Dictionary(
            uniqueKeysWithValues: zip(keys, counts).compactMap { key, count in
                key.code.flatMap { count > 0 ? ($0, count) : nil }
            }
        )
    }

    /// The share of the days of the period that is left without a month.
    func remaining(without month: Int) -> Double {
        months.indices.contains(month) ? 1 - Double(months[month].dayCount) / Double(period.dayCount) : 1
    }

    /// The sum of squared distances of monthly counts from their share of the total by days, over what is expected.
    ///
    /// The degrees of freedom are 0 where there are not two months or nothing was counted.
    func scatter(of parts: Parts) -> (pearson: Double, degreesOfFreedom: Int) {
        guard months.count > 1, parts.total > 0 else { return (0, 0) }
        let days = Double(period.dayCount)
        let pearson = zip(parts.months, months).reduce(0.0) { sum, month in
            let expected = Double(parts.total) * Double(month.1.dayCount) / days
            return sum + (Double(month.0) - expected) * (Double(month.0) - expected) / expected
        }
        return (pearson, months.count - 1)
    }
}
