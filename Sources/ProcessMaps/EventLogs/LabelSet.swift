/// A set of small numbers.
struct LabelSet: Hashable, Sendable {
    private var words: [UInt64]

    init(_ count: Int) {
        words = Array(repeating: 0, count: (count + 63) / 64)
    }

    mutating func insert(_ label: Int) { words[label / 64] |= 1 << UInt64(label % 64) }

    func contains(_ label: Int) -> Bool { words[label / 64] & (1 << UInt64(label % 64)) != 0 }

    mutating func formUnion(_ other: LabelSet) {
        for position in words.indices { words[position] |= other.words[position] }
    }

    mutating func formIntersection(_ other: LabelSet) {
        for position in words.indices { words[position] &= other.words[position] }
    }

    var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

    /// How many are in this set and not in the other.
    func count(without other: LabelSet) -> Int {
        var count = 0
        for position in words.indices { count += (words[position] & ~other.words[position]).nonzeroBitCount }
        return count
    }
}
