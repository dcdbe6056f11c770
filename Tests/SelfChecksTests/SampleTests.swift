import QualityCore
import SelfChecks
import TestSupport
import Testing

@Suite("A sample", .requirement("D-SLF-8"))
struct SampleTests {
    @Test("is the same for the same seed, in every release")
    func pinned() throws {
        let first = try SampleDraw(seed: 1, population: 100, size: 5).items
        #expect(first == [30, 45, 62, 65, 66])
        let second = try SampleDraw(seed: 2, population: 100, size: 5).items
        #expect(second == [12, 47, 50, 64, 76])
        let draw = try SampleDraw(seed: .max, population: 1_000, size: 30)
        #expect(try JSON.roundTrip(draw) == draw)
        #expect(try JSON.roundTrip(draw).items == draw.items)
    }

    @Test("holds different items of the population in rising order", arguments: Seeds.some(20))
    func items(seed: UInt64) throws {
        for (population, size) in [(1, 1), (7, 7), (50, 49), (1_000, 30), (10_000_000, 10)] {
            let items = try SampleDraw(seed: seed, population: population, size: size).items
            #expect(items.count == size)
            #expect(items == Set(items).sorted())
            #expect(items.allSatisfy((1...population).contains))
        }
    }

    @Test("gives every item the same chance")
    func fairness() throws {
        var hits = [Int](repeating: 0, count: 11)
        for seed in 0..<10_000 {
            for item in try SampleDraw(seed: UInt64(seed), population: 10, size: 3).items { hits[item] += 1 }
        }
        // 3,000 expected, standard deviation 46.
        #expect(hits.dropFirst().allSatisfy { (2_760...3_240).contains($0) })
    }

    @Test("is refused when there is nothing or too little to draw from, and its neighbour is drawn")
    func refused() throws {
        let faults: [(Int, Int, SampleError.Field)] = [
            (0, 1, .population), (10_000_001, 1, .population), (5, 0, .size), (5, 6, .size),
        ]
        for (population, size, field) in faults {
            let error = try #require(throws: SampleError.self) {
                try SampleDraw(seed: 1, population: population, size: size)
            }
            #expect(error == SampleError(field))
            #expect(error.rule == "D-SLF-8")
        }
        #expect(try SampleDraw(seed: 1, population: 5, size: 5).items == [1, 2, 3, 4, 5])
        let low = #"{"population":5,"seed":"1","size":6}"#
        #expect(throws: SampleError.self) { try JSON.value(SampleDraw.self, from: low) }
    }

    /// The probability of finding no fault, factor by factor, by the definition.
    static func miss(_ population: Int, _ faults: Int, _ size: Int) -> Double {
        guard size <= population - faults else { return 0 }
        return (0..<size).reduce(1) { $0 * Double(population - faults - $1) / Double(population - $1) }
    }

    @Test("is as small as finding the faults allows", arguments: [1, 2, 20, 21, 50, 100, 333, 1_000])
    func smallest(population: Int) throws {
        for rate in [1, 2, 5, 7, 10, 29, 50, 100] {
            for confidence in [50, 80, 90, 95, 99] {
                let size = try SampleSize(finding: .percent(rate), confidence: .percent(confidence), in: population)
                #expect(size.faults == (population * rate + 99) / 100)
                let left = Double(100 - confidence) / 100
                #expect(Self.miss(population, size.faults, size.size) <= left + 1e-12)
                #expect(size.size == 1 || Self.miss(population, size.faults, size.size - 1) > left - 1e-12)
            }
        }
    }

    @Test("has the sizes of the tables, and is exact where a fraction is not")
    func known() throws {
        // 19 of 20 items find a single fault with a probability of exactly 95 %.
        #expect(try SampleSize(finding: .percent(5), confidence: .percent(95), in: 20).size == 19)
        #expect(try SampleSize(finding: .percent(1), confidence: .percent(95), in: 100).size == 95)
        #expect(try SampleSize(finding: .percent(7), confidence: .percent(95), in: 100).faults == 7)
        #expect(try SampleSize(finding: .percent(5), confidence: .percent(95), in: 10_000_000).size == 59)
        #expect(try SampleSize(finding: .percent(5), confidence: .percent(95), in: 100).size == 45)
        #expect(try SampleSize(finding: .percent(5), confidence: .everything, in: 100).size == 96)
        #expect(try SampleSize(finding: .everything, confidence: .percent(99), in: 100).size == 1)
        let rare = try #require(ExactShare(1, of: 1_000_000))
        #expect(try SampleSize(finding: rare, confidence: .percent(50), in: 10_000_000).faults == 10)
    }

    @Test("has no size for no fault rate or no confidence")
    func noSize() throws {
        #expect(throws: SampleError(.faultRate)) {
            try SampleSize(finding: .nothing, confidence: .percent(95), in: 10)
        }
        #expect(throws: SampleError(.confidence)) {
            try SampleSize(finding: .percent(5), confidence: .nothing, in: 10)
        }
        #expect(throws: SampleError(.population)) {
            try SampleSize(finding: .percent(5), confidence: .percent(95), in: 0)
        }
        #expect(try SampleSize(finding: .percent(5), confidence: .percent(95), in: 1).size == 1)
        #expect(ExactShare(2, of: 1) == nil)
        #expect(ExactShare(0, of: 0) == nil)
    }

    @Test("is drawn by plan once the population is known")
    func planned() throws {
        let plan = SamplePlan.finding(.percent(5), confidence: .percent(95))
        #expect(try plan.extent(population: 100, seed: 3).size == 45)
        #expect(try plan.extent(population: 100, seed: 3) == plan.extent(population: 100, seed: 3))
        #expect(try SamplePlan.size(10).extent(population: 10, seed: 3) == .all(population: 10))
        #expect(try SamplePlan.size(10).extent(population: 11, seed: 3).size == 10)
        #expect(try SamplePlan.whole.extent(population: 0, seed: 3) == .whole)
        #expect(throws: SampleError(.population)) { try SamplePlan.all.extent(population: 0, seed: 3) }
        #expect(throws: SampleError(.size)) { try SamplePlan.size(0).extent(population: 5, seed: 3) }
    }
}
