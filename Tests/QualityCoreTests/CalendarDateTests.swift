import QualityCore
import QualitySamples
import TestSupport
import Testing

@Suite("A calendar date")
struct CalendarDateTests {
    /// The calendar as a child learns it: one day after the other, month lengths by name, leap years by their rule.
    private struct NaiveDay: Equatable {
        var year: Int
        var month: Int
        var day: Int

        var daysInMonth: Int {
            if month == 2 { return year % 400 == 0 || (year % 4 == 0 && year % 100 != 0) ? 29 : 28 }
            return [1: 31, 3: 31, 4: 30, 5: 31, 6: 30, 7: 31, 8: 31, 9: 30, 10: 31, 11: 30, 12: 31][month] ?? 0
        }

        mutating func step() {
            day += 1
            if day > daysInMonth { (month, day) = (month + 1, 1) }
            if month > 12 { (year, month) = (year + 1, 1) }
        }
    }

    @Test("agrees with a walk day by day from 1600 through 2400")
    func walk() throws {
        var naive = NaiveDay(year: 1600, month: 1, day: 1)
        var before1970 = 0
        while naive.year < 1970 {
            naive.step()
            before1970 += 1
        }
        var number = Int32(-before1970)
        naive = NaiveDay(year: 1600, month: 1, day: 1)
        var mismatch: String?
        while naive.year <= 2400, mismatch == nil {
            let date = CalendarDate(year: naive.year, month: naive.month, day: naive.day)
            let (year, month, day) = date?.components ?? (0, 0, 0)
            if date?.daysSince1970 != number || NaiveDay(year: year, month: month, day: day) != naive {
                mismatch = "\(naive) is day \(number), not \(String(describing: date))"
            }
            naive.step()
            number += 1
        }
        #expect(mismatch == nil)
        #expect(number == 157_420, "2401-01-01")
    }

    @Test("knows which years have a 29th of February", arguments: [1600, 2000, 2020, 2024, 2400, 4, 9996])
    func leapYears(year: Int) throws {
        let leapDay = try #require(CalendarDate(year: year, month: 2, day: 29))
        #expect(leapDay.adding(days: 1) == CalendarDate(year: year, month: 3, day: 1))
        #expect(CalendarDate.daysIn(month: 2, year: year) == 29)
        #expect(CalendarDate(year: year, month: 2, day: 30) == nil)
    }

    @Test("knows which years have none", arguments: [1700, 1800, 1900, 2100, 2200, 2300, 2021, 2023, 1, 9999])
    func commonYears(year: Int) {
        #expect(CalendarDate(year: year, month: 2, day: 29) == nil)
        #expect(CalendarDate(year: year, month: 2, day: 28)?.adding(days: 1)?.month == 3)
    }

    @Test(
        "refuses days that no calendar has",
        arguments: [
            (0, 1, 1), (10_000, 1, 1), (-1, 1, 1), (2020, 0, 1), (2020, 13, 1), (2020, 1, 0), (2020, 1, 32),
            (2020, 4, 31),
            (2020, 6, 31), (2020, 9, 31), (2020, 11, 31), (Int.max, 1, 1), (2020, Int.min, 1), (2020, 1, Int.max),
        ]
    )
    func impossible(year: Int, month: Int, day: Int) {
        #expect(CalendarDate(year: year, month: month, day: day) == nil)
    }

    @Test(
        "is read from and written as ISO 8601",
        arguments: [
            ("0001-01-01", -719_162), ("1582-10-15", -141_427), ("1969-12-31", -1), ("1970-01-01", 0),
            ("2000-02-29", 11_016), ("2025-07-01", 20_270), ("9999-12-31", 2_932_896),
        ]
    )
    func text(text: String, days: Int) throws {
        let date = try #require(CalendarDate(text))
        #expect(date.daysSince1970 == Int32(days))
        #expect(date.description == text)
        #expect(try JSON.text([date]) == "[\"\(text)\"]")
        #expect(try JSON.roundTrip([date]) == [date])
    }

    @Test(
        "is not read from anything else",
        arguments: [
            "", "2020", "2020-1-01", "2020-01-1", "20200101", "2020/01/01", "2020-01-01 ", " 2020-01-01",
            "2020-01-01T00",
            "2020-02-30", "2021-02-29", "0000-01-01", "2020-00-10", "2020-13-01", "2020-12-00", "-020-01-01",
            "+020-01-01",
            "２０２０-01-01", "2020–01–01", "202O-01-01",
        ]
    )
    func refusedText(text: String) {
        #expect(CalendarDate(text) == nil)
        #expect(throws: DecodingError.self) { try JSON.value([CalendarDate].self, from: "[\"\(text)\"]") }
    }

    @Test("survives text, components and number", arguments: Seeds.some(3))
    func roundTrips(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<2_000 {
            let number = Int32(random.draw(-719_162...2_932_896))
            let date = try #require(CalendarDate(daysSince1970: number))
            try #require(CalendarDate(date.description) == date)
            try #require(CalendarDate(year: date.year, month: date.month, day: date.day) == date)
        }
    }

    @Test("adds and counts days, and orders by them", arguments: Seeds.some(3))
    func arithmetic(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<2_000 {
            let start = try #require(CalendarDate(daysSince1970: Int32(random.draw(-700_000...2_900_000))))
            let distance = random.draw(-10_000...10_000)
            let end = try #require(start.adding(days: distance))
            try #require(start.days(to: end) == distance && end.days(to: start) == -distance)
            try #require((start < end) == (distance > 0) && (start == end) == (distance == 0))
        }
    }

    @Test("ends with the years 1 and 9999", arguments: [1, 2, 1_000_000, Int.max, Int.max - 1])
    func bounds(days: Int) {
        #expect(CalendarDate.latest.adding(days: days) == nil)
        #expect(CalendarDate.earliest.adding(days: -days) == nil)
        #expect(CalendarDate.latest.adding(days: 0) == .latest)
        #expect(day("1970-01-02").adding(days: Int.min) == nil)
        #expect(CalendarDate(daysSince1970: CalendarDate.latest.daysSince1970 + 1) == nil)
        #expect(CalendarDate(daysSince1970: CalendarDate.earliest.daysSince1970 - 1) == nil)
        #expect(CalendarDate(daysSince1970: .max) == nil && CalendarDate(daysSince1970: .min) == nil)
    }
}
