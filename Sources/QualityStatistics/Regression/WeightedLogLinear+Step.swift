extension WeightedLogLinear {
    /// One step: the next coefficients, with what the last step leaves for the standard errors.
    struct Step {
        var coefficients: [Double]
        var used: [Int]
        var covariance: [[Double]]
        var leverages: [Double]
    }

    /// The least squares of responses on the columns, both multiplied by the scales.
    static func step(_ columns: [[Double]], _ scales: [Double], _ responses: [Double]) -> Step {
        let rows = scales.indices
        var target = rows.map { scales[$0] * responses[$0] }
        // The reflections turn the scaled columns into a triangle, one column after the other.
        var reflections: [[Double]] = []
        var triangle: [[Double]] = []
        var used: [Int] = []
        for column in columns.indices where used.count < scales.count {
            var values = rows.map { scales[$0] * columns[column][$0] }
            let length = norm(values[...])
            for (pivot, reflection) in reflections.enumerated() { reflect(&values, by: reflection, from: pivot) }
            let pivot = used.count
            let remaining = norm(values[pivot...])
            guard remaining > 1e-11 * length else { continue }
            let diagonal = values[pivot] > 0 ? -remaining : remaining
            var reflection = Array(values[pivot...])
            reflection[0] -= diagonal
            let size = norm(reflection[...])
            for index in reflection.indices { reflection[index] /= size }
            reflect(&target, by: reflection, from: pivot)
            triangle.append(values[..<pivot] + [diagonal])
            reflections.append(reflection)
            used.append(column)
        }

        let inverse = inverse(ofTriangle: triangle)
        var coefficients = Array(repeating: 0.0, count: columns.count)
        for row in used.indices {
            coefficients[used[row]] = (row..<used.count).reduce(0) { $0 + inverse[$1][row] * target[$1] }
        }
        let covariance = used.indices.map { first in
            used.indices.map { second in
                (max(first, second)..<used.count).reduce(0) { $0 + inverse[$1][first] * inverse[$1][second] }
            }
        }
        let leverages = rows.map { row in
            used.indices.reduce(0) { sum, column in
                let part = (0...column).reduce(0) { $0 + inverse[column][$1] * scales[row] * columns[used[$1]][row] }
                return sum + part * part
            }
        }
        return Step(coefficients: coefficients, used: used, covariance: covariance, leverages: leverages)
    }

    /// Twice the weighted log-likelihood ratio between a perfect fit and these means.
    ///
    /// Each term is of the order of the squared residual, and made of nothing larger.
    static func deviance(_ counts: [Double], _ means: [Double], _ weights: [Double], _ dispersion: Double) -> Double {
        var sum = 0.0
        for row in counts.indices where weights[row] > 0 {
            let (count, mean) = (counts[row], means[row])
            var distance = count > 0 ? -count * log1pRest((mean - count) / count) : mean
            if dispersion > 0 {
                let size = 1 + dispersion * count
                distance += size / dispersion * log1pRest(dispersion * (mean - count) / size)
            }
            sum += weights[row] * distance
        }
        return 2 * sum
    }

    private static func norm(_ values: ArraySlice<Double>) -> Double {
        values.reduce(0) { $0 + $1 * $1 }.squareRoot()
    }

    private static func reflect(_ values: inout [Double], by reflection: [Double], from pivot: Int) {
        var projection = 0.0
        for index in reflection.indices { projection += reflection[index] * values[pivot + index] }
        for index in reflection.indices { values[pivot + index] -= 2 * projection * reflection[index] }
    }

    /// The columns of the inverse of an upper triangle that is given by columns.
    private static func inverse(ofTriangle triangle: [[Double]]) -> [[Double]] {
        triangle.indices.map { column in
            var values = Array(repeating: 0.0, count: column + 1)
            values[column] = 1 / triangle[column][column]
            for row in stride(from: column - 1, through: 0, by: -1) {
                let sum = (row + 1...column).reduce(0) { $0 + triangle[$1][row] * values[$1] }
                values[row] = -sum / triangle[row][row]
            }
            return values
        }
    }
}
