import Deviations
import QualityCore
import TestSupport
import Testing

@Suite("The phase of a deviation", .requirement("D-DEV-5"))
struct DeviationPhaseTests {
    /// The table of D-DEV-5, written a second time: a row for each phase, in it what may follow.
    private static let table = """
        reported     reviewed cancelled
        reviewed     investigated decided cancelled
        investigated decided cancelled
        decided      followedUp cancelled
        followedUp   closed cancelled
        closed       reviewed cancelled
        cancelled
        """

    private static func mayFollow(_ next: DeviationPhase, on phase: DeviationPhase) -> Bool {
        for line in table.split(separator: "\n") {
            let words = line.split(separator: " ").map(String.init)
            if words[0] == phase.rawValue { return words.dropFirst().contains(next.rawValue) }
        }
        return false
    }

    private static func take(_ phase: DeviationPhase, _ deviation: inout Deviation) throws {
        switch phase {
        case .reported: throw Impossible()
        case .reviewed where deviation.phase == .closed:
            try deviation.reopen(reason: "Nytt", by: sign(), under: .swedish)
        case .reviewed: try deviation.review(by: sign(), under: .swedish)
        case .investigated: try deviation.completeInvestigation(by: sign(), under: .swedish)
        case .decided: try deviation.decide("Så", by: sign(), under: .swedish)
        case .followedUp: try deviation.recordFollowUp(by: sign(), under: .swedish)
        case .closed: try deviation.close(by: sign(), under: .swedish)
        case .cancelled:
            try deviation.cancel(
                DeviationCancellation(.mistake, reason: "Fel post", by: sign()),
                under: .swedish
            )
        }
    }

    private struct Impossible: Error {}

    @Test("moves as its table says and in no other way", arguments: DeviationPhase.allCases, DeviationPhase.allCases)
    func moves(from: DeviationPhase, to: DeviationPhase) throws {
        var deviation = try Deviation.draft(phase: from)
        if from.isOpen {
            try deviation.assess(DeviationAssessment(actual: .none, possible: .none, by: sign()), under: .swedish)
            try deviation.addCause("technology", from: DeviationCause.standardList(), by: sign(), under: .swedish)
            try deviation.answerReporter(.given(sign()), under: .swedish)
            try deviation.tellAllOfInvestigation()
        }
        let before = deviation
        let isLegal = Self.mayFollow(to, on: from)
        if to != .reported {
            let refused = refusal { try Self.take(to, &deviation) }
            #expect(refused == (isLegal ? nil : Refusal("D-DEV-5", "phase")))
            #expect(deviation.phase == (isLegal ? to : from))
            #expect(isLegal || deviation == before, "a refused move changes nothing")
        }
        #expect(from.successors.contains(to) == isLegal)
        #expect(try JSON.roundTrip(deviation) == deviation)
    }

    @Test("has a name that people read in each language", arguments: DeviationPhase.allCases)
    func labels(phase: DeviationPhase) {
        #expect(!phase.label(.swedish).isEmpty && !phase.label(.english).isEmpty)
        #expect(Set(DeviationPhase.allCases.map(\.label)).count == DeviationPhase.allCases.count)
    }

    @Test("cannot be stored otherwise than its steps say")
    func storedPhase() throws {
        let text = try JSON.text(Deviation.decided())
        let changed = text.replacing(#""phase":"decided""#, with: #""phase":"closed""#)
        try #require(changed != text)
        #expect(refusal { _ = try JSON.value(Deviation.self, from: changed) } == Refusal("D-DEV-5", "phase"))
    }

    @Test("waits or is laid aside, and goes on where it was")
    func pauses() throws {
        var deviation = try Deviation.decided()
        #expect(
            refusal { try deviation.pause(.waiting(for: " "), by: sign(), under: .swedish) }
                == Refusal("D-DEV-5", "pauses")
        )
        try deviation.pause(.waiting(for: "Regionen"), by: sign(), under: .swedish)
        #expect(deviation.facts.status == "waiting")
        #expect(refusal { try deviation.recordFollowUp(by: sign(), under: .swedish) } == Refusal("D-DEV-5", "pauses"))
        try deviation.resume(by: sign("chief", "2024-03-12"), under: .swedish)
        #expect(deviation.phase == .decided)
        #expect(
            refusal { try deviation.recordFollowUp(by: sign("chief", "2024-03-11"), under: .swedish) }
                == Refusal("D-DEV-5", "pauses")
        )
        try deviation.recordFollowUp(by: sign("chief", "2024-03-12"), under: .swedish)
        let parked = DeviationPause.Ground.parked(reason: "Semester", until: day("2024-04-01"))
        #expect(
            refusal {
                try deviation.pause(
                    .parked(reason: "Semester", until: day("2024-03-12")),
                    by: sign("chief", "2024-03-13"),
                    under: .swedish
                )
            } == Refusal("D-DEV-5", "pauses")
        )
        try deviation.pause(parked, by: sign("chief", "2024-03-13"), under: .swedish)
        #expect(deviation.facts.status == "parked" && deviation.facts.dueOn == day("2024-04-01"))
        #expect(try JSON.roundTrip(deviation) == deviation)
        #expect(DeviationWorklists([deviation], asOf: day("2024-04-01")).parkedTooLong.isEmpty)
        #expect(DeviationWorklists([deviation], asOf: day("2024-04-02")).parkedTooLong == [deviation])
    }

    @Test("is a list when not begun after the days of the policy")
    func notBegun() throws {
        let fresh = try Deviation.draft()
        #expect(DeviationWorklists([fresh], asOf: day("2024-04-06")).notBegun.isEmpty)
        #expect(DeviationWorklists([fresh], asOf: day("2024-04-07")).notBegun == [fresh])
        #expect(DeviationWorklists([fresh], asOf: day("2025-04-07")).notBegun == [fresh])
        let policy = DeviationPolicy(daysToBegin: 10)
        #expect(DeviationWorklists([fresh], asOf: day("2024-03-18"), policy: policy).notBegun == [fresh])
        var begun = fresh
        try begun.review(by: sign(), under: .swedish)
        #expect(DeviationWorklists([begun], asOf: day("2024-04-07")).notBegun.isEmpty)
    }
}

@Suite("Reopening and cancelling a deviation", .requirement("D-DEV-10"))
struct DeviationClosureTests {
    private func closed(on text: String) throws -> Deviation {
        var deviation = try Deviation.followedUp()
        try deviation.answerReporter(.given(sign()), under: .swedish)
        try deviation.close(by: sign("chief", text), under: .swedish)
        return deviation
    }

    @Test("keeps both closed times and never counts days backwards")
    func reopening() throws {
        var deviation = try closed(on: "2024-03-20")
        #expect(deviation.daysToClose == 13)
        #expect(
            refusal { try deviation.reopen(reason: " ", by: sign("chief", "2024-03-25"), under: .swedish) }
                == Refusal("D-DEV-10", "steps")
        )
        #expect(
            refusal { try deviation.reopen(reason: "Nytt", by: sign("chief", "2024-03-19"), under: .swedish) }
                == Refusal("D-DEV-10", "steps")
        )
        try deviation.reopen(reason: "Nytt", by: sign("chief", "2024-03-25"), under: .swedish)
        #expect(deviation.daysToClose == nil)
        try deviation.decide("Åter", by: sign("chief", "2024-03-26"), under: .swedish)
        try deviation.recordFollowUp(by: sign("chief", "2024-03-27"), under: .swedish)
        try deviation.close(by: sign("chief", "2024-03-28"), under: .swedish)
        #expect(
            deviation.closures.map { [$0.closed, $0.reopened] } == [
                [day("2024-03-20"), day("2024-03-25")], [day("2024-03-28"), nil],
            ]
        )
        #expect(deviation.daysToClose == 21)
    }

    @Test("lets an imported closed case with gaps stand, and asks for them before it is closed again")
    func imported() throws {
        var deviation = try Deviation.draft(account: .notStated(source: "csv"), phase: .closed, on: day("2024-03-09"))
        #expect(deviation.violations(under: .swedish).isEmpty)
        #expect(deviation.gaps == ["account"])
        #expect(DeviationWorklists([deviation], asOf: day("2024-04-01")).gaps.map(\.fields) == [["account"]])
        try deviation.reopen(reason: "Nytt", by: sign(), under: .swedish)
        try deviation.assess(DeviationAssessment(actual: .none, possible: .none, by: sign()), under: .swedish)
        #expect(refusal { try deviation.decide("Så", by: sign(), under: .swedish) } == Refusal("D-DEV-2", "account"))
        try deviation.correct(
            DeviationCorrection(.account("Fall i hallen."), reason: "Luckan fylls", by: sign()),
            under: .swedish
        )
        try deviation.decide("Så", by: sign(), under: .swedish)
        try deviation.recordFollowUp(by: sign(), under: .swedish)
        #expect(
            refusal { try deviation.close(by: sign(), under: .swedish) } == Refusal("D-DEV-7", "reporterAnswer")
        )
        try deviation.answerReporter(.notGiven(.noContact, sign()), under: .swedish)
        try deviation.close(by: sign(), under: .swedish)
        #expect(
            deviation.closures.map { [$0.closed, $0.reopened] } == [
                [day("2024-03-09"), day("2024-03-10")], [day("2024-03-10"), nil],
            ]
        )
        #expect(
            refusal { _ = try Deviation.draft(phase: .closed, on: day("2024-03-06")) }
                == Refusal("D-DEV-10", "enteredOn")
        )
    }

    @Test("cancels with a reason; what is cancelled is readable and not counted")
    func cancelling() throws {
        var deviation = try Deviation.draft()
        let own = deviation.reference
        for (ground, reason) in [(.mistake, " "), (.duplicate(of: own), "Dubblett")]
            as [(DeviationCancellation.Ground, String)]
        {
            #expect(
                refusal {
                    try deviation.cancel(DeviationCancellation(ground, reason: reason, by: sign()), under: .swedish)
                } == Refusal("D-DEV-10", "cancellation")
            )
        }
        let other = RecordReference(kind: Deviation.kind, id: "avv:2")
        try deviation.cancel(
            DeviationCancellation(.duplicate(of: other), reason: "Dubblett", by: sign()),
            under: .swedish
        )
        #expect(deviation.account.value == "Besöket blev inte av." && deviation.phase == .cancelled)
        #expect(
            refusal {
                try deviation.correct(DeviationCorrection(.place("Hall"), reason: "Fel", by: sign()), under: .swedish)
            } == Refusal("D-DEV-10", "corrections")
        )
        let tally = DeviationTally(of: [deviation, try .draft(id: "avv:2")])
        #expect(tally.counted == 1 && tally.cancelled == 1)
    }
}
