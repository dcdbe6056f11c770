/// The words of a text as search sees them: in lower case, in one normal form, each once, in byte order (*sökord*).
///
/// `Fallskada`, `FALLSKADA` and `fallskada` are one word, and `å` written as one character or as two is one letter;
/// `å`, `ä` and `ö` stay apart from `a` and `o`. A word is a run of letters and digits.
public struct SearchWords: Hashable, Sendable {
    /// The words.
    public let words: [String]

    /// The words of texts; `nil` stands for a text that is not there.
    public init(of texts: [String?]) {
        var found: Set<[UInt8]> = []
        for case let text? in texts {
            for run in text.split(whereSeparator: { !Self.isPart($0) }) {
                found.insert(Array(Self.folded(run).utf8))
            }
        }
        words = found.sorted { $0.lexicographicallyPrecedes($1) }.map { String(decoding: $0, as: UTF8.self) }
    }

    /// The words of a text.
    public init(of text: String) {
        self.init(of: [text])
    }

    /// Words as a store kept them, in byte order.
    package init(stored words: [String]) {
        self.words = words
    }

    /// Whether each of some other words is one of these.
    public func containsAll(_ other: SearchWords) -> Bool {
        let own = Set(words.map { Array($0.utf8) })
        return other.words.allSatisfy { own.contains(Array($0.utf8)) }
    }

    /// Whether a character belongs to a word. Some letters of India take a following blank into their character.
    private static func isPart(_ character: Character) -> Bool {
        (character.isLetter || character.isNumber)
            && !character.unicodeScalars.contains { $0.properties.isWhitespace }
    }

    private static func folded(_ text: Substring) -> String {
        var folded = ""
        for character in text {
            for lower in character.lowercased() {
                folded.append(composed.firstIndex(of: lower).map { composed[$0] } ?? lower)
            }
        }
        return folded
    }

    /// Letters that exist composed; a set finds the decomposed form, too, as both are equal.
    private static let composed: Set<Character> = {
        let ranges: [ClosedRange<UInt32>] = [0xC0...0x24F, 0x370...0x3FF, 0x400...0x4FF, 0x1E00...0x1FFF]
        return Set(ranges.joined().compactMap(Unicode.Scalar.init).map(Character.init))
    }()
}
