import QualityCore
import SelfChecks
import TestSupport
import Testing

@Suite("The ledger of occasions", .requirement("D-SLF-7"))
struct OccasionLedgerTests {
    let law = Law.swedish

    func ledger(_ plans: [SelfCheckPlan], _ checks: [SelfCheck] = [], through date: String) -> OccasionLedger {
        var ledger = OccasionLedger()
        ledger.catchUp(with: plans, checks: checks, through: day(date))
        return ledger
    }

    func days(_ entries: [OccasionLedger.Entry]) -> [String] {
        entries.map(\.occasion.expected.description)
    }

    @Test("tells done, late, missed, cancelled and open apart")
    func standings() throws {
        var plan = try SelfCheckPlan.approved(checks: [
            .draft(schedule: .recurring(try .lastDayOfMonth(), from: day("2025-01-01")))
        ])
        try plan.cancelOccasion(
            of: "akt",
            on: day("2025-03-31"),
            by: signed("2025-03-20"),
            reason: "Sjukdom",
            under: law
        )
        let checks = [
            try SelfCheck.closed("ek:1", occasion: plan.occasion("2025-01-31"), begun: "2025-01-31", on: "2025-02-07"),
            try SelfCheck.closed("ek:2", occasion: plan.occasion("2025-02-28"), begun: "2025-02-28", on: "2025-03-08"),
        ]
        let ledger = ledger([plan], checks, through: "2025-05-07")
        let lines = { (date: String) in ledger.lines(with: [plan], checks: checks, asOf: day(date)).map(\.standing) }
        #expect(
            lines("2025-05-07")
                == [
                    .done(on: day("2025-02-07")), .late(on: day("2025-03-08")), .cancelled(reason: "Sjukdom"), .open,
                ]
        )
        #expect(lines("2025-05-08").last == .missed)
        #expect(lines("2025-03-07") == [.done(on: day("2025-02-07")), .open, .open, .open])
        #expect(lines("2025-03-08")[1] == .late(on: day("2025-03-08")))
        #expect(try JSON.roundTrip(ledger) == ledger)
    }

    @Test("run twice gives one occasion, and after downtime all that was lost")
    func catchingUp() throws {
        let daily = CheckSchedule.recurring(try RecurrenceRule(.daily), from: day("2025-01-01"))
        let plan = try SelfCheckPlan.approved(checks: [.draft(schedule: daily)])
        var ledger = OccasionLedger()
        #expect(ledger.catchUp(with: [plan], checks: [], through: day("2025-01-02")).count == 2)
        #expect(ledger.catchUp(with: [plan], checks: [], through: day("2025-01-02")).isEmpty)
        let lost = ledger.catchUp(with: [plan], checks: [], through: day("2025-01-05"))
        #expect(days(lost) == ["2025-01-03", "2025-01-04", "2025-01-05"])
        #expect(ledger.catchUp(with: [plan], checks: [], through: day("2025-01-04")).isEmpty)
        #expect(ledger == self.ledger([plan], through: "2025-01-05"))
        #expect(ledger.catchUp(with: [plan], checks: [], through: day("2027-01-05")).count == 360)
    }

    @Test("expects nothing of a plan that nobody approved")
    func drafts() throws {
        #expect(ledger([try .draft()], through: "2025-12-31").entries.isEmpty)
        #expect(ledger([try .approved()], through: "2025-12-31").entries.count == 4)
    }

    @Test("keeps the past when a plan is changed")
    func changedPlan() throws {
        var plan = try SelfCheckPlan.approved()
        var ledger = ledger([plan], through: "2025-04-01")
        try plan.amend(by: signed("2025-04-02"), reason: "Tätare", under: law)
        let monthly = CheckSchedule.recurring(try .monthly(on: 15), from: day("2025-01-01"))
        try plan.put(.draft(schedule: monthly), under: law)
        try plan.approve(by: signed("2025-04-02"), under: law)
        ledger.catchUp(with: [plan], checks: [], through: day("2025-05-31"))
        #expect(days(ledger.entries) == ["2025-03-31", "2025-04-15", "2025-05-15"])
        // A check that names a moved day is still found.
        let check = try SelfCheck.closed(occasion: plan.occasion("2025-04-30"), begun: "2025-04-16", on: "2025-04-17")
        let standings = ledger.lines(with: [plan], checks: [check], asOf: day("2025-05-31")).map(\.standing)
        #expect(
            standings == [.missed, .done(on: day("2025-04-17")), .missed].map { $0 }
                || standings[1] == .done(on: day("2025-04-17"))
        )
        #expect(standings[0] == .missed)
    }

    @Test("expects the next so long after the last was done, through downtime too")
    func afterLast() throws {
        let spacing = try #require(CheckSpacing(1, .months))
        var plan = try SelfCheckPlan.approved(checks: [
            .draft(schedule: .afterLast(spacing, first: day("2025-01-10")))
        ])
        let first = try SelfCheck.closed(
            "ek:1",
            occasion: plan.occasion("2025-01-10"),
            begun: "2025-01-12",
            on: "2025-01-12"
        )
        let again = try SelfCheck.closed(
            "ek:3",
            occasion: plan.occasion("2025-01-10"),
            begun: "2025-01-14",
            on: "2025-01-14"
        )
        let second = try SelfCheck.closed(
            "ek:2",
            occasion: plan.occasion("2025-02-12"),
            begun: "2025-03-01",
            on: "2025-03-01"
        )
        #expect(days(ledger([plan], [], through: "2025-06-01").entries) == ["2025-01-10"])
        #expect(days(ledger([plan], [again, first], through: "2025-06-01").entries) == ["2025-01-10", "2025-02-12"])
        let all = ledger([plan], [second, again, first], through: "2025-06-01")
        #expect(days(all.entries) == ["2025-01-10", "2025-02-12", "2025-04-01"])
        let lines = all.lines(with: [plan], checks: [second, again, first], asOf: day("2025-06-01"))
        #expect(lines.map(\.standing) == [.done(on: day("2025-01-12")), .late(on: day("2025-03-01")), .missed])
        #expect(lines[0].check == first.reference)
        #expect(lines[0].further == [again.reference])
        try plan.cancelOccasion(
            of: "akt",
            on: day("2025-02-12"),
            by: signed("2025-02-13"),
            reason: "Stängt",
            under: law
        )
        #expect(
            days(ledger([plan], [first], through: "2025-06-01").entries) == ["2025-01-10", "2025-02-12", "2025-03-12"]
        )
    }

    @Test("does not count a cancelled check, and a begun one is not done")
    func notDone() throws {
        let plan = try SelfCheckPlan.approved()
        var check = try SelfCheck.closed(occasion: plan.occasion("2025-03-31"), begun: "2025-03-31", on: "2025-03-31")
        let ledger = ledger([plan], through: "2025-04-30")
        let standing = { ledger.lines(with: [plan], checks: [check], asOf: day("2025-04-30")).first?.standing }
        #expect(standing() == .done(on: day("2025-03-31")))
        try check.cancel(by: signed("2025-04-01"), reason: "Test", under: law)
        #expect(standing() == .missed)
        check = try .draft(occasion: plan.occasion("2025-03-31"), begun: "2025-03-31")
        #expect(standing() == .missed)
    }

    @Test("reminds once, also when the exact day went by, and again when the last day has passed")
    func reminders() throws {
        let plan = try SelfCheckPlan.approved()
        let ledger = ledger([plan], through: "2025-12-31")
        let due = { (date: String, sent: Set<OccasionReminder>) in
            OccasionLedger.reminders(
                for: ledger.lines(with: [plan], checks: [], asOf: day(date)),
                daysBefore: 14,
                sent: sent,
                on: day(date)
            )
        }
        let upcoming = OccasionReminder(plan.occasion("2025-03-31"), .upcoming)
        let overdue = OccasionReminder(plan.occasion("2025-03-31"), .overdue)
        #expect(due("2025-03-16", []).isEmpty)
        #expect(due("2025-03-17", []) == [upcoming])
        #expect(due("2025-03-20", []) == [upcoming])
        #expect(due("2025-03-20", [upcoming]).isEmpty)
        #expect(due("2025-04-07", [upcoming]).isEmpty)
        #expect(due("2025-04-08", [upcoming]) == [overdue])
        #expect(due("2025-04-20", [upcoming]) == [overdue])
        #expect(due("2025-04-20", [upcoming, overdue]).isEmpty)
    }
}
