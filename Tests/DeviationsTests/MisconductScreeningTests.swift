import Deviations
import QualityCore
import TestSupport
import Testing

@Suite("Screening for misconduct", .requirement("D-DEV-6"))
struct MisconductScreeningTests {
    private let screening = MisconductScreening(rules: [
        ScreeningRule(
            id: "grave",
            label: LocalizedText(sv: "Allvarlig händelse i socialtjänst", en: "Grave event in social services"),
            criteria: [
                .legalBasis(anyOf: [.sol, .lss]), .severity(atLeast: 3), .probability(atLeast: 2),
            ]
        ),
        ScreeningRule(
            id: "violence",
            label: LocalizedText(sv: "Våld", en: "Violence"),
            criteria: [.category(anyOf: ["violence"]), .word(anyOf: ["slag", "knuff"])]
        ),
        ScreeningRule(
            id: "harm",
            label: LocalizedText(sv: "Skada", en: "Harm"),
            criteria: [.consequence(atLeast: .considerable)]
        ),
    ])

    @Test("tells each hit with a reason for each criterion, and nothing of the text")
    func reasons() throws {
        let deviation = try Deviation.draft(
            category: .value("violence"),
            account: .value("Hon blev KNUFFAD av Hemlig."),
            risk: RiskEstimate(severity: 3, probability: 2)
        )
        let before = deviation
        let hits = screening.findings(in: [deviation]).hits
        #expect(hits.map(\.rule) == ["grave", "violence"])
        #expect(
            hits.map { $0.reasons.map(\.english) } == [
                ["legal basis SoL", "severity 3, at least 3", "probability 2, at least 2"],
                ["the category is one of the rule's", "the word “knuff” in the account"],
            ]
        )
        #expect(deviation == before && hits[0].deviation == deviation.reference)
    }

    @Test("meets nothing one field away")
    func neighbours() throws {
        let neighbours = [
            try Deviation.draft(risk: RiskEstimate(severity: 2, probability: 2)),
            try Deviation.draft(legalBases: .value([.hsl]), risk: RiskEstimate(severity: 4, probability: 4)),
            try Deviation.draft(category: .value("violence"), account: .value("Vid middagslag och avknuffat.")),
        ]
        #expect(screening.findings(in: neighbours).hits.isEmpty)
    }

    @Test("tells what it cannot judge, which is no no")
    func unjudged() throws {
        let findings = screening.findings(in: [try .draft(account: .notStated(source: "csv"), risk: nil)])
        #expect(findings.hits.isEmpty)
        #expect(findings.unjudged.map(\.rule) == ["grave", "harm"])
        #expect(findings.unjudged.map(\.missing) == [["severity", "probability"], ["assessment"]])
    }

    @Test("leaves out what is cancelled or reported as misconduct already")
    func leftOut() throws {
        let risk = RiskEstimate(severity: 4, probability: 4)
        var reported = try Deviation.draft(risk: risk)
        #expect(screening.findings(in: [reported]).hits.count == 1)
        try reported.receiveSuspicion(in: lexSarahCase, by: sign(), under: .swedish)
        let cancelled = try Deviation.draft(risk: risk, phase: .cancelled)
        #expect(screening.findings(in: [reported, cancelled]).hits.isEmpty)
    }

    @Test(
        "meets the risk value of the example from 8 with severity 3, and only under SoL and LSS",
        .requirement("D-RSK-3"),
        arguments: [
            (4, 2, LegalBasis.sol, true), (3, 2, .sol, false), (2, 4, .sol, false), (4, 2, .hsl, false),
            (4, 2, .lss, true),
        ]
    )
    func riskValue(severity: Int, probability: Int, basis: LegalBasis, isHit: Bool) throws {
        let deviation = try Deviation.draft(
            legalBases: .value([basis]),
            risk: RiskEstimate(severity: severity, probability: probability)
        )
        let hits = MisconductScreening.example.findings(in: [deviation]).hits
        #expect(hits.map(\.rule) == (isHit ? ["risk"] : []))
        #expect(hits.allSatisfy { $0.reasons.count == 3 && $0.reasons[1].english == "risk value 8, at least 8" })
        let half = try Deviation.draft(risk: RiskEstimate(severity: 4, probability: nil))
        let unjudged = MisconductScreening.example.findings(in: [half]).unjudged
        #expect(unjudged.first { $0.rule == "risk" }?.missing == ["probability"])
    }
}
