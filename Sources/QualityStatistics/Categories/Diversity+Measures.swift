extension Diversity {
    /// The Herfindahl–Hirschman index scaled to 0 for equal shares of all categories; `nil` for a single category.
    public var herfindahlHirschmanNormalised: Double? {
        let least = 1 / Double(counts.count)
        return counts.count > 1 ? (herfindahlHirschman - least) / (1 - least) : nil
    }

    /// Shannon's entropy in bits.
    public var shannonBits: Double { shannon / .naturalLogarithmOf2 }

    /// Shannon's entropy in nats with the correction of Miller and Madow for the size of the sample.
    public var shannonMillerMadow: Double { shannon + Double(categoriesPresent - 1) / (2 * Double(sample)) }

    /// Shannon's entropy as a part of its maximum over the categories with an event; `nil` where there is only one.
    public var evennessOfPresent: Double? {
        categoriesPresent > 1 ? shannon / log(Double(categoriesPresent)) : nil
    }

    /// Shannon's entropy as a part of its maximum over all categories; `nil` for a single category.
    public var evennessOfAll: Double? {
        counts.count > 1 ? shannon / log(Double(counts.count)) : nil
    }

    /// Hill's number: how many equally frequent categories are as diverse.
    ///
    /// `order`: 0 counts the categories with an event, 1 is the exponential of Shannon's entropy, 2 the inverse of
    /// ``herfindahlHirschman``; 0 or more.
    public func hillNumber(order: Double) throws(StatisticsError) -> Double {
        guard order >= 0, order.isFinite else { throw StatisticsError(.outOfRange, of: "order") }
        switch order {
        case 0: return Double(categoriesPresent)
        case 1: return exp(shannon)
        case 2: return 1 / herfindahlHirschman
        default:
            // Near order 1 both the sum of powers and the exponent vanish: their quotient is exact in this form.
            let excess = counts.reduce(0.0) { sum, count in
                guard count > 0 else { return sum }
                let share = Double(count) / Double(sample)
                return sum + share * expm1((order - 1) * log(share))
            }
            return exp(log1p(excess) / (1 - order))
        }
    }

    /// The share of the largest categories together, 0...1.
    ///
    /// `categories`: how many, 0 or more.
    public func concentrationRatio(ofLargest categories: Int) throws(StatisticsError) -> Double {
        guard categories >= 0 else { throw StatisticsError(.negative, of: "categories") }
        return Double(counts.sorted(by: >).prefix(categories).reduce(0, +)) / Double(sample)
    }

    /// The number of categories expected among so many events drawn without return; `nil` when there are fewer.
    ///
    /// `events`: how many are drawn, 0 or more.
    public func rarefied(to events: Int) throws(StatisticsError) -> Double? {
        guard events >= 0 else { throw StatisticsError(.negative, of: "events") }
        guard events <= sample else { return nil }
        return counts.reduce(0) { sum, count in
            // The chance that no event of the category is drawn.
            var absent = 1.0
            for drawn in 0..<events where absent > 0 {
                absent *= Double(max(0, sample - count - drawn)) / Double(sample - drawn)
            }
            return sum + (1 - absent)
        }
    }

    /// Chao's lower bound, without bias, of the number of categories that there are, unseen ones among them.
    public var chao1: Double {
        let singletons = Double(counts.count { $0 == 1 })
        let doubletons = Double(counts.count { $0 == 2 })
        return Double(categoriesPresent) + singletons * (singletons - 1) / (2 * (doubletons + 1))
    }
}

extension Double {
    /// The natural logarithm of 2.
    static let naturalLogarithmOf2 = 0.693147180559945309417232121458
}
