public import QualityCore

/// A fault of an event log that was read all the same: where it stands and what was done about it (*läsanmärkning*).
public struct XESFinding: Hashable, Sendable {
    /// What is wrong and what was done. Closed.
    public enum Problem: String, Hashable, Sendable, Codable, CaseIterable {
        /// A case or an event has no name; it is empty in the log.
        case missingName
        /// An attribute has no key; it is empty in the log.
        case missingKey
        /// The value is missing or none of its type; it is kept as words.
        case value
        /// The time does not say in which zone; it is read as universal time.
        case zone
        /// The time is given closer than to the microsecond; the rest is left out.
        case precision
        /// Things without order; they are kept as a list.
        case container
        /// An event in no case, or what several logs share; it is left out.
        case notInLog
        /// An element that the standard does not have there; it is left out.
        case unknownElement
        /// There are more faults than these, which are not listed.
        case more
    }

    /// The line, 1 for the first.
    public let line: Int
    /// What is wrong and what was done.
    public let problem: Problem

    /// A fault in a line.
    public init(_ problem: Problem, line: Int) {
        self.line = line
        self.problem = problem
    }
}

extension XESFinding: Labelled {
    /// The line, what is wrong and what was done.
    public var label: LocalizedText {
        LocalizedText(
            sv: "rad \(line): \(problem.label(.swedish))",
            en: "line \(line): \(problem.label(.english))"
        )
    }
}

extension XESFinding.Problem: Labelled {
    /// What is wrong and what was done, in words.
    public var label: LocalizedText {
        switch self {
        case .missingName: LocalizedText(sv: "namn saknas; tomt i loggen", en: "no name; empty in the log")
        case .missingKey: LocalizedText(sv: "nyckel saknas; tom i loggen", en: "no key; empty in the log")
        case .value:
            LocalizedText(
                sv: "värdet saknas eller är av fel slag; behålls som ord",
                en: "the value is missing or of another type; kept as words"
            )
        case .zone:
            LocalizedText(
                sv: "tiden saknar tidszon; läses som universell tid",
                en: "the time has no zone; read as universal time"
            )
        case .precision:
            LocalizedText(
                sv: "tiden är noggrannare än en mikrosekund; resten utelämnas",
                en: "the time is closer than a microsecond; the rest is left out"
            )
        case .container:
            LocalizedText(sv: "mängd utan ordning; behålls som lista", en: "a set without order; kept as a list")
        case .notInLog:
            LocalizedText(sv: "hör inte till något ärende; utelämnas", en: "belongs to no case; left out")
        case .unknownElement: LocalizedText(sv: "okänt element; utelämnas", en: "unknown element; left out")
        case .more: LocalizedText(sv: "fler fel än de som räknas upp", en: "more faults than those that are listed")
        }
    }
}
