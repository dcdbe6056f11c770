/// A party in a map in code, with what it does; without braces one whose work is not shown (*pool*).
///
/// - Parameters:
///   - name: the name of the party.
///   - id: its identity; made of the name unless given.
///   - parts: what it does, in the order of work.
public func pool(_ name: String, id: MapElementID? = nil, @MapBuilder _ parts: () -> [MapPart]) -> MapPart {
    MapPart(.pool(id, name: name, parts: parts()))
}

/// A party in a map in code whose work is not shown (*stängd pool*).
public func pool(_ name: String, id: MapElementID? = nil) -> MapPart {
    MapPart(.pool(id, name: name, parts: nil))
}

/// What one role does in a map in code (*simbana*); a role that comes back later is drawn in the same lane.
///
/// - Parameters:
///   - name: the role.
///   - id: the identity of the lane; made of the name unless given.
///   - parts: what is done there, in the order of work.
public func lane(_ name: String, id: MapElementID? = nil, @MapBuilder _ parts: () -> [MapPart]) -> MapPart {
    MapPart(.lane(id, name: name, parts: parts()))
}

/// What a flow begins with in a map in code (*starthändelse*); nothing before it leads there.
///
/// - Parameters:
///   - name: what happens; most often the occasion.
///   - definitions: what sort of event it is.
///   - id: its identity; made of the name unless given.
///   - isInterrupting: for the start of an event sub-process, whether the surrounding process stops.
public func start(
    _ name: String = "",
    _ definitions: MapEventDefinition...,
    id: MapElementID? = nil,
    isInterrupting: Bool = true
) -> MapPart {
    MapPart(.event(id, name: name, MapEvent(.start(isInterrupting: isInterrupting), definitions)))
}

/// What a flow waits for in a map in code (*mellanhändelse*).
///
/// - Parameters:
///   - name: what happens.
///   - definitions: what sort of event it is.
///   - id: its identity; made of the name unless given.
public func event(_ name: String, _ definitions: MapEventDefinition..., id: MapElementID? = nil) -> MapPart {
    MapPart(.event(id, name: name, MapEvent(.intermediateCatch, definitions)))
}

/// What a flow makes happen on its way in a map in code, or a milestone (*mellanhändelse*).
///
/// - Parameters:
///   - name: what happens.
///   - definitions: what sort of event it is; none for a milestone.
///   - id: its identity; made of the name unless given.
public func milestone(_ name: String, _ definitions: MapEventDefinition..., id: MapElementID? = nil) -> MapPart {
    MapPart(.event(id, name: name, MapEvent(.intermediateThrow, definitions)))
}

/// What a flow ends with in a map in code (*sluthändelse*); what is written after it does not follow on it.
///
/// - Parameters:
///   - name: the result.
///   - definitions: what sort of event it is.
///   - id: its identity; made of the name unless given.
public func end(_ name: String = "", _ definitions: MapEventDefinition..., id: MapElementID? = nil) -> MapPart {
    MapPart(.event(id, name: name, MapEvent(.end, definitions)))
}

/// Something that is done, in a map in code (*aktivitet*).
///
/// - Parameters:
///   - name: what is done.
///   - kind: by whom or what.
///   - id: its identity; made of the name unless given.
public func step(
    _ name: String,
    _ kind: MapActivity.TaskKind = .unspecified,
    id: MapElementID? = nil
) -> MapStep {
    MapStep(id: id, name: name, activity: MapActivity(.task(kind)))
}

/// A process that is described elsewhere, in a map in code (*anropad process*).
///
/// - Parameters:
///   - process: the name that it has there.
///   - name: what is done.
///   - id: its identity; made of the name unless given.
public func call(_ process: String, _ name: String, id: MapElementID? = nil) -> MapStep {
    MapStep(id: id, name: name, activity: MapActivity(.call(process)))
}

/// An activity that has steps of its own, in a map in code (*delprocess*).
///
/// - Parameters:
///   - name: what is done.
///   - kind: how it takes part in what surrounds it.
///   - id: its identity; made of the name unless given.
///   - parts: its steps, in the order of work.
public func subProcess(
    _ name: String,
    _ kind: MapSubProcess.Kind = .embedded,
    id: MapElementID? = nil,
    @MapBuilder _ parts: () -> [MapPart]
) -> MapStep {
    MapStep(id: id, name: name, inside: parts(), activity: MapActivity(.subProcess(MapSubProcess(kind))))
}

/// A place where one way is taken, in a map in code (*val*); the ways that are not ended meet again after it.
///
/// - Parameters:
///   - question: what decides.
///   - id: its identity; made of the question unless given.
///   - branches: the ways, by their answers.
public func choice(
    _ question: String,
    id: MapElementID? = nil,
    @MapBranchBuilder _ branches: () -> [MapBranch]
) -> MapPart {
    MapPart(.gateway(id, name: question, .exclusive(), branches: branches()))
}

/// A place where one or more ways are taken, in a map in code; the ways that are not ended meet again after it.
///
/// - Parameters:
///   - question: what decides.
///   - id: its identity; made of the question unless given.
///   - branches: the ways, by their answers.
public func choices(
    _ question: String,
    id: MapElementID? = nil,
    @MapBranchBuilder _ branches: () -> [MapBranch]
) -> MapPart {
    MapPart(.gateway(id, name: question, .inclusive(), branches: branches()))
}

/// A place where all ways are taken at the same time, in a map in code; the ways that are not ended meet again after it.
///
/// - Parameters:
///   - id: its identity; made up unless given.
///   - branches: the ways.
public func parallel(id: MapElementID? = nil, @MapBranchBuilder _ branches: () -> [MapBranch]) -> MapPart {
    MapPart(.gateway(id, name: "", .parallel, branches: branches()))
}

/// A place where the event that comes first decides, in a map in code; the ways that are not ended meet again after it.
///
/// - Parameters:
///   - name: what is waited for; may be empty.
///   - id: its identity; made of the name unless given.
///   - branches: the ways, each beginning with an ``event(_:_:id:)``.
public func whicheverFirst(
    _ name: String = "",
    id: MapElementID? = nil,
    @MapBranchBuilder _ branches: () -> [MapBranch]
) -> MapPart {
    MapPart(.gateway(id, name: name, .eventBased(), branches: branches()))
}

/// One way out of a gateway, in a map in code.
///
/// - Parameters:
///   - name: the answer that leads here; empty where none is needed.
///   - condition: what must hold, as a system reads it.
///   - isDefault: whether it is taken where no condition holds.
///   - parts: what is done, in the order of work; nothing for a way that goes straight on.
public func branch(
    _ name: String = "",
    when condition: String? = nil,
    isDefault: Bool = false,
    @MapBuilder _ parts: () -> [MapPart] = { [] }
) -> MapBranch {
    MapBranch(name: name, condition: condition, isDefault: isDefault, parts: parts())
}

/// What goes along to the next step, in a map in code: the name of the flow that leads there (*överlämning*).
public func handOver(_ name: String) -> MapPart {
    MapPart(.handOver(name))
}

/// That the flow goes on at another place, in a map in code; what is written after it does not follow on it.
public func go(to id: MapElementID) -> MapPart {
    MapPart(.jump(id))
}

/// What passes between two parties, in a map in code; written beside the pools.
///
/// - Parameters:
///   - name: what passes.
///   - source: the pool or node that it leaves.
///   - target: the pool or node that it reaches.
public func message(_ name: String, from source: MapElementID, to target: MapElementID) -> MapPart {
    MapPart(.message(name: name, from: source, to: target))
}
