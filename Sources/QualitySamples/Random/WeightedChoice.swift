/// Elements with whole weights, drawn in proportion to them.
struct WeightedChoice<Element> {
    private let elements: [Element]
    private let bounds: [Int]

    init(_ weighted: [(element: Element, weight: Int)]) {
        var total = 0
        elements = weighted.map(\.element)
        bounds = weighted.map {
            total += $0.weight
            return total
        }
    }

    func draw(_ random: inout SeededGenerator) -> Element {
        elements[position(of: random.draw(below: bounds[bounds.count - 1]))]
    }

    private func position(of value: Int) -> Int {
        var low = 0
        var high = bounds.count - 1
        while low < high {
            let middle = (low + high) / 2
            if bounds[middle] > value { high = middle } else { low = middle + 1 }
        }
        return low
    }
}

/// Cards in fixed numbers, dealt in drawn order and then again, so that a rare one never fails to turn up.
struct Deck<Card> {
    private var cards: [Card]
    private var dealt = 0

    init(_ counted: [(card: Card, count: Int)]) {
        cards = counted.flatMap { Array(repeating: $0.card, count: $0.count) }
    }

    mutating func deal(_ random: inout SeededGenerator) -> Card {
        if dealt == cards.count { dealt = 0 }
        cards.swapAt(dealt, dealt + random.draw(below: cards.count - dealt))
        dealt += 1
        return cards[dealt - 1]
    }
}
