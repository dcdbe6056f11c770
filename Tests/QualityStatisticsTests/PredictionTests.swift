import QualityStatistics
import Testing

@Suite("Predictions of counts")
struct PredictionTests {
    static func predicted(_ model: PredictionModel, _ counts: [Int], at place: Int, _ exposure: Double)
        -> CountPrediction?
    {
        let exposures = Array(repeating: 1, count: place) + [exposure]
        return model.prediction(of: place, from: counts, exposures: exposures, period: nil)
    }

    @Test(
        "What is expected beyond any count is no prediction",
        arguments: [PredictionModel.mean, .last, .trend]
    )
    func beyond(model: PredictionModel) throws {
        let counts = Array(repeating: 5, count: 15)
        let plain = try #require(Self.predicted(model, counts, at: 15, 1))
        #expect(abs(plain.mean - 5) < 1e-9)
        #expect(try plain.interval(0.8).contains(5))
        for exposure in [1e15, 1e20, 1e300] {
            #expect(Self.predicted(model, counts, at: 15, exposure) == nil)
        }
    }

    @Test("A series that rises by a tenth a month has a prediction of the next month, and none of the six hundredth")
    func rising() {
        let counts = [10, 11, 12, 13, 15, 16, 18, 19, 21, 24, 26, 29, 31, 35, 38, 42, 46, 51, 56, 61]
        #expect(Self.predicted(.trend, counts, at: 20, 1) != nil)
        #expect(Self.predicted(.trend, counts, at: 620, 1) == nil)
        #expect(Self.predicted(.mean, counts, at: 620, 1) != nil)
    }

    @Test("A wide prediction is scored as a narrow one is", arguments: [0, 40_000, 90_000, 100_000, 400_000])
    func score(count: Int) throws {
        // On either side of the spread at which the way to add up changes.
        let narrow = try #require(CountPrediction(mean: 100_000, variance: 6.94e9))
        let wide = try #require(CountPrediction(mean: 100_000, variance: 6.95e9))
        let (one, other) = try (narrow.score(count), wide.score(count))
        #expect(abs(one / other - 1) < 2e-3)
    }

    @Test("The widest prediction has a score and an interval")
    func widest() throws {
        let prediction = try #require(CountPrediction(mean: 1e15, variance: 1e30))
        #expect(try prediction.score(5).isFinite && prediction.score(.max).isFinite)
        #expect(try prediction.interval(0.8).contains(500_000_000_000_000))
    }
}
