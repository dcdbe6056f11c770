import QualityStatistics
import TestSupport
import Testing

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

@Suite("SpecialFunctions")
struct SpecialFunctionsTests {
    /// A line of the table: its values as this module gives them, and as mpmath does.
    struct Row {
        let text: String
        let found: [Double]
        let expected: [Double]

        init(_ line: Substring) throws {
            let fields = line.split(separator: "\t")
            let numbers = try fields.dropFirst().map { try #require(Double($0)) }
            text = String(line)
            found = try Self.values(String(fields[0]), numbers, fields.dropFirst().map(String.init))
            expected = Array(numbers.suffix(found.count))
        }

        static func values(_ name: String, _ x: [Double], _ text: [String]) throws -> [Double] {
            func integer(_ index: Int) throws -> Int { try #require(Int(text[index])) }
            switch name {
            case "logGamma": return [SpecialFunctions.logGamma(x[0])]
            case "gamma": return [SpecialFunctions.gamma(x[0])]
            case "digamma": return [SpecialFunctions.digamma(x[0])]
            case "trigamma": return [SpecialFunctions.trigamma(x[0])]
            case "erf": return [SpecialFunctions.errorFunction(x[0])]
            case "erfc": return [SpecialFunctions.complementaryErrorFunction(x[0])]
            case "logBinomial": return [SpecialFunctions.logBinomial(try integer(0), choose: try integer(1))]
            case "poisson":
                return values(try PoissonDistribution(mean: x[0]), at: try integer(1))
            case "binomial":
                return values(try BinomialDistribution(trials: integer(0), probability: x[1]), at: try integer(2))
            case "negativeBinomial":
                return values(try NegativeBinomialDistribution(mean: x[0], size: x[1]), at: try integer(2))
            case "hypergeometric":
                return values(
                    try HypergeometricDistribution(population: integer(0), marked: integer(1), drawn: integer(2)),
                    at: try integer(3)
                )
            default:
                let parts = name.split(separator: ".")
                let (distribution, parameters) = try continuous(String(parts[0]), x)
                if parts.count == 1 { return values(distribution, at: x[parameters]) }
                return [
                    parts[2] == "lower"
                        ? distribution.quantile(lower: x[parameters]) : distribution.quantile(upper: x[parameters])
                ]
            }
        }

        static func continuous(_ name: String, _ x: [Double]) throws -> (any ContinuousDistribution, Int) {
            switch name {
            case "normal": (NormalDistribution.standard, 0)
            case "gammaDistribution": (try GammaDistribution(shape: x[0]), 1)
            case "chiSquared": (try ChiSquaredDistribution(degreesOfFreedom: x[0]), 1)
            case "student": (try StudentDistribution(degreesOfFreedom: x[0]), 1)
            case "betaDistribution": (try BetaDistribution(alpha: x[0], beta: x[1]), 2)
            default: (try FisherDistribution(numerator: x[0], denominator: x[1]), 2)
            }
        }

        static func values(_ distribution: any ContinuousDistribution, at point: Double) -> [Double] {
            let tails = distribution.tails(at: point)
            return [distribution.density(at: point), tails.lower, tails.upper, tails.logLower, tails.logUpper]
        }

        static func values(_ distribution: any DiscreteDistribution, at point: Int) -> [Double] {
            let tails = distribution.tails(at: point)
            return [distribution.probability(of: point), tails.lower, tails.upper, tails.logLower, tails.logUpper]
        }

        /// The largest relative difference; numbers below 10⁻³⁰⁰, which have lost digits, need only be as small.
        var difference: Double {
            zip(found, expected).map { found, expected in
                if found == expected || abs(expected) < 1e-300 && abs(found) < 1.1e-300 { return 0 }
                let difference = abs(found - expected) / abs(expected)
                return difference.isNaN ? .infinity : difference
            }.max() ?? .infinity
        }
    }

    static let tables = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Fixtures/Statistics")
    static let table = tables.appending(path: "special-functions.tsv")

    /// Arguments at the ends of their domains, where a step of the computation would overflow, underflow or cancel.
    static let edges = {
        let text = try? String(contentsOf: tables.appending(path: "special-functions-edges.tsv"), encoding: .utf8)
        return (text ?? "").split(separator: "\n").map(String.init)
    }()

    static let names = [
        "logGamma", "gamma", "digamma", "trigamma", "erf", "erfc", "logBinomial", "normal", "gammaDistribution",
        "chiSquared", "betaDistribution", "student", "fisher", "poisson", "binomial", "negativeBinomial",
        "hypergeometric", "normal.quantile", "gammaDistribution.quantile", "chiSquared.quantile",
        "betaDistribution.quantile", "student.quantile", "fisher.quantile",
    ]

    @Test("Every function agrees with mpmath to 10⁻¹³ over its whole domain", arguments: names)
    func precision(name: String) throws {
        let text = try String(contentsOf: Self.table, encoding: .utf8)
        let lines = text.split(separator: "\n").filter { line in
            line.hasPrefix(name + "\t") || line.hasPrefix(name + ".lower\t") || line.hasPrefix(name + ".upper\t")
        }
        let rows = try lines.map(Row.init)
        #expect(rows.count == 200)
        for row in rows.filter({ $0.difference > 1e-13 }).prefix(8) {
            Issue.record("\(row.difference): \(row.text) but \(row.found)")
        }
    }

    @Test("The ends of the domains agree with mpmath to 10⁻¹³ as well", arguments: edges)
    func edge(line: String) throws {
        let row = try Row(line[...])
        #expect(row.difference <= 1e-13, "\(row.found)")
    }

    @Test("Every line of the table belongs to a function that is tested")
    func complete() throws {
        let text = try String(contentsOf: Self.table, encoding: .utf8)
        #expect(text.split(separator: "\n").count == 200 * Self.names.count)
        #expect(Self.edges.count == 36)
    }
}
