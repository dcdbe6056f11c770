import QualityCore

/// Writes running text as Markdown that shows the same characters.
struct MarkdownText {
    let language: Language

    /// Words on one line, with the characters escaped that mean something in Markdown or HTML.
    static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\", "`", "*", "_", "[", "]", "|", "#", "~": result += "\\" + String(scalar)
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\n", "\r", "\t": result += " "
            case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}": continue
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// A line that does not begin a list by accident.
    static func line(_ text: String) -> String {
        if let first = text.first, "-+=".contains(first) { return "\\" + text }
        let digits = text.prefix { ("0"..."9").contains($0) }
        if !digits.isEmpty, let sign = text.dropFirst(digits.count).first, ".)".contains(sign) {
            return digits + "\\" + text.dropFirst(digits.count)
        }
        return text
    }

    func text(_ figure: QualityReport.Figure) -> String {
        Self.escaped(figure.shown(in: language))
    }

    /// Prose where an absent figure says its reason.
    func text(_ prose: QualityReport.Prose) -> String {
        prose.inlines.map { inline in
            switch inline {
            case .text(let words): Self.escaped(words)
            case .figure(let figure):
                if let reason = Wording.absences(of: [figure], in: language) {
                    "– (\(Self.escaped(reason)))"
                } else {
                    text(figure)
                }
            case .emphasis(let words): "**\(Self.escaped(words))**"
            case .period(let words), .reference(let words): Self.escaped(words)
            }
        }
        .joined()
    }
}
