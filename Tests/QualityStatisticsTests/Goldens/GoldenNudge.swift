extension GoldenReport.Leaf {
    /// The value nudged so that the comparison must fail.
    ///
    /// Numbers move by 0.1 %; one that is 0 but for rounding moves by as much as its own scale. Flags are turned, texts
    /// lengthened.
    var nudged: GoldenTree {
        switch value {
        case .flag(let flag): return .flag(!flag)
        case .text(let text): return .text(text + ".")
        case .number(let number):
            guard number.isFinite else { return .number(1) }
            return .number(number + (isVanishing ? max(1_000 * absolute, 1e-300) : 0.001 * number))
        default: return .number(1)
        }
    }

    /// Whether the value is a number that can not be told from 0: 0.1 % of it is less than its tolerance.
    var isVanishing: Bool {
        guard case .number(let number) = value, number.isFinite else { return false }
        return 0.000_9 * abs(number) <= absolute
    }

    private var absolute: Double {
        switch tolerance {
        case .within(_, let scale): golden.size(of: scale)
        case .simulated(let theirs, let ours):
            if case .number(let number) = value {
                GoldenTolerance.margin(of: number, theirs: theirs, ours: ours)
            } else {
                0
            }
        default: value == .number(0) ? 0.001 : 0
        }
    }
}
