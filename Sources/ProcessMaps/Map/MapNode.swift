/// A stop of a flow: an activity, an event or a gateway (*nod*).
public struct MapNode: Hashable, Sendable, Identifiable {
    /// What sort of stop it is. Closed.
    public enum Kind: Hashable, Sendable {
        /// Something is done.
        case activity(MapActivity)
        /// Something happens.
        case event(MapEvent)
        /// The flow divides or comes together.
        case gateway(MapGateway)
    }

    /// The identity of the node.
    public var id: MapElementID
    /// The name that people read; empty where there is none.
    public var name: String
    /// What is told about it beside the drawing.
    public var documentation: String
    /// What sort of stop it is.
    public var kind: Kind

    /// A node.
    public init(id: MapElementID, name: String = "", documentation: String = "", kind: Kind) {
        self.id = id
        self.name = name
        self.documentation = documentation
        self.kind = kind
    }

    /// The activity, where it is one.
    public var activity: MapActivity? {
        if case .activity(let activity) = kind { activity } else { nil }
    }

    /// The event, where it is one.
    public var event: MapEvent? {
        if case .event(let event) = kind { event } else { nil }
    }

    /// The gateway, where it is one.
    public var gateway: MapGateway? {
        if case .gateway(let gateway) = kind { gateway } else { nil }
    }

    /// What is inside, where it is a sub-process.
    public var body: MapBody? { activity?.subProcess?.body }

    /// The way out that is taken where no condition holds, where one is named.
    public var defaultFlow: MapElementID? {
        switch kind {
        case .activity(let activity): activity.defaultFlow
        case .gateway(let gateway): gateway.defaultFlow
        case .event: nil
        }
    }
}

extension MapNode {
    /// Names the way out that is taken where no condition holds.
    ///
    /// An event, a parallel gateway and one that waits for events have none, and stay as they are.
    public mutating func setDefaultFlow(_ flow: MapElementID?) {
        switch kind {
        case .activity(var activity):
            activity.defaultFlow = flow
            kind = .activity(activity)
        case .gateway(.exclusive): kind = .gateway(.exclusive(default: flow))
        case .gateway(.inclusive): kind = .gateway(.inclusive(default: flow))
        case .gateway(.complex): kind = .gateway(.complex(default: flow))
        case .gateway(.parallel), .gateway(.eventBased), .event: break
        }
    }
}
