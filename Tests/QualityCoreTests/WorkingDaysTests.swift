import QualityCore
import TestSupport
import Testing

@Suite("Working days", .requirement("D-CMP-4"))
struct WorkingDaysTests {
    struct Year: Sendable, CustomTestStringConvertible {
        let year: Int
        let easter: String
        let ascension: String
        let midsummerEve: String
        let allSaints: String

        init(_ year: Int, _ easter: String, _ ascension: String, _ midsummerEve: String, _ allSaints: String) {
            self.year = year
            self.easter = easter
            self.ascension = ascension
            self.midsummerEve = midsummerEve
            self.allSaints = allSaints
        }

        var testDescription: String { String(year) }
    }

    private static let years = [
        Year(2015, "04-05", "05-14", "06-19", "10-31"), Year(2016, "03-27", "05-05", "06-24", "11-05"),
        Year(2017, "04-16", "05-25", "06-23", "11-04"), Year(2018, "04-01", "05-10", "06-22", "11-03"),
        Year(2019, "04-21", "05-30", "06-21", "11-02"), Year(2020, "04-12", "05-21", "06-19", "10-31"),
        Year(2021, "04-04", "05-13", "06-25", "11-06"), Year(2022, "04-17", "05-26", "06-24", "11-05"),
        Year(2023, "04-09", "05-18", "06-23", "11-04"), Year(2024, "03-31", "05-09", "06-21", "11-02"),
        Year(2025, "04-20", "05-29", "06-20", "11-01"), Year(2026, "04-05", "05-14", "06-19", "10-31"),
        Year(2027, "03-28", "05-06", "06-25", "11-06"), Year(2028, "04-16", "05-25", "06-23", "11-04"),
        Year(2029, "04-01", "05-10", "06-22", "11-03"), Year(2030, "04-21", "05-30", "06-21", "11-02"),
    ]

    @Test("leave out every Swedish holiday of a year, and no other weekday", arguments: years)
    func table(year: Year) throws {
        func named(_ text: String) -> CalendarDate { day("\(year.year)-\(text)") }
        let easter = named(year.easter)
        let midsummerEve = named(year.midsummerEve)
        var expected = Set(
            ["01-01", "01-06", "05-01", "06-06", "12-24", "12-25", "12-26", "12-31", year.ascension, year.allSaints]
                .map(named)
        )
        expected.formUnion([easter, midsummerEve])
        for offset in [-2, 1, 49] { expected.insert(try #require(easter.adding(days: offset))) }
        expected.insert(try #require(midsummerEve.adding(days: 1)))
        #expect(Set(WorkingDays.swedish.holidays(in: year.year).map(\.date)) == expected)
        var date = named("01-01")
        while date.year == year.year {
            let isWorking = (1...5).contains(date.weekday) && !expected.contains(date)
            try #require(WorkingDays.swedish.contains(date) == isWorking)
            date = try #require(date.adding(days: 1))
        }
    }

    @Test("of a year are counted", arguments: [(2024, 251), (2025, 249), (2026, 251)])
    func number(year: Int, expected: Int) {
        #expect(WorkingDays.swedish.count(after: day("\(year - 1)-12-31"), through: day("\(year)-12-31")) == expected)
    }

    @Test(
        "are counted from the day after the start",
        arguments: [
            ("2024-03-07", 2, "2024-03-11"), ("2024-03-09", 2, "2024-03-12"), ("2024-03-07", 0, "2024-03-07"),
            ("2024-03-28", 1, "2024-04-02"), ("2024-06-20", 1, "2024-06-24"), ("2024-12-23", 2, "2024-12-30"),
            ("2024-12-20", 10, "2025-01-13"), ("2025-05-30", 10, "2025-06-16"),
        ]
    )
    func deadline(start: String, number: Int, end: String) {
        #expect(WorkingDays.swedish.day(number, after: day(start)) == day(end))
        #expect(WorkingDays.swedish.count(after: day(start), through: day(end)) == number)
    }

    @Test("end where the calendar ends, and do not run backwards")
    func limits() {
        #expect(WorkingDays.swedish.day(1, after: .latest) == nil)
        #expect(WorkingDays.swedish.day(-1, after: day("2024-03-07")) == nil)
        #expect(WorkingDays.swedish.count(after: day("2024-03-08"), through: day("2024-03-07")) == 0)
    }

    @Test("knew Whit Monday until 2004 and know the National Day since 2005")
    func nationalDay() {
        let names = { (year: Int) in Set(WorkingDays.swedish.holidays(in: year).map { $0.holiday.label(.english) }) }
        #expect(names(2004).contains("Whit Monday") && !names(2004).contains("National Day"))
        #expect(!names(2005).contains("Whit Monday") && names(2005).contains("National Day"))
    }

    @Test("are data: a board can work on an eve and close on a day between")
    func ownCalendar() throws {
        let holidays = WorkingDays.Holiday.swedish.filter { $0.label(.english) != "Midsummer Eve" }
        let own = try #require(WorkingDays(holidays: holidays, closedDays: [day("2024-05-10")]))
        #expect(own.contains(day("2024-06-21")) && !WorkingDays.swedish.contains(day("2024-06-21")))
        #expect(!own.contains(day("2024-05-10")) && WorkingDays.swedish.contains(day("2024-05-10")))
        #expect(try JSON.roundTrip(own) == own)
        #expect(WorkingDays(weekdays: [], holidays: []) == nil)
        #expect(WorkingDays(weekdays: [0, 1], holidays: []) == nil)
        #expect(WorkingDays(weekdays: [7], holidays: [])?.day(1, after: day("2024-03-07")) == day("2024-03-10"))
        let text = try JSON.text(own).replacing("[1,", with: "[8,")
        if text != (try JSON.text(own)) {
            #expect(throws: DecodingError.self) { try JSON.value(WorkingDays.self, from: text) }
        }
    }

    @Test("name each holiday in Swedish and English")
    func names() {
        for holiday in WorkingDays.Holiday.swedish {
            #expect(holiday.label(.swedish) != holiday.label(.english))
        }
    }
}
