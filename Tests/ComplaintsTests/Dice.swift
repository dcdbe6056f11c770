import QualityCore
import QualitySamples
import TestSupport

/// Draws of a test with a seed.
struct Dice {
    private var generator: SeededGenerator

    init(_ seed: UInt64) {
        generator = SeededGenerator(seed: seed)
    }

    mutating func draw(_ bound: Int) -> Int { generator.draw(below: bound) }

    mutating func pick<Element>(_ elements: [Element]) -> Element { generator.pick(elements) }

    mutating func day(from start: String, through days: Int) -> CalendarDate {
        TestSupport.day(start).adding(days: draw(days + 1)) ?? .latest
    }
}
