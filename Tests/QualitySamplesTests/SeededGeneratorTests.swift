import QualitySamples
import TestSupport
import Testing

@Suite("A seeded generator")
struct SeededGeneratorTests {
    @Test("gives the published numbers of SplitMix64")
    func reference() {
        var random = SeededGenerator(seed: 1_234_567)
        let numbers = (0..<5).map { _ in random.next() }
        #expect(
            numbers == [
                6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
                4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
            ]
        )
    }

    @Test("draws within its bounds and reaches both", arguments: Seeds.some(3))
    func bounds(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        #expect(Set((0..<200).map { _ in random.draw(below: 3) }) == [0, 1, 2])
        #expect(Set((0..<200).map { _ in random.draw(-1...1) }) == [-1, 0, 1])
        #expect((0..<20).allSatisfy { _ in random.draw(below: 1) == 0 })
        #expect((0..<20).allSatisfy { _ in (0..<Int.max).contains(random.draw(below: .max)) })
        #expect((0..<50).allSatisfy { _ in random.happens(percent: 100) && !random.happens(percent: 0) })
    }

    @Test("draws each number about as often", arguments: Seeds.some(3))
    func even(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var counts = Array(repeating: 0, count: 7)
        for _ in 0..<70_000 { counts[random.draw(below: 7)] += 1 }
        #expect(counts.allSatisfy { (9_500...10_500).contains($0) }, "\(counts)")
    }

    @Test("has branches that give other numbers and leave it as it is")
    func branches() {
        let root = SeededGenerator(seed: 7)
        var first = root.branch(1)
        var again = root.branch(1)
        var second = root.branch(2)
        var trunk = root
        let numbers = [first.next(), second.next(), trunk.next()]
        #expect(Set(numbers).count == 3)
        #expect(again.next() == numbers[0])
    }
}
