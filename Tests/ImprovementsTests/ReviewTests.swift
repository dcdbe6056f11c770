import Improvements
import QualityCore
import TestSupport
import Testing

@Suite("Improvements, clause by clause")
struct ReviewTests {
    @Test(
        "nobody who proposed a measure approves it, not even after another proposed it anew",
        .requirement("D-MSR-1"),
        arguments: [("p1", false), ("p5", false), ("p2", true)]
    )
    func approver(person: PersonReference, isLegal: Bool) throws {
        var measure = try Measure.draft(.sentBack)
        try measure.move(to: .proposed, by: signed("p5", "2024-01-11"), under: .swedish)
        let expected = isLegal ? nil : Refusal("D-MSR-1", "approver")
        #expect(
            refusal { try measure.move(to: .approved, by: signed(person, "2024-01-12"), under: .swedish) } == expected
        )
    }

    @Test("each report of a decision not carried out cites its own paragraph", .requirement("D-EVB-1"))
    func paragraphs() throws {
        func cited(_ reporter: UnexecutedDecision.Reporter, _ closing: UnexecutedDecision.Closing?) throws -> Set<
            String
        > {
            let decision = try UnexecutedDecision.draft(reporter: reporter, closing: closing)
            let due = UnexecutedDecision.dueReports(of: [decision], asOf: day("2026-01-01"), under: .swedish)
            #expect(due.allSatisfy { $0.ground == .textRead })
            return Set(due.compactMap(\.citation))
        }
        let act = "socialtjänstlagen (2025:400)"
        #expect(try cited(.deciding, nil) == ["34 kap. 1 § \(act)"])
        let executed = UnexecutedDecision.Closing(.executed, on: day("2025-12-01"))
        #expect(try cited(.deciding, executed) == ["34 kap. 1 § \(act)", "34 kap. 2 § \(act)"])
        #expect(try cited(.ofStay(requested: day("2025-10-01")), nil) == ["34 kap. 4 § \(act)"])
    }

    @Test("a period is no gap where analyses cover each of its days", .requirement("D-ANA-1"))
    func covered() throws {
        func gaps(_ periods: [CalendarPeriod]) throws -> [CalendarPeriod] {
            let analyses = try periods.enumerated().map { index, period in
                try JointAnalysis(
                    id: identity("a:\(index)"),
                    unit: "Nämnden",
                    period: period,
                    units: ["U1"],
                    participants: .value(["p1"]),
                    concluded: signed("p1", "2025-02-01")
                )
            }
            let halves = [days("2024-01-01", "2024-06-30"), days("2024-07-01", "2024-12-31")]
            return JointAnalysis.gaps(in: halves, of: "Nämnden", among: analyses, asOf: day("2025-03-01"))
        }
        #expect(try gaps([days("2024-01-01", "2024-12-31")]).isEmpty)
        #expect(try gaps([days("2024-03-01", "2024-12-31"), days("2023-12-01", "2024-02-29")]).isEmpty)
        #expect(
            try gaps([days("2024-03-01", "2024-12-31"), days("2023-12-01", "2024-02-28")])
                == [days("2024-01-01", "2024-06-30")]
        )
    }

    @Test(
        "the sexes of a survey were not asked more than all",
        .requirement("D-SUR-1"),
        arguments: [(50, true), (51, false)]
    )
    func sexes(men: Int, isLegal: Bool) throws {
        func count(_ distributed: Int) -> UserSurvey.Count {
            UserSurvey.Count(distributed: distributed, answered: 10, satisfied: nil)
        }
        let findings = UserSurvey.Findings(
            all: UserSurvey.Count(distributed: 100, answered: 60, satisfied: nil),
            bySex: [.women: count(50), .men: count(men)],
            on: day("2024-11-01")
        )
        let survey = try UserSurvey.draft(findings: findings)
        #expect(survey.violations(under: .swedish).map(Refusal.init) == (isLegal ? [] : [Refusal("D-SUR-1", "bySex")]))
    }

    @Test("a decision ended later is still past its last day before that", .requirement("D-DEC-1"))
    func endedLater() throws {
        var decision = try BoardDecision.draft()
        try decision.end(BoardDecision.Ending(by: identity("d:9"), on: day("2025-03-01")), under: .swedish)
        #expect(BoardDecision.pastLastDay(in: [decision], asOf: day("2025-02-28")) == [decision])
        #expect(BoardDecision.pastLastDay(in: [decision], asOf: day("2025-03-01")).isEmpty)
    }

    @Test("a demand answered late is unanswered until the day of the answer", .requirement("D-EXT-1"))
    func answeredLate() throws {
        var review = try ExternalReview.draft()
        let answer = ExternalReview.Answer(
            measures: [RecordReference(kind: Measure.kind, id: "m:1")],
            by: signed("p1", "2024-06-01")
        )
        try review.answer(0, with: answer, under: .swedish)
        #expect(ExternalReview.unanswered(in: [review], asOf: day("2024-05-31")) == [review])
        #expect(ExternalReview.unanswered(in: [review], asOf: day("2024-06-01")).isEmpty)
    }
}
