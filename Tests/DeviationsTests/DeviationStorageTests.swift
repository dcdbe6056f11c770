import Deviations
import QualityCore
import QualitySamples
import TestSupport
import Testing

@Suite("A stored deviation")
struct DeviationStorageTests {
    @Test("is read as it was written", arguments: Seeds.some(2))
    func roundTrip(seed: UInt64) throws {
        let register = try SampleRegister(seed: seed, deviations: 600, complaints: 0, lexSarahCases: 0)
        for deviation in register.deviations {
            try #require(JSON.roundTrip(deviation) == deviation)
        }
    }

    @Test("of schema version 1 is read for ever")
    func versionOne() throws {
        let stored: [Deviation] = try JSON.fixture("Payloads/v1/deviation.json")
        #expect(stored == (try Self.versionOneRecords()))
        #expect(Deviation.schemaVersion == 2)
        #expect(Deviation.kind.rawValue == "deviation")
    }

    private static func versionOneRecords() throws -> [Deviation] {
        func id(_ text: String) throws -> RecordID<Deviation> { try #require(RecordID(text)) }
        func unit(_ text: String) -> OrganisationUnitID { OrganisationUnitID(rawValue: text) }
        return [
            try Deviation(
                id: id("avv:AVV-2024-00001"),
                unit: unit("VO-SABO-1"),
                occurred: .moment(day("2024-02-29"), try #require(TimeOfDay("23:05"))),
                discovered: day("2024-03-01"),
                reported: day("2024-03-04"),
                legalBases: .value([.hsl, .sol]),
                category: .value(CategoryCode(rawValue: "medication.missed")),
                account: .value("Kvällsdosen \"låg kvar\" – i dosetten.\nUpptäcktes på natten."),
                immediateAction: .value(.taken("Sjuksköterska kontaktades.")),
                risk: RiskEstimate(severity: 2, probability: 3),
                phase: .closed
            ),
            try Deviation(
                id: id("avv:AVV-2024-00002"),
                unit: unit("VO-HTJ-2"),
                occurred: .day(day("2024-05-02")),
                reported: day("2024-05-02"),
                legalBases: .value([LegalBasis(rawValue: "LVU")]),
                category: .value(CategoryCode(unlisted: "Borttappad nyckel", under: CategoryCode(rawValue: "service"))),
                account: .value("Nyckeln saknades."),
                immediateAction: .value(.nothing),
                risk: RiskEstimate(severity: nil, probability: 4),
                phase: .reviewed
            ),
            try Deviation(
                id: id("csv:7~2f24"),
                unit: OrganisationUnitID(unlisted: "Kiosken", under: unit("FH-DV")),
                occurred: .unknown,
                reported: day("2019-12-31"),
                legalBases: .notStated(source: "csv"),
                category: .notStated(source: "csv"),
                account: .notStated(source: "csv"),
                immediateAction: .notStated(source: "csv")
            ),
            try Deviation(
                id: id("csv:8"),
                unit: unit("FH-BO-1"),
                occurred: .period(from: day("2024-06-01"), through: nil),
                discovered: day("2024-06-08"),
                reported: day("2024-06-08"),
                legalBases: .value([.lss]),
                category: .value(CategoryCode(unlisted: "Ej vald")),
                account: .value("Pågår."),
                immediateAction: .value(.nothing),
                risk: RiskEstimate(severity: 4, probability: nil),
                phase: .cancelled
            ),
            try Deviation(
                id: id("csv:9"),
                unit: unit("FH-BO-1"),
                occurred: .period(from: day("2024-06-01"), through: day("2024-06-07")),
                discovered: day("2024-06-03"),
                reported: day("2024-06-08"),
                legalBases: .value([.lss]),
                category: .value(CategoryCode(rawValue: "fall.injury")),
                account: .value("Fall."),
                immediateAction: .value(.nothing),
                phase: .followedUp
            ),
        ]
    }
}
