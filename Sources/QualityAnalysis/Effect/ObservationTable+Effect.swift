import QualityCore
public import QualityStatistics

extension ObservationTable {
    /// Holds what was reported before a measure against what was reported where its effect should show.
    ///
    /// `question`: what the measure names.
    /// - Returns: the counts and what they say, or too little data where nothing was reported before or after.
    /// - Throws: ``AnalysisError`` where the period before reaches to the day of the measure or into the window, and for
    ///   a level outside 0..<1.
    public func effect(_ question: MeasureEffect.Question) throws(AnalysisError) -> Finding<MeasureEffect> {
        let before = question.before ?? question.defaultBefore
        guard let before, before.last < min(question.executed, question.window.first) else {
            throw .periodsOverlap(before ?? question.window, question.window)
        }
        let making = try EffectMaking(self, question, before: before)
        guard making.events > 0 else {
            return .tooLittleData(
                TooLittleData(method: EffectMaking.method, needed: 1, available: 0, of: .events)
            )
        }
        return try analysing { () throws(StatisticsError) in .found(try making.effect()) }
    }
}

extension CalendarPeriod {
    /// The same days of an earlier year; `nil` before the first.
    func moved(backYears years: Int) -> CalendarPeriod? {
        guard let first = first.adding(months: -12 * years),
            let last = last.adding(days: 1)?.adding(months: -12 * years)?.adding(days: -1)
        else { return nil }
        return CalendarPeriod(first: first, last: last)
    }
}

extension MeasureEffect.Question {
    /// The days of the window in the newest year that ends before the measure and the window.
    fileprivate var defaultBefore: CalendarPeriod? {
        var years = 1
        while let period = window.moved(backYears: years) {
            if period.last < min(executed, window.first) { return period }
            years += 1
        }
        return nil
    }

    /// Whether a code is of the category and the process.
    func includes(_ code: CategoryCode) -> Bool {
        let names: Set<CategoryCode> = [
            code, reading?.heading(of: code) ?? code, reading?.category(of: code) ?? code,
        ]
        return names.contains(category) && processCategories.map { !$0.isDisjoint(with: names) } ?? true
    }
}

extension ObservationTable {
    /// The whole months from the first observation to the last; `nil` when none has a day.
    var months: CalendarPeriod? {
        guard let months = period.map({ PeriodScale(.month, covering: $0).periods }) else { return nil }
        return CalendarPeriod(first: months[0].first, last: months[months.count - 1].last)
    }

    /// Whether each row is of a position along an axis of units.
    func rows(in unit: OrganisationUnitID, of axis: CountAxis) -> [Bool] {
        let axis = resolve(axis)
        guard let place = axis.keys.firstIndex(of: .unit(unit)) else { return [Bool](repeating: false, count: count) }
        var positions: [Int] = []
        return records.indices.map { row in
            axis.positions(of: row, into: &positions)
            return positions.contains(place)
        }
    }

    /// Whether each row has a code along a dimension that a question about codes holds for.
    func rows(along dimension: CodeDimension, _ isMeant: (CategoryCode) -> Bool) -> [Bool] {
        guard let column = columns[dimension] else { return [Bool](repeating: false, count: count) }
        let isWanted = column.dictionary.map(isMeant)
        return records.indices.map { row in
            column.codes[Int(column.starts[row])..<Int(column.starts[row + 1])].contains { isWanted[Int($0)] }
        }
    }
}
