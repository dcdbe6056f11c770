extension ControlChart {
    /// What each rule of a set finds, in the order of the set.
    ///
    /// Each point is held against its own limits, so that the zones of charts with varying exposure are those of the
    /// point. No pattern reaches across a missing value, a value left out or the beginning of a phase. Each further
    /// rule makes false signals more likely: choose the set before looking at the data.
    public func findings(by rules: ControlRules) -> [ControlRuleFinding] {
        rules.rules.map { ControlRuleFinding(rule: $0, completions: completions(of: $0)) }
    }

    /// The places at which the pattern of a rule is complete.
    public func completions(of rule: ControlRule) -> [Int] {
        var completions: [Int] = []
        for phase in phases {
            var pattern = Pattern(rule)
            for index in phase.range {
                guard let value = values[index], !basis.excludes(index), let centre = phase.centre else {
                    pattern = Pattern(rule)
                    continue
                }
                let zone: Zone
                if let sigmas = rule.sigmas {
                    guard let limits = limits(in: phase, at: index, sigmas: sigmas) else {
                        pattern = Pattern(rule)
                        continue
                    }
                    zone = Zone(value, limits)
                } else {
                    zone = Zone(value, ControlLimits(lower: centre, upper: centre))
                }
                if pattern.isComplete(after: value, zone) { completions.append(index) }
            }
        }
        return completions
    }
}

extension ControlRule {
    /// The distance from the centre that the rule looks at; `nil` where it looks at the centre line or at none.
    fileprivate var sigmas: Double? {
        switch self {
        case .beyond(let sigmas), .most(_, _, let sigmas): sigmas
        case .hugging, .avoiding: 1
        case .run, .trend, .alternation: nil
        }
    }
}

/// On which side of a pair of limits a point is.
private enum Zone: Int8 {
    case below = -1
    case within = 0
    case above = 1

    init(_ value: Double, _ limits: ControlLimits) {
        if value > limits.upper {
            self = .above
        } else if let lower = limits.lower, value < lower {
            self = .below
        } else {
            self = .within
        }
    }
}

/// What the consecutive points before the next have come to.
private struct Pattern {
    private let rule: ControlRule
    /// The number of points in the current run, trend or stretch, the last one counted.
    private var length = 0
    private var last = Zone.within
    private var previous: Double?
    /// The latest points, the newest in the lowest bit, of each side.
    private var above: UInt64 = 0
    private var below: UInt64 = 0
    /// The number of points since the last gap.
    private var points = 0

    init(_ rule: ControlRule) {
        self.rule = rule
    }

    /// Takes the next point, and tells whether the pattern is complete with it.
    mutating func isComplete(after value: Double, _ zone: Zone) -> Bool {
        points += 1
        defer { previous = value }
        switch rule {
        case .beyond: return zone != .within
        case .most(let count, let window, _): return most(count, of: window, zone)
        case .run(let count):
            length = zone == .within ? 0 : zone == last ? length + 1 : 1
            last = zone
            return length >= count
        case .trend(let count):
            let step = step(to: value)
            length = step == .within ? 1 : step == last ? length + 1 : 2
            last = step
            return length >= count
        case .alternation(let count):
            let step = step(to: value)
            length = step == .within ? 1 : last == .within || step == last ? 2 : length + 1
            last = step
            return length >= count
        case .hugging(let count):
            length = zone == .within ? length + 1 : 0
            return length >= count
        case .avoiding(let count): return avoiding(count, zone)
        }
    }

    /// Whether the value is above or below the one before.
    private func step(to value: Double) -> Zone {
        guard let previous, previous != value else { return .within }
        return value > previous ? .above : .below
    }

    private mutating func most(_ count: Int, of window: Int, _ zone: Zone) -> Bool {
        above = above << 1 | (zone == .above ? 1 : 0)
        below = below << 1 | (zone == .below ? 1 : 0)
        guard points >= window, zone != .within else { return false }
        let latest: UInt64 = window >= 64 ? .max : 1 << UInt64(max(0, window)) - 1
        return ((zone == .above ? above : below) & latest).nonzeroBitCount >= count
    }

    /// A stretch off the centre has points on both sides when the newest of either is among the last `count`.
    private mutating func avoiding(_ count: Int, _ zone: Zone) -> Bool {
        guard zone != .within else {
            length = 0
            return false
        }
        length += 1
        above = above << 1 | (zone == .above ? 1 : 0)
        below = below << 1 | (zone == .below ? 1 : 0)
        let latest: UInt64 = count >= 64 ? .max : 1 << UInt64(max(0, count)) - 1
        return length >= count && above & latest != 0 && below & latest != 0
    }
}
