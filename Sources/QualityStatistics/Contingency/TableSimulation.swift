/// Tables drawn at random with the sums of an observed one.
struct TableSimulation {
    private let rows: [Int]
    private let columns: [Int]
    private let factorials: LogFactorials
    private let bound: Double
    private var left: [Int]

    init(_ counts: [[Int]]) {
        rows = counts.map { $0.reduce(0, +) }
        columns = counts[0].indices.map { column in counts.reduce(0) { $0 + $1[column] } }
        let factorials = LogFactorials(upTo: rows.reduce(0, +))
        self.factorials = factorials
        bound = counts.joined().reduce(0.0) { $0 - factorials[$1] } + MinimumLikelihood.equality
        left = rows
    }

    /// Whether the next table is no more probable than the observed one.
    mutating func isAsImprobable(using generator: inout some RandomNumberGenerator) -> Bool {
        left = rows
        var rest = rows.reduce(0, +)
        var score = 0.0
        for column in columns {
            var (missing, after) = (column, rest)
            for row in rows.indices {
                let taken = number(
                    of: left[row],
                    among: after,
                    drawn: missing,
                    Double.random(in: 0..<1, using: &generator)
                )
                after -= left[row]
                missing -= taken
                left[row] -= taken
                score -= factorials[taken]
            }
            rest -= column
        }
        return score <= bound
    }

    /// The hypergeometric number at a point of the unit interval, counted from the mode outwards.
    private func number(of marked: Int, among population: Int, drawn: Int, _ unit: Double) -> Int {
        let (least, most) = (max(0, drawn - (population - marked)), min(drawn, marked))
        if least == most { return least }
        let mode = min(most, max(least, Int(Double(drawn + 1) * (Double(marked + 1) / Double(population + 2)))))
        let others = population - marked
        let logarithm =
            factorials[marked] - factorials[mode] - factorials[marked - mode] + factorials[others]
            - factorials[drawn - mode] - factorials[others - drawn + mode]
            - (factorials[population] - factorials[drawn] - factorials[population - drawn])
        var rest = unit - exp(logarithm)
        var (down, up) = (mode, mode)
        var (weightDown, weightUp) = (exp(logarithm), exp(logarithm))
        while rest >= 0, down > least || up < most {
            if up < most {
                weightUp *=
                    Double(marked - up) * Double(drawn - up) / (Double(up + 1) * Double(others - drawn + up + 1))
                up += 1
                rest -= weightUp
                if rest < 0 { return up }
            }
            if down > least {
                weightDown *=
                    Double(down) * Double(others - drawn + down)
                    / (Double(marked - down + 1) * Double(drawn - down + 1))
                down -= 1
                rest -= weightDown
                if rest < 0 { return down }
            }
        }
        return mode
    }
}
