public import QualityCore

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
        case .standstill: LocalizedText(sv: "ärendet kan stanna här för alltid", en: "the case can stand still here")
        case .doubled: LocalizedText(sv: "det som följer kan göras två gånger", en: "what follows can be done twice")
        case .leftOver:
            LocalizedText(sv: "ärendet kan avslutas medan annat pågår", en: "the case can end with work left over")
        case .notDecided:
            LocalizedText(
                sv: "oavgjort om ärenden alltid kan avslutas",
                en: "it is not known whether cases can always end"
            )
        case .unnamedStep: LocalizedText(sv: "saknar namn", en: "has no name")
        case .noRole: LocalizedText(sv: "saknar roll", en: "has no role")
        case .noRoutine: LocalizedText(sv: "saknar rutin", en: "has no routine")
        case .unnamedHandOver:
            LocalizedText(sv: "överlämningen saknar namn", en: "does not say what is handed over")
        }
    }
}

extension MapFinding {
    /// The finding in a sentence that names the element: its kind, and its name or else its identity.
    ///
    /// Where the flow was followed it tells how far, or by what nodes the tokens come there, at most the last ten.
    public func message(in index: MapIndex) -> LocalizedText {
        let kindName = index.element(element)?.kindName ?? LocalizedText(sv: "Elementet", en: "The element")
        let name = index.readableName(of: element)
        var swedish = "\(kindName.swedish) ”\(name)”: \(kind.label.swedish)"
        var english = "\(kindName.english) “\(name)”: \(kind.label.english)"
        switch evidence {
        case .trace(let steps) where !steps.isEmpty:
            let names = steps.suffix(10).map { index.readableName(of: $0.node) }
            let way = ((steps.count > 10 ? ["…"] : []) + names).joined(separator: " → ")
            swedish += " (\(way))"
            english += " (\(way))"
        case .givenUp(let states):
            swedish += " (efter \(states) tillstånd)"
            english += " (after \(states) states)"
        case .trace, nil: break
        }
        return LocalizedText(sv: swedish, en: english)
    }
}

extension MapIndex {
    /// The name of an element or, where it has none, its identity.
    fileprivate func readableName(of id: MapElementID) -> String {
        element(id).flatMap { $0.name.isBlank ? nil : $0.name } ?? id.rawValue
    }
}
