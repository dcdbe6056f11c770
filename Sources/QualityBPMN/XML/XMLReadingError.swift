public import QualityCore

/// Why bytes cannot be read as a document at all, and in which line (*läsfel*).
public struct XMLReadingError: Error, Hashable, Sendable {
    /// What is wrong. Closed.
    public enum Problem: String, Hashable, Sendable, Codable, CaseIterable {
        /// There is no element.
        case empty
        /// The document is larger than ``BPMNDocument/maximumSize``.
        case tooLarge
        /// Elements are nested deeper than ``BPMNDocument/maximumDepth``.
        case tooDeep
        /// An encoding other than UTF-8, UTF-16, ISO-8859-1, ISO-8859-15, Windows-1252 and ASCII, or bytes that are none
        /// in it.
        case encoding
        /// A character that no document may hold.
        case character
        /// A document type declaration, which could name other files or grow without end.
        case documentType
        /// A reference to a character or an entity that does not exist.
        case entity
        /// A name that is none.
        case name
        /// An element has the same attribute twice.
        case attributeTwice
        /// The end of an element that is not the one begun last.
        case endTag
        /// Other faults in how tags, comments and instructions are written.
        case markup
        /// The document ends before its elements do.
        case unfinished
        /// The outermost element is none that this format begins with.
        case otherFormat
    }

    /// The line, 1 for the first.
    public let line: Int
    /// What is wrong.
    public let problem: Problem

    /// A fault in a line.
    public init(line: Int, _ problem: Problem) {
        self.line = line
        self.problem = problem
    }
}

extension XMLReadingError: CustomStringConvertible {
    /// The line and what is wrong, in English.
    public var description: String { label(.english) }
}

extension XMLReadingError: Labelled {
    /// The line and what is wrong.
    public var label: LocalizedText {
        LocalizedText(
            sv: "rad \(line): \(problem.label(.swedish))",
            en: "line \(line): \(problem.label(.english))"
        )
    }
}

extension XMLReadingError.Problem: Labelled {
    /// What is wrong, in words.
    public var label: LocalizedText {
        switch self {
        case .empty: LocalizedText(sv: "dokumentet har inget element", en: "the document has no element")
        case .tooLarge: LocalizedText(sv: "dokumentet är för stort", en: "the document is too large")
        case .tooDeep: LocalizedText(sv: "för många nivåer", en: "nested too deep")
        case .encoding:
            LocalizedText(sv: "teckenkodningen går inte att läsa", en: "the encoding cannot be read")
        case .character: LocalizedText(sv: "otillåtet tecken", en: "a character that is not allowed")
        case .documentType:
            LocalizedText(sv: "dokumenttyp (DOCTYPE) tas inte emot", en: "a document type (DOCTYPE) is refused")
        case .entity:
            LocalizedText(sv: "hänvisning till ett okänt tecken", en: "a reference to an unknown character")
        case .name: LocalizedText(sv: "inget giltigt namn", en: "not a valid name")
        case .attributeTwice: LocalizedText(sv: "attributet finns redan", en: "the attribute is given twice")
        case .endTag:
            LocalizedText(sv: "sluttaggen hör till ett annat element", en: "the end tag is that of another element")
        case .markup: LocalizedText(sv: "inte giltig XML", en: "not well-formed XML")
        case .unfinished:
            LocalizedText(sv: "dokumentet slutar för tidigt", en: "the document ends too early")
        case .otherFormat: LocalizedText(sv: "ett annat slags dokument", en: "another sort of document")
        }
    }
}
