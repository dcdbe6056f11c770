import QualityCore

/// Numbers and small words as sentences write them in each language.
enum Wording {
    private static let space = "\u{00A0}"

    /// A number with its thousands grouped and a true minus sign.
    static func integer(_ number: Int, _ language: Language) -> String {
        var digits = Array(String(number.magnitude))
        var position = digits.count - 3
        while position > 0 {
            digits.insert(language == .swedish ? "\u{00A0}" : ",", at: position)
            position -= 3
        }
        return (number < 0 ? "−" : "") + String(digits)
    }

    /// A whole number with its sign.
    static func signed(_ number: Int, _ language: Language) -> String {
        (number > 0 ? "+" : "") + integer(number, language)
    }

    /// A number with so many decimals, halves away from 0.
    static func decimal(_ number: Double, digits: Int, _ language: Language) -> String {
        guard number.isFinite, abs(number) < 1e12 else { return number > 0 ? "∞" : "−∞" }
        let scale = (0..<digits).reduce(1) { value, _ in value * 10 }
        let scaled = Int((abs(number) * Double(scale)).rounded())
        let sign = number < 0 && scaled > 0 ? "−" : ""
        let fraction = String(scaled % scale + scale).dropFirst()
        let whole = integer(scaled / scale, language)
        return sign + whole + (digits > 0 ? (language == .swedish ? "," : ".") + fraction : "")
    }

    /// A share in whole percent; never 0 % of what occurs nor 100 % of what has exceptions.
    static func percent(_ share: Double, _ language: Language) -> String {
        if share > 0, share < 0.005 { return language("under 1", "below 1") + unit(language) }
        if share < 1, share >= 0.995 { return language("över 99", "above 99") + unit(language) }
        return decimal(100 * share, digits: 0, language) + unit(language)
    }

    /// A change in percent with one decimal and its sign.
    static func change(_ percent: Double, _ language: Language) -> String {
        (percent > 0 ? "+" : "") + decimal(percent, digits: 1, language) + unit(language)
    }

    /// Two limits in percent.
    static func limits(_ lower: Double, _ upper: Double, _ language: Language) -> String {
        let sign = { (value: Double) in (value > 0 ? "+" : "") + decimal(value, digits: 1, language) }
        return sign(lower) + (language == .swedish ? " till " : " to ") + sign(upper) + unit(language)
    }

    /// A p-value: three decimals, or that it is below or above them.
    static func pValue(_ value: Double, _ language: Language) -> String {
        if value < 0.001 { return "p" + space + "<" + space + decimal(0.001, digits: 3, language) }
        if value > 0.99 { return "p" + space + ">" + space + decimal(0.99, digits: 2, language) }
        return "p" + space + "=" + space + decimal(value, digits: 3, language)
    }

    private static func unit(_ language: Language) -> String { language == .swedish ? space + "%" : "%" }

    /// A list with *och* or *and* before the last.
    static func list(_ items: [String], _ language: Language) -> String {
        guard let last = items.last, items.count > 1 else { return items.first ?? "" }
        return items.dropLast().joined(separator: ", ") + (language == .swedish ? " och " : " and ") + last
    }

    /// A list with *eller* or *or* before the last.
    static func alternatives(_ items: [String], _ language: Language) -> String {
        guard let last = items.last, items.count > 1 else { return items.first ?? "" }
        return items.dropLast().joined(separator: ", ") + language(" eller ", " or ") + last
    }

    /// A name in the quotation marks of the language.
    static func quoted(_ name: String, _ language: Language) -> String {
        language("”\(name)”", "“\(name)”")
    }

    /// A number of things at the beginning of a sentence: in letters up to twelve.
    static func leading(_ number: Int, _ language: Language) -> String {
        let words =
            language == .swedish
            ? ["Inget", "Ett", "Två", "Tre", "Fyra", "Fem", "Sex", "Sju", "Åtta", "Nio", "Tio", "Elva", "Tolv"]
            : [
                "No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven",
                "Twelve",
            ]
        return words.indices.contains(number) ? words[number] : integer(number, language)
    }

    /// A text made in each language.
    static func both(_ make: (Language) -> String) -> LocalizedText {
        LocalizedText(sv: make(.swedish), en: make(.english))
    }
}

extension Language {
    /// The wording in this language.
    func callAsFunction(_ swedish: String, _ english: String) -> String {
        self == .swedish ? swedish : english
    }
}
