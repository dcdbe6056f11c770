extension ChangePoints {
    /// The changes of level with the least sum of squares and penalties, found exactly by pruning (PELT).
    ///
    /// The cost of a segment is the sum of the squared distances from its mean. A common penalty is twice the variance
    /// of the noise times the logarithm of the number of values. The variance of the whole series holds the changes
    /// themselves, and is too large where there are any: say which one was taken.
    ///
    /// Of changes that cost the same, the earliest is taken. About linear in time when there are many changes, and
    /// quadratic when there are none.
    ///
    /// Killick, Fearnhead & Eckley 2012, *J Am Stat Assoc* 107:1590–1598.
    ///
    /// `values`: in order of time, missing ones `nil`. `penalty`: 0 or more, in squares of the unit of the values.
    /// `minimumLength`: the least number of values of a segment, at least 1.
    /// - Throws: ``StatisticsError`` for a value that is not finite, and for a penalty or a length out of range.
    public static func pelt(
        _ values: [Double?],
        penalty: Double,
        minimumLength: Int = 2
    ) throws(StatisticsError) -> Finding<ChangePoints> {
        let method = StatisticalMethod(
            name: "PELT, sum of squares",
            source: "Killick, Fearnhead & Eckley 2012, J Am Stat Assoc 107:1590–1598"
        )
        return try squares(values, by: method, until: .penalty(penalty), minimumLength) { squares in
            OptimalPartition.ends(of: squares, penalty: penalty, minimumLength: minimumLength)
        }
    }

    /// The given number of changes of level with the least sum of squares, found exactly by dynamic programming.
    ///
    /// Of changes that cost the same, the earliest is taken. Quadratic in time for each change.
    ///
    /// Auger & Lawrence 1989, *Bull Math Biol* 51:39–54.
    ///
    /// `values`: in order of time, missing ones `nil`. `changes`: 0 or more. `minimumLength`: the least number of
    /// values of a segment, at least 1.
    /// - Throws: ``StatisticsError`` for a value that is not finite, and for a number or a length out of range.
    public static func optimal(
        _ values: [Double?],
        changes: Int,
        minimumLength: Int = 2
    ) throws(StatisticsError) -> Finding<ChangePoints> {
        let method = StatisticalMethod(
            name: "Optimal segmentation by dynamic programming, sum of squares",
            source: "Auger & Lawrence 1989, Bull Math Biol 51:39–54"
        )
        return try squares(values, by: method, until: .changes(changes), minimumLength) { squares in
            OptimalPartition.ends(of: squares, changes: changes, minimumLength: minimumLength)
        }
    }

    /// The changes of level found one at a time, each the one that lowers the sum of squares most.
    ///
    /// Fast and not exact: two changes that hide one another are missed. Of changes that lower the sum as much, the
    /// latest within a segment and the earliest segment are taken.
    ///
    /// Scott & Knott 1974, *Biometrics* 30:507–512.
    ///
    /// `values`: in order of time, missing ones `nil`. `stop`: when to add no more. `minimumLength`: the least number
    /// of values of a segment, at least 1.
    /// - Throws: ``StatisticsError`` for a value that is not finite, and for a parameter out of range.
    public static func binarySegmentation(
        _ values: [Double?],
        until stop: Stop,
        minimumLength: Int = 2
    ) throws(StatisticsError) -> Finding<ChangePoints> {
        let method = StatisticalMethod(
            name: "Binary segmentation, sum of squares",
            source: "Scott & Knott 1974, Biometrics 30:507–512"
        )
        return try squares(values, by: method, until: stop, minimumLength) { squares in
            squares.splitting(until: stop, minimumLength: minimumLength)
        }
    }

    /// The changes of level that stay when the series, cut as finely as it goes, is joined one cut at a time.
    ///
    /// The series is halved until no half is long enough to be halved; then the cut that costs least is taken away, the
    /// earliest of equal ones. Fast and not exact.
    ///
    /// Keogh, Chu, Hart & Pazzani 2001, *Proc IEEE Int Conf Data Mining* 289–296.
    ///
    /// `values`: in order of time, missing ones `nil`. `stop`: when to join no more. `minimumLength`: the least number
    /// of values of a segment, at least 1.
    /// - Throws: ``StatisticsError`` for a value that is not finite, and for a parameter out of range.
    public static func bottomUp(
        _ values: [Double?],
        until stop: Stop,
        minimumLength: Int = 2
    ) throws(StatisticsError) -> Finding<ChangePoints> {
        let method = StatisticalMethod(
            name: "Bottom-up segmentation, sum of squares",
            source: "Keogh, Chu, Hart & Pazzani 2001, Proc IEEE Int Conf Data Mining 289–296"
        )
        return try squares(values, by: method, until: stop, minimumLength) { squares in
            squares.joining(until: stop, minimumLength: minimumLength)
        }
    }

    private static func squares(
        _ series: [Double?],
        by method: StatisticalMethod,
        until stop: Stop,
        _ minimumLength: Int,
        _ search: (SquaredDistances) -> [Int]
    ) throws(StatisticsError) -> Finding<ChangePoints> {
        guard minimumLength >= 1 else { throw StatisticsError(.outOfRange, of: "minimumLength") }
        let usable = try Usable(series, of: "values")
        let needed: Int
        let penalty: Double?
        switch stop {
        case .penalty(let value):
            guard value.isFinite, value >= 0 else { throw StatisticsError(.outOfRange, of: "penalty") }
            (penalty, needed) = (value, 2 * minimumLength)
        case .changes(let changes):
            guard changes >= 0 else { throw StatisticsError(.outOfRange, of: "changes") }
            (penalty, needed) = (nil, (changes + 1) * minimumLength)
        }
        guard usable.values.count >= needed else {
            let shortage = TooLittleData(
                method: method,
                needed: needed,
                available: usable.values.count,
                of: .values
            )
            return .tooLittleData(shortage)
        }
        let squares = SquaredDistances(usable.values)
        var cost = 0.0
        let segments = ranges(endingAt: search(squares)).map { range in
            let values = usable.values[range]
            let mean = squares.mean(of: range)
            cost += values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
            return Segment(positions: usable.positions(of: range), values: range.count, mean: mean)
        }
        return .found(
            ChangePoints(
                method: method,
                assumptions: [
                    Assumption("The values are independent but for the changes of level."),
                    Assumption("The spread of the values is the same in every segment."),
                ],
                sample: usable.values.count,
                segments: segments,
                cost: cost,
                penalty: penalty
            )
        )
    }
}
