import QualityAnalysis
import QualityCore
import QualityStatistics
import TestSupport
import Testing

@Suite("Shares and readings under versions")
struct ShareTests {
    @Test("Shares of categories that exclude one another add up to the whole", arguments: Seeds.some(10))
    func exclusive(seed: UInt64) throws {
        let facts = RandomFacts.records(count: 50, seed: seed)
        let table = try ObservationTable(facts, countedBy: .occurred, dimensions: [.viewpointKind])
        for parts in [100, 1_000] {
            let shares = try #require(try table.shares(.observations, by: .codes(.viewpointKind), parts: parts).result)
            #expect(shares.isExclusive && shares.rows.reduce(0) { $0 + $1.parts } == parts, "seed \(seed)")
            #expect(shares.rows.reduce(0) { $0 + $1.count } == shares.total)
            for row in shares.rows {
                #expect(abs(Double(row.parts) - Double(parts * row.count) / Double(shares.total)) < 1, "seed \(seed)")
            }
        }
    }

    @Test("Shares of records with several categories are of records, and may exceed the whole")
    func several() throws {
        let facts = [
            CountTests.record([["K1", "K2"]]), CountTests.record([["K1"]]), CountTests.record([["K1", "K3"]]),
        ]
        let table = try ObservationTable(facts, countedBy: .occurred, dimensions: [.category])
        let shares = try #require(try table.shares(.records, by: .codes(.category)).result)
        #expect(!shares.isExclusive && shares.total == 3)
        #expect(shares.rows.map(\.parts) == [100, 33, 33])
    }

    @Test("What a version reads elsewhere is shown apart, and filed counts are had back")
    func moved() throws {
        let classification = try ClassificationAxisTests.classification()
        var records = PlannedRecords(seed: 3)
        records.add(7, year: 2020, unit: "A", category: "fall")
        records.add(5, year: 2020, unit: "A", category: "bemötande")
        records.add(4, year: 2020, unit: "A", category: "?Okänd")
        records.add(9, year: 2021, unit: "A", category: "fall")
        let table = try ObservationTable(records.facts, countedBy: .occurred, dimensions: [.category])
        let scale = PeriodScale(.year, covering: try CubeTests.period("2020-01-01", "2021-12-31"))
        let later = try table.count(.records, under: ClassificationReading(classification, under: "2021"), by: scale)
        #expect(later.counts(of: "trygghet") == [7, 9] && later.filedCounts(of: "trygghet") == [0, 9])
        #expect(later.counts(of: "omsorg") == [5, 0] && later.filedCounts(of: "omsorg") == [12, 0])
        #expect(later.moved.map(\.counts) == [[7, 0]] && later.unplaced == ["?Okänd"])
        let earlier = try table.count(.records, under: ClassificationReading(classification, under: "2020"), by: scale)
        #expect(earlier.counts(of: "omsorg") == [12, 9] && earlier.filedCounts(of: "omsorg") == [12, 0])
        #expect(earlier.totals == [16, 9] && earlier.moved.map(\.counts) == [[0, 9]])
        #expect(throws: AnalysisError.unknownVersion("2030")) {
            try ClassificationReading(classification, under: "2030")
        }
    }
}
