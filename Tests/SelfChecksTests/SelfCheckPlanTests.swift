import QualityCore
import SelfChecks
import TestSupport
import Testing

@Suite("A plan of self-checks")
struct SelfCheckPlanTests {
    let law = Law.swedish

    struct Lack: Sendable, CustomTestStringConvertible {
        let refusal: Refusal
        let spoil: @Sendable (inout PlannedCheck) throws -> Void

        init(
            _ field: String,
            _ rule: String = "D-SLF-2",
            _ spoil: @escaping @Sendable (inout PlannedCheck) throws -> Void
        ) {
            refusal = Refusal(rule, "checks.\(field)")
            self.spoil = spoil
        }

        var testDescription: String { refusal.description }
    }

    static let lacks = [
        Lack("what") { $0.what = " " }, Lack("how") { $0.how = .value("") },
        Lack("responsible") { $0.responsible = nil }, Lack("sample") { $0.sample = nil },
        Lack("sample") { $0.sample = .size(0) }, Lack("subjects") { $0.subjects = .value([]) },
        Lack("ifNotMet") { $0.ifNotMet = .value("\t") }, Lack("how") { $0.how = .notStated(source: "csv") },
        Lack("schedule", "D-SLF-6") { $0.schedule = .once(day("2026-01-01")) },
        Lack("schedule", "D-SLF-6") {
            $0.schedule = .recurring(try RecurrenceRule("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29"), from: day("2025-01-01"))
        },
    ]

    @Test(
        "is approved only with all that is required of each check",
        .requirement("D-SLF-2", "D-SLF-6"),
        arguments: lacks
    )
    func lacking(lack: Lack) throws {
        var check = try PlannedCheck.draft()
        try lack.spoil(&check)
        var plan = try SelfCheckPlan.draft(checks: [check])
        #expect(plan.violations(under: law).isEmpty)
        #expect(refusal { try plan.approve(by: signed("2025-01-10"), under: law) } == lack.refusal)
        try plan.put(.draft(), under: law)
        try plan.approve(by: signed("2025-01-10"), under: law)
        #expect(plan.phase == .approved)
        #expect(plan.approvals.first?.approved == signed("2025-01-10"))
    }

    @Test("that another system approved keeps its gaps until it is approved again", .requirement("D-SLF-2"))
    func imported() throws {
        var check = try PlannedCheck.draft()
        check.how = .notStated(source: "csv")
        check.responsible = .notStated(source: "csv")
        var plan = try SelfCheckPlan(
            imported: .draft("p"),
            unit: "U1",
            year: 2025,
            checks: [check],
            approved: signed("2025-01-01")
        )
        #expect(plan.violations(under: law).isEmpty)
        try plan.amend(by: signed("2025-02-01"), reason: "Ny rutin", under: law)
        #expect(
            refusal { try plan.approve(by: signed("2025-02-02"), under: law) } == Refusal("D-SLF-2", "checks.how")
        )
        #expect(try JSON.roundTrip(plan) == plan)
    }

    @Test("that is empty is not approved", .requirement("D-SLF-2"))
    func empty() throws {
        var plan = try SelfCheckPlan.draft(checks: [])
        #expect(refusal { try plan.approve(by: signed("2025-01-10"), under: law) } == Refusal("D-SLF-2", "checks"))
        try plan.put(.draft(), under: law)
        try plan.approve(by: signed("2025-01-10"), under: law)
    }

    @Test("is changed only when taken up for change, with a reason", .requirement("D-SLF-2"))
    func amending() throws {
        var plan = try SelfCheckPlan.approved()
        #expect(refusal { try plan.put(.draft("ny"), under: law) } == Refusal("D-SLF-2", "phase"))
        #expect(refusal { try plan.remove("akt", under: law) } == Refusal("D-SLF-2", "phase"))
        #expect(
            refusal { try plan.amend(by: signed("2025-01-09"), reason: "Ny", under: law) }
                == Refusal("D-SLF-2", "approvals")
        )
        #expect(
            refusal { try plan.amend(by: signed("2025-02-01"), reason: " ", under: law) }
                == Refusal("D-SLF-2", "approvals")
        )
        try plan.amend(by: signed("2025-02-01"), reason: "Ny rutin", under: law)
        try plan.put(.draft("ny"), under: law)
        #expect(refusal { try plan.remove("gammal", under: law) } == Refusal("D-SLF-2", "checks"))
        try plan.remove("akt", under: law)
        try plan.approve(by: signed("2025-02-02"), under: law)
        #expect(plan.approvals.count == 2)
        #expect(plan.checks.map(\.code) == ["ny"])
        #expect(
            refusal { _ = try SelfCheckPlan.draft(checks: [.draft(), .draft()]) } == Refusal("D-SLF-2", "checks.code")
        )
        #expect(
            refusal { _ = try SelfCheckPlan.draft(checks: [.draft(graceDays: -1)]) }
                == Refusal("D-SLF-2", "checks.graceDays")
        )
    }

    @Test("tells in words what a kind of its own is, and which kinds it lacks", .requirement("D-SLF-1"))
    func kinds() throws {
        var plan = try SelfCheckPlan.draft()
        var own = try PlannedCheck.draft("natt", sort: SelfCheckKind(rawValue: "nightRound"))
        #expect(refusal { try plan.put(own, under: law) } == Refusal("D-SLF-1", "checks.sortDetail"))
        own.sortDetail = "Nattrond"
        try plan.put(own, under: law)
        try plan.put(.draft("enkät", sort: .surveys), under: law)
        let kinds = { UnitCoverage.kindsNotPlanned(for: "U1", year: 2025, in: [plan], of: [.surveys, .attitudes]) }
        #expect(kinds() == [.surveys, .attitudes])
        try plan.approve(by: signed("2025-01-10"), under: law)
        #expect(kinds() == [.attitudes])
    }

    @Test("has reviews of access logs recur", .requirement("D-SLF-10"))
    func accessLogs() throws {
        for (schedule, isRefused) in [
            (CheckSchedule.once(day("2025-05-01")), true),
            (.recurring(try RecurrenceRule("FREQ=YEARLY;COUNT=1"), from: day("2025-05-01")), true),
            (.recurring(try RecurrenceRule("FREQ=YEARLY;COUNT=2"), from: day("2025-05-01")), false),
            (.recurring(try RecurrenceRule("FREQ=MONTHLY"), from: day("2025-05-01")), false),
        ] {
            var plan = try SelfCheckPlan.draft(checks: [.draft("logg", sort: .accessLogReview, schedule: schedule)])
            let expected = isRefused ? Refusal("D-SLF-10", "checks.schedule") : nil
            #expect(refusal { try plan.approve(by: signed("2025-01-10"), under: law) } == expected)
        }
        var plan = try SelfCheckPlan.draft(checks: [.draft(schedule: .once(day("2025-05-01")))])
        try plan.approve(by: signed("2025-01-10"), under: law)
    }

    @Test("cancels an occasion only with a reason, once, in its year", .requirement("D-SLF-7"))
    func cancelling() throws {
        var plan = try SelfCheckPlan.approved()
        let cancel = { (code: PlannedCheckCode, date: String, reason: String) in
            refusal {
                try plan.cancelOccasion(
                    of: code,
                    on: day(date),
                    by: signed("2025-03-01"),
                    reason: reason,
                    under: law
                )
            }
        }
        #expect(cancel("akt", "2025-03-31", " ") == Refusal("D-SLF-7", "cancellations.reason"))
        #expect(cancel("annan", "2025-03-31", "Flytt") == Refusal("D-SLF-7", "cancellations.check"))
        #expect(cancel("akt", "2026-03-31", "Flytt") == Refusal("D-SLF-7", "cancellations.expected"))
        #expect(cancel("akt", "2025-03-31", "Flytt") == nil)
        #expect(cancel("akt", "2025-03-31", "Flytt") == Refusal("D-SLF-7", "cancellations"))
        #expect(try JSON.roundTrip(plan) == plan)
    }
}
