import QualityCore
import SelfChecks
import TestSupport
import Testing

/// Faults of other systems in planning and answering self-checks, each named as the fault or its cure.
@Suite("Learnt from others' faults, in self-checks")
struct LearntFaultsInSelfChecksTests {
    private static func plan(_ schedule: CheckSchedule) throws -> SelfCheckPlan {
        let check = PlannedCheck(
            "akt",
            what: "Genomförandeplaner",
            sort: .fileReview,
            how: .value("Aktgranskning"),
            schedule: schedule,
            graceDays: 7,
            responsible: .value("p1"),
            sample: .size(10),
            subjects: .value([RecordReference(kind: RecordKind(rawValue: "routine"), id: "r:1")]),
            ifNotMet: .value("Avvikelse skrivs."),
            template: name("mall:1")
        )
        var plan = try SelfCheckPlan(id: name("plan:1"), unit: "U1", year: 2025, checks: [check])
        try plan.approve(by: sign("sas", "2025-01-01"), under: law)
        return plan
    }

    private static func daily() throws -> SelfCheckPlan {
        try plan(.recurring(RecurrenceRule(.daily), from: day("2025-01-01")))
    }

    @Test("Day 29, 30 and 31 recurrences in February", .requirement("D-SLF-6"), arguments: [29, 30, 31])
    func february(date: Int) throws {
        let rule = try RecurrenceRule.monthly(on: date)
        for (first, last) in [("2025-02-01", "2025-02-28"), ("2024-02-01", "2024-02-29")] {
            let february = try #require(CalendarPeriod(first: day(first), last: day(last)))
            #expect(rule.days(from: day("2024-01-29"), in: february) == [day(last)])
        }
        let march = try #require(CalendarPeriod(first: day("2025-03-01"), last: day("2025-03-31")))
        #expect(rule.days(from: day("2024-01-29"), in: march) == [day("2025-03-\(date)")])
    }

    @Test("A quarterly series fires in all four quarters", .requirement("D-SLF-6"), arguments: [1, 15, 28, 29, 30, 31])
    func quarters(date: Int) throws {
        let year = try #require(CalendarPeriod(year: 2025))
        for start in ["2025-01-01", "2024-11-30", "2024-02-29"] {
            let days = try RecurrenceRule.monthly(every: 3, on: date).days(from: day(start), in: year)
            #expect(Set(days.map { ($0.month - 1) / 3 }) == [0, 1, 2, 3] && days.count == 4)
        }
    }

    @Test("Sunday can be chosen", .requirement("D-SLF-6"))
    func sunday() throws {
        let year = try #require(CalendarPeriod(year: 2025))
        let days = try RecurrenceRule("FREQ=WEEKLY;BYDAY=SU").days(from: day("2025-01-01"), in: year)
        #expect(days.count == 52 && days.first == day("2025-01-05"))
    }

    @Test("A job run twice gives one occasion", .requirement("D-SLF-7"))
    func twice() throws {
        var ledger = OccasionLedger()
        let plan = try Self.daily()
        #expect(ledger.catchUp(with: [plan], checks: [], through: day("2025-01-01")).count == 1)
        #expect(ledger.catchUp(with: [plan], checks: [], through: day("2025-01-01")).isEmpty)
        #expect(ledger.entries.count == 1)
    }

    @Test("A job down three days catches up", .requirement("D-SLF-7"))
    func down() throws {
        var ledger = OccasionLedger()
        let plan = try Self.daily()
        ledger.catchUp(with: [plan], checks: [], through: day("2025-01-01"))
        #expect(ledger.catchUp(with: [plan], checks: [], through: day("2025-01-04")).count == 3)
    }

    private static func reminders(on date: String, sent: Set<OccasionReminder> = []) throws -> Set<OccasionReminder> {
        let plan = try plan(.once(day("2025-03-31")))
        var ledger = OccasionLedger()
        ledger.catchUp(with: [plan], checks: [], through: day("2025-12-31"))
        let lines = ledger.lines(with: [plan], checks: [], asOf: day(date))
        return Set(OccasionLedger.reminders(for: lines, daysBefore: 14, sent: sent, on: day(date)))
    }

    private static let occasion = PlannedOccasion(plan: name("plan:1"), check: "akt", expected: day("2025-03-31"))

    @Test("A reminder when the exact day was missed", .requirement("D-SLF-7"))
    func reminder() throws {
        let upcoming = OccasionReminder(Self.occasion, .upcoming)
        #expect(try Self.reminders(on: "2025-03-16").isEmpty)
        #expect(try Self.reminders(on: "2025-03-20") == [upcoming])
        #expect(try Self.reminders(on: "2025-03-20", sent: [upcoming]).isEmpty)
    }

    @Test("An overdue reminder", .requirement("D-SLF-7"))
    func overdue() throws {
        let upcoming = OccasionReminder(Self.occasion, .upcoming)
        #expect(try Self.reminders(on: "2025-04-07", sent: [upcoming]).isEmpty)
        #expect(try Self.reminders(on: "2025-04-08", sent: [upcoming]) == [OccasionReminder(Self.occasion, .overdue)])
    }

    @Test("Unanswered is not no", .requirement("D-SLF-3"))
    func unanswered() throws {
        let check = try SelfCheck.draft(["q1": .yes])
        #expect(check.answers.value?["q2"] == nil)
        #expect(check.failedQuestions.isEmpty)
        #expect(try SelfCheck.draft(["q1": .yes, "q2": .no]).failedQuestions == ["q2"])
    }

    @Test("Unanswered is not the lowest grade", .requirement("D-SLF-3"))
    func grade() throws {
        let open = AnswerTally(try SelfCheck.draft(["q1": .yes]).answers.value?.entries.map(\.answer) ?? [])
        let failed = AnswerTally(
            try SelfCheck.draft(["q1": .yes, "q2": .no]).answers.value?.entries.map(\.answer) ?? []
        )
        #expect(open.denominator == 1 && failed.denominator == 2)
        #expect(AnswerTally([.notAssessed(reason: "Tid")]).denominator == 0)
    }

    @Test("Closing with unanswered questions refused", .requirement("D-SLF-3"))
    func closing() throws {
        var check = try SelfCheck.draft(["q1": .yes])
        try check.conclude("Rutinen följs.", under: law)
        let refused = refusal { try check.close(by: sign("p1", "2024-03-02"), under: law) }
        #expect(refused == Refusal("D-SLF-3", "answers"))
        try check.answer("q2", .notAssessed(reason: "Tid"), under: law)
        #expect(refusal { try check.close(by: sign("p1", "2024-03-02"), under: law) } == nil)
    }

    @Test("A new template leaves finished occasions untouched", .requirement("D-SLF-5"))
    func template() throws {
        var check = try SelfCheck.draft(["q1": .yes, "q2": .yes])
        try check.conclude("Rutinen följs.", under: law)
        try check.close(by: sign("p1", "2024-03-02"), under: law)
        let before = check
        let next = try SelfCheckTemplate.Version(
            of: name("mall:1"),
            number: 2,
            approved: sign("sas", "2024-02-10"),
            questions: [SelfCheckTemplate.Question("q3", "Är den känd?")]
        )
        #expect(refusal { try check.adopt(next, under: law) } == Refusal("D-SLF-5", "version"))
        #expect(check == before)
        var begun = try SelfCheck.draft([:])
        #expect(refusal { try begun.adopt(next, under: law) } == nil)
    }
}
