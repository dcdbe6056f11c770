public import QualityCore

/// What a check finds wrong in a process map, and in which element (*brist i kartan*, D-PRO-5).
public struct MapFinding: Hashable, Sendable, Codable {
    /// What can be wrong. Closed.
    public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        /// Several elements have the identity.
        case doubledIdentity
        /// The element points at something that the map does not have.
        case unknownReference
        /// A flow goes into or out of a process or sub-process past its border.
        case crossesBorder
        /// A message flow stays inside one pool.
        case messageInsidePool
        /// A node lies in two lanes, neither inside the other.
        case inSeveralLanes
        /// A border event stands on something other than an activity beside it.
        case wrongHost
        /// A link leads to no link, or to several, of the same name.
        case unmatchedLink
        /// A flow leads to what begins the flow, or from what ends it.
        case flowPastEnds
        /// A process or sub-process with steps has nothing that begins it.
        case noStart
        /// A process or sub-process with steps has nothing that ends it.
        case noEnd
        /// No way leads to the node from a start.
        case unreachable
        /// The flow stops at the node without having ended.
        case deadEnd
        /// No way leads from the node to an end.
        case neverEnds
        /// Ways that are taken at the same time never come together again.
        case neverJoins
        /// The step has no name.
        case unnamedStep
        /// Nobody is said to do the step.
        case noRole
        /// The step has neither routine nor a reason why it needs none.
        case noRoutine
        /// A flow from one role to another, or between parties, does not say what is handed over.
        case unnamedHandOver
    }

    /// What is wrong.
    public let kind: Kind
    /// The element in which it is.
    public let element: MapElementID

    /// A finding.
    public init(_ kind: Kind, in element: MapElementID) {
        self.kind = kind
        self.element = element
    }

    /// The finding in a sentence that names the element: its kind, and its name or else its identity.
    public func message(in index: MapIndex) -> LocalizedText {
        let found = index.element(element)
        let name = found.flatMap { $0.name.isBlank ? nil : $0.name } ?? element.rawValue
        let kindName = found?.kindName ?? LocalizedText(sv: "Elementet", en: "The element")
        return LocalizedText(
            sv: "\(kindName.swedish) ”\(name)”: \(kind.label.swedish)",
            en: "\(kindName.english) “\(name)”: \(kind.label.english)"
        )
    }
}

extension MapFinding.Kind: Labelled {
    /// What is wrong, in words.
    public var label: LocalizedText {
        switch self {
        case .doubledIdentity:
            LocalizedText(sv: "identiteten finns flera gånger", en: "several elements have the identity")
        case .unknownReference:
            LocalizedText(sv: "pekar på något som inte finns", en: "points at something that is not there")
        case .crossesBorder:
            LocalizedText(sv: "går över processens gräns", en: "crosses the border of the process")
        case .messageInsidePool:
            LocalizedText(sv: "meddelandet stannar hos en part", en: "the message stays with one party")
        case .inSeveralLanes: LocalizedText(sv: "ligger i flera banor", en: "lies in several lanes")
        case .wrongHost:
            LocalizedText(sv: "sitter inte på en aktivitet intill", en: "is not on an activity beside it")
        case .unmatchedLink:
            LocalizedText(sv: "länken har inte en enda motpart", en: "the link has not exactly one counterpart")
        case .flowPastEnds:
            LocalizedText(sv: "leder till en start eller från ett slut", en: "leads to a start or from an end")
        case .noStart: LocalizedText(sv: "har ingen start", en: "has no start")
        case .noEnd: LocalizedText(sv: "har inget slut", en: "has no end")
        case .unreachable: LocalizedText(sv: "nås inte från någon start", en: "cannot be reached from a start")
        case .deadEnd: LocalizedText(sv: "flödet tar slut här", en: "the flow stops here without an end")
        case .neverEnds: LocalizedText(sv: "når inget slut", en: "cannot reach an end")
        case .neverJoins:
            LocalizedText(sv: "de samtidiga vägarna möts aldrig igen", en: "its simultaneous ways never join again")
        case .unnamedStep: LocalizedText(sv: "saknar namn", en: "has no name")
        case .noRole: LocalizedText(sv: "saknar roll", en: "has no role")
        case .noRoutine: LocalizedText(sv: "saknar rutin", en: "has no routine")
        case .unnamedHandOver:
            LocalizedText(sv: "överlämningen saknar namn", en: "does not say what is handed over")
        }
    }
}
