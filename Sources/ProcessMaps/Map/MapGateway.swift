/// Where a flow divides or comes together (*grind*). Closed.
public enum MapGateway: Hashable, Sendable {
    /// What a gateway that waits for events does with them. Closed.
    public enum EventUse: String, Hashable, Sendable, Codable, CaseIterable {
        /// The flow comes there and goes on with the first event.
        case waits
        /// A process begins there with the first event.
        case beginsWithAny
        /// A process begins there and needs all of the events.
        case beginsWithAll
    }

    /// One way is taken, the named one where no condition holds.
    case exclusive(default: MapElementID? = nil)
    /// One or more ways are taken, the named one where no condition holds.
    case inclusive(default: MapElementID? = nil)
    /// All ways are taken.
    case parallel
    /// The way of the event that happens first is taken.
    case eventBased(EventUse = .waits)
    /// A rule that only words can tell.
    case complex(default: MapElementID? = nil)

    /// The way out that is taken where no condition holds, where one is named.
    public var defaultFlow: MapElementID? {
        switch self {
        case .exclusive(let flow), .inclusive(let flow), .complex(let flow): flow
        case .parallel, .eventBased: nil
        }
    }
}
