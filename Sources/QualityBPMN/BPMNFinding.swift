public import ProcessMaps
public import QualityCore

/// A fault of a file that was read all the same: where it stands and what was done about it (*läsanmärkning*).
public struct BPMNFinding: Hashable, Sendable {
    /// What is wrong and what was done. Closed.
    public enum Problem: String, Hashable, Sendable, Codable, CaseIterable {
        /// An element has no identity; it has a made-up one in the map.
        case missingIdentity
        /// Another element has the identity too; both are in the map with it.
        case repeatedIdentity
        /// A reference that must be there is not; it is empty in the map.
        case missingReference
        /// A reference to an element that is not in the file; it stands in the map as written.
        case unknownReference
        /// Two pools have the same process; the map has it in the first, and the other closed.
        case sharedProcess
        /// A number cannot be read; it is 0 in the map.
        case number
        /// A word that has no meaning there; the map has what an absent one means.
        case word
        /// An element that the standard does not have there; it stays in the file and is not in the map.
        case unknownElement
        /// An element stands where the standard has none of its sort; it is read as if it stood where it should.
        case misplaced
        /// An element that a map cannot hold, such as a choreography; it stays in the file and is not in the map.
        case notInMap
        /// Sub-processes or lanes are nested deeper than a map may be; what is further in stays in the file only.
        case tooDeep
        /// A prefix stands for no namespace; what has it stays in the file.
        case unboundPrefix
        /// There are more faults than these, which are not listed.
        case more
    }

    /// The element, by its identity; `nil` where it has none.
    public let element: MapElementID?
    /// What sort of element it is, by its name in the standard; empty where the fault is that of the whole file.
    public let kind: String
    /// The line, 1 for the first.
    public let line: Int
    /// What is wrong and what was done.
    public let problem: Problem

    /// A fault of an element.
    public init(_ problem: Problem, element: MapElementID?, kind: String, line: Int) {
        self.element = element
        self.kind = kind
        self.line = line
        self.problem = problem
    }
}

extension BPMNFinding: Labelled {
    /// The line, the element, what is wrong and what was done.
    public var label: LocalizedText {
        let name = kind + (element.map { " \($0)" } ?? "")
        let place = name.isEmpty ? "" : " \(name)"
        return LocalizedText(
            sv: "rad \(line)\(place): \(problem.label(.swedish))",
            en: "line \(line)\(place): \(problem.label(.english))"
        )
    }
}

extension BPMNFinding.Problem: Labelled {
    /// What is wrong and what was done, in words.
    public var label: LocalizedText {
        switch self {
        case .missingIdentity:
            LocalizedText(
                sv: "saknar identitet; har fått en i kartan",
                en: "no identity; has been given one in the map"
            )
        case .repeatedIdentity:
            LocalizedText(sv: "identiteten finns redan; båda är med", en: "the identity is taken; both are kept")
        case .missingReference:
            LocalizedText(sv: "hänvisning saknas; tom i kartan", en: "a reference is missing; empty in the map")
        case .unknownReference:
            LocalizedText(
                sv: "hänvisar till något som inte finns; behålls som den står",
                en: "refers to what is not there; kept as written"
            )
        case .sharedProcess:
            LocalizedText(
                sv: "processen finns i en annan pool; poolen är stängd i kartan",
                en: "the process is in another pool; this one is closed in the map"
            )
        case .number:
            LocalizedText(sv: "talet går inte att läsa; 0 i kartan", en: "not a number; 0 in the map")
        case .word:
            LocalizedText(
                sv: "ordet har ingen betydelse här; läses som om det saknades",
                en: "the word has no meaning here; read as if it were absent"
            )
        case .unknownElement:
            LocalizedText(
                sv: "okänt element; behålls i filen men inte i kartan",
                en: "unknown element; kept in the file, not in the map"
            )
        case .misplaced:
            LocalizedText(
                sv: "står på fel plats; läses som om det stod rätt",
                en: "in the wrong place; read as if it were in the right one"
            )
        case .notInMap:
            LocalizedText(
                sv: "kan inte visas i en karta; behålls i filen",
                en: "cannot be in a map; kept in the file"
            )
        case .tooDeep:
            LocalizedText(
                sv: "för många nivåer; det innersta behålls i filen men inte i kartan",
                en: "nested too deep; the innermost is kept in the file, not in the map"
            )
        case .unboundPrefix:
            LocalizedText(
                sv: "ett prefix som inte står för något; behålls i filen",
                en: "a prefix that stands for nothing; kept in the file"
            )
        case .more:
            LocalizedText(sv: "fler fel än de som räknas upp", en: "more faults than those that are listed")
        }
    }
}
