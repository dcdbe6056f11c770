/// A width and a height in whole pixels.
struct LayoutSize: Hashable {
    var width: Int
    var height: Int

    static let activity = LayoutSize(width: 100, height: 80)
    static let event = LayoutSize(width: 36, height: 36)
    static let gateway = LayoutSize(width: 50, height: 50)
    static let data = LayoutSize(width: 36, height: 50)
    static let store = LayoutSize(width: 50, height: 50)
    static let group = LayoutSize(width: 200, height: 120)
    /// The smallest sub-process whose inside is drawn.
    static let subProcess = LayoutSize(width: 140, height: 120)
    static let nothing = LayoutSize(width: 0, height: 0)

    /// The room of a text that is broken into lines between words; nothing for a blank one.
    ///
    /// - Parameter width: the widest that a line may be, where its words are not wider.
    static func text(_ text: String, within width: Int) -> LayoutSize {
        var lines = 0
        var widest = 0
        for paragraph in text.prefix(2_000).split(whereSeparator: \.isNewline) {
            var line = 0
            for word in paragraph.split(whereSeparator: \.isWhitespace) {
                let length = word.reduce(0) { $0 + self.width(of: $1) }
                if line == 0 {
                    lines += 1
                    line = length
                } else if line + 4 + length <= width {
                    line += 4 + length
                } else {
                    lines += 1
                    line = length
                }
                widest = max(widest, line)
            }
        }
        guard lines > 0 else { return .nothing }
        return LayoutSize(width: min(even(widest + 4), 2 * width), height: lines * 14)
    }

    /// The room of a note: wider the longer its text is.
    static func note(_ text: String) -> LayoutSize {
        for width in [100, 120, 150, 180] {
            let size = self.text(text, within: width - 20)
            if size.height <= 84 || width == 180 {
                return LayoutSize(width: width, height: max(30, even(min(size.height, 400) + 12)))
            }
        }
        return LayoutSize(width: 100, height: 30)
    }

    static func even(_ number: Int) -> Int { number + number % 2 }

    /// About how wide a character is in a sans-serif type of 12 pixels.
    private static func width(of character: Character) -> Int {
        switch character {
        case "i", "j", "l", "t", "f", "r", "I", ".", ",", ":", ";", "'", "!", "|", "(", ")", "[", "]": 4
        case "m", "w", "M", "W", "@", "%": 10
        default: (character.unicodeScalars.first?.value ?? 0) < 0x1100 ? 7 : 13
        }
    }
}
