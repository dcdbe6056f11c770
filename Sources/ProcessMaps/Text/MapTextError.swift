public import QualityCore

/// Where a text is not a process map, and why (*textfel*).
public struct MapTextError: Error, Hashable, Sendable {
    /// What is wrong. Closed.
    public enum Problem: String, Hashable, Sendable, Codable, CaseIterable {
        /// The first line does not say which map it is.
        case noMap
        /// The line stands under none of the lines above.
        case indentation
        /// A tab, where only spaces say what a line stands under.
        case tab
        /// The line is nested deeper than any map may be.
        case tooDeep
        /// The line begins with a word that has no meaning there.
        case keyword
        /// The line ends before all is said.
        case incomplete
        /// A word that has no meaning there, or is said twice.
        case unexpected
        /// A text has no closing quotation mark.
        case openText
        /// A backslash before something that it cannot stand before.
        case escape
        /// Something other than a number.
        case number
        /// Something other than the identity of a routine.
        case routine
        /// A second process in a pool.
        case secondProcess
    }

    /// The line, 1 for the first.
    public let line: Int
    /// The place in the line in Unicode scalars, 1 for the first.
    public let column: Int
    /// What is wrong.
    public let problem: Problem

    /// A fault at a place.
    public init(line: Int, column: Int, _ problem: Problem) {
        self.line = line
        self.column = column
        self.problem = problem
    }
}

extension MapTextError: CustomStringConvertible {
    /// The place and what is wrong, in English.
    public var description: String { message(.english) }
}

extension MapTextError {
    /// The place and what is wrong, without a word of the text itself.
    public var message: LocalizedText {
        LocalizedText(
            sv: "rad \(line), kolumn \(column): \(problem.label(.swedish))",
            en: "line \(line), column \(column): \(problem.label(.english))"
        )
    }
}

extension MapTextError.Problem: Labelled {
    /// What is wrong, in words.
    public var label: LocalizedText {
        switch self {
        case .noMap:
            LocalizedText(sv: "texten börjar inte med en karta", en: "the text does not begin with a map")
        case .indentation:
            LocalizedText(sv: "indraget passar ingen rad ovanför", en: "the indentation fits no line above")
        case .tab: LocalizedText(sv: "tabb i stället för blanksteg", en: "a tab in place of spaces")
        case .tooDeep: LocalizedText(sv: "för många nivåer", en: "nested too deep")
        case .keyword:
            LocalizedText(sv: "ordet kan inte inleda en rad här", en: "the word cannot begin a line here")
        case .incomplete: LocalizedText(sv: "raden är inte färdig", en: "the line is not complete")
        case .unexpected: LocalizedText(sv: "ordet har ingen betydelse här", en: "the word has no meaning here")
        case .openText: LocalizedText(sv: "citattecken saknas", en: "a quotation mark is missing")
        case .escape: LocalizedText(sv: "okänt tecken efter \\", en: "unknown character after \\")
        case .number: LocalizedText(sv: "talet går inte att läsa", en: "not a number")
        case .routine: LocalizedText(sv: "inte en rutins identitet", en: "not the identity of a routine")
        case .secondProcess: LocalizedText(sv: "en pool har en enda process", en: "a pool has one process only")
        }
    }
}
