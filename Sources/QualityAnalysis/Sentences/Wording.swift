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
        guard number.isFinite else { return number > 0 ? "∞" : "−∞" }
        guard abs(number) < 1e12 else {
            let limit = integer(1_000_000_000_000, language)
            return number > 0 ? language("över ", "above ") + limit : language("under −", "below −") + limit
        }
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

    /// A level of confidence in percent, with as many decimals as it takes and at most three.
    static func level(_ level: Double, _ language: Language) -> String {
        let digits = (0...3).first { digits in
            let scale = (0..<digits).reduce(100.0) { value, _ in value * 10 }
            return abs((level * scale).rounded() - level * scale) < 1e-6
        }
        return decimal(100 * level, digits: digits ?? 3, language) + unit(language)
    }

    /// A share in whole percent, or of fewer than twenty in numbers: `3 av 7`.
    static func share(_ count: Int, of total: Int, _ language: Language) -> String {
        total < fewestForPercent
            ? integer(count, language) + language(" av ", " of ") + integer(total, language)
            : percent(Double(count) / Double(total), language)
    }

    /// The fewest of which shares and changes are told in percent.
    static let fewestForPercent = 20

    /// A number that was reported: `1 rapporterad`, `2 rapporterade`.
    static func reported(_ count: Int, _ language: Language) -> String {
        integer(count, language) + language(count == 1 ? " rapporterad" : " rapporterade", " reported")
    }

    /// A number of things, by the word for one and that for several in each language.
    static func number(
        _ count: Int,
        _ swedish: (one: String, many: String),
        _ english: (one: String, many: String),
        _ language: Language
    ) -> String {
        integer(count, language) + " "
            + (count == 1 ? language(swedish.one, english.one) : language(swedish.many, english.many))
    }

    /// A change in percent with one decimal and its sign.
    static func change(_ percent: Double, _ language: Language) -> String {
        signed(percent, language) + unit(language)
    }

    /// A number with one decimal and its sign; what rounds to 0 has none.
    private static func signed(_ number: Double, _ language: Language) -> String {
        (number >= 0.05 ? "+" : "") + decimal(number, digits: 1, language)
    }

    /// Two limits in percent.
    static func limits(_ lower: Double, _ upper: Double, _ language: Language) -> String {
        signed(lower, language) + language(" till ", " to ") + signed(upper, language) + unit(language)
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
