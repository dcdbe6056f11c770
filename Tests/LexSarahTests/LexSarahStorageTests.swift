import LexSarah
import QualityCore
import QualitySamples
import TestSupport
import Testing

@Suite("A degree of misconduct", .requirement("D-LXS-5"))
struct MisconductDegreeTests {
    @Test(
        "asks for a notification from a tangible risk of serious misconduct up",
        .requirement("D-LXS-6"),
        arguments: [
            (.noMisconduct, false), (.tangibleRisk, false), (.misconduct, false), (.tangibleRiskOfSerious, true),
            (.serious, true),
        ] as [(MisconductDegree, Bool)]
    )
    func notification(degree: MisconductDegree, isRequired: Bool) {
        #expect(degree.requiresNotification == isRequired)
    }

    @Test("is one of five, each with a name of its own")
    func five() {
        #expect(MisconductDegree.allCases.count == 5)
        #expect(Set(MisconductDegree.allCases.map { $0.label(.swedish) }).count == 5)
        #expect(Set(MisconductDegree.allCases.map { $0.label(.english) }).count == 5)
        #expect(MisconductDegree(rawValue: "notYetAssessed") == nil)
    }
}

@Suite("A stored Lex Sarah case")
struct LexSarahCaseStorageTests {
    @Test("is read as it was written", arguments: Seeds.some(2))
    func roundTrip(seed: UInt64) throws {
        let register = try SampleRegister(seed: seed, deviations: 0, complaints: 0, lexSarahCases: 600)
        for found in register.lexSarahCases {
            try #require(JSON.roundTrip(found) == found)
        }
    }

    @Test("of schema version 1 is read for ever")
    func versionOne() throws {
        let stored: [LexSarahCase] = try JSON.fixture("Payloads/v1/lexSarahCase.json")
        #expect(stored == (try Self.versionOneRecords()))
        #expect(LexSarahCase.schemaVersion == 2)
        #expect(LexSarahCase.kind.rawValue == "lexSarahCase")
    }

    private static func versionOneRecords() throws -> [LexSarahCase] {
        func id(_ text: String) throws -> RecordID<LexSarahCase> { try #require(RecordID(text)) }
        let unit = OrganisationUnitID(rawValue: "VO-SABO-1")
        let degrees = try MisconductDegree.allCases.enumerated().map { index, degree in
            try LexSarahCase(
                id: id("ls:LS-2024-0000\(index + 1)"),
                unit: unit,
                reported: day("2024-01-31"),
                categories: [CategoryCode(rawValue: "abuse.physical"), CategoryCode(rawValue: "treatment")],
                investigationEnded: day("2024-03-28"),
                decision: MisconductDecision(degree: degree, motivation: .value("Skäl: \"så\" – och\nså.")),
                notified: degree.requiresNotification ? day("2024-02-01") : nil
            )
        }
        return try degrees + [
            LexSarahCase(
                id: id("csv:LS~2f6"),
                unit: OrganisationUnitID(unlisted: "Kiosken"),
                reported: day("2019-12-31"),
                categories: [CategoryCode(unlisted: "Transport", under: CategoryCode(rawValue: "other"))],
                decision: MisconductDecision(degree: .misconduct, motivation: .notStated(source: "csv"))
            ),
            LexSarahCase(id: id("csv:7"), unit: unit, reported: day("2025-06-30"), categories: []),
            LexSarahCase(
                id: id("csv:8"),
                unit: unit,
                reported: day("2025-06-30"),
                categories: [CategoryCode(rawValue: "other")],
                investigationEnded: day("2025-07-01"),
                notified: day("2025-06-30")
            ),
        ]
    }
}
