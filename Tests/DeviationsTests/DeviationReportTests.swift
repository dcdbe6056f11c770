import Deviations
import QualityCore
import TestSupport
import Testing

@Suite("The report of a deviation")
struct DeviationReportTests {
    @Test("was not reported after it was registered", .requirement("D-DEV-1"))
    func recorded() throws {
        #expect(refusal { _ = try Deviation.draft(recorded: day("2024-03-06")) } == Refusal("D-DEV-1", "recorded"))
        #expect(refusal { _ = try Deviation.draft(recorded: day("2024-03-07")) } == nil)
    }

    @Test("needs a place and someone it concerns, each person once", .requirement("D-DEV-2"))
    func required() throws {
        let blank = try Deviation.draft(place: .value(" "))
        #expect(blank.violations(under: .swedish).map(Refusal.init) == [Refusal("D-DEV-2", "place")])
        for parties in [[], [.person("p1", .affected), .person("p1", .witness)]] as [[ConcernedParty]] {
            let faulty = try Deviation.draft(concerned: .value(parties))
            #expect(faulty.violations(under: .swedish).map(Refusal.init) == [Refusal("D-DEV-2", "concerned")])
        }
        for parties in [
            [.group], [.operation], [.person("p1", .affected), .person("p2", .witness)],
        ] as [[ConcernedParty]] {
            #expect(try Deviation.draft(concerned: .value(parties)).violations(under: .swedish).isEmpty)
        }
    }

    @Test("may have gaps from its source until someone reviews it", .requirement("D-DEV-2"))
    func gaps() throws {
        let lacking: [(String, Deviation, DeviationCorrection.Change)] = [
            ("place", try .draft(place: .notStated(source: "csv")), .place("Hall")),
            ("account", try .draft(account: .notStated(source: "csv")), .account("Fall")),
            ("legalBases", try .draft(legalBases: .notStated(source: "csv")), .legalBases([.sol])),
            ("category", try .draft(category: .notStated(source: "csv")), .category("fall")),
            ("immediateAction", try .draft(immediateAction: .notStated(source: "csv")), .immediateAction(.nothing)),
            ("concerned", try .draft(concerned: .notStated(source: "csv")), .concerned([.group])),
        ]
        for (field, start, change) in lacking {
            var deviation = start
            #expect(deviation.violations(under: .swedish).isEmpty)
            #expect(refusal { try deviation.review(by: sign(), under: .swedish) } == Refusal("D-DEV-2", field))
            try deviation.correct(DeviationCorrection(change, reason: "Luckan fylls", by: sign()), under: .swedish)
            try deviation.review(by: sign(), under: .swedish)
        }
    }

    @Test("counts persons and events apart", .requirement("D-DEV-2"))
    func counts() throws {
        let tally = DeviationTally(of: [
            try .draft(concerned: .value([.person("p1", .affected), .person("p2", .witness)])),
            try .draft(id: "avv:2", concerned: .value([.person("p1", .affected)])),
            try .draft(id: "avv:3", concerned: .value([.operation])),
        ])
        #expect(tally.counted == 3 && tally.persons == 2)
    }

    @Test("stands as sent, with corrections beside it", .requirement("D-DEV-3"))
    func corrections() throws {
        var deviation = try Deviation.draft()
        let sent = deviation.report
        let change = DeviationCorrection.Change.category("fall")
        #expect(
            refusal {
                try deviation.correct(DeviationCorrection(change, reason: "\t", by: sign()), under: .swedish)
            } == Refusal("D-DEV-3", "corrections")
        )
        #expect(
            refusal {
                try deviation.correct(
                    DeviationCorrection(change, reason: "Fel", by: sign("chief", "2024-03-06")),
                    under: .swedish
                )
            } == Refusal("D-DEV-3", "corrections")
        )
        try deviation.correct(DeviationCorrection(change, reason: "Fel", by: sign()), under: .swedish)
        #expect(deviation.report == sent && deviation.category.value == "fall")
        #expect(deviation.facts.observations[0].codes[.category] == ["fall"])
        #expect(
            refusal {
                try deviation.correct(
                    DeviationCorrection(.occurred(.day(day("2024-03-08"))), reason: "Fel", by: sign()),
                    under: .swedish
                )
            } == Refusal("D-DEV-1", "discovered")
        )
        #expect(try JSON.roundTrip(deviation) == deviation)
    }

    @Test("keeps what was required after closing too", .requirement("D-DEV-2"))
    func afterClosing() throws {
        var deviation = try Deviation.followedUp()
        try deviation.answerReporter(.given(sign()), under: .swedish)
        try deviation.close(by: sign(), under: .swedish)
        for (change, field) in [(.account(""), "account"), (.place(" "), "place"), (.legalBases([]), "legalBases")]
            as [(DeviationCorrection.Change, String)]
        {
            #expect(
                refusal {
                    try deviation.correct(DeviationCorrection(change, reason: "Fel", by: sign()), under: .swedish)
                } == Refusal("D-DEV-2", field)
            )
        }
        try deviation.correct(DeviationCorrection(.account("a"), reason: "Fel", by: sign()), under: .swedish)
    }

    @Test("is flagged and counted when the board does not want it registered", .requirement("D-DEV-9"))
    func registrationRules() throws {
        let rule = RegistrationRule(
            id: "fall-plan",
            label: LocalizedText(sv: "Fall med handlingsplan registreras inte", en: "Falls with a plan do not count"),
            validity: Validity(from: day("2024-03-07")) ?? .always,
            categories: ["fall"],
            circumstances: [.currentFallPlan]
        )
        let flagged = try Deviation.draft(category: .value("fall"), circumstances: [.currentFallPlan])
        let neighbours = [
            try Deviation.draft(id: "a", category: .value("fall")),
            try Deviation.draft(id: "b", category: .value("violence"), circumstances: [.currentFallPlan]),
            try Deviation.draft(
                id: "c",
                discovered: nil,
                reported: day("2024-03-06"),
                category: .value("fall"),
                circumstances: [.currentFallPlan]
            ),
        ]
        #expect(rule.isBroken(by: flagged))
        #expect(neighbours.allSatisfy { !rule.isBroken(by: $0) })
        let tally = DeviationTally(of: neighbours + [flagged], rules: [rule])
        #expect(tally.counted == 4 && tally.flagged == 1 && tally.withoutFlagged == 3)
    }

    @Test(
        "is flagged by no rule before the board's rule is valid, and flagged from its first day",
        .requirement("D-DEV-9")
    )
    func registrationRuleOverTime() throws {
        let rule = RegistrationRule(
            id: "fall-plan",
            label: LocalizedText(sv: "Fall med handlingsplan registreras inte", en: "Falls with a plan do not count"),
            validity: Validity(from: day("2024-03-07")) ?? .always,
            categories: ["fall"],
            circumstances: [.currentFallPlan]
        )
        func fall(reported: String) throws -> Deviation {
            try Deviation.draft(
                discovered: nil,
                reported: day(reported),
                category: .value("fall"),
                circumstances: [.currentFallPlan]
            )
        }
        #expect(DeviationTally(of: [try fall(reported: "2024-03-06")], rules: [rule]).flagged == 0)
        #expect(DeviationTally(of: [try fall(reported: "2024-03-07")], rules: [rule]).flagged == 1)
        #expect(DeviationTally(of: [try fall(reported: "2024-03-07")], rules: []).counted == 1)
    }
}
