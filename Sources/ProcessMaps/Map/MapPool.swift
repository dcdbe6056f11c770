/// One party to a map: an organisation or a part of one (*pool*).
public struct MapPool: Hashable, Sendable, Identifiable {
    /// The identity of the pool.
    public var id: MapElementID
    /// The name of the party; empty where there is none.
    public var name: String
    /// What is told about it beside the drawing.
    public var documentation: String
    /// Whether it stands for several parties of the kind at once, such as all suppliers.
    public var isMultiple: Bool
    /// What the party does; `nil` for one whose work is not shown (*stängd pool*).
    public var process: MapProcess?

    /// A party.
    public init(
        id: MapElementID,
        name: String = "",
        documentation: String = "",
        isMultiple: Bool = false,
        process: MapProcess? = nil
    ) {
        self.id = id
        self.name = name
        self.documentation = documentation
        self.isMultiple = isMultiple
        self.process = process
    }
}
