/// Writes text into HTML and SVG so that it can only be read as text.
package enum MarkupText {
    /// Text for the content of an element or for an attribute in quotation marks.
    ///
    /// What XML 1.0 or HTML forbids, such as control characters, becomes U+FFFD.
    package static func escaped(_ text: String) -> String {
        var result = ""
        result.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            case "\t", "\n", "\r": result += "&#\(scalar.value);"
            default: result.unicodeScalars.append(isWritable(scalar) ? scalar : "\u{FFFD}")
            }
        }
        return result
    }

    /// Whether a character other than white space may stand in both.
    package static func isWritable(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F...0x9F, 0xFDD0...0xFDEF: false
        default: scalar.value & 0xFFFE != 0xFFFE
        }
    }
}
