import Testing

/// Reads just enough of a rendered page to check it.
enum Markup {
    /// The digits of the main part that stand in no figure, time, reference or head.
    static func unmarkedDigits(in html: String) throws -> String {
        var rest = try #require(inner("main", of: html))
        for element in ["data", "time", "cite", "h2", "th", "caption", "figcaption", "title", "desc"] {
            rest = removing(element, from: rest)
        }
        rest = removing("text class=\"head\"", closing: "text", from: rest)
        return removingTags(from: removingFigureLabels(from: rest)).filter(\.isNumber)
    }

    static func inner(_ element: String, of html: String) -> String? {
        guard let start = html.ranges(of: "<\(element)").first, let end = html.ranges(of: "</\(element)>").last else {
            return nil
        }
        return String(html[start.lowerBound..<end.lowerBound])
    }

    /// The page without the elements of a name; the name may begin with attributes that tell them apart.
    static func removing(_ opening: String, closing: String? = nil, from html: String) -> String {
        var rest = html[...]
        var kept = ""
        while let start = rest.firstRange(of: "<" + opening) {
            kept += rest[..<start.lowerBound]
            let after = rest[start.upperBound...]
            guard after.first == ">" || after.first == " " || after.first == "\n" else {
                kept += rest[start]
                rest = after
                continue
            }
            guard let end = after.firstRange(of: "</\(closing ?? opening)>") else { return kept }
            rest = after[end.upperBound...]
        }
        return kept + rest
    }

    /// The page without the labels of drawings that name their figure.
    static func removingFigureLabels(from html: String) -> String {
        var rest = html[...]
        var kept = ""
        while let start = rest.firstRange(of: "<text ") {
            guard let head = rest[start.upperBound...].firstRange(of: ">"),
                let end = rest[head.upperBound...].firstRange(of: "</text>")
            else { break }
            kept += rest[..<start.lowerBound]
            if !rest[start.lowerBound..<head.lowerBound].contains("data-figure=\"") {
                kept += rest[start.lowerBound..<end.upperBound]
            }
            rest = rest[end.upperBound...]
        }
        return kept + rest
    }

    static func removingTags(from html: String) -> String {
        var isInside = false
        var text = ""
        for character in html {
            switch character {
            case "<": isInside = true
            case ">": isInside = false
            default: if !isInside { text.append(character) }
            }
        }
        return text
    }

    static func values(of attribute: String, in html: String) -> [String] {
        html.split(separator: " \(attribute)=\"").dropFirst().map { String($0.prefix { $0 != "\"" }) }
    }
}
