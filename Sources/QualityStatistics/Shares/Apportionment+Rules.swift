extension Apportionment {
    /// Whole units and what is left over of each, in parts of the total.
    private static func quotas(_ counts: CategoryCounts, _ units: Int) -> [(whole: Int, left: Int)] {
        counts.counts.map { count in
            let product = count.multipliedFullWidth(by: units)
            let (whole, left) = counts.total.dividingFullWidth(product)
            return (whole, left)
        }
    }

    static func largestRemainder(_ counts: CategoryCounts, _ units: Int) -> Self {
        let quotas = quotas(counts, units)
        var shares = quotas.map(\.whole)
        let missing = units - shares.reduce(0, +)
        let order = counts.counts.indices.sorted { first, second in
            (quotas[first].left, counts.counts[first], second) > (quotas[second].left, counts.counts[second], first)
        }
        for index in order.prefix(missing) { shares[index] += 1 }
        let isTied = missing > 0 && quotas[order[missing - 1]].left == quotas[order[missing]].left
        return Self(
            rule: .largestRemainder,
            counts: counts,
            units: units,
            shares: shares,
            remainders: quotas.map(\.left),
            cut: isTied ? .tied : .decided
        )
    }

    /// Rounds each share to the nearest unit, which is the answer for the sum it has, and gives or takes what is
    /// missing one by one.
    static func sainteLague(_ counts: CategoryCounts, _ units: Int) -> Self {
        let quotas = quotas(counts, units)
        var shares = quotas.map { $0.left >= counts.total - $0.left ? $0.whole + 1 : $0.whole }
        var missing = units - shares.reduce(0, +)
        /// Whether one category has more claim to its unit of that number than another.
        func precedes(_ first: (index: Int, unit: Int), _ second: (index: Int, unit: Int)) -> Bool {
            let (a, b) = (counts.counts[first.index], counts.counts[second.index])
            let claims = (Int128(a) * Int128(2 * second.unit - 1), Int128(b) * Int128(2 * first.unit - 1))
            return claims.0 == claims.1 ? (a, second.index) > (b, first.index) : claims.0 > claims.1
        }
        func next() -> Int? {
            counts.counts.indices.min { precedes(($0, shares[$0] + 1), ($1, shares[$1] + 1)) }
        }
        func last() -> Int? {
            counts.counts.indices.filter { shares[$0] > 0 }.max { precedes(($0, shares[$0]), ($1, shares[$1])) }
        }
        while missing > 0, let index = next() {
            shares[index] += 1
            missing -= 1
        }
        while missing < 0, let index = last() {
            shares[index] -= 1
            missing += 1
        }
        var cut = Cut.decided
        if let taken = last(), let refused = next() {
            let claims = (
                Int128(counts.counts[taken]) * Int128(2 * shares[refused] + 1),
                Int128(counts.counts[refused]) * Int128(2 * shares[taken] - 1)
            )
            if claims.0 == claims.1 { cut = .tied }
        }
        return Self(
            rule: .sainteLague,
            counts: counts,
            units: units,
            shares: shares,
            remainders: quotas.map(\.left),
            cut: cut
        )
    }
}
