import QualityStatistics
import TestSupport
import Testing

/// The limits of the box rules against the exact distribution that defines them.
@Suite("Box rules")
struct BoxRuleTests {
    /// The probability of so many crossings with no run longer than so much, of independent observations.
    struct Joint {
        /// By crossings, then by longest run.
        private let cumulative: [[Double]]
        let count: Int

        init(count: Int, above: Double) {
            self.count = count
            let below = 1 - above
            var cumulative = [[Double]](repeating: [Double](repeating: 0, count: count + 1), count: count)
            for longest in 1...count {
                // Ways to end a run at each place, above and below the line.
                var (up, down) = ([Double](repeating: 0, count: count + 1), [Double](repeating: 0, count: count + 1))
                var (a, b) = (1.0, 1.0)
                for length in 1...longest {
                    (a, b) = (a * above, b * below)
                    (up[length], down[length]) = (a, b)
                }
                cumulative[0][longest] = up[count] + down[count]
                for crossings in 1..<count {
                    var (nextUp, nextDown) = (up.map { _ in 0.0 }, up.map { _ in 0.0 })
                    for end in 1...count {
                        (a, b) = (1, 1)
                        for length in 1...min(longest, end) {
                            (a, b) = (a * above, b * below)
                            nextUp[end] += down[end - length] * a
                            nextDown[end] += up[end - length] * b
                        }
                    }
                    (up, down) = (nextUp, nextDown)
                    cumulative[crossings][longest] = up[count] + down[count]
                }
            }
            self.cumulative = cumulative
        }

        /// The probability of a number of crossings and a longest run.
        func cell(_ crossings: Int, _ longest: Int) -> Double {
            cumulative[crossings][longest] - cumulative[crossings][longest - 1]
        }

        /// The probabilities of each box: so many crossings or more, and no longer run.
        var boxes: [[Double]] {
            var boxes = cumulative
            for crossings in (0..<count - 1).reversed() {
                for longest in 1...count { boxes[crossings][longest] += boxes[crossings + 1][longest] }
            }
            return boxes
        }
    }

    /// P(Z ≤ 0.8) of the standard normal distribution.
    static let shifted = 0.788_144_601_416_603_4
    static let target = 0.925

    static func checked() -> [Int] { TestSize.isFull ? Array(10...100) : [10, 11, 15, 19, 26, 38, 47, 60] }

    @Test("Each best box has the highest power of those specific enough, and each cut spares what it can")
    func boxes() async {
        await withTaskGroup(of: Void.self) { group in
            for count in Self.checked() {
                group.addTask { await Self.check(count) }
            }
        }
    }

    @concurrent
    private static func check(_ count: Int) async {
        let random = Joint(count: count, above: 0.5)
        let moved = Joint(count: count, above: shifted)
        let (specificity, misses) = (random.boxes, moved.boxes)
        var best: (crossings: Int, longest: Int)?
        for crossings in 0..<count {
            for longest in 1...count where random.cell(crossings, longest) > 1e-300 {
                guard specificity[crossings][longest] >= target else { continue }
                if let known = best, misses[crossings][longest] >= misses[known.crossings][known.longest] { continue }
                best = (crossings, longest)
            }
        }
        guard let best, let limits = RunsLimits(.cutBox, useful: count) else {
            Issue.record("no box for \(count)")
            return
        }
        #expect(limits.crossings == best.crossings && limits.longestRun == best.longest, "\(count)")
        #expect(RunsLimits(.bestBox, useful: count)?.cut == nil)

        var left = specificity[best.crossings][best.longest] - random.cell(best.crossings, best.longest)
        guard left >= target else {
            #expect(limits.cut == nil, "\(count)")
            return
        }
        var (crossings, longest) = (best.crossings + 1, best.longest - 1)
        while true {
            let right = crossings < count ? random.cell(crossings, best.longest) : 0
            let top = longest > 0 ? random.cell(best.crossings, longest) : 0
            let canRight = right > 1e-300 && left - right >= target
            let canTop = top > 1e-300 && left - top >= target
            guard canRight || canTop else { break }
            let gainRight = canRight ? moved.cell(crossings, best.longest) : -1
            let gainTop = canTop ? moved.cell(best.crossings, longest) : -1
            if gainRight >= gainTop {
                left -= right
                crossings += 1
            } else {
                left -= top
                longest -= 1
            }
        }
        #expect(limits.cut?.crossingsAtLongestRun == crossings, "\(count)")
        #expect(limits.cut?.longestRunAtFewestCrossings == longest, "\(count)")
    }

    @Test("The published limits of eleven observations are met")
    func published() {
        #expect(RunsLimits(.anhoej, useful: 11).map { [$0.crossings, $0.longestRun] } == [2, 6])
        #expect(RunsLimits(.bestBox, useful: 11).map { [$0.crossings, $0.longestRun] } == [3, 7])
        let cut = RunsLimits(.cutBox, useful: 11)?.cut
        #expect(cut?.crossingsAtLongestRun == 4)
        #expect(cut?.longestRunAtFewestCrossings == 6)
    }

    @Test("Outside the range of the boxes the Anhøj rules hold", arguments: [1, 9, 101, 1_000])
    func outside(useful: Int) {
        for rule in [RunsRule.bestBox, .cutBox] {
            #expect(RunsLimits(rule, useful: useful) == RunsLimits(.anhoej, useful: useful))
        }
    }
}
