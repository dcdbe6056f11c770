/// How many pairs of a sequence fall and how many are tied, counted by merging in *n* log *n* steps.
enum PairOrder {
    /// Sorts the keys and counts the pairs that stood in falling order and those that are equal.
    static func sort<Key: Comparable>(_ keys: inout [Key]) -> (falling: Int, tied: Int) {
        var falling = 0
        sort(&keys, isFalling: { $0 > $1 }, report: { _, left, _ in falling += left.count })
        var tied = 0
        var run = 1
        for index in keys.indices.dropFirst() {
            run = keys[index] == keys[index - 1] ? run + 1 : 1
            tied += run - 1
        }
        return (falling, tied)
    }

    /// Sorts elements by merging and reports the falling pairs.
    ///
    /// - Parameters:
    ///   - elements: what is sorted.
    ///   - isFalling: whether the first, which stands before the second, belongs after it. Equal elements keep their
    ///     order where it says no, and are turned round, as pairs that fall, where it says yes.
    ///   - report: takes the elements as they stand, the places of elements that form a falling pair with a later
    ///     one, and that one.
    @inline(__always)
    static func sort<Element>(
        _ elements: inout [Element],
        isFalling: (Element, Element) -> Bool,
        report: (UnsafeMutableBufferPointer<Element>, Range<Int>, Element) -> Void
    ) {
        let count = elements.count
        let block = 8
        var buffer = elements
        elements.withUnsafeMutableBufferPointer { source in
            buffer.withUnsafeMutableBufferPointer { target in
                var (source, target) = (source, target)
                for start in stride(from: 0, to: count, by: block) {
                    insert(source, start..<min(start + block, count), isFalling: isFalling, report: report)
                }
                var width = block
                var swapped = false
                while width < count {
                    for start in stride(from: 0, to: count, by: 2 * width) {
                        let middle = min(start + width, count)
                        let end = min(middle + width, count)
                        var (left, right) = (start, middle)
                        for place in start..<end {
                            if right == end || (left < middle && !isFalling(source[left], source[right])) {
                                target[place] = source[left]
                                left += 1
                            } else {
                                if left < middle { report(source, left..<middle, source[right]) }
                                target[place] = source[right]
                                right += 1
                            }
                        }
                    }
                    (source, target) = (target, source)
                    swapped.toggle()
                    width *= 2
                }
                if swapped {
                    for place in 0..<count { target[place] = source[place] }
                }
            }
        }
    }

    /// Sorts a range of elements by insertion, with a step for each pair that falls; reports these as sorting does.
    @inline(__always)
    static func insert<Element>(
        _ elements: UnsafeMutableBufferPointer<Element>,
        _ range: Range<Int>,
        isFalling: (Element, Element) -> Bool,
        report: (UnsafeMutableBufferPointer<Element>, Range<Int>, Element) -> Void
    ) {
        for place in range.dropFirst() {
            let element = elements[place]
            var hole = place
            while hole > range.lowerBound, isFalling(elements[hole - 1], element) { hole -= 1 }
            guard hole < place else { continue }
            report(elements, hole..<place, element)
            for moved in (hole..<place).reversed() { elements[moved + 1] = elements[moved] }
            elements[hole] = element
        }
    }
}
