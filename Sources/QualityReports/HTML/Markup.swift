import QualityCore

/// Writes text into HTML and SVG so that it can only be read as text.
enum Markup {
    /// Text as the content of a CSS string in quotation marks.
    static func escapedForStyle(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            let isPlain = scalar == " " || (scalar.properties.isAlphabetic && scalar.value < 0x250)
            if isPlain || ("0"..."9").contains(scalar) {
                result.unicodeScalars.append(scalar)
            } else if scalar.value > 0x1F {
                result += "\\" + String(scalar.value, radix: 16) + " "
            }
        }
        return result
    }

    /// Text whose years and ISO dates are marked as time; the rest escaped.
    static func withTimes(_ text: String) -> String {
        DateScanner.pieces(of: text).map { piece in
            switch piece {
            case .words(let words): MarkupText.escaped(words)
            case .date(let date): "<time>\(date)</time>"
            }
        }
        .joined()
    }

    /// A period marked as time: each date of it where that covers its digits, else as a whole.
    static func period(_ text: String) -> String {
        var first: String?
        var leavesDigits = false
        for piece in DateScanner.pieces(of: text) {
            switch piece {
            case .words(let words): leavesDigits = leavesDigits || words.contains(where: \.isNumber)
            case .date(let date): first = first ?? date
            }
        }
        switch (first, leavesDigits) {
        case (_?, false): return withTimes(text)
        case (let date?, true): return "<time datetime=\"\(date)\">\(MarkupText.escaped(text))</time>"
        case (nil, _): return "<time>\(MarkupText.escaped(text))</time>"
        }
    }
}
