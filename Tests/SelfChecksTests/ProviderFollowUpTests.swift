import QualityCore
import SelfChecks
import TestSupport
import Testing

@Suite("The follow-up of a private provider", .requirement("D-SLF-11"))
struct ProviderFollowUpTests {
    let law = Law.swedish
    let check = RecordReference(RecordID<SelfCheck>.draft("ek:1"))

    func closing(_ followUp: ProviderFollowUp) -> Refusal? {
        var followUp = followUp
        return refusal { try followUp.close(by: signed("2025-12-01"), under: law) }
    }

    @Test("is closed only with requests ended, a check or a reason, and a conclusion")
    func closing() throws {
        var followUp = try ProviderFollowUp.draft()
        try followUp.conclude("Bra", under: law)
        #expect(closing(followUp) == Refusal("D-SLF-11", "boardChecks"))
        try followUp.link(check, under: law)
        #expect(closing(followUp) == nil)
        try followUp.conclude(" ", under: law)
        #expect(closing(followUp) == Refusal("D-SLF-11", "conclusion"))
        try followUp.conclude("Bra", under: law)
        try followUp.request("Bemanning", by: signed("2025-03-01"), dueOn: day("2025-03-20"), under: law)
        #expect(closing(followUp) == Refusal("D-SLF-11", "requests"))
        try followUp.end(1, .arrived(day("2025-03-21")), under: law)
        #expect(closing(followUp) == nil)
        try followUp.close(by: signed("2025-12-01"), under: law)
        #expect(refusal { try followUp.conclude("Annat", under: law) } == Refusal("D-SLF-11", "phase"))
        try followUp.reopen(by: signed("2025-12-02"), reason: "Nytt", under: law)
        #expect(followUp.phase == .open)
        #expect(try JSON.roundTrip(followUp) == followUp)
    }

    @Test("without a check of the board's own says why")
    func reason() throws {
        var followUp = try ProviderFollowUp.draft()
        try followUp.conclude("Bra", under: law)
        try followUp.stateNoBoardCheck(reason: " ", under: law)
        #expect(closing(followUp) == Refusal("D-SLF-11", "boardChecks"))
        try followUp.stateNoBoardCheck(reason: "Nytt avtal", under: law)
        #expect(closing(followUp) == nil)
    }

    @Test("refuses what could not have come about, one thing at a time")
    func refusals() throws {
        var followUp = try ProviderFollowUp.draft()
        let asked = signed("2025-03-01")
        let told = { (done: String, told: String, what: String) in
            refusal {
                try followUp.tell(
                    ToldCheck(what: what, done: day(done), result: "Utan brister", told: day(told)),
                    under: law
                )
            }
        }
        #expect(told("2025-02-02", "2025-02-01", "Läkemedel") == Refusal("D-SLF-11", "told"))
        #expect(told("2025-02-01", "2025-02-01", " ") == Refusal("D-SLF-11", "told.what"))
        #expect(told("2025-02-01", "2025-02-01", "Läkemedel") == nil)
        #expect(
            refusal { try followUp.request("X", by: asked, dueOn: day("2025-02-28"), under: law) }
                == Refusal("D-SLF-11", "requests")
        )
        #expect(
            refusal { try followUp.request("", by: asked, dueOn: day("2025-03-01"), under: law) }
                == Refusal("D-SLF-11", "requests.what")
        )
        try followUp.request("X", by: asked, dueOn: day("2025-03-01"), under: law)
        #expect(
            refusal { try followUp.end(1, .arrived(day("2025-02-28")), under: law) } == Refusal("D-SLF-11", "requests")
        )
        #expect(
            refusal { try followUp.end(2, .arrived(day("2025-03-02")), under: law) }
                == Refusal("D-SLF-11", "requests.number")
        )
        #expect(
            refusal { try followUp.end(1, .givenUp(reason: "", signed("2025-04-01")), under: law) }
                == Refusal("D-SLF-11", "requests.reason")
        )
        try followUp.end(1, .givenUp(reason: "Avtalet har upphört", signed("2025-04-01")), under: law)
        let other = RecordReference(kind: RecordKind(rawValue: "deviation"), id: "a:1")
        #expect(refusal { try followUp.link(other, under: law) } == Refusal("D-SLF-11", "boardChecks.kind"))
        try followUp.link(check, under: law)
        #expect(refusal { try followUp.link(check, under: law) } == Refusal("D-SLF-11", "boardChecks"))
    }

    @Test("lists each provider, with what is outstanding and overdue, and who has told nothing")
    func lines() throws {
        let year = try #require(CalendarPeriod(year: 2025))
        var followUp = try ProviderFollowUp.draft()
        try followUp.request("Bemanning", by: signed("2025-03-01"), dueOn: day("2025-03-20"), under: law)
        try followUp.tell(ToldCheck(what: "Mat", done: nil, result: "Bra", told: day("2025-03-10")), under: law)
        let lines = { (date: String) in
            ProviderLine.lines(of: ["P1", "P2"], in: [followUp], over: year, asOf: day(date))
        }
        #expect(lines("2025-03-20").map(\.overdue.count) == [0, 0])
        #expect(lines("2025-03-21").map(\.overdue.count) == [1, 0])
        #expect(lines("2025-03-21").map(\.hasToldNothing) == [false, true])
        #expect(lines("2025-03-09").map(\.hasToldNothing) == [true, true])
        #expect(lines("2025-03-21").map(\.isNotFollowedUp) == [false, true])
        try followUp.end(1, .arrived(day("2025-03-25")), under: law)
        #expect(lines("2025-03-21").map(\.outstanding.count) == [1, 0])
        #expect(lines("2025-03-25").map(\.outstanding.count) == [0, 0])
    }
}
