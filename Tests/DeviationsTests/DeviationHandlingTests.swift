import Deviations
import QualityCore
import TestSupport
import Testing

@Suite("Handling a deviation")
struct DeviationHandlingTests {
    @Test("asks for both consequences before a decision", .requirement("D-DEV-4"))
    func consequences() throws {
        var deviation = try Deviation.draft()
        try deviation.review(by: sign(), under: .swedish)
        #expect(
            refusal { try deviation.decide("Så", by: sign(), under: .swedish) } == Refusal("D-DEV-4", "assessments")
        )
        #expect(
            refusal {
                try deviation.assess(
                    DeviationAssessment(actual: .moderate, possible: .minor, by: sign()),
                    under: .swedish
                )
            } == Refusal("D-DEV-4", "assessments")
        )
        try deviation.assess(DeviationAssessment(actual: .minor, possible: .minor, by: sign()), under: .swedish)
        try deviation.decide("Så", by: sign(), under: .swedish)
    }

    @Test(
        "tells a near miss, and never from an unknown answer",
        .requirement("D-DEV-4"),
        arguments: [
            (.none, .minor, true), (.none, .none, false), (.minor, .minor, false), (.none, .unknown, nil),
            (.unknown, .catastrophic, nil), (.unknown, .none, nil), (.minor, .unknown, false),
        ] as [(ConsequenceLevel, ConsequenceLevel, Bool?)]
    )
    func nearMiss(actual: ConsequenceLevel, possible: ConsequenceLevel, expected: Bool?) {
        #expect(DeviationAssessment(actual: actual, possible: possible, by: sign()).isNearMiss == expected)
    }

    @Test(
        "receives a suspicion in every phase and goes on as it was",
        .requirement("D-DEV-6"),
        arguments: DeviationPhase.allCases
    )
    func suspicion(phase: DeviationPhase) throws {
        var deviation = try Deviation.draft(phase: phase)
        let complaint = RecordReference(kind: RecordKind(rawValue: "complaint"), id: "ls1")
        #expect(
            refusal { try deviation.receiveSuspicion(in: complaint, by: sign(), under: .swedish) }
                == Refusal("D-DEV-6", "suspicions")
        )
        #expect(
            refusal { try deviation.receiveSuspicion(in: lexSarahCase, by: sign("a", "2024-03-04"), under: .swedish) }
                == Refusal("D-DEV-6", "suspicions")
        )
        try deviation.receiveSuspicion(in: lexSarahCase, by: sign("a", "2024-03-05"), under: .swedish)
        try deviation.receiveSuspicion(in: lexSarahCase, by: sign("b"), under: .swedish)
        #expect(deviation.phase == phase && deviation.suspicions.map(\.received.person) == ["a", "b"])
    }

    @Test("ends its investigation when nothing on the checklist is missing", .requirement("D-DEV-7"))
    func checklist() throws {
        var deviation = try Deviation.draft()
        try deviation.review(by: sign(), under: .swedish)
        try deviation.tellAllOfInvestigation()
        #expect(
            refusal { try deviation.completeInvestigation(by: sign(), under: .swedish) }
                == Refusal("D-DEV-7", "investigation")
        )
        #expect(deviation.investigation.state(of: .causes) == .missing)
        #expect(
            refusal { try deviation.exempt(.causes, reason: "", by: sign(), under: .swedish) }
                == Refusal("D-DEV-7", "investigation.exemptions")
        )
        var exempted = deviation
        try exempted.exempt(.causes, reason: "Naturhändelse", by: sign(), under: .swedish)
        #expect(exempted.investigation.state(of: .causes) == .notApplicable)
        try exempted.completeInvestigation(by: sign(), under: .swedish)
        try deviation.addCause("environment", from: DeviationCause.standardList(), by: sign(), under: .swedish)
        #expect(deviation.investigation.checklist.allSatisfy { $0.state == .present })
        try deviation.completeInvestigation(by: sign(), under: .swedish)
        #expect(
            refusal {
                try deviation.addNote(
                    InvestigationNote("Text", source: " ", nature: .fact, author: sign()),
                    about: .recurrence,
                    under: .swedish
                )
            } == Refusal("D-DEV-7", "investigation.entries")
        )
    }

    @Test("closes when no measure is undecided and each approved one has an outcome", .requirement("D-DEV-7"))
    func closing() throws {
        var deviation = try Deviation.followedUp()
        let cause = try #require(deviation.investigation.causes.first?.id)
        try deviation.answerReporter(.given(sign()), under: .swedish)
        try deviation.linkMeasure(measure, meeting: [cause], under: .swedish)
        #expect(refusal { try deviation.close(by: sign(), under: .swedish) } == Refusal("D-DEV-7", "measures"))
        var rejected = deviation
        #expect(
            refusal { try rejected.rejectMeasure(measure, reason: "", by: sign(), under: .swedish) }
                == Refusal("D-DEV-7", "measures.reason")
        )
        try rejected.rejectMeasure(measure, reason: "För dyr", by: sign(), under: .swedish)
        try rejected.close(by: sign(), under: .swedish)
        try deviation.approveMeasure(measure, doer: "doer", timing: .atOnce, by: sign(), under: .swedish)
        #expect(refusal { try deviation.close(by: sign(), under: .swedish) } == Refusal("D-DEV-7", "measures.outcome"))
        #expect(
            refusal {
                try deviation.recordOutcome(
                    .executed(on: day("2024-03-10"), recorded: sign("doer")),
                    of: measure,
                    under: .swedish
                )
            } == Refusal("D-DEV-7", "measures.recorded")
        )
        #expect(
            refusal {
                try deviation.recordOutcome(
                    .executed(on: day("2024-03-11"), recorded: sign()),
                    of: measure,
                    under: .swedish
                )
            } == Refusal("D-DEV-7", "measures")
        )
        try deviation.recordOutcome(
            .executed(on: day("2024-03-10"), recorded: sign()),
            of: measure,
            under: .swedish
        )
        try deviation.close(by: sign(), under: .swedish)
        #expect(
            refusal { try deviation.linkMeasure(measure, meeting: [cause], under: .swedish) }
                == Refusal("D-DEV-5", "measures")
        )
    }

    @Test("closes when the reporter has an answer or there is a reason why not", .requirement("D-DEV-7"))
    func reporter() throws {
        var deviation = try Deviation.followedUp()
        #expect(
            refusal { try deviation.close(by: sign(), under: .swedish) } == Refusal("D-DEV-7", "reporterAnswer")
        )
        #expect(
            refusal { try deviation.answerReporter(.notGiven(.anonymous, sign()), under: .swedish) }
                == Refusal("D-DEV-7", "reporterAnswer")
        )
        try deviation.answerReporter(.notGiven(.declined, sign()), under: .swedish)
        try deviation.close(by: sign(), under: .swedish)
        var anonymous = try Deviation.followedUp(reporter: .anonymous)
        try anonymous.answerReporter(.notGiven(.anonymous, sign()), under: .swedish)
        try anonymous.close(by: sign(), under: .swedish)
    }

    @Test("takes its causes from the board's list, and each measure meets one", .requirement("D-DEV-8"))
    func causes() throws {
        let list = try DeviationCause.standardList()
        var deviation = try Deviation.draft()
        #expect(
            refusal { try deviation.addCause("weather", from: list, by: sign(), under: .swedish) }
                == Refusal("D-DEV-8", "causes")
        )
        #expect(
            refusal { try deviation.addCause("technology", from: list, text: " ", by: sign(), under: .swedish) }
                == Refusal("D-DEV-8", "causes")
        )
        let first = try deviation.addCause("technology.use", from: list, by: sign(), under: .swedish)
        let second = try deviation.addCause("procedures", from: list, text: "Ny", by: sign(), under: .swedish)
        #expect(deviation.investigation.causes.map(\.version) == ["1", "1"])
        for faulty in [[], [DeviationCause.ID(rawValue: 2)], [first, DeviationCause.ID(rawValue: -1)]] {
            #expect(
                refusal { try deviation.linkMeasure(measure, meeting: faulty, under: .swedish) }
                    == Refusal("D-DEV-8", "measures.causes")
            )
        }
        try deviation.linkMeasure(measure, meeting: [second], under: .swedish)
        #expect(list.versions[0].topCategories.count == 5)
    }

    @Test("keeps someone involved, and who stands under them, from investigating", .requirement("D-SEC-4"))
    func conflict() throws {
        var deviation = try Deviation.draft()
        let people = Involvement(involved: ["chief"], superiors: ["nurse": "leader", "leader": "chief"])
        try deviation.assignInvestigator("nurse", by: sign("head"), under: .swedish)
        try deviation.recordInvolvement(of: people, by: sign("head"), under: .swedish)
        #expect(deviation.investigator == nil, "who turns out to be in conflict is relieved")
        #expect(DeviationWorklists([deviation], asOf: day("2024-04-01")).conflictsFoundLater.count == 1)
        for person in ["chief", "nurse", "leader"] as [PersonReference] {
            #expect(
                refusal { try deviation.assignInvestigator(person, by: sign("head"), under: .swedish) }
                    == Refusal("D-SEC-4", "assignments")
            )
        }
        for override in [
            ConflictOverride(reason: " ", by: sign("head")), ConflictOverride(reason: "Brådskar", by: sign("nurse")),
            ConflictOverride(reason: "Brådskar", by: sign("chief")),
        ] {
            #expect(
                refusal {
                    try deviation.assignInvestigator("nurse", by: sign("head"), override: override, under: .swedish)
                } == Refusal("D-SEC-4", "assignments")
            )
        }
        let sound = ConflictOverride(reason: "Brådskar", by: sign("head"))
        try deviation.assignInvestigator("nurse", by: sign("head"), override: sound, under: .swedish)
        #expect(DeviationWorklists([deviation], asOf: day("2024-04-01")).overrides.map(\.clearance.person) == ["nurse"])
        try deviation.assignInvestigator("stranger", by: sign("head"), under: .swedish)
        #expect(try JSON.roundTrip(deviation) == deviation)
    }

    @Test("keeps someone involved from deciding", .requirement("D-SEC-4"))
    func decider() throws {
        var deviation = try Deviation.draft()
        try deviation.recordInvolvement(of: Involvement(involved: ["chief"]), by: sign("head"), under: .swedish)
        try deviation.review(by: sign("chief"), under: .swedish)
        try deviation.assess(DeviationAssessment(actual: .none, possible: .none, by: sign()), under: .swedish)
        #expect(
            refusal { try deviation.decide("Så", by: sign("chief"), under: .swedish) } == Refusal("D-SEC-4", "steps")
        )
        try deviation.decide("Så", by: sign("head"), under: .swedish)
        #expect(deviation.decision?.clearance.conflict == nil)
    }

    @Test("is told to another principal, on a ground, until there is an answer", .requirement("D-DEV-11"))
    func principals() throws {
        var deviation = try Deviation.draft()
        for (field, principal, content, ground) in [
            ("principal", " ", "Utskrivning", "10 kap. 2 § OSL"), ("content", "Regionen", "", "10 kap. 2 § OSL"),
            ("secrecyGround", "Regionen", "Utskrivning", "\n"),
        ] {
            let exchange = PrincipalExchange(
                .sent,
                principal: principal,
                content: content,
                secrecyGround: ground,
                by: sign()
            )
            #expect(
                refusal { try deviation.exchange(exchange, under: .swedish) }
                    == Refusal("D-DEV-11", "exchanges.\(field)")
            )
        }
        let index = try deviation.exchange(
            PrincipalExchange(
                .sent,
                principal: "Regionen",
                content: "Utskrivning",
                secrecyGround: "10 kap. 2 § OSL",
                by: sign()
            ),
            under: .swedish
        )
        #expect(
            refusal { try deviation.record(.answered, ofExchange: index, on: day("2024-03-09"), under: .swedish) }
                == Refusal("D-DEV-11", "exchanges")
        )
        try deviation.record(.acknowledged, ofExchange: index, on: day("2024-03-11"), under: .swedish)
        try deviation.record(.reminded, ofExchange: index, on: day("2024-04-11"), under: .swedish)
        #expect(DeviationWorklists([deviation], asOf: day("2024-04-09")).overdueAnswers.isEmpty)
        #expect(DeviationWorklists([deviation], asOf: day("2024-04-10")).overdueAnswers.count == 1)
        #expect(DeviationWorklists([deviation], asOf: day("2024-03-10")).unanswered.count == 1)
        try deviation.record(.answered, ofExchange: index, on: day("2024-04-12"), under: .swedish)
        #expect(DeviationWorklists([deviation], asOf: day("2024-05-10")).unanswered.isEmpty)
    }

    @Test("is asked about other tracks, each with reference or reason", .requirement("D-DEV-12"))
    func tracks() throws {
        var deviation = try Deviation.draft()
        for outcome in [.yes(reference: " "), .no(reason: "")] as [OtherTrackAnswer.Outcome] {
            #expect(
                refusal { try deviation.consider(OtherTrackAnswer(.police, outcome, by: sign()), under: .swedish) }
                    == Refusal("D-DEV-12", "trackAnswers")
            )
        }
        try deviation.consider(OtherTrackAnswer(.police, .yes(reference: "K1"), by: sign()), under: .swedish)
        try deviation.consider(OtherTrackAnswer(.childConcern, .no(reason: "Inga barn"), by: sign()), under: .swedish)
        #expect(
            refusal {
                try deviation.consider(
                    OtherTrackAnswer(.personalDataBreach, .yes(reference: "P1"), by: sign()),
                    under: .swedish
                )
            } == Refusal("D-DEV-12", "trackAnswers.aware")
        )
        let aware = Timestamp(startOf: day("2024-03-07"))
        let breach = OtherTrackAnswer(.personalDataBreach, .yes(reference: "P1"), by: sign(), aware: aware)
        try deviation.consider(breach, under: .swedish)
        let hours = DeviationPolicy().hoursOfTracks
        #expect(breach.due(after: hours) == Timestamp(startOf: day("2024-03-10")))
        #expect(OtherTrackAnswer(.police, .yes(reference: "K1"), by: sign(), aware: aware).due(after: hours) == nil)
        let open = DeviationWorklists([deviation], asOf: day("2024-04-01")).unconsideredTracks
        #expect(open.map(\.tracks.count) == [5])
    }
}
