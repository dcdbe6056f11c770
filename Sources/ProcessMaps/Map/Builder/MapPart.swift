/// One thing that is written in a map in code: made by functions such as ``end(_:_:id:)`` and ``choice(_:id:_:)``.
public struct MapPart: Sendable {
    indirect enum Content: Sendable {
        case pool(MapElementID?, name: String, parts: [MapPart]?)
        case lane(MapElementID?, name: String, parts: [MapPart])
        case event(MapElementID?, name: String, MapEvent)
        case step(MapStep)
        case gateway(MapElementID?, name: String, MapGateway, branches: [MapBranch])
        case handOver(String)
        case jump(MapElementID)
        case message(name: String, from: MapElementID, to: MapElementID)
    }

    let content: Content

    init(_ content: Content) {
        self.content = content
    }
}

/// One way out of a gateway in a map in code: made by ``branch(_:when:isDefault:_:)``.
public struct MapBranch: Sendable {
    let name: String
    let condition: String?
    let isDefault: Bool
    let parts: [MapPart]
}

/// An activity in a map in code, made by functions such as ``step(_:_:id:)``, with what can be said of it.
public struct MapStep: Sendable {
    struct Handler: Sendable {
        let id: MapElementID?
        let name: String
        let definitions: [MapEventDefinition]
        let isInterrupting: Bool
        let parts: [MapPart]
    }

    let id: MapElementID?
    let name: String
    let inside: [MapPart]?
    var activity: MapActivity
    var documentation = ""
    var handlers: [Handler] = []
    var information: [(direction: MapDataAssociation.Direction, name: String)] = []

    init(id: MapElementID?, name: String, inside: [MapPart]? = nil, activity: MapActivity) {
        self.id = id
        self.name = name
        self.inside = inside
        self.activity = activity
    }
}

/// Gathers the parts between the braces of a map in code, with `if`, `switch` and `for` among them.
@resultBuilder
public enum MapBuilder: Sendable {
    /// One part.
    public static func buildExpression(_ part: MapPart) -> [MapPart] { [part] }
    /// One activity.
    public static func buildExpression(_ step: MapStep) -> [MapPart] { [MapPart(.step(step))] }
    /// Parts that were made elsewhere.
    public static func buildExpression(_ parts: [MapPart]) -> [MapPart] { parts }
    /// One part after the other.
    public static func buildBlock(_ parts: [MapPart]...) -> [MapPart] { parts.flatMap(\.self) }
    /// The parts of an `if`.
    public static func buildOptional(_ parts: [MapPart]?) -> [MapPart] { parts ?? [] }
    /// The parts of the first way of an `if` or `switch`.
    public static func buildEither(first parts: [MapPart]) -> [MapPart] { parts }
    /// The parts of another way of an `if` or `switch`.
    public static func buildEither(second parts: [MapPart]) -> [MapPart] { parts }
    /// The parts of a `for`.
    public static func buildArray(_ parts: [[MapPart]]) -> [MapPart] { parts.flatMap(\.self) }
}

/// Gathers the ways out of a gateway in a map in code, with `if`, `switch` and `for` among them.
@resultBuilder
public enum MapBranchBuilder: Sendable {
    /// One way.
    public static func buildExpression(_ branch: MapBranch) -> [MapBranch] { [branch] }
    /// One way after the other, in the order in which they are drawn.
    public static func buildBlock(_ branches: [MapBranch]...) -> [MapBranch] { branches.flatMap(\.self) }
    /// The ways of an `if`.
    public static func buildOptional(_ branches: [MapBranch]?) -> [MapBranch] { branches ?? [] }
    /// The ways of the first part of an `if` or `switch`.
    public static func buildEither(first branches: [MapBranch]) -> [MapBranch] { branches }
    /// The ways of another part of an `if` or `switch`.
    public static func buildEither(second branches: [MapBranch]) -> [MapBranch] { branches }
    /// The ways of a `for`.
    public static func buildArray(_ branches: [[MapBranch]]) -> [MapBranch] { branches.flatMap(\.self) }
}
