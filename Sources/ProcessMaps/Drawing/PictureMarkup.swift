import QualityCore

/// Words, numbers and identities as a picture or a graph holds them.
enum PictureMarkup {
    /// Words on one line: white space and line ends become one space, what cannot be written becomes U+FFFD.
    static func words(_ text: String) -> [String] {
        var words: [String] = []
        var word = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case " ", "\t", "\n", "\r", "\u{B}", "\u{C}", "\u{85}", "\u{2028}", "\u{2029}":
                if !word.isEmpty { words.append(word) }
                word = ""
            default: word.unicodeScalars.append(MarkupText.isWritable(scalar) ? scalar : "\u{FFFD}")
            }
        }
        if !word.isEmpty { words.append(word) }
        return words
    }

    /// Text on one line.
    static func line(_ text: String) -> String {
        words(text).joined(separator: " ")
    }

    /// The name of an identity in a page: letters, digits and `-`, a letter first, other characters by their numbers.
    static func pageID(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "a"..."z", "A"..."Z", "-": result.unicodeScalars.append(scalar)
            case "0"..."9": result += result.isEmpty ? "n\(scalar)" : "\(scalar)"
            default: result += (result.isEmpty ? "x_" : "_") + String(scalar.value, radix: 16) + "_"
            }
        }
        return result.isEmpty || result.hasPrefix("-") ? "map" + result : result
    }

    /// A number with at most two decimals and no exponent.
    static func number(_ value: Double) -> String {
        guard value.isFinite else { return "0" }
        let hundredths = Int((min(max(value, -limit), limit) * 100).rounded())
        let (whole, rest) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
        let sign = hundredths < 0 ? "-" : ""
        guard rest > 0 else { return "\(sign)\(whole)" }
        return rest % 10 == 0 ? "\(sign)\(whole).\(rest / 10)" : "\(sign)\(whole).\(rest < 10 ? "0" : "")\(rest)"
    }

    /// The largest number that a picture holds.
    static let limit = 1_000_000.0
}

extension MapBounds {
    /// The same rectangle with sides that are not negative, and no farther away than a picture can show.
    var drawable: MapBounds {
        func clamped(_ value: Double) -> Double { min(max(value, -PictureMarkup.limit), PictureMarkup.limit) }
        let left = clamped(min(x, x + width))
        let top = clamped(min(y, y + height))
        return MapBounds(
            x: left,
            y: top,
            width: clamped(max(x, x + width)) - left,
            height: clamped(max(y, y + height)) - top
        )
    }
}

extension MapPoint {
    /// The same point, no farther away than a picture can show.
    var drawable: MapPoint {
        MapPoint(
            x: min(max(x, -PictureMarkup.limit), PictureMarkup.limit),
            y: min(max(y, -PictureMarkup.limit), PictureMarkup.limit)
        )
    }
}
