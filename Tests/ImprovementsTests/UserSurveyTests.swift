import Improvements
import QualityCore
import TestSupport
import Testing

extension UserSurvey {
    static func draft(
        name: Stated<String> = .value("Så tycker de äldre"),
        findings: Findings? = nil,
        ownEarlier: Comparison? = nil,
        national: Comparison? = nil
    ) throws(RuleViolation) -> UserSurvey {
        try UserSurvey(
            id: identity("s:1"),
            unit: "U1",
            period: days("2024-01-01", "2024-12-31"),
            name: name,
            interval: .yearly,
            findings: findings,
            ownEarlier: ownEarlier,
            national: national
        )
    }

    static func findings(
        _ distributed: Int? = 100,
        _ answered: Int = 60,
        satisfied: Double? = 0.8,
        bySex: [Sex: Count] = [:]
    ) -> Findings {
        Findings(
            all: Count(distributed: distributed, answered: answered, satisfied: satisfied),
            bySex: bySex,
            on: day("2024-10-01")
        )
    }

    static func sexes(_ women: Int, _ men: Int?) -> [Sex: Count] {
        var counts = [Sex.women: Count(distributed: nil, answered: women, satisfied: 0.7)]
        counts[.men] = men.map { Count(distributed: nil, answered: $0, satisfied: 0.9) }
        return counts
    }
}

@Suite("A survey", .requirement("D-SUR-1"))
struct UserSurveyTests {
    @Test("is refused more answers than were asked for, sexes beyond all and impossible shares")
    func numbers() throws {
        var survey = try UserSurvey.draft()
        let refused: [(UserSurvey.Findings, String)] = [
            (UserSurvey.findings(59), "answered"), (UserSurvey.findings(bySex: UserSurvey.sexes(40, 21)), "bySex"),
            (UserSurvey.findings(satisfied: 1.01), "findings"), (UserSurvey.findings(-1, 0), "findings"),
            (UserSurvey.findings(satisfied: .nan), "findings"),
        ]
        for (findings, field) in refused {
            #expect(refusal { try survey.record(findings, under: .swedish) } == Refusal("D-SUR-1", field))
        }
        let accepted = [
            UserSurvey.findings(60), UserSurvey.findings(nil), UserSurvey.findings(satisfied: 1),
            UserSurvey.findings(bySex: UserSurvey.sexes(40, 20)),
        ]
        for findings in accepted {
            #expect(refusal { try survey.record(findings, under: .swedish) } == nil)
            #expect(try JSON.roundTrip(survey) == survey)
        }
        #expect(UserSurvey.Count(distributed: 0, answered: 0, satisfied: nil).responseRate == nil)
        #expect(UserSurvey.Count(distributed: 80, answered: 60, satisfied: nil).responseRate == 0.75)
    }

    @Test("is made or not made with reason, and never both")
    func omitted() throws {
        var survey = try UserSurvey.draft()
        #expect(refusal { try survey.omit(.other(" "), under: .swedish) } == Refusal("D-SUR-1", "notCarriedOut"))
        #expect(refusal { try survey.omit(.other("Ny enhet"), under: .swedish) } == nil)
        #expect(
            refusal { try survey.record(UserSurvey.findings(), under: .swedish) } == Refusal("D-SUR-1", "phase")
        )
        var made = try UserSurvey.draft(findings: UserSurvey.findings())
        #expect(refusal { try made.omit(.tooFew, under: .swedish) } == Refusal("D-SUR-1", "notCarriedOut"))
    }

    @Test("is concluded when both comparisons are made, or not made with reason")
    func comparisons() throws {
        var survey = try UserSurvey.draft(findings: UserSurvey.findings())
        let by = signed("p1", "2024-11-01")
        #expect(refusal { try survey.conclude(by: by, under: .swedish) } == Refusal("D-SUR-1", "comparisons"))
        let own = UserSurvey.Comparison.notMade(reason: "Nya frågor")
        let refused: [(UserSurvey.Comparison, String)] = [
            (.notMade(reason: ""), "comparison.reason"),
            (.made(satisfied: 0.8, municipalities: nil), "national.municipalities"),
            (.made(satisfied: 0.8, municipalities: 0), "findings"),
        ]
        for (national, field) in refused {
            #expect(
                refusal { try survey.compare(ownEarlier: own, national: national, under: .swedish) }
                    == Refusal("D-SUR-1", field)
            )
        }
        let national = UserSurvey.Comparison.made(satisfied: 0.8, municipalities: 212)
        #expect(refusal { try survey.compare(ownEarlier: own, national: national, under: .swedish) } == nil)
        #expect(refusal { try survey.conclude(by: by, under: .swedish) } == nil)
        var planned = try UserSurvey.draft(ownEarlier: own, national: national)
        #expect(refusal { try planned.conclude(by: by, under: .swedish) } == Refusal("D-SUR-1", "concluded"))
        let unnamed = try UserSurvey.draft(name: .value("")).violations(under: .swedish)
        #expect(unnamed.map(Refusal.init) == [Refusal("D-SUR-1", "name")])
    }

    @Test(
        "shows no sex when one of them, or the rest, is a small group",
        arguments: [(56, 4, 0), (55, 5, 2), (60, 0, 2), (56, nil, 0), (55, nil, 1)] as [(Int, Int?, Int)]
    )
    func smallGroups(women: Int, men: Int?, shown: Int) throws {
        let survey = try UserSurvey.draft(findings: UserSurvey.findings(bySex: UserSurvey.sexes(women, men)))
        #expect(survey.bySex(hidingBelow: 5).count == shown)
    }
}

@Suite("Every sequence of acts on a survey", .requirement("D-SUR-1"))
struct UserSurveyWalkTests {
    @Test("keeps what must hold", arguments: Seeds.some(1))
    func holds(seed: UInt64) throws { try Self.model.verify(seed: seed) }

    @Test("breaks it when a rule is switched off", arguments: Seeds.some(1))
    func needed(seed: UInt64) throws { try Self.model.verifyRulesAreNeeded(seed: seed) }

    private typealias Model = RecordModel<UserSurvey>

    private static var model: RecordModel<UserSurvey> {
        RecordModel(
            draft: { draws throws(RuleViolation) in try UserSurvey.draft(name: draws.stated()) },
            acts: [
                Model.Act("record") { survey, draws, law throws(RuleViolation) in
                    let answered = draws.number(0...60)
                    let count = UserSurvey.Count(
                        distributed: draws.number(40...100),
                        answered: answered,
                        satisfied: 0.5
                    )
                    let women = UserSurvey.Count(distributed: nil, answered: draws.number(0...60), satisfied: nil)
                    let sexes: [UserSurvey.Sex: UserSurvey.Count] = draws.happens(percent: 50) ? [.women: women] : [:]
                    let findings = UserSurvey.Findings(all: count, bySex: sexes, on: draws.today())
                    try survey.record(findings, under: law)
                },
                Model.Act("omit") { survey, draws, law throws(RuleViolation) in
                    let reason = draws.text()
                    try survey.omit(draws.pick([.tooFew, .notThisYear, .other(reason)]), under: law)
                },
                Model.Act("compare") { survey, draws, law throws(RuleViolation) in
                    try survey.compare(ownEarlier: comparison(&draws), national: comparison(&draws), under: law)
                },
                Model.Act("conclude") { survey, draws, law throws(RuleViolation) in
                    try survey.conclude(by: draws.signature(), under: law)
                },
            ],
            invariants: invariants,
            phases: ["planned", "carriedOut", "notCarriedOut", "concluded"]
        )
    }

    private static func comparison(_ draws: inout Draws) -> UserSurvey.Comparison {
        if draws.happens(percent: 50) { return .notMade(reason: draws.text()) }
        return .made(satisfied: 0.5, municipalities: draws.pick([nil, 100, 200, 290]))
    }

    private static var invariants: [Model.Invariant] {
        [
            .init("D-SUR-1") { $0.name.value != " " },
            .init("D-SUR-1") { survey in
                guard let all = survey.findings?.all, let distributed = all.distributed else { return true }
                return all.answered <= distributed
            },
            .init("D-SUR-1") { survey in
                guard let found = survey.findings else { return true }
                return (found.bySex[.women]?.answered ?? 0) + (found.bySex[.men]?.answered ?? 0) <= found.all.answered
            },
            .init("D-SUR-1") { $0.notCarriedOut != .other(" ") },
            .init("D-SUR-1") {
                $0.ownEarlier != .notMade(reason: " ") && $0.national != .notMade(reason: " ")
            },
            .init("D-SUR-1") { $0.national != .made(satisfied: 0.5, municipalities: nil) },
            .init("D-SUR-1") { survey in
                survey.concluded == nil || (survey.ownEarlier != nil && survey.national != nil)
            },
            .init("D-SUR-1") { $0.findings == nil || $0.notCarriedOut == nil },
            .init("D-SUR-1") { $0.concluded == nil || $0.findings != nil },
        ]
    }
}
