/// Something that happens: a flow begins, waits, tells or ends (*händelse*).
public struct MapEvent: Hashable, Sendable {
    /// Where in a flow it happens. Closed.
    public enum Position: Hashable, Sendable {
        /// The flow begins; that of an event sub-process stops what surrounds it, or does not.
        case start(isInterrupting: Bool)
        /// The flow waits for it.
        case intermediateCatch
        /// The flow makes it happen and goes on.
        case intermediateThrow
        /// It happens while an activity is being done, and stops it or does not.
        case boundary(of: MapElementID, isInterrupting: Bool)
        /// The flow ends.
        case end

        /// The flow begins.
        public static var start: Position { .start(isInterrupting: true) }
    }

    /// Where in a flow it happens.
    public var position: Position
    /// What happens: nothing in particular, one thing, or several.
    public var definitions: [MapEventDefinition]
    /// Whether all of several must have happened; otherwise any of them is enough.
    public var needsAll: Bool

    /// An event.
    public init(_ position: Position, _ definitions: [MapEventDefinition] = [], needsAll: Bool = false) {
        self.position = position
        self.definitions = definitions
        self.needsAll = needsAll
    }

    /// The activity on whose border it stands, where it does.
    public var host: MapElementID? {
        if case .boundary(let host, _) = position { host } else { nil }
    }

    /// Whether a flow begins with it.
    public var isStart: Bool {
        if case .start = position { true } else { false }
    }
}

/// What it is that happens (*händelsetyp*). Closed.
///
/// An identity that a case holds is that of a ``MapSubject``; `nil` where the event does not say which one.
public enum MapEventDefinition: Hashable, Sendable {
    /// When a time has come. Closed.
    public enum Timer: Hashable, Sendable {
        /// Not said when.
        case unspecified
        /// At a date, as written.
        case date(String)
        /// After a time, as written.
        case duration(String)
        /// Over and over, as written.
        case cycle(String)
    }

    /// A message comes or goes.
    case message(MapElementID?)
    /// A time has come.
    case timer(Timer)
    /// Something fails.
    case error(MapElementID?)
    /// Someone further up must know.
    case escalation(MapElementID?)
    /// Something that anyone may have told comes or goes.
    case signal(MapElementID?)
    /// A condition comes to hold, as written; empty where it is not.
    case conditional(String)
    /// The flow goes on at the link of the same name, in the same process.
    case link(String)
    /// What was done is undone: that of one activity, or of all.
    case compensation(of: MapElementID?)
    /// A transaction is called off.
    case cancel
    /// The whole process stops, whatever else is going on in it.
    case terminate
}
