/// Counts of categories that were looked at: none is negative, and their sum is an integer.
struct CategoryCounts {
    let counts: [Int]
    let total: Int

    init(_ counts: [Int], of parameter: String) throws(StatisticsError) {
        var total = 0
        for (index, count) in counts.enumerated() {
            guard count >= 0 else { throw StatisticsError(.negative, of: parameter, at: index) }
            let (sum, overflow) = total.addingReportingOverflow(count)
            guard !overflow else { throw StatisticsError(.outOfRange, of: parameter, at: index) }
            total = sum
        }
        self.counts = counts
        self.total = total
    }

    /// The number of categories that hold anything.
    var present: Int { counts.count { $0 > 0 } }

    /// A finding of too little data where nothing was counted.
    func shortage(for method: StatisticalMethod) -> TooLittleData? {
        total > 0 ? nil : TooLittleData(method: method, needed: 1, available: 0, of: .events)
    }

    /// The positions by falling count; equal counts keep their order.
    var ranking: [Int] {
        counts.indices.sorted { (counts[$0], $1) > (counts[$1], $0) }
    }
}
