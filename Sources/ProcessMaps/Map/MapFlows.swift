/// That one node follows on another (*sekvensflöde*).
public struct MapSequenceFlow: Hashable, Sendable, Identifiable {
    /// The identity of the flow.
    public var id: MapElementID
    /// The name that people read, such as the answer at a choice or what is handed over; empty where there is none.
    public var name: String
    /// What is told about it beside the drawing.
    public var documentation: String
    /// The node that it leaves.
    public var source: MapElementID
    /// The node that it reaches.
    public var target: MapElementID
    /// What must hold for it to be taken, as written; `nil` for always.
    public var condition: String?

    /// A flow between two nodes.
    public init(
        id: MapElementID,
        name: String = "",
        documentation: String = "",
        from source: MapElementID,
        to target: MapElementID,
        condition: String? = nil
    ) {
        self.id = id
        self.name = name
        self.documentation = documentation
        self.source = source
        self.target = target
        self.condition = condition
    }
}

/// What passes from one party to another (*meddelandeflöde*).
public struct MapMessageFlow: Hashable, Sendable, Identifiable {
    /// The identity of the flow.
    public var id: MapElementID
    /// The name that people read; empty where there is none.
    public var name: String
    /// What is told about it beside the drawing.
    public var documentation: String
    /// The pool or node that it leaves.
    public var source: MapElementID
    /// The pool or node that it reaches.
    public var target: MapElementID
    /// The message among the subjects of the map; `nil` where none is named.
    public var message: MapElementID?

    /// A flow between two parties.
    public init(
        id: MapElementID,
        name: String = "",
        documentation: String = "",
        from source: MapElementID,
        to target: MapElementID,
        message: MapElementID? = nil
    ) {
        self.id = id
        self.name = name
        self.documentation = documentation
        self.source = source
        self.target = target
        self.message = message
    }
}
