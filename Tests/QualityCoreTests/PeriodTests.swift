import QualityCore
import TestSupport
import Testing

@Suite("A period of days")
struct PeriodTests {
    @Test("holds its first and its last day and none beside them")
    func bounds() throws {
        let period = try #require(CalendarPeriod(first: day("2020-02-01"), last: day("2020-02-29")))
        #expect(period.contains(day("2020-02-01")) && period.contains(day("2020-02-29")))
        #expect(!period.contains(day("2020-01-31")) && !period.contains(day("2020-03-01")))
    }

    @Test("may be one day long but does not end before it begins")
    func order() {
        #expect(CalendarPeriod(first: day("2020-05-01"), last: day("2020-05-01")) != nil)
        #expect(CalendarPeriod(first: day("2020-05-01"), last: day("2020-04-30")) == nil)
        #expect(throws: DecodingError.self) {
            try JSON.value(CalendarPeriod.self, from: #"{"first":"2020-05-01","last":"2020-04-30"}"#)
        }
    }

    @Test("is a year from January through December", arguments: [1, 1900, 2020, 9999])
    func year(year: Int) throws {
        let period = try #require(CalendarPeriod(year: year))
        let hasLeapDay = CalendarDate(year: year, month: 2, day: 29) != nil
        #expect(period.first.days(to: period.last) == (hasLeapDay ? 365 : 364))
        #expect(period.description == "\(year)")
    }

    @Test(
        "is a month from the 1st through its last day",
        arguments: [
            (2020, 2, "2020-02-01/2020-02-29"), (2021, 2, "2021-02-01/2021-02-28"), (2024, 12, "2024-12-01/2024-12-31"),
            (2024, 4, "2024-04-01/2024-04-30"),
        ]
    )
    func month(year: Int, month: Int, text: String) {
        #expect(CalendarPeriod(year: year, month: month)?.description == text)
    }

    @Test("is no year or month that the calendar lacks")
    func absent() {
        #expect(CalendarPeriod(year: 0) == nil && CalendarPeriod(year: 10_000) == nil)
        #expect(CalendarPeriod(year: 2020, month: 0) == nil && CalendarPeriod(year: 2020, month: 13) == nil)
    }

    @Test("survives its stored form")
    func stored() throws {
        let period = try #require(CalendarPeriod(first: day("2024-12-30"), last: day("2025-01-05")))
        #expect(try JSON.text(period) == #"{"first":"2024-12-30","last":"2025-01-05"}"#)
        #expect(try JSON.roundTrip(period) == period)
    }
}

@Suite("A validity", .requirement("D-LAW-1"))
struct ValidityTests {
    private static let days = ["2019-12-31", "2020-01-01", "2020-06-15", "2020-12-31", "2021-01-01"].map(day)

    @Test(
        "holds the days from its first through its last, an absent end being open",
        arguments: [
            (nil, nil, [true, true, true, true, true]),
            ("2020-01-01", nil, [false, true, true, true, true]),
            (nil, "2020-12-31", [true, true, true, true, false]),
            ("2020-01-01", "2020-12-31", [false, true, true, true, false]),
            ("2020-06-15", "2020-06-15", [false, false, true, false, false]),
        ] as [(String?, String?, [Bool])]
    )
    func contains(from: String?, through: String?, expected: [Bool]) throws {
        let validity = try #require(Validity(from: from.map(day), through: through.map(day)))
        #expect(Self.days.map(validity.contains) == expected)
        #expect(try JSON.roundTrip(validity) == validity)
    }

    @Test(
        "overlaps a period that shares a day with it",
        arguments: [
            ("2020-03-01", "2020-03-31", true), ("2019-01-01", "2020-01-01", true), ("2020-12-31", "2021-06-30", true),
            ("2019-01-01", "2021-12-31", true), ("2019-01-01", "2019-12-31", false),
            ("2021-01-01", "2021-01-31", false),
        ]
    )
    func overlaps(first: String, last: String, expected: Bool) throws {
        let validity = try #require(Validity(from: day("2020-01-01"), through: day("2020-12-31")))
        let period = try #require(CalendarPeriod(first: day(first), last: day(last)))
        #expect(validity.overlaps(period) == expected)
        #expect(Validity.always.overlaps(period))
    }

    @Test("does not end before it begins")
    func order() {
        #expect(Validity(from: day("2020-01-02"), through: day("2020-01-01")) == nil)
        #expect(Validity(from: day("2020-01-01"), through: day("2020-01-01")) != nil)
        #expect(throws: DecodingError.self) {
            try JSON.value(Validity.self, from: #"{"from":"2020-01-02","through":"2020-01-01"}"#)
        }
    }

    @Test("that names no day is always")
    func always() throws {
        #expect(Validity(from: nil) == .always)
        #expect(try JSON.value(Validity.self, from: "{}") == .always)
        #expect(Validity.always.contains(.earliest) && Validity.always.contains(.latest))
    }
}
