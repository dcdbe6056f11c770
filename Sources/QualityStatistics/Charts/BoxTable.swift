/// Limits of the best box and the cut box for 10 to 100 useful observations.
///
/// Computed from the exact joint distribution of the longest run and the crossings of independent observations about a
/// known centre line: target specificity 0.925, target shift 0.8 standard deviations (Anhøj & Wentzel-Larsen 2020).
enum BoxTable {
    /// The cut box of a number of useful observations; `nil` outside 10 to 100.
    static func row(useful: Int) -> RunsLimits? {
        guard 10...100 ~= useful else { return nil }
        let row = 4 * (useful - 10)
        let isCut = limits[row + 2] > 0
        return RunsLimits(
            longestRun: Int(limits[row + 1]),
            crossings: Int(limits[row]),
            cut: isCut
                ? RunsLimits.Cut(
                    longestRunAtFewestCrossings: Int(limits[row + 3]),
                    crossingsAtLongestRun: Int(limits[row + 2])
                ) : nil
        )
    }

    /// Fewest crossings, longest run, fewest crossings at the longest run, longest run at the fewest crossings; the
    /// last two are 0 where no cell is cut.
    private static let limits: [UInt8] = [
        2, 6, 3, 5, 3, 7, 4, 6, 3, 6, 0, 0, 3, 6, 0, 0, 3, 6, 0, 0, 4, 7, 6, 6, 5, 8, 6, 7, 5, 7, 0, 0,
        5, 7, 6, 6, 5, 7, 6, 5, 6, 7, 0, 0, 7, 8, 0, 0, 6, 7, 7, 6, 6, 7, 7, 6, 6, 7, 7, 6, 6, 7, 0, 0,
        9, 9, 10, 7, 9, 8, 10, 7, 9, 8, 11, 7, 10, 8, 0, 0, 11, 10, 12, 9, 11, 9, 14, 8, 11, 8, 0, 0,
        11, 8, 12, 7, 11, 8, 13, 7, 12, 8, 0, 0, 13, 9, 15, 8, 14, 10, 0, 0, 13, 8, 0, 0, 15, 11, 0, 0,
        15, 9, 0, 0, 15, 9, 17, 8, 14, 8, 0, 0, 14, 8, 0, 0, 17, 10, 0, 0, 17, 9, 0, 0, 17, 9, 19, 8,
        17, 9, 20, 7, 19, 12, 20, 11, 19, 10, 21, 9, 19, 9, 0, 0, 19, 9, 21, 8, 19, 9, 21, 7, 21, 11, 23, 9,
        21, 10, 23, 8, 21, 9, 0, 0, 21, 9, 23, 8, 23, 12, 25, 11, 23, 10, 24, 9, 23, 10, 26, 8, 23, 9, 0, 0,
        23, 9, 24, 8, 25, 11, 27, 9, 25, 10, 27, 9, 26, 11, 27, 10, 26, 10, 27, 9, 27, 12, 29, 10,
        27, 10, 0, 0, 27, 10, 29, 8, 28, 11, 29, 8, 29, 14, 30, 13, 29, 11, 31, 9, 29, 10, 30, 9,
        30, 11, 31, 10, 30, 10, 0, 0, 31, 12, 32, 9, 31, 11, 34, 8, 31, 10, 33, 9, 32, 11, 33, 8,
        33, 13, 37, 11, 33, 11, 35, 9, 33, 10, 0, 0, 34, 11, 36, 10, 33, 10, 36, 7, 35, 11, 0, 0,
        35, 11, 38, 8, 35, 10, 36, 9, 35, 10, 38, 8, 37, 12, 38, 10, 37, 11, 39, 9, 38, 12, 0, 0,
        37, 10, 39, 9, 39, 13, 41, 12, 39, 11, 40, 10, 39, 11, 42, 8, 39, 10, 0, 0, 39, 10, 41, 8,
        41, 12, 42, 9, 41, 11, 44, 9, 42, 12, 43, 10, 41, 10, 42, 9,
    ]
}
