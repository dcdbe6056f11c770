import QualityCore
import SelfChecks
import TestSupport
import Testing

@Suite("A self-check")
struct SelfCheckTests {
    let law = Law.swedish
    let deviation = RecordReference(kind: RecordKind(rawValue: "deviation"), id: "avv:1")

    func closing(_ check: SelfCheck, on date: String = "2025-03-02") -> Refusal? {
        var check = check
        return refusal { try check.close(by: signed(date), under: law) }
    }

    @Test("of a kind of one's own tells in words what it is", .requirement("D-SLF-1"))
    func ownKind() throws {
        let own = SelfCheckKind(rawValue: "nightRound")
        let lacking = try SelfCheck.draft(sort: own, sortDetail: " ")
        let violation = try #require(lacking.violations(under: law).first)
        #expect(Refusal(violation) == Refusal("D-SLF-1", "sortDetail"))
        #expect(violation.citation == law.provision(for: .selfCheck, on: day("2025-03-01"))?.citation)
        #expect(try SelfCheck.draft(sort: own, sortDetail: "Nattrond").violations(under: law).isEmpty)
        for kind in SelfCheckKind.listed {
            #expect(try SelfCheck.draft(sort: kind).violations(under: law).isEmpty)
            #expect(kind.label(.swedish) != kind.label(.english))
        }
    }

    @Test("is not closed with an unanswered question, and is with one not assessed", .requirement("D-SLF-3"))
    func unanswered() throws {
        var check = try SelfCheck.answered()
        try check.withdrawAnswer(to: "C", under: law)
        #expect(check.unanswered == ["C": 1])
        #expect(closing(check) == Refusal("D-SLF-3", "answers"))
        try check.answer("C", .notAssessed(reason: "Tiden räckte inte."), under: law)
        #expect(closing(check) == nil)
        for answer in [SelfCheckAnswer.yes, .notApplicable] {
            try check.answer("C", answer, under: law)
            #expect(closing(check) == nil)
        }
    }

    @Test("asks of every item of a sample", .requirement("D-SLF-3"))
    func items() throws {
        let draw = try SampleDraw(seed: 7, population: 20, size: 3)
        var check = try SelfCheck.answered(extent: .sample(draw))
        #expect(check.answers.value?.count == 12)
        try check.withdrawAnswer(to: "A", item: draw.items[1], under: law)
        #expect(closing(check) == Refusal("D-SLF-3", "answers"))
        let other = try #require((1...20).first { !draw.items.contains($0) })
        #expect(refusal { try check.answer("A", .yes, item: other, under: law) } == Refusal("D-SLF-3", "answers"))
        #expect(
            refusal { try check.answer("Z", .yes, item: draw.items[0], under: law) } == Refusal("D-SLF-3", "answers")
        )
        try check.answer("A", .yes, item: draw.items[1], under: law)
        #expect(closing(check) == nil)
    }

    @Test("takes not assessed only with a reason", .requirement("D-SLF-3"))
    func reason() throws {
        var check = try SelfCheck.draft()
        #expect(
            refusal { try check.answer("A", .notAssessed(reason: " "), under: law) }
                == Refusal("D-SLF-3", "answers.reason")
        )
        try check.answer("A", .notAssessed(reason: "Sjukdom"), under: law)
    }

    @Test("reckons the share met on yes, partly and no alone", .requirement("D-SLF-3"))
    func share() throws {
        let answers: [SelfCheckAnswer?] = [
            .yes, .yes, .partly, .no, .notApplicable, .notAssessed(reason: "Tid"), nil,
        ]
        let tally = AnswerTally(answers)
        #expect(tally.denominator == 4)
        #expect(tally.asked == 7)
        #expect([tally.notApplicable, tally.notAssessed, tally.unanswered] == [1, 1, 1])
        #expect(tally.shareMet(partlyWeight: .nothing) == 0.5)
        #expect(tally.shareMet(partlyWeight: .percent(50)) == 0.625)
        #expect(AnswerTally([.notApplicable, nil]).shareMet(partlyWeight: .nothing) == nil)
        #expect(AnswerTally([.no]).shareMet(partlyWeight: .nothing) == 0)
        #expect(try SelfCheck.draft().result?.shareMet == nil)
        #expect(tally.reaches(.percent(50), partlyWeight: .nothing) == true)
        #expect(tally.reaches(.percent(51), partlyWeight: .nothing) == false)
        #expect(AnswerTally().reaches(.nothing, partlyWeight: .nothing) == nil)
    }

    @Test("fails by a critical question whatever its score, and not by another", .requirement("D-SLF-4"))
    func critical() throws {
        let ordinary = try SelfCheck.closed(answers: ["A": .no])
        #expect(ordinary.result?.shareMet == 0.75)
        #expect(ordinary.result?.verdict == .passed)
        let critical = try SelfCheck.closed(version: .draft(critical: ["A"]), answers: ["A": .no])
        #expect(critical.result?.shareMet == 0.75)
        #expect(critical.result?.verdict == .failedCritical)
        #expect(critical.result?.failedCritical == ["A"])
        #expect(try SelfCheck.closed(version: .draft(critical: ["B"]), answers: ["A": .no]).result?.verdict == .passed)
    }

    @Test("is never passed on a critical question that nobody assessed", .requirement("D-SLF-4"))
    func criticalNotAssessed() throws {
        let version = try SelfCheckTemplate.Version.draft(critical: ["A"])
        let outcomes: [(SelfCheckAnswer, SelfCheckVerdict)] = [
            (.yes, .passed), (.notApplicable, .passed), (.partly, .failedCritical), (.no, .failedCritical),
            (.notAssessed(reason: "Tid"), .undetermined),
        ]
        for (answer, verdict) in outcomes {
            #expect(try SelfCheck.closed(version: version, answers: ["A": answer]).result?.verdict == verdict)
        }
        #expect(
            try SelfCheck.closed(version: .draft(pass: .percent(76)), answers: ["A": .no]).result?.verdict == .failed
        )
        #expect(try SelfCheck.closed(version: .draft(pass: nil), answers: ["A": .no]).result?.verdict == .noLine)
        for verdict in SelfCheckVerdict.allCases { #expect(verdict.label(.swedish) != verdict.label(.english)) }
    }

    @Test("is closed only when each failed or partly met question has an outcome", .requirement("D-SLF-2"))
    func outcomes() throws {
        var check = try SelfCheck.answered(answers: ["A": .no, "B": .partly])
        #expect(closing(check) == Refusal("D-SLF-2", "outcomes"))
        try check.settle("A", as: .deviation(deviation), under: law)
        #expect(closing(check) == Refusal("D-SLF-2", "outcomes"))
        #expect(
            refusal { try check.settle("B", as: .accepted(reason: "\n", signed("2025-03-02")), under: law) }
                == Refusal("D-SLF-2", "outcomes.reason")
        )
        try check.settle("B", as: .accepted(reason: "Åtgärdat", signed("2025-03-02")), under: law)
        #expect(closing(check) == nil)
        try check.withdrawOutcome(of: "A", under: law)
        #expect(closing(check) == Refusal("D-SLF-2", "outcomes"))
    }

    @Test("is closed only with a conclusion, and not before it began", .requirement("D-SLF-2"))
    func conclusion() throws {
        var check = try SelfCheck.answered()
        #expect(closing(check, on: "2025-02-28") == Refusal("D-SLF-2", "closings"))
        #expect(closing(check, on: "2025-03-01") == nil)
        try check.conclude(" ", under: law)
        #expect(closing(check) == Refusal("D-SLF-2", "conclusion"))
        try check.conclude("Klart", under: law)
        #expect(closing(check) == nil)
    }

    @Test("is locked while closed, and keeps both intervals when reopened", .requirement("D-SLF-2"))
    func reopening() throws {
        var check = try SelfCheck.closed(on: "2025-03-05")
        let locked: [(inout SelfCheck) throws -> Void] = [
            { try $0.answer("A", .no, under: Law.swedish) }, { try $0.conclude("", under: Law.swedish) },
            { try $0.withdrawAnswer(to: "A", under: Law.swedish) },
            { try $0.close(by: signed("2025-03-06"), under: Law.swedish) },
        ]
        for act in locked { #expect(refusal { try act(&check) } == Refusal("D-SLF-2", "phase")) }
        #expect(
            refusal { try check.reopen(by: signed("2025-03-04"), reason: "Fel", under: law) }
                == Refusal("D-SLF-2", "closings")
        )
        #expect(
            refusal { try check.reopen(by: signed("2025-03-10"), reason: " ", under: law) }
                == Refusal("D-SLF-2", "closings")
        )
        try check.reopen(by: signed("2025-03-10"), reason: "Fel svar", under: law)
        #expect(check.phase == .open)
        try check.close(by: signed("2025-03-12"), under: law)
        #expect(check.closings.count == 2)
        #expect(check.daysToClose == 4 + 2)
        #expect(check.doneOn == day("2025-03-05"))
    }

    @Test("with gaps of its source is kept, and asks for them when closed again", .requirement("D-SLF-2"))
    func imported() throws {
        var check = try SelfCheck(
            imported: .draft("ek:9"),
            unit: "U1",
            sort: .fileReview,
            begun: day("2024-03-01"),
            extent: .whole,
            version: .draft(approved: "2023-01-01"),
            answers: .notStated(source: "csv"),
            outcomes: [:],
            reviewedPeriod: nil,
            conclusion: .notStated(source: "csv"),
            closed: signed("2024-03-02")
        )
        #expect(check.violations(under: law).isEmpty)
        #expect(check.result == nil)
        #expect(try JSON.roundTrip(check) == check)
        try check.reopen(by: signed("2024-04-01"), reason: "Komplettering", under: law)
        #expect(closing(check, on: "2024-04-02") == Refusal("D-SLF-3", "answers"))
        for code in ["A", "B", "C", "D"] as [QuestionCode] { try check.answer(code, .yes, under: law) }
        #expect(closing(check, on: "2024-04-02") == Refusal("D-SLF-2", "conclusion"))
        try check.conclude("Klart", under: law)
        #expect(closing(check, on: "2024-04-02") == nil)
    }

    @Test("lets only a failed question become a deviation, linked to that question", .requirement("D-SLF-9"))
    func deviations() throws {
        var check = try SelfCheck.answered(answers: ["A": .no])
        #expect(
            refusal { try check.settle("B", as: .deviation(deviation), under: law) } == Refusal("D-SLF-9", "outcomes")
        )
        #expect(
            refusal { try check.settle("Z", as: .deviation(deviation), under: law) } == Refusal("D-SLF-9", "outcomes")
        )
        try check.settle("A", as: .deviation(deviation), under: law)
        #expect(check.source(of: "A") == QuestionReference(check: check.reference, question: "A"))
        #expect(check.source(of: "B") == nil)
        #expect(refusal { try check.answer("A", .yes, under: law) } == Refusal("D-SLF-9", "outcomes"))
        try check.answer("A", .partly, under: law)
        try check.withdrawOutcome(of: "A", under: law)
        try check.answer("A", .yes, under: law)
    }

    @Test("links a deviation as a deviation and a measure as a measure", .requirement("D-SLF-9"))
    func kindsOfOutcome() throws {
        let measure = RecordReference(kind: RecordKind(rawValue: "measure"), id: "m:1")
        var check = try SelfCheck.answered(answers: ["A": .no])
        for outcome in [FailureOutcome.deviation(measure), .measure(deviation)] {
            #expect(refusal { try check.settle("A", as: outcome, under: law) } == Refusal("D-SLF-9", "outcomes.record"))
        }
        for outcome in [FailureOutcome.deviation(deviation), .measure(measure)] {
            try check.settle("A", as: outcome, under: law)
        }
    }

    @Test("of access logs states the period reviewed, which has ended", .requirement("D-SLF-10"))
    func accessLogs() throws {
        var check = try SelfCheck.answered(sort: .accessLogReview)
        #expect(closing(check) == Refusal("D-SLF-10", "reviewedPeriod"))
        let violation = try #require(throws: RuleViolation.self) {
            try check.close(by: signed("2025-03-02"), under: law)
        }
        #expect(violation.citation?.hasPrefix("10 § lagen (2001:454)") == true)
        #expect(closing(try .answered(sort: .fileReview)) == nil)
        try check.review(try #require(CalendarPeriod(first: day("2025-02-01"), last: day("2025-03-03"))), under: law)
        #expect(closing(check) == Refusal("D-SLF-10", "reviewedPeriod.last"))
        #expect(closing(check, on: "2025-03-03") == nil)
    }

    @Test("can be cancelled with a reason, stays readable and is not counted", .requirement("D-SLF-7"))
    func cancelled() throws {
        var check = try SelfCheck.closed()
        #expect(check.facts.observations.count == 1)
        #expect(
            refusal { try check.cancel(by: signed("2025-03-03"), reason: "", under: law) }
                == Refusal("D-SLF-7", "cancellation")
        )
        #expect(
            refusal { try check.cancel(by: signed("2025-03-01"), reason: "Dubblett", under: law) }
                == Refusal("D-SLF-7", "cancellation")
        )
        try check.cancel(by: signed("2025-03-03"), reason: "Dubblett", under: law)
        #expect(check.phase == .cancelled)
        #expect(check.facts.observations.isEmpty)
        #expect(
            refusal { try check.cancel(by: signed("2025-03-03"), reason: "Dubblett", under: law) }
                == Refusal("D-SLF-7", "phase")
        )
        #expect(try JSON.roundTrip(check) == check)
    }

    @Test("is decoded only as it could have come about", .requirement("D-SLF-3"))
    func decoding() throws {
        let check = try SelfCheck.closed(answers: ["A": .no])
        let text = try JSON.text(check)
        let faults: [(String, String, Refusal)] = [
            (#""item":0,"question":"A""#, #""item":1,"question":"A""#, Refusal("D-SLF-3", "answers")),
            (#""begun":"2025-03-01""#, #""begun":"2025-03-03""#, Refusal("D-SLF-2", "closings")),
            (#""outcomes":{"A""#, #""outcomes":{"Z""#, Refusal("D-SLF-9", "outcomes")),
            (#""extent":{"whole":{}}"#, #""extent":{"all":{"population":0}}"#, Refusal("D-SLF-12", "extent")),
        ]
        for (sound, faulty, expected) in faults {
            let changed = text.replacing(sound, with: faulty)
            try #require(changed != text)
            #expect(refusal { _ = try JSON.value(SelfCheck.self, from: changed) } == expected)
        }
        let twice = #"[{"answer":{"yes":{}},"item":0,"question":"A"},{"answer":{"no":{}},"item":0,"question":"A"}]"#
        #expect(throws: DecodingError.self) { try JSON.value(SelfCheckAnswers.self, from: twice) }
    }
}
