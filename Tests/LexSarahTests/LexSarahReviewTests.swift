import LexSarah
import QualityCore
import TestSupport
import Testing

@Suite("A Lex Sarah case, clause by clause")
struct LexSarahReviewTests {
    private static let law = Law.swedish

    @Test(
        "has an oral report written down by the one who received it",
        .requirement("D-LXS-1"),
        arguments: [("rut", true), ("anna", false), (" ", false)]
    )
    func writtenDown(person: PersonReference, isLegal: Bool) {
        let draft = Draft.with {
            $0.form = .oral(writtenDown: Signature(person, title: "SAS", on: day("2024-03-07")))
        }
        #expect(refusal { _ = try draft.opened() } == (isLegal ? nil : Refusal("D-LXS-1", "reports.receipt.form")))
    }

    @Test("says why no suspicion is obvious", .requirement("D-LXS-6"), arguments: [(" ", false), ("Liten.", true)])
    func suspicion(reason: String, isLegal: Bool) throws {
        var found = try Draft().opened()
        let answer = Consideration.no(reason: reason)
        let expected = isLegal ? nil : Refusal("D-LXS-6", "suspicion")
        #expect(refusal { try found.considerSuspicion(answer, under: Self.law) } == expected)
    }

    @Test("stays an open danger after it was joined to another, until it is remedied", .requirement("D-LXS-3"))
    func joinedDanger() throws {
        var found = try Draft.with { $0.remedy = .notYet }.opened()
        let other = try #require(RecordID<LexSarahCase>("ls:2"))
        try found.join(to: other, because: "Samma händelse.", by: by("per", "2024-03-12"), under: Self.law)
        #expect([found].openDangers() == [found])
        try found.state(.remedied(day("2024-03-13")), under: Self.law)
        #expect([found].openDangers().isEmpty)
    }

    @Test(
        "counts by its own receipt until it took over the reports of another",
        .requirement("D-LXS-11"),
        arguments: [("2024-03-11", 1, 1), ("2024-03-12", 1, 0)]
    )
    func countedBeforeJoining(cutoff: String, february: Int, march: Int) throws {
        var early = try Draft.with {
            ($0.received, $0.noticed, $0.occurred) = (day("2024-02-07"), day("2024-02-07"), .unknown)
            $0.remedy = .notYet
        }.opened("ls:1")
        var late = try Draft().opened("ls:2")
        try early.join(to: late.id, because: "Samma händelse.", by: by("per", "2024-03-12"), under: Self.law)
        try late.takeReports(of: early, under: Self.law)
        func count(_ month: Int) throws -> LexSarahCount {
            let period = try #require(CalendarPeriod(year: 2024, month: month))
            return LexSarahCount([early, late], receivedIn: period, cutoff: day(cutoff))
        }
        #expect(try count(2).cases == february && count(3).cases == march)
        #expect(try count(2).reports == 1 && count(3).reports == 1)
    }

    @Test("cites the act in force when a duty still open is refused at closing", .requirement("D-LAW-1"))
    func openDuty() throws {
        let draft = Draft.with {
            ($0.received, $0.noticed, $0.occurred) = (day("2025-03-07"), day("2025-03-07"), .unknown)
            ($0.remedy, $0.degree) = (.notYet, .serious)
        }
        var found = try draft.opened()
        try found.begin(by: by("ulla", "2025-03-10"), under: Self.law)
        for topic in draft.topics { try found.note(topic, draft.note("2025-03-20"), under: Self.law) }
        for question in PersonAnswers.Question.allCases {
            try found.answer(question, .yes(by("ulla", "2025-03-21")), under: Self.law)
        }
        try found.answer(policeReport: .notMade(reason: "Inget brott."), under: Self.law)
        try found.endInvestigation(.full, by: by("ulla", "2025-05-01"), under: Self.law)
        try found.propose(.init(.serious, motivation: "F.", by: by("ulla", "2025-05-02")), under: Self.law)
        var decided = draft
        decided.decided = day("2025-06-10")
        try found.decide(decided.decision, under: Self.law)
        try found.answer(reporterOf: found.reports[0].id, .no(reason: "Slutat."), under: Self.law)
        for (date, act) in [("2025-06-30", "(2001:453)"), ("2025-07-01", "(2025:400)")] {
            do {
                try found.close(by: by("per", date), under: Self.law)
                Issue.record("a serious case was closed without a notification")
            } catch {
                #expect(error.rule == "D-LXS-6" && error.field == "notification")
                #expect(error.citation?.hasSuffix(act) == true, "\(date)")
            }
        }
    }

    @Test(
        "lists what an unlisted provider told",
        .requirement("D-LXS-7"),
        arguments: [("2024-03-07", 2), ("2023-03-07", 1)]
    )
    func unlistedProvider(told: String, lines: Int) throws {
        let notice = ProviderNotice(from: "P9", told: day(told), number: "1")
        let year = try #require(CalendarPeriod(year: 2024))
        #expect(ProviderNotice.ledger(["P1"], [notice], in: year).count == lines)
    }

    @Test(
        "has a municipality code of four digits",
        .requirement("D-LXS-9"),
        arguments: [("1487", NotificationPackage.State.present), ("14a7", .missing), ("148", .missing)]
    )
    func municipality(code: String, state: NotificationPackage.State) throws {
        let details = NotificationPackage.Details(municipalityCode: code)
        #expect(try Draft().opened().notificationPackage(details).states[.municipalityCode] == state)
    }

    @Test("tells of each time how firm its ground is, and of a target that it is no law", .requirement("D-LAW-3"))
    func ground() throws {
        let deadlines = try Draft().begun().deadlines(under: Self.law, asOf: day("2024-03-12"))
        #expect(deadlines.contains { if case .law = $0.origin { $0.ground == .textRead } else { false } })
        #expect(deadlines.filter { $0.origin == .target }.map(\.ground) == [nil])
        let found = try Draft().begun()
        var notified = found
        try notified.notify(
            by: by("per", "2024-03-12"),
            of: .board,
            includesInvestigation: false,
            under: Self.law
        )
        let complete = notified.deadlines(under: Self.law, asOf: day("2024-03-13"))
        #expect(complete.first { $0.duty == .completeNotification }?.ground == .known)
    }
}
