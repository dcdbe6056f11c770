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
}
