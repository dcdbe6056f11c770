public import QualityCore

extension QualityReport.Figure.Value {
    /// The value for data: plain digits with a decimal point, or the word; `nil` when absent.
    public var machineForm: String? {
        switch self {
        case .integer(let number):
            return String(number)
        case .decimal(let number, let fractionDigits):
            guard let digits = NumberForm.digits(of: number, fractionDigits: fractionDigits) else { return nil }
            let decimals = digits.fraction.isEmpty ? "" : "." + digits.fraction
            return (digits.isNegative ? "-" : "") + digits.whole + decimals
        case .text(let words):
            return words
        case .absent:
            return nil
        }
    }

    /// The number of the value, rounded as it is shown; `nil` for words and absent values.
    public var number: Double? {
        switch self {
        case .integer(let number): Double(number)
        case .decimal: machineForm.flatMap(Double.init)
        case .text, .absent: nil
        }
    }

    /// Whether there is nothing to show.
    public var isAbsent: Bool { machineForm == nil }
}

extension QualityReport.Figure {
    /// The value with its unit as readers see it; a dash when it is absent.
    ///
    /// Swedish groups thousands by no-break spaces and has a decimal comma; English has commas and a decimal point.
    public func shown(in language: Language) -> String {
        let number: String
        switch value {
        case .integer(let value):
            number = NumberForm.shown(
                isNegative: value < 0,
                whole: String(value.magnitude),
                fraction: "",
                in: language
            )
        case .decimal(let value, let fractionDigits):
            guard let digits = NumberForm.digits(of: value, fractionDigits: fractionDigits) else { return "–" }
            number = NumberForm.shown(
                isNegative: digits.isNegative,
                whole: digits.whole,
                fraction: digits.fraction,
                in: language
            )
        case .text(let words):
            return words
        case .absent:
            return "–"
        }
        guard !unit.symbol.isEmpty else { return number }
        let isAttached = language == .english && unit.symbol == "%"
        return number + (isAttached ? "" : NumberForm.noBreakSpace) + unit.symbol
    }

    /// Why the figure is absent, or `nil` when it is there.
    public func absence(in language: Language) -> String? {
        switch value {
        case .absent(let reason): reason
        case .decimal where value.isAbsent: Wording.notComputable(language)
        case .integer, .decimal, .text: nil
        }
    }
}
