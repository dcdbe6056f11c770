package import QualityCore

/// Random choices that a seed repeats, with a clock that mostly goes forward (SplitMix64, Steele, Lea and Flood 2014).
package struct Draws: RandomNumberGenerator {
    private var state: UInt64
    package private(set) var clock = day("2024-01-01")

    package init(seed: UInt64) {
        state = seed
    }

    package mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }

    /// Sets the clock back to the first day.
    package mutating func startAgain() {
        clock = day("2024-01-01")
    }

    package mutating func below(_ bound: Int) -> Int {
        Int(UInt64(bound).multipliedFullWidth(by: next()).high)
    }

    package mutating func happens(percent: Int) -> Bool {
        below(100) < percent
    }

    package mutating func pick<Element>(_ elements: [Element]) -> Element {
        elements[below(elements.count)]
    }

    package mutating func number(_ range: ClosedRange<Int>) -> Int {
        range.lowerBound + below(range.count)
    }

    /// Today, some days after the last time it was asked for, and now and then before.
    package mutating func today() -> CalendarDate {
        clock = later(clock, 0...12)
        return happens(percent: 4) ? later(clock, -200 ... -1) : clock
    }

    package mutating func later(_ date: CalendarDate, _ days: ClosedRange<Int>) -> CalendarDate {
        guard let found = date.adding(days: number(days)) else { preconditionFailure("outside the calendar") }
        return found
    }

    package mutating func person() -> PersonReference {
        pick(["p1", "p2", "p3", "p4", "p5"])
    }

    package mutating func signature() -> Signature {
        let person = person()
        return Signature(person, title: "enhetschef", on: today())
    }

    /// A text, blank now and then.
    package mutating func text(_ text: String = "Text") -> String {
        happens(percent: 6) ? " " : text
    }

    /// A stated text, blank now and then.
    package mutating func stated(_ words: String = "Text") -> Stated<String> {
        .value(text(words))
    }
}
