extension SquaredDistances {
    /// The ends of the segments when the best single cut is made again and again.
    func splitting(until stop: ChangePoints.Stop, minimumLength: Int) -> [Int] {
        var segments = [cut(0, count, minimumLength)]
        while let index = segments.indices.max(by: { segments[$0].gain < segments[$1].gain }) {
            let segment = segments[index]
            guard let position = segment.position else { break }
            switch stop {
            case .penalty(let penalty) where segment.gain <= penalty: return segments.map(\.end)
            case .changes(let changes) where segments.count > changes: return segments.map(\.end)
            default: break
            }
            segments[index] = cut(segment.start, position, minimumLength)
            segments.insert(cut(position, segment.end, minimumLength), at: index + 1)
        }
        return segments.map(\.end)
    }

    private struct Cut {
        let start: Int
        let end: Int
        /// Where a cut lowers the cost most; `nil` where the segment is too short for one.
        var position: Int?
        var gain = -Double.infinity
    }

    private func cut(_ start: Int, _ end: Int, _ minimumLength: Int) -> Cut {
        var cut = Cut(start: start, end: end)
        let whole = cost(from: start, to: end)
        for position in stride(from: start + minimumLength, through: end - minimumLength, by: 1) {
            let gain = whole - cost(from: start, to: position) - cost(from: position, to: end)
            if gain >= cut.gain { (cut.gain, cut.position) = (gain, position) }
        }
        return cut
    }

    /// The ends of the segments when the finest halving is joined where it costs least, again and again.
    func joining(until stop: ChangePoints.Stop, minimumLength: Int) -> [Int] {
        var ends: [Int] = []
        halve(0, count, minimumLength, into: &ends)
        var losses = ends.indices.dropLast().map { loss(ends, $0) }
        while let index = losses.indices.min(by: { losses[$0] < losses[$1] }) {
            switch stop {
            case .penalty(let penalty) where losses[index] >= penalty: return ends
            case .changes(let changes) where ends.count <= changes + 1: return ends
            default: break
            }
            ends.remove(at: index)
            losses.remove(at: index)
            if index > 0 { losses[index - 1] = loss(ends, index - 1) }
            if index < losses.count { losses[index] = loss(ends, index) }
        }
        return ends
    }

    /// What joining the segment that ends at an index with the next one adds to the cost.
    private func loss(_ ends: [Int], _ index: Int) -> Double {
        let start = index > 0 ? ends[index - 1] : 0
        let (middle, end) = (ends[index], ends[index + 1])
        return cost(from: start, to: end) - (cost(from: start, to: middle) + cost(from: middle, to: end))
    }

    private func halve(_ start: Int, _ end: Int, _ minimumLength: Int, into ends: inout [Int]) {
        guard end - start >= 2 * minimumLength else { return ends.append(end) }
        let middle = (start + end) / 2
        halve(start, middle, minimumLength, into: &ends)
        halve(middle, end, minimumLength, into: &ends)
    }
}
