import LexSarah
import QualityCore
import TestSupport
import Testing

@Suite("The phases of a Lex Sarah case", .requirement("D-LXS-13"))
struct LexSarahPhaseTests {
    @Test("follow on each other, and the end locks the text")
    func order() throws {
        let draft = Draft()
        var found = try draft.opened()
        #expect(found.phase == .received && found.facts.status == "received")
        #expect(refusal { try found.note(.course, draft.note(), under: .swedish) } == Refusal("D-LXS-13", "notes"))
        found = try draft.investigated()
        #expect(found.facts.status == "investigationEnded" && found.facts.observations[0].codes[.degree] == [])
        #expect(refusal { try found.note(.course, draft.note(), under: .swedish) } == Refusal("D-LXS-13", "notes"))
        #expect(refusal { try found.add(draft.note("2024-05-02"), under: .swedish) } == nil)
        #expect(refusal { try found.decide(draft.decision, under: .swedish) } == Refusal("D-LXS-13", "proposal"))
        #expect(try draft.decided().facts.observations[0].codes[.degree] == ["misconduct"])
    }

    @Test("keep the days of a report in order", arguments: [("2024-03-08", false), ("2024-03-07", true)])
    func days(noticed: String, isLegal: Bool) {
        let draft = Draft.with { $0.noticed = day(noticed) }
        #expect(refusal { _ = try draft.opened() } == (isLegal ? nil : Refusal("D-LXS-13", "reports.received")))
    }

    @Test("keep both intervals of a reopened case, and days to close are never negative", .requirement("D-LXS-13"))
    func reopened() throws {
        var found = try Draft.with { _ in }.closed()
        #expect(
            refusal { try found.reopen(by: by("per", "2024-05-19"), because: "Nytt.", under: .swedish) }
                == Refusal("D-LXS-13", "closings")
        )
        #expect(
            refusal { try found.reopen(by: by("per", "2024-06-01"), because: " ", under: .swedish) }
                == Refusal("D-LXS-13", "rounds.reopening")
        )
        try found.reopen(by: by("per", "2024-06-01"), because: "Nya uppgifter.", under: .swedish)
        #expect(found.phase == .underInvestigation && found.rounds.count == 2)
        #expect(found.closings.map(\.reopened) == [day("2024-06-01")] && found.daysToClose == [74])
        #expect(found.decision?.degree == .misconduct, "the degree holds until another is decided")
        #expect(try JSON.roundTrip(found) == found)
    }

    @Test("let no imported case with gaps be reopened and closed again without them", .requirement("D-LXS-14"))
    func gaps() throws {
        let id = try #require(RecordID<LexSarahCase>("csv:1"))
        var found = try LexSarahCase(
            id: id,
            unit: OrganisationUnitID(rawValue: "U1"),
            reported: day("2024-03-07"),
            categories: ["other"],
            investigationEnded: day("2024-04-01"),
            decision: MisconductDecision(degree: .misconduct, motivation: .notStated(source: "csv")),
            closed: day("2024-04-10")
        )
        #expect(found.violations(under: .swedish).isEmpty && found.phase == .closed)
        try found.reopen(by: by("per", "2024-06-01"), because: "Nya uppgifter.", under: .swedish)
        let ending = refusal { try found.endInvestigation(.full, by: by("per", "2024-06-02"), under: .swedish) }
        #expect(ending == Refusal("D-LXS-14", "answers"))
    }

    @Test("join an undecided case to another, with a reason, and count each report once", .requirement("D-LXS-11"))
    func joined() throws {
        var first = try Draft().opened("ls:1")
        var second = try Draft.with { ($0.received, $0.noticed) = (day("2024-03-09"), day("2024-03-09")) }.opened(
            "ls:2"
        )
        let signature = by("per", "2024-03-12")
        #expect(
            refusal { try second.join(to: first.id, because: " ", by: signature, under: .swedish) }
                == Refusal("D-LXS-11", "joining.reason")
        )
        #expect(
            refusal { try second.join(to: second.id, because: "Samma.", by: signature, under: .swedish) }
                == Refusal("D-LXS-11", "joining")
        )
        #expect(refusal { try first.takeReports(of: second, under: .swedish) } == Refusal("D-LXS-11", "absorbed"))
        try second.join(to: first.id, because: "Samma händelse.", by: signature, under: .swedish)
        try first.takeReports(of: second, under: .swedish)
        let year = try #require(CalendarPeriod(year: 2024))
        for (cutoff, cases, reports) in [("2024-03-08", 1, 1), ("2024-03-11", 2, 2), ("2024-03-12", 1, 2)] {
            let count = LexSarahCount([first, second], receivedIn: year, cutoff: day(cutoff))
            #expect(count.cases == cases && count.reports == reports && count.undecided == cases, "\(cutoff)")
        }
        #expect(second.facts.observations.isEmpty)
    }
}

@Suite("The matter at the supervisory authority", .requirement("D-LXS-15"))
struct AuthorityMatterTests {
    private static func notified(_ degree: MisconductDegree = .serious) throws -> LexSarahCase {
        var found = try Draft.with { $0.degree = degree }.decided()
        try found.notify(by: by("per", "2024-05-10"), of: .board, includesInvestigation: true, under: .swedish)
        return found
    }

    @Test("has a state beside the phase", .requirement("D-LXS-13"))
    func states() throws {
        #expect(try Draft().opened().notificationState == nil)
        #expect(try Draft().decided().notificationState == .notNeeded)
        #expect(try Draft.with { $0.degree = .serious }.decided().notificationState == .toSend)
        var found = try Self.notified()
        #expect(found.notificationState == .sent)
        try found.acknowledge(number: "3.1-1", on: day("2024-05-12"), under: .swedish)
        #expect(found.notificationState == .acknowledged)
        try found.supplement(.other, on: day("2024-05-14"), under: .swedish)
        #expect(found.notificationState == .supplemented)
        try found.receiveVerdict(on: day("2024-07-01"), demanding: [], under: .swedish)
        #expect(found.notificationState == .authorityDecided)
        try found.endMatter(on: day("2024-07-02"), under: .swedish)
        #expect(found.notificationState == .ended)
        #expect(
            refusal { try found.supplement(.other, on: day("2024-07-03"), under: .swedish) }
                == Refusal("D-LXS-15", "notification")
        )
        #expect(try JSON.roundTrip(found) == found)
    }

    @Test("ends when each demand is a measure and each request has its answer")
    func demands() throws {
        var found = try Self.notified()
        try found.receiveRequest(on: day("2024-05-20"), due: day("2024-06-10"), under: .swedish)
        try found.receiveVerdict(on: day("2024-07-01"), demanding: ["Rutin"], under: .swedish)
        func end() -> Refusal? {
            refusal {
                var copy = found; try copy.endMatter(on: day("2024-08-01"), under: .swedish)
            }
        }
        #expect(end() == Refusal("D-LXS-15", "notification.demands"))
        try found.meetDemand(
            at: 0,
            by: RecordReference(kind: RecordKind(rawValue: "measure"), id: "M1"),
            under: .swedish
        )
        #expect(end() == Refusal("D-LXS-15", "notification.requests"))
        #expect([found].lateAnswers(on: day("2024-06-10")).isEmpty)
        #expect([found].lateAnswers(on: day("2024-06-11")) == [found])
        try found.answerRequest(on: day("2024-06-20"), under: .swedish)
        #expect(end() == nil)
    }

    @Test("stands when the degree goes down, which is told as a supplement")
    func revisedDown() throws {
        var found = try Self.notified()
        try found.answer(reporterOf: found.reports[0].id, .no(reason: "Slutat."), under: .swedish)
        try found.propose(
            MisconductDecision.Proposal(.misconduct, motivation: "Mildare.", by: by("ulla", "2024-06-01")),
            under: .swedish
        )
        try found.revise(Draft.with { $0.decided = day("2024-06-02") }.decision, under: .swedish)
        #expect(found.decisions.map(\.degree) == [.serious, .misconduct] && found.notified == day("2024-05-10"))
        func close() -> Refusal? {
            refusal {
                var copy = found; try copy.close(by: by("per", "2024-06-20"), under: .swedish)
            }
        }
        #expect(close() == Refusal("D-LXS-15", "notification.supplements"))
        try found.supplement(.revisedDegree, on: day("2024-06-03"), under: .swedish)
        #expect(close() == nil)
    }

    @Test("is to be opened when the degree goes up", .requirement("D-LXS-6"))
    func revisedUp() throws {
        var found = try Draft().decided()
        #expect([found].toNotify().isEmpty)
        try found.propose(
            MisconductDecision.Proposal(.serious, motivation: "Värre.", by: by("ulla", "2024-06-01")),
            under: .swedish
        )
        try found.revise(
            Draft.with { ($0.degree, $0.decided) = (.serious, day("2024-06-02")) }.decision,
            under: .swedish
        )
        #expect([found].toNotify() == [found])
    }
}
