/// Linear algebra over whole numbers, without rounding.
enum ExactLinear {
    /// A prime, far larger than chance would let divide a minor of a net's matrix.
    private static let prime: UInt64 = (1 << 61) - 1

    /// The rank of a matrix of small numbers, by elimination modulo 2⁶¹ − 1.
    static func rank(_ matrix: [[Int]]) -> Int {
        var rows = matrix.map { row in row.map { $0 < 0 ? prime - UInt64(-$0) : UInt64($0) } }
        var rank = 0
        for column in 0..<(rows.first?.count ?? 0) {
            guard let pivot = rows.indices.dropFirst(rank).first(where: { rows[$0][column] != 0 }) else { continue }
            rows.swapAt(rank, pivot)
            let inverse = power(rows[rank][column], prime - 2)
            let top = rows[rank].map { times($0, inverse) }
            for row in rows.indices.dropFirst(rank + 1) where rows[row][column] != 0 {
                let factor = prime - rows[row][column]
                for place in column..<top.count where top[place] != 0 {
                    rows[row][place] = (rows[row][place] + times(factor, top[place])) % prime
                }
            }
            rank += 1
            if rank == rows.count { break }
        }
        return rank
    }

    private static func times(_ left: UInt64, _ right: UInt64) -> UInt64 {
        let product = left.multipliedFullWidth(by: right)
        return prime.dividingFullWidth(product).remainder
    }

    private static func power(_ base: UInt64, _ exponent: UInt64) -> UInt64 {
        var result: UInt64 = 1
        var base = base
        var exponent = exponent
        while exponent > 0 {
            if exponent & 1 == 1 { result = times(result, base) }
            base = times(base, base)
            exponent >>= 1
        }
        return result
    }

    /// Whether numbers above zero exist of which every row adds up to zero; `nil` where the numbers grow too large.
    ///
    /// The first phase of the simplex method, with Bland's rule, on a tableau of whole numbers over one common divisor.
    static func hasPositiveSolution(_ rows: [[Int]]) -> Bool? {
        // Each unknown is one more than a number that is not negative: the row then adds up to minus its sum.
        var tableau: [[Int128]] = rows.filter { $0.contains { $0 != 0 } }.map { row in
            let right = -row.reduce(0, +)
            let sign = right < 0 ? -1 : 1
            return (row + [right]).map { Int128($0 * sign) }
        }
        guard let width = tableau.first.map({ $0.count - 1 }) else { return true }
        var basis = tableau.indices.map { width + $0 }
        // What the artificial unknowns of the basis add up to, as a row; all zero when they are gone.
        var goal = (0...width).map { column in tableau.reduce(Int128(0)) { $0 + $1[column] } }
        var divisor: Int128 = 1
        while goal[width] > 0 {
            guard let column = (0..<width).first(where: { goal[$0] > 0 }) else { return false }
            var row: Int?
            for candidate in tableau.indices where tableau[candidate][column] > 0 {
                guard let best = row else {
                    row = candidate
                    continue
                }
                let left = tableau[candidate][width].multipliedReportingOverflow(by: tableau[best][column])
                let right = tableau[best][width].multipliedReportingOverflow(by: tableau[candidate][column])
                guard !left.overflow, !right.overflow else { return nil }
                if left.partialValue < right.partialValue
                    || left.partialValue == right.partialValue && basis[candidate] < basis[best]
                {
                    row = candidate
                }
            }
            guard let row else { return false }
            let pivot = tableau[row]
            for other in tableau.indices where other != row {
                guard let changed = eliminated(tableau[other], column, pivot, divisor) else { return nil }
                tableau[other] = changed
            }
            guard let changed = eliminated(goal, column, pivot, divisor) else { return nil }
            goal = changed
            // The artificial unknown that leaves never comes back, so its column need not be kept.
            basis[row] = column
            divisor = pivot[column]
        }
        return true
    }

    private static func eliminated(_ row: [Int128], _ column: Int, _ pivot: [Int128], _ divisor: Int128) -> [Int128]? {
        let factor = row[column]
        let scale = pivot[column]
        var result = row
        for place in row.indices {
            let kept = row[place].multipliedReportingOverflow(by: scale)
            let taken = pivot[place].multipliedReportingOverflow(by: factor)
            let difference = kept.partialValue.subtractingReportingOverflow(taken.partialValue)
            guard !kept.overflow, !taken.overflow, !difference.overflow else { return nil }
            result[place] = difference.partialValue / divisor
        }
        return result
    }
}
