/// One process of a map: the outermost thing that has steps (*process*).
public struct MapProcess: Hashable, Sendable, Identifiable {
    /// The identity of the process, another than that of its pool.
    public var id: MapElementID
    /// The name that people read; empty where there is none.
    public var name: String
    /// What is told about it beside the drawing.
    public var documentation: String
    /// Its steps and what ties them together.
    public var body: MapBody

    /// A process.
    public init(id: MapElementID, name: String = "", documentation: String = "", body: MapBody = MapBody()) {
        self.id = id
        self.name = name
        self.documentation = documentation
        self.body = body
    }
}
