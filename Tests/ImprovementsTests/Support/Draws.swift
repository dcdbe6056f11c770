import QualityCore
import TestSupport

/// Random choices that a seed repeats, with a clock that mostly goes forward.
struct Draws: RandomNumberGenerator {
    private var state: UInt64
    private(set) var clock = day("2024-01-01")

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }

    /// Sets the clock back to the first day.
    mutating func startAgain() {
        clock = day("2024-01-01")
    }

    mutating func happens(percent: Int) -> Bool {
        Int.random(in: 0..<100, using: &self) < percent
    }

    mutating func pick<Element>(_ elements: [Element]) -> Element {
        guard let element = elements.randomElement(using: &self) else { preconditionFailure("nothing to pick from") }
        return element
    }

    mutating func number(_ range: ClosedRange<Int>) -> Int {
        Int.random(in: range, using: &self)
    }

    /// Today, some days after the last time it was asked for, and now and then before.
    mutating func today() -> CalendarDate {
        clock = later(clock, 0...12)
        return happens(percent: 4) ? later(clock, -200 ... -1) : clock
    }

    mutating func later(_ date: CalendarDate, _ days: ClosedRange<Int>) -> CalendarDate {
        guard let found = date.adding(days: number(days)) else { preconditionFailure("outside the calendar") }
        return found
    }

    mutating func person() -> PersonReference {
        pick(["p1", "p2", "p3", "p4", "p5"])
    }

    mutating func signature() -> Signature {
        let person = person()
        return Signature(person, title: "enhetschef", on: today())
    }

    /// A text, blank now and then.
    mutating func text(_ text: String = "Text") -> String {
        happens(percent: 6) ? " " : text
    }

    /// A stated text, blank now and then.
    mutating func stated(_ words: String = "Text") -> Stated<String> {
        .value(text(words))
    }
}

/// A record that a test builds, with the identity that it writes as text.
func identity<Record>(_ text: String, of type: Record.Type = Record.self) -> RecordID<Record> {
    guard let id = RecordID<Record>(text) else { preconditionFailure("\(text) is no identity") }
    return id
}

/// The days between two that the test writes as text.
func days(_ first: String, _ last: String) -> CalendarPeriod {
    guard let period = CalendarPeriod(first: day(first), last: day(last)) else { preconditionFailure("no period") }
    return period
}

/// Someone's signature on a day that the test writes as text.
func signed(_ person: PersonReference, _ date: String) -> Signature {
    Signature(person, title: "enhetschef", on: day(date))
}

/// A day that the test writes as text, where `day` is a property.
func dated(_ text: String) -> CalendarDate { day(text) }
