import QualityStatistics
import TestSupport
import Testing

@Suite("Run charts with IHI rules")
struct IHIRunChartTests {
    @Test("Six points on one side are a shift; one on the median is passed over, and five are none")
    func shift() throws {
        let values: [Double?] = [1, 9, 1, 9, 1, 9, 5, 8, 8, 5, 8, 8, 8, 1, 1, 1, 1]
        let chart = try IHIRunChart.median(values)
        #expect(chart.chart.phases[0].centre == 5)
        #expect(chart.shifts.map(\.points) == [[5, 7, 8, 10, 11, 12]])
        #expect(chart.shifts.map(\.isUpwards) == [true])
        var fewer = values
        fewer[5] = 1
        #expect(try IHIRunChart.median(fewer).shifts.isEmpty)
    }

    @Test("Five points in one direction are a trend; an equal one is passed over, and four are none")
    func trend() throws {
        #expect(try IHIRunChart.median([3, 1, 2, 3, 3, 4, 5, 2]).trends.map(\.points) == [[1, 2, 3, 5, 6]])
        #expect(try IHIRunChart.median([9, 8, 7, 6, 5]).trends.map(\.isUpwards) == [false])
        #expect(try IHIRunChart.median([9, 8, 7, 6]).trends.isEmpty)
        #expect(try IHIRunChart.median([9, 8, 7, nil, 6, 5]).trends.isEmpty)
    }

    @Test(
        "The number of runs of 10 and 10 points is held against the tables of Swed and Eisenhart",
        arguments: [(2, IHIRunChart.RunCount.tooFew), (6, .tooFew), (7, .expected), (15, .expected), (16, .tooMany)]
    )
    func runs(number: Int, expected: IHIRunChart.RunCount) throws {
        let values = Self.series(perSide: 10, runs: number)
        #expect(values.count == 20)
        #expect(try IHIRunChart.median(values).runCounts == [expected])
    }

    /// Points above and below a median in so many runs, most of them of length 1.
    static func series(perSide: Int, runs: Int) -> [Double?] {
        var left = [perSide, perSide]
        var values: [Double?] = []
        for run in 0..<runs {
            let side = run % 2
            let runsLeft = (runs - run - 1) / 2
            let length = run >= runs - 2 ? left[side] : min(1, left[side] - runsLeft)
            values += Array(repeating: side == 0 ? 1 : 9, count: length)
            left[side] -= length
        }
        return values
    }

    @Test("Too few observations give no verdict on the number of runs")
    func few() throws {
        #expect(try IHIRunChart.median([1, 9, 1, 9, 1, 9]).runCounts == [nil])
        #expect(try IHIRunChart.median([]).runCounts == [])
    }

    @Test("An astronomical point is left to the reader unless limits are asked for")
    func astronomical() throws {
        let values: [Double?] = (0..<20).map { $0 == 6 ? 60 : $0.isMultiple(of: 2) ? 8 : 12 }
        #expect(try IHIRunChart.median(values).astronomicalPoints == nil)
        let judged = try IHIRunChart.median(values, astronomicalPoint: .outsideIndividualsLimits)
        #expect(judged.astronomicalPoints == [6])
    }
}
