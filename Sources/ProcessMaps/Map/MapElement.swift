public import QualityCore

/// Any element of a map that has an identity (*element*). Closed.
public enum MapElement: Hashable, Sendable, Identifiable {
    /// A party.
    case pool(MapPool)
    /// A process.
    case process(MapProcess)
    /// A role's part of a process.
    case lane(MapLane)
    /// An activity, an event or a gateway.
    case node(MapNode)
    /// That one node follows on another.
    case sequenceFlow(MapSequenceFlow)
    /// What passes between parties.
    case messageFlow(MapMessageFlow)
    /// Information.
    case data(MapData)
    /// That a node reads or writes information.
    case dataAssociation(MapDataAssociation)
    /// A note or a frame.
    case artifact(MapArtifact)
    /// A line that ties a note to an element.
    case association(MapAssociation)
    /// What events and flows point at.
    case subject(MapSubject)

    /// The identity of the element.
    public var id: MapElementID {
        switch self {
        case .pool(let pool): pool.id
        case .process(let process): process.id
        case .lane(let lane): lane.id
        case .node(let node): node.id
        case .sequenceFlow(let flow): flow.id
        case .messageFlow(let flow): flow.id
        case .data(let data): data.id
        case .dataAssociation(let association): association.id
        case .artifact(let artifact): artifact.id
        case .association(let association): association.id
        case .subject(let subject): subject.id
        }
    }

    /// The name that people read, or the text of a note; empty where there is none.
    public var name: String {
        switch self {
        case .pool(let pool): pool.name
        case .process(let process): process.name
        case .lane(let lane): lane.name
        case .node(let node): node.name
        case .sequenceFlow(let flow): flow.name
        case .messageFlow(let flow): flow.name
        case .data(let data): data.name
        case .artifact(let artifact): if case .annotation(let text) = artifact.kind { text } else { "" }
        case .subject(let subject): subject.name
        case .dataAssociation, .association: ""
        }
    }
}

extension MapElement {
    /// What people call such an element.
    public var kindName: LocalizedText {
        switch self {
        case .pool: LocalizedText(sv: "Part", en: "Pool")
        case .process: LocalizedText(sv: "Process", en: "Process")
        case .lane: LocalizedText(sv: "Roll", en: "Lane")
        case .node(let node):
            switch node.kind {
            case .activity(let activity):
                activity.subProcess == nil
                    ? LocalizedText(sv: "Aktivitet", en: "Step") : LocalizedText(sv: "Delprocess", en: "Sub-process")
            case .event: LocalizedText(sv: "Händelse", en: "Event")
            case .gateway: LocalizedText(sv: "Grind", en: "Gateway")
            }
        case .sequenceFlow: LocalizedText(sv: "Flöde", en: "Flow")
        case .messageFlow: LocalizedText(sv: "Meddelandeflöde", en: "Message flow")
        case .data: LocalizedText(sv: "Information", en: "Information")
        case .dataAssociation: LocalizedText(sv: "Informationsflöde", en: "Information flow")
        case .artifact(let artifact):
            if case .group = artifact.kind {
                LocalizedText(sv: "Grupp", en: "Group")
            } else {
                LocalizedText(sv: "Anteckning", en: "Note")
            }
        case .association: LocalizedText(sv: "Koppling", en: "Association")
        case .subject: LocalizedText(sv: "Ämne", en: "Subject")
        }
    }
}
