import QualityCore
import TestSupport
import Testing

@Suite("A time of day")
struct TimeOfDayTests {
    @Test("is every minute that a clock shows, in order")
    func everyMinute() throws {
        var previous: TimeOfDay?
        for hour in 0...23 {
            for minute in 0...59 {
                let time = try #require(TimeOfDay(hour: hour, minute: minute))
                try #require(time.minutesSinceMidnight == hour * 60 + minute)
                try #require(TimeOfDay(time.description) == time)
                if let previous { try #require(previous < time) }
                previous = time
            }
        }
        #expect(previous?.description == "23:59")
    }

    @Test("is nothing else", arguments: [(24, 0), (-1, 0), (0, 60), (0, -1), (Int.max, 0)])
    func impossible(hour: Int, minute: Int) {
        #expect(TimeOfDay(hour: hour, minute: minute) == nil)
    }

    @Test(
        "is read from two digits, a colon and two digits",
        arguments: [
            "", "7:05", "07:5", "07.05", "0705", "07:05:00", "24:00", "12:60", " 07:05", "-1:00", "０7:05",
        ]
    )
    func refusedText(text: String) {
        #expect(TimeOfDay(text) == nil)
        #expect(throws: DecodingError.self) { try JSON.value([TimeOfDay].self, from: "[\"\(text)\"]") }
    }

    @Test("is stored as text")
    func stored() throws {
        let time = try #require(TimeOfDay(hour: 7, minute: 5))
        #expect(try JSON.text([time]) == #"["07:05"]"#)
        #expect(try JSON.roundTrip([time]) == [time])
    }
}

@Suite("When an event occurred", .requirement("D-DEV-1"))
struct OccurrenceTimeTests {
    private static let cases: [(OccurrenceTime, first: String?, last: String?)] = [
        (.day(day("2024-03-01")), "2024-03-01", "2024-03-01"),
        (.moment(day("2024-03-01"), noon), "2024-03-01", "2024-03-01"),
        (.period(from: day("2024-03-01"), through: day("2024-03-09")), "2024-03-01", "2024-03-09"),
        (.period(from: day("2024-03-01"), through: nil), "2024-03-01", nil),
        (.unknown, nil, nil),
    ]
    private static var noon: TimeOfDay {
        guard let noon = TimeOfDay("12:00") else { preconditionFailure("the clock shows noon") }
        return noon
    }

    @Test("is counted on its first day and ends on its last, as far as either is known", arguments: cases.indices)
    func days(index: Int) throws {
        let (occurred, first, last) = Self.cases[index]
        #expect(occurred.firstDay == first.map(day))
        #expect(occurred.lastDay == last.map(day))
        #expect(try JSON.roundTrip(occurred) == occurred)
    }
}

@Suite("A timestamp")
struct TimestampTests {
    private static let perDay: Int64 = 86_400_000_000

    @Test(
        "lies on a day of universal time, before 1970 and far ahead too",
        arguments: [
            (0, "1970-01-01"), (perDay - 1, "1970-01-01"), (perDay, "1970-01-02"), (-1, "1969-12-31"),
            (-perDay, "1969-12-31"), (-perDay - 1, "1969-12-30"), (1_751_328_000_000_000, "2025-07-01"),
            (1_751_327_999_999_999, "2025-06-30"),
        ]
    )
    func date(microseconds: Int64, text: String) {
        #expect(Timestamp(microsecondsSince1970: microseconds).date == day(text))
    }

    @Test(
        "keeps the day of its first and its last microsecond",
        arguments: [
            "0001-01-01", "0001-01-02", "1600-02-29", "1969-12-31", "1970-01-01", "2255-06-06", "2300-01-01",
            "5000-12-31",
            "9999-12-30", "9999-12-31",
        ]
    )
    func edges(text: String) {
        let start = Timestamp(startOf: day(text))
        #expect(start.date == day(text))
        #expect(Timestamp(microsecondsSince1970: start.microsecondsSince1970 + Self.perDay - 1).date == day(text))
    }

    @Test("beyond the calendar lies on its first or last day")
    func clamped() {
        #expect(Timestamp(microsecondsSince1970: .max).date == .latest)
        #expect(Timestamp(microsecondsSince1970: .min).date == .earliest)
        let end = Timestamp(startOf: .latest).microsecondsSince1970 + Self.perDay
        #expect(Timestamp(microsecondsSince1970: end).date == .latest)
        let start = Timestamp(startOf: .earliest).microsecondsSince1970
        #expect(Timestamp(microsecondsSince1970: start - 1).date == .earliest)
    }

    @Test("is stored as a whole number and ordered by it")
    func stored() throws {
        let instants = [Timestamp(microsecondsSince1970: -1), Timestamp(microsecondsSince1970: 1_751_328_000_000_001)]
        #expect(try JSON.text(instants) == "[-1,1751328000000001]")
        #expect(try JSON.roundTrip(instants) == instants)
        #expect(instants[0] < instants[1])
    }
}
