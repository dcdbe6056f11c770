import QualityCore
import SelfChecks
import TestSupport
import Testing

@Suite("A recurrence rule", .requirement("D-SLF-6"))
struct RecurrenceRuleTests {
    struct Fault: Sendable, CustomTestStringConvertible {
        let text: String
        let code: RecurrenceError.Code
        let part: RecurrenceError.Part
        /// The nearest rule that is taken.
        let neighbour: String

        init(_ text: String, _ code: RecurrenceError.Code, _ part: RecurrenceError.Part, near neighbour: String) {
            self.text = text
            self.code = code
            self.part = part
            self.neighbour = neighbour
        }

        var testDescription: String { text }
    }

    static let faults = [
        Fault("", .malformed, .rule, near: "FREQ=DAILY"),
        Fault("DAILY", .malformed, .rule, near: "FREQ=DAILY"),
        Fault("RRULE:FREQ=DAILY", .malformed, .rule, near: "FREQ=DAILY"),
        Fault("FREQ=DAILY;;COUNT=1", .malformed, .rule, near: "FREQ=DAILY;COUNT=1;"),
        Fault("FREQ=DAILY;SOMETHING=1", .malformed, .rule, near: "FREQ=DAILY;INTERVAL=1"),
        Fault("FREQ=DAILY;RRULE=1", .malformed, .rule, near: "FREQ=DAILY;INTERVAL=1"),
        Fault("INTERVAL=2", .missing, .frequency, near: "INTERVAL=2;FREQ=DAILY"),
        Fault("FREQ=HOURLY", .unsupported, .frequency, near: "FREQ=DAILY"),
        Fault("FREQ=MINUTELY", .unsupported, .frequency, near: "FREQ=WEEKLY"),
        Fault("FREQ=SECONDLY", .unsupported, .frequency, near: "FREQ=MONTHLY"),
        Fault("FREQ=QUARTERLY", .malformed, .frequency, near: "FREQ=YEARLY"),
        Fault("FREQ=DAILY;FREQ=DAILY", .repeated, .frequency, near: "FREQ=DAILY"),
        Fault("FREQ=DAILY;COUNT=1;COUNT=1", .repeated, .count, near: "FREQ=DAILY;COUNT=1"),
        Fault("FREQ=DAILY;INTERVAL=0", .outOfRange, .interval, near: "FREQ=DAILY;INTERVAL=1"),
        Fault("FREQ=DAILY;INTERVAL=-1", .malformed, .interval, near: "FREQ=DAILY;INTERVAL=1"),
        Fault("FREQ=DAILY;INTERVAL=", .malformed, .interval, near: "FREQ=DAILY;INTERVAL=1"),
        Fault(
            "FREQ=DAILY;INTERVAL=99999999999999999999",
            .outOfRange,
            .interval,
            near: "FREQ=DAILY;INTERVAL=1000000000"
        ),
        Fault("FREQ=DAILY;COUNT=0", .outOfRange, .count, near: "FREQ=DAILY;COUNT=1"),
        Fault("FREQ=DAILY;COUNT=two", .malformed, .count, near: "FREQ=DAILY;COUNT=2"),
        Fault("FREQ=DAILY;COUNT=2;UNTIL=20250101", .contradictory, .until, near: "FREQ=DAILY;UNTIL=20250101"),
        Fault("FREQ=DAILY;UNTIL=2025-01-01", .malformed, .until, near: "FREQ=DAILY;UNTIL=20250101"),
        Fault("FREQ=DAILY;UNTIL=20250229", .malformed, .until, near: "FREQ=DAILY;UNTIL=20240229"),
        Fault("FREQ=DAILY;UNTIL=20250101T240000", .malformed, .until, near: "FREQ=DAILY;UNTIL=20250101T235960Z"),
        Fault("FREQ=MONTHLY;BYMONTHDAY=0", .outOfRange, .monthDays, near: "FREQ=MONTHLY;BYMONTHDAY=-1"),
        Fault("FREQ=MONTHLY;BYMONTHDAY=32", .outOfRange, .monthDays, near: "FREQ=MONTHLY;BYMONTHDAY=+31"),
        Fault("FREQ=MONTHLY;BYMONTHDAY=1,", .malformed, .monthDays, near: "FREQ=MONTHLY;BYMONTHDAY=1,2"),
        Fault("FREQ=MONTHLY;BYMONTHDAY=1 ", .malformed, .monthDays, near: "FREQ=MONTHLY;BYMONTHDAY=1"),
        Fault("FREQ=WEEKLY;BYMONTHDAY=1", .contradictory, .monthDays, near: "FREQ=DAILY;BYMONTHDAY=1"),
        Fault("FREQ=YEARLY;BYMONTH=13", .outOfRange, .months, near: "FREQ=YEARLY;BYMONTH=12"),
        Fault("FREQ=YEARLY;BYMONTH=-1", .malformed, .months, near: "FREQ=YEARLY;BYMONTH=1"),
        Fault("FREQ=WEEKLY;BYDAY=LÖ", .malformed, .weekdays, near: "FREQ=WEEKLY;BYDAY=SA"),
        Fault("FREQ=WEEKLY;BYDAY=", .malformed, .weekdays, near: "FREQ=WEEKLY;BYDAY=MO"),
        Fault("FREQ=WEEKLY;BYDAY=1MO", .contradictory, .weekdays, near: "FREQ=MONTHLY;BYDAY=1MO"),
        Fault("FREQ=DAILY;BYDAY=-1MO", .contradictory, .weekdays, near: "FREQ=DAILY;BYDAY=MO"),
        Fault("FREQ=YEARLY;BYDAY=54MO", .outOfRange, .weekdays, near: "FREQ=YEARLY;BYDAY=53MO"),
        Fault("FREQ=MONTHLY;BYDAY=0MO", .outOfRange, .weekdays, near: "FREQ=MONTHLY;BYDAY=+1MO"),
        Fault("FREQ=MONTHLY;BYDAY=MO;BYSETPOS=0", .outOfRange, .positions, near: "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=-1"),
        Fault(
            "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=367",
            .outOfRange,
            .positions,
            near: "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=366"
        ),
        Fault("FREQ=MONTHLY;BYSETPOS=1", .contradictory, .positions, near: "FREQ=MONTHLY;BYSETPOS=1;BYMONTHDAY=1"),
        Fault("FREQ=WEEKLY;WKST=XX", .malformed, .weekStart, near: "freq=weekly;wkst=su"),
        Fault("FREQ=YEARLY;BYWEEKNO=20", .unsupported, .weekNumbers, near: "FREQ=YEARLY;BYMONTH=5"),
        Fault("FREQ=YEARLY;BYYEARDAY=1", .unsupported, .yearDays, near: "FREQ=YEARLY;BYMONTHDAY=1"),
        Fault("FREQ=DAILY;BYHOUR=9", .unsupported, .hours, near: "FREQ=DAILY"),
        Fault("FREQ=DAILY;BYMINUTE=9", .unsupported, .minutes, near: "FREQ=DAILY"),
        Fault("FREQ=DAILY;BYSECOND=9", .unsupported, .seconds, near: "FREQ=DAILY"),
        Fault("RSCALE=GREGORIAN;FREQ=DAILY", .unsupported, .calendarScale, near: "FREQ=DAILY"),
        Fault("FREQ=MONTHLY;SKIP=BACKWARD", .unsupported, .skip, near: "FREQ=MONTHLY"),
    ]

    @Test("is refused by the part that is wrong, and its nearest neighbour is taken", arguments: faults)
    func faulty(fault: Fault) throws {
        let error = try #require(throws: RecurrenceError.self) { try RecurrenceRule(fault.text) }
        #expect(error.rule == "D-SLF-6")
        #expect(error == RecurrenceError(fault.code, in: fault.part))
        #expect(throws: Never.self) { try RecurrenceRule(fault.neighbour) }
        #expect(throws: RecurrenceError.self) { try JSON.value(RecurrenceRule.self, from: JSON.text(fault.text)) }
    }

    @Test("is written back as it is read")
    func text() throws {
        for text in [
            "FREQ=DAILY", "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU",
            "FREQ=MONTHLY;UNTIL=20250131T140000;BYMONTH=1,2;BYMONTHDAY=-31,1,31;BYDAY=MO,-1FR,2FR;BYSETPOS=-2,1",
        ] {
            let rule = try RecurrenceRule(text)
            #expect(rule.description.split(separator: ";").sorted() == text.split(separator: ";").sorted())
            #expect(try RecurrenceRule(rule.description) == rule)
            #expect(try JSON.roundTrip(rule) == rule)
        }
        #expect(try RecurrenceRule("FREQ=WEEKLY;BYDAY=SU,TH,TH") == RecurrenceRule("byday=th,su;freq=weekly"))
    }

    static func days(_ text: String, from start: String, year: Int) throws -> [String] {
        let period = try #require(CalendarPeriod(year: year))
        return try RecurrenceRule(text).days(from: day(start), in: period).map(\.description)
    }

    @Test("passes over a day that February does not have, and the offered forms do not")
    func february() throws {
        let period = try #require(CalendarPeriod(first: day("2025-02-01"), last: day("2025-02-28")))
        for date in [29, 30, 31] {
            let plain = try RecurrenceRule(.monthly, monthDays: [date])
            #expect(plain.days(from: day("2025-01-01"), in: period).isEmpty)
            let kept = try RecurrenceRule.monthly(on: date)
            #expect(kept.days(from: day("2025-01-01"), in: period) == [day("2025-02-28")])
        }
        #expect(try RecurrenceRule.lastDayOfMonth().days(from: day("2025-01-01"), in: period) == [day("2025-02-28")])
        #expect(
            try Self.days("FREQ=MONTHLY;BYMONTHDAY=-1;BYMONTH=2", from: "2024-01-01", year: 2024) == ["2024-02-29"]
        )
        #expect(throws: RecurrenceError(.outOfRange, in: .monthDays)) { try RecurrenceRule.monthly(on: 32) }
    }

    @Test("of each quarter comes in all four quarters, on the last day too")
    func quarters() throws {
        let year = try #require(CalendarPeriod(year: 2025))
        #expect(
            try RecurrenceRule.lastDayOfMonth(every: 3).days(from: day("2025-03-31"), in: year).map(\.description)
                == ["2025-03-31", "2025-06-30", "2025-09-30", "2025-12-31"]
        )
        #expect(
            try RecurrenceRule.monthly(every: 3, on: 31).days(from: day("2025-01-31"), in: year).map(\.description)
                == ["2025-01-31", "2025-04-30", "2025-07-31", "2025-10-31"]
        )
        #expect(try Self.days("FREQ=MONTHLY;INTERVAL=3", from: "2025-01-15", year: 2025).count == 4)
    }

    @Test("can choose any day of the week, Sunday too", arguments: RecurrenceRule.Weekday.allCases)
    func weekdays(weekday: RecurrenceRule.Weekday) throws {
        let rule = try RecurrenceRule(.weekly, weekdays: [.init(weekday)])
        let days = rule.occurrences(from: RecurrenceMoment(day("2025-01-01"))).prefix(60).map(\.day)
        #expect(days.count == 60)
        #expect(days.allSatisfy { $0.weekday == weekday.number })
        #expect(weekday.label(.swedish) != weekday.label(.english))
    }

    @Test("numbers days of the week within the month, or within the year where no month is named")
    func numbered() throws {
        #expect(try Self.days("FREQ=YEARLY;BYDAY=1MO", from: "2025-01-01", year: 2025) == ["2025-01-06"])
        #expect(try Self.days("FREQ=YEARLY;BYDAY=-1MO", from: "2025-01-01", year: 2025) == ["2025-12-29"])
        #expect(try Self.days("FREQ=YEARLY;BYDAY=1MO;BYMONTH=3", from: "2025-01-01", year: 2025) == ["2025-03-03"])
        #expect(
            try Self.days("FREQ=YEARLY;BYDAY=1MO;BYMONTHDAY=6", from: "2025-01-01", year: 2025) == ["2025-01-06"]
        )
        #expect(
            try Self.days("FREQ=MONTHLY;BYDAY=SU,1MO;BYMONTH=3", from: "2025-01-01", year: 2025)
                == ["2025-03-02", "2025-03-03", "2025-03-09", "2025-03-16", "2025-03-23", "2025-03-30"]
        )
    }

    @Test("ends at a time of the start's clock, or with the day where either has no time")
    func until() throws {
        let start = RecurrenceMoment(day("2025-01-01"), at: try #require(TimeOfDay("09:00")))
        let counts = [
            ("20250103T085959", 2), ("20250103T090000", 3), ("20250103T090000Z", 3), ("20250103", 3),
            ("20250102T235959", 2), ("20241231", 0),
        ]
        for (limit, count) in counts {
            let rule = try RecurrenceRule("FREQ=DAILY;UNTIL=\(limit)")
            #expect(Array(rule.occurrences(from: start)).count == count, "\(limit)")
        }
        let whole = try RecurrenceRule("FREQ=DAILY;UNTIL=20250103T000000")
        #expect(Array(whole.occurrences(from: RecurrenceMoment(start.day))).count == 3)
    }

    @Test(
        "ends with the calendar when it never comes, comes rarely or has no end",
        .timeLimit(.minutes(30)),
        arguments: [
            ("FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30", 0), ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=1", 0),
            ("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30;UNTIL=99991231", 0), ("FREQ=YEARLY;BYDAY=53MO;BYMONTH=1;COUNT=1", 0),
            ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", 1_945), ("FREQ=DAILY;INTERVAL=1000000000", 1),
            ("FREQ=YEARLY;INTERVAL=1000000000", 1), ("FREQ=MONTHLY;INTERVAL=999999999;COUNT=1000000000", 1),
            ("FREQ=WEEKLY;INTERVAL=1000000000;BYDAY=MO;COUNT=3", 0), ("FREQ=WEEKLY;BYDAY=SU;BYMONTH=1;BYSETPOS=2", 0),
        ]
    )
    func endOfCalendar(text: String, count: Int) throws {
        let start = RecurrenceMoment(day("2020-01-01"))
        #expect(Array(try RecurrenceRule(text).occurrences(from: start)).count == count - (count == 1_945 ? 10 : 0))
    }

    @Test("yields lazily, and the last day of the calendar last", .timeLimit(.minutes(30)))
    func lastDay() throws {
        let daily = try RecurrenceRule(.daily)
        #expect(
            daily.occurrences(from: RecurrenceMoment(.earliest)).prefix(2).map(\.day.description).last == "0001-01-02"
        )
        let late = try #require(CalendarDate.latest.adding(days: -9))
        for frequency in RecurrenceRule.Frequency.allCases {
            let rule = try RecurrenceRule(frequency, weekdays: RecurrenceRule.Weekday.allCases.map { .init($0) })
            #expect(Array(rule.occurrences(from: RecurrenceMoment(late))).last?.day == .latest)
        }
    }

    @Test("of the last occasion counts from the day it was done")
    func spacing() throws {
        let year = try #require(CalendarPeriod(year: 2025))
        let monthly = CheckSchedule.afterLast(try #require(CheckSpacing(1, .months)), first: day("2025-01-31"))
        #expect(monthly.expectedDays(in: year) == [day("2025-01-31")])
        #expect(
            monthly.expectedDays(in: year, done: [day("2025-03-05"), day("2025-01-31")]).map(\.description)
                == ["2025-01-31", "2025-02-28", "2025-04-05"]
        )
        #expect(CheckSpacing(0, .days) == nil)
        #expect(CheckSpacing(2, .weeks)?.day(after: day("2025-01-01")) == day("2025-01-15"))
        #expect(CheckSpacing(1, .days)?.day(after: .latest) == nil)
        for schedule in [monthly, .once(day("2025-01-01")), .recurring(try .lastDayOfMonth(), from: day("2025-01-01"))]
        {
            #expect(try JSON.roundTrip(schedule) == schedule)
        }
        #expect(throws: DecodingError.self) { try JSON.value(CheckSpacing.self, from: #"{"count":0,"span":"days"}"#) }
    }
}
