import QualityStatistics
import TestSupport
import Testing

@Suite("Shares that add up")
struct ApportionmentTests {
    @Test("Shares add up, and none is a unit or more from the exact one", arguments: Seeds.some(20), [100, 1_000, 7])
    func sums(seed: UInt64, units: Int) throws {
        var draws = Draws(seed: seed)
        for _ in 0..<50 {
            let counts = (0..<Int.random(in: 1...30, using: &draws)).map { _ in Int.random(in: 0...60, using: &draws) }
            guard let result = try Apportionment.of(counts, units: units).result else {
                #expect(counts.allSatisfy { $0 == 0 })
                continue
            }
            #expect(result.shares.reduce(0, +) == units && result.sample == counts.reduce(0, +))
            for (count, share) in zip(counts, result.shares) {
                #expect(abs(share * result.sample - count * units) < result.sample)
            }
            let quotients = try #require(try Apportionment.of(counts, units: units, rule: .sainteLague).result)
            #expect(quotients.shares == Self.sainteLague(counts, units))
        }
    }

    /// Unit by unit to the largest quotient.
    private static func sainteLague(_ counts: [Int], _ units: Int) -> [Int] {
        var shares = counts.map { _ in 0 }
        for _ in 0..<units {
            let next = counts.indices.min { first, second in
                let claims = (counts[first] * (2 * shares[second] + 1), counts[second] * (2 * shares[first] + 1))
                return claims.0 == claims.1
                    ? (counts[first], second) > (counts[second], first) : claims.0 > claims.1
            }
            if let next { shares[next] += 1 }
        }
        return shares
    }

    @Test("Equal remainders go to the larger count, then to the first, and it is said")
    func ties() throws {
        let thirds = try #require(try Apportionment.of([1, 1, 1]).result)
        #expect(thirds.shares == [34, 33, 33] && thirds.cut == .tied)
        let larger = try #require(try Apportionment.of([1, 3, 4], units: 2).result)
        #expect(larger.shares == [0, 1, 1] && larger.cut == .decided)
        let halves = try #require(try Apportionment.of([1, 3], units: 2).result)
        #expect(halves.shares == [0, 2] && halves.cut == .tied && halves.remainders == [0.5, 0.5])
        #expect(halves.vanishing == [0])
    }

    @Test("Counts near the largest integer are exact")
    func large() throws {
        let most = Int.max / 3
        let result = try #require(try Apportionment.of([most, most, most], units: 1_000).result)
        #expect(result.shares == [334, 333, 333] && result.percentages == [33.4, 33.3, 33.3])
    }

    @Test("Nothing counted has no shares; what is no count is refused")
    func refusals() throws {
        #expect(try Apportionment.of([]).result == nil && Apportionment.of([0, 0]).result == nil)
        #expect(throws: StatisticsError(.negative, of: "counts", at: 1)) { try Apportionment.of([1, -1]) }
        #expect(throws: StatisticsError(.outOfRange, of: "counts", at: 1)) { try Apportionment.of([.max, 1]) }
        #expect(throws: StatisticsError(.outOfRange, of: "units")) { try Apportionment.of([1], units: 0) }
    }
}
