/// Puts the lines of each channel beside each other, so that those that run past each other do not meet.
struct LayoutTracks {
    typealias Line = LayoutRoute.Line

    /// How many tracks each channel has.
    private(set) var counts: [Line: Int] = [:]
    /// The track of each line of each route, by route and by line.
    private(set) var tracks: [Int: [Int: Int]] = [:]

    /// A line in a channel, or several that run along each other there.
    private struct Bundle {
        var range: ClosedRange<Int>
        var lines: [(route: Int, line: Int)]
        /// Where it belongs among the others: beside a way that it ends on, then by where its ends turn to.
        var rank: Rank
    }

    private struct Rank: Comparable {
        var group: Int
        var key: Int

        static func < (one: Rank, other: Rank) -> Bool { (one.group, one.key) < (other.group, other.key) }
    }

    private struct TrackEnd: Comparable {
        let end: Int
        let track: Int

        static func < (one: TrackEnd, other: TrackEnd) -> Bool { (one.end, one.track) < (other.end, other.track) }
    }

    private struct Entry {
        let route: Int
        let line: Int
        let range: ClosedRange<Int>
        let rank: Rank
        /// What it comes from or goes to, where it can run along others that do.
        let source: Int?
        let target: Int?
    }

    init(_ routes: [LayoutRoute], _ field: LayoutField) {
        var entries: [Line: [Entry]] = [:]
        var channels: [Line] = []
        var pairs: [LayoutModel.Link.Pair: Int] = [:]
        for route in routes { pairs[field.model.links[route.link].pair, default: 0] += 1 }
        for (place, route) in routes.enumerated() {
            let ranges = field.ranges(of: route)
            let link = field.model.links[route.link]
            let canShare = link.kind == .flow && pairs[link.pair] == 1
            for (number, line) in route.lines.enumerated() where line.isChannel {
                if entries[line] == nil { channels.append(line) }
                let entry = Entry(
                    route: place,
                    line: number,
                    range: ranges[number],
                    rank: LayoutTracks.rank(route, number, ranges, field),
                    source: canShare && number == 1 ? LayoutTracks.item(link.source) : nil,
                    target: canShare && number == route.lines.count - 2 ? LayoutTracks.item(link.target) : nil
                )
                entries[line, default: []].append(entry)
            }
        }
        for channel in channels { allot(channel, LayoutTracks.bundles(entries[channel] ?? [])) }
    }

    private static func item(_ end: LayoutModel.End) -> Int? {
        if case .item(let item) = end { item } else { nil }
    }

    /// Bundles lines of one source or of one target, whichever more of them have.
    private static func bundles(_ entries: [Entry]) -> [Bundle] {
        var bySource: [Int: Int] = [:]
        var byTarget: [Int: Int] = [:]
        for entry in entries {
            if let source = entry.source { bySource[source, default: 0] += 1 }
            if let target = entry.target { byTarget[target, default: 0] += 1 }
        }
        var places: [Int: Int] = [:]
        var bundles: [Bundle] = []
        for entry in entries {
            let sources = entry.source.flatMap { bySource[$0] } ?? 0
            let targets = entry.target.flatMap { byTarget[$0] } ?? 0
            var key: Int?
            if sources >= targets, sources > 1 { key = entry.source.map { 2 * $0 } }
            if targets > sources, targets > 1 { key = entry.target.map { 2 * $0 + 1 } }
            if let key, let place = places[key] {
                let range = bundles[place].range
                bundles[place].range =
                    min(
                        range.lowerBound,
                        entry.range.lowerBound
                    )...max(
                        range.upperBound,
                        entry.range.upperBound
                    )
                bundles[place].lines.append((entry.route, entry.line))
            } else {
                if let key { places[key] = bundles.count }
                bundles.append(Bundle(range: entry.range, lines: [(entry.route, entry.line)], rank: entry.rank))
            }
        }
        return bundles
    }

    /// Lines that turn back to the near side lie near, the short ones nearest; such to the far side far.
    private static func rank(
        _ route: LayoutRoute,
        _ number: Int,
        _ ranges: [ClosedRange<Int>],
        _ field: LayoutField
    ) -> Rank {
        let line = route.lines[number]
        for (anchor, isEnd) in [(route.start, number == 0), (route.end, number == route.lines.count - 1)] {
            if isEnd, case .line(_, let isNear) = anchor {
                // What ends on a way that ends on a way itself lies nearer still.
                return isNear ? Rank(group: -1, key: -route.link) : Rank(group: 9, key: route.link)
            }
        }
        let own = line.isUpright ? field.across(line, in: line.grid) : field.down(line, in: line.grid)
        func turn(_ other: Int) -> (place: Int, isFar: Bool)? {
            guard route.lines.indices.contains(other) else { return nil }
            let neighbour = route.lines[other]
            let place = line.isUpright ? field.down(neighbour, in: line.grid) : field.across(neighbour, in: line.grid)
            guard neighbour.grid == line.grid else { return (place, false) }
            let middle = (ranges[other].lowerBound + ranges[other].upperBound) / 2
            return (place, middle > own)
        }
        guard let one = turn(number - 1) ?? turn(number + 1), let other = turn(number + 1) ?? turn(number - 1) else {
            return Rank(group: 1, key: 0)
        }
        let (low, high) = one.place <= other.place ? (one, other) : (other, one)
        let length = high.place - low.place
        switch (low.isFar, high.isFar) {
        case (false, false): return Rank(group: 0, key: length)
        case (false, true): return Rank(group: 1, key: -low.place)
        case (true, false): return Rank(group: 1, key: high.place)
        case (true, true): return Rank(group: 2, key: -length)
        }
    }

    /// Gives each bundle a track beyond those before it that it runs past; very many just the first that is free.
    private mutating func allot(_ channel: Line, _ bundles: [Bundle]) {
        var found = Array(repeating: 0, count: bundles.count)
        if bundles.count <= 200 {
            let order = bundles.indices.sorted { (bundles[$0].rank, $0) < (bundles[$1].rank, $1) }
            for (place, bundle) in order.enumerated() {
                for other in order[..<place] where bundles[other].range.overlaps(bundles[bundle].range) {
                    found[bundle] = max(found[bundle], found[other] + 1)
                }
            }
        } else {
            let order = bundles.indices.sorted {
                (bundles[$0].range.lowerBound, $0) < (bundles[$1].range.lowerBound, $1)
            }
            var ends = MinHeap<TrackEnd>()
            var next = 0
            for bundle in order {
                let range = bundles[bundle].range
                if let first = ends.popMin() {
                    if first.end < range.lowerBound {
                        found[bundle] = first.track
                    } else {
                        ends.insert(first)
                        found[bundle] = next
                        next += 1
                    }
                } else {
                    next = 1
                }
                ends.insert(TrackEnd(end: range.upperBound, track: found[bundle]))
            }
        }
        counts[channel] = (found.max() ?? -1) + 1
        for (bundle, track) in zip(bundles, found) {
            for line in bundle.lines { tracks[line.route, default: [:]][line.line] = track }
        }
    }
}
