/// How wide text is drawn in a common sans-serif, and where its lines are broken.
///
/// The widths are the larger ones of two families of fonts, rounded up, so that text seldom needs more room than is said.
struct TextMeasure: Hashable, Sendable {
    /// The size of the font in pixels.
    let size: Double
    /// Whether the letters are bold.
    var isBold = false

    /// The text of shapes and lines.
    static let plain = TextMeasure(size: 12)
    /// The names of roles.
    static let lane = TextMeasure(size: 12.5, isBold: true)
    /// The names of parties.
    static let pool = TextMeasure(size: 12.5, isBold: true)

    /// From one line to the next, in pixels.
    var lineHeight: Double { (size * 1.2).rounded() }

    /// How wide a text is on one line, in pixels.
    func width(of text: String) -> Double {
        var thousandths = 0
        for scalar in text.unicodeScalars { thousandths += Self.advance(of: scalar) }
        return Double(thousandths) / 1000 * size * (isBold ? 1.08 : 1)
    }

    /// Words broken into lines of at most a width; a word that is wider is divided.
    ///
    /// - Parameters:
    ///   - text: the words, with any white space between them.
    ///   - limit: the widest line, in pixels; at least one letter stands on each.
    ///   - indent: how much narrower the first line is, in pixels.
    ///   - most: how many lines there may be; the last one ends in `…` where there would be more.
    /// - Returns: the lines, none for blank text, and whether something is left out.
    func lines(of text: String, width limit: Double, indent: Double = 0, most: Int = .max) -> (
        lines: [String], isCut: Bool
    ) {
        var lines: [String] = []
        var line = ""
        var widthSoFar = 0.0
        let space = width(of: " ")
        for word in PictureMarkup.words(text) {
            guard lines.count <= most else { break }
            let limit = lines.isEmpty ? limit - indent : limit
            let wordWidth = width(of: word)
            if !line.isEmpty, widthSoFar + space + wordWidth <= limit {
                line += " " + word
                widthSoFar += space + wordWidth
                continue
            }
            if !line.isEmpty { lines.append(line) }
            var pieces = wordWidth <= limit ? [word] : divided(word, width: limit)
            line = pieces.removeLast()
            lines += pieces
            widthSoFar = width(of: line)
        }
        if !line.isEmpty { lines.append(line) }
        guard lines.count > max(most, 1) else { return (lines, false) }
        lines.removeLast(lines.count - max(most, 1))
        var last = Array(lines.removeLast())
        while last.count > 1, width(of: String(last)) + width(of: "…") > limit { last.removeLast() }
        while last.count > 1, last.last == " " || last.last == "-" { last.removeLast() }
        return (lines + [String(last) + "…"], true)
    }

    /// The pieces of a word that is wider than a line, after a hyphen or slash that it has or else with a hyphen between.
    private func divided(_ word: String, width limit: Double) -> [String] {
        let letters = Array(word)
        let widths = letters.map { width(of: String($0)) }
        let hyphen = width(of: "-")
        var rest = widths.reduce(0, +)
        var pieces: [String] = []
        var start = 0
        while letters.count - start > 1, rest > limit {
            var end = start + 1
            var taken = widths[start]
            while end < letters.count, taken + widths[end] <= limit {
                taken += widths[end]
                end += 1
            }
            let own = letters[start..<end].lastIndex { Self.marks.contains($0) }
            if let own, own > start, own + 1 < letters.count {
                end = own + 1
                pieces.append(String(letters[start..<end]))
            } else {
                while end > start + 1, taken + hyphen > limit {
                    end -= 1
                    taken -= widths[end]
                }
                let ahead = Array(letters[start..<min(end + 4, letters.count)])
                if let place = Self.syllable(of: ahead, before: end - start) { end = start + place }
                let isInWord =
                    end > start + 1 && end < letters.count && letters[end - 1].isLetter && letters[end].isLetter
                pieces.append(String(letters[start..<end]) + (isInWord ? "-" : ""))
            }
            for place in start..<end { rest -= widths[place] }
            start = end
        }
        return pieces + (start < letters.count ? [String(letters[start...])] : [])
    }

    /// The last place up to a limit where a word may be divided: before the last consonant ahead of a vowel.
    private static func syllable(of word: [Character], before limit: Int) -> Int? {
        var place = min(limit, word.count - 3)
        while place >= 3 {
            let isOpen = word[..<place].contains { vowels.contains($0) }
            if isOpen, word[place].isLetter, !vowels.contains(word[place]), vowels.contains(word[place + 1]) {
                return place
            }
            place -= 1
        }
        return nil
    }

    private static let marks: Set<Character> = ["-", "/", "–", "_", ".", ","]
    private static let vowels = Set("aeiouyåäöéAEIOUYÅÄÖÉ")

    /// The width of a letter in thousandths of the size.
    private static func advance(of scalar: Unicode.Scalar) -> Int {
        if scalar.value < 0x7F { return scalar.value < 0x20 ? 600 : ascii[Int(scalar.value) - 0x20] }
        switch scalar {
        case "å", "ä", "é", "à", "è", "á", "–", "«", "»", "€": return 575
        case "ö", "ü", "ó": return 625
        case "Å", "Ä", "É", "ß": return 675
        case "Ö", "Ü": return 800
        case "’", "‘", "·": return 300
        case "”", "“": return 450
        case "—", "…", "→": return 1000
        default: break
        }
        switch scalar.value {
        case 0x300...0x36F, 0x483...0x489, 0x591...0x5BD, 0x64B...0x65F, 0x200B...0x200F, 0x202A...0x202E,
            0x2060...0x206F, 0x20D0...0x20FF, 0xFE00...0xFE0F, 0xFEFF:
            return 0
        case 0x1100...0x11FF, 0x2E80...0xD7FF, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFF60: return 1000
        case 0x1_0000...: return 1300
        default: return 720
        }
    }

    private static let ascii: [Int] = {
        var widths = Array(repeating: 600, count: 0x7F - 0x20)
        let groups: [(Int, String)] = [
            (275, "ijl"), (300, " !,.:;"), (350, "()-I[]`f'"), (375, "/\\t"), (400, "{}"), (425, "\"r"), (500, "Jcsz"),
            (525, "vy"), (550, "kx"), (575, "$*0123456789?L^_ae|"), (600, "+<=>~"), (625, "FTZbdghnopqu"), (650, "#"),
            (675, "ABEKPSVXY"), (725, "CR"), (750, "&DHU"), (775, "N"), (800, "GOQw"), (900, "%"), (925, "M"),
            (950, "Wm"), (1025, "@"),
        ]
        for (width, letters) in groups {
            for letter in letters.utf8 { widths[Int(letter) - 0x20] = width }
        }
        return widths
    }()
}
