import Foundation
import QualityCore
import QualitySamples

/// Facts of no record in particular: some undated, some without observations or codes.
enum RandomFacts {
    /// `QUALITY_SEED` replaces these, to repeat a failure.
    static let seeds: [UInt64] =
        ProcessInfo.processInfo.environment["QUALITY_SEED"].flatMap(UInt64.init).map { [$0] } ?? Array(1...30)

    static let categories = (1...9).map { CategoryCode(rawValue: "K\($0)") } + [CategoryCode(unlisted: "Annat")]
    static let kinds = (1...3).map { CategoryCode(rawValue: "T\($0)") }
    static let units = ["A", "A/1", "A/2", "B", "B/1", "B/1/x", "?C"].map(OrganisationUnitID.init(rawValue:))

    /// Days around three turns of the year; the last day of February 2020 among them.
    static func day(_ random: inout SeededGenerator) -> CalendarDate? {
        let first = CalendarDate(year: 2019, month: 11, day: 20)
        return first?.adding(days: Int.random(in: 0...800, using: &random))
    }

    static func records(count: Int, seed: UInt64) -> [RecordFacts] {
        var random = SeededGenerator(seed: seed)
        return (0..<count).map { _ in record(&random) }
    }

    private static func record(_ random: inout SeededGenerator) -> RecordFacts {
        let isDated = Int.random(in: 0..<6, using: &random) > 0
        let observations = [0, 1, 1, 1, 2, 3, 5].randomElement(using: &random) ?? 1
        return RecordFacts(
            unit: units.randomElement(using: &random) ?? units[0],
            occurred: isDated ? day(&random) : nil,
            reported: Bool.random(using: &random) ? day(&random) : nil,
            status: "reported",
            observations: (0..<observations).map { _ in observation(&random) }
        )
    }

    private static func observation(_ random: inout SeededGenerator) -> RecordFacts.Observation {
        var codes: [CodeDimension: [CategoryCode]] = [:]
        let count = [0, 1, 1, 1, 2, 4].randomElement(using: &random) ?? 1
        if count > 0 || Bool.random(using: &random) {
            codes[.category] = (0..<count).compactMap { _ in categories.randomElement(using: &random) }
        }
        if Int.random(in: 0..<5, using: &random) > 0 {
            codes[.viewpointKind] = kinds.randomElement(using: &random).map { [$0] }
        }
        return RecordFacts.Observation(codes: codes)
    }
}
