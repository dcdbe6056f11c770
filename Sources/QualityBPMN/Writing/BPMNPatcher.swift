import ProcessMaps

/// Changes a tree so that it holds another map than the one that was read from it, and leaves all else as it stands.
///
/// New elements are put where the schema has them. Containers come before what is in them, so that an element that has
/// moved is always put into one that stands in its place already.
struct BPMNPatcher {
    var tree: XMLTree
    let old: ProcessMap
    let new: ProcessMap
    var trace: BPMNTrace
    var ledger: BPMNLedger
    let flows: FlowChanges
    /// Whether nodes list their flows in this file; they need not.
    let listsFlows: Bool
    /// The identities that the file has.
    let written: Set<String>
    private var used: Set<String>
    private var names: [String: String] = [:]
    /// The last number that was put behind a text to make it an identity that nothing has.
    private var numbers: [String: Int] = [:]

    /// The tree with a map in place of the one that was read from it.
    static func patched(
        _ tree: XMLTree,
        _ original: ProcessMap,
        _ trace: BPMNTrace,
        to map: ProcessMap
    ) -> XMLTree {
        var patcher = BPMNPatcher(tree, original, trace, map)
        patcher.patch()
        return patcher.tree
    }

    private init(_ tree: XMLTree, _ original: ProcessMap, _ trace: BPMNTrace, _ map: ProcessMap) {
        self.tree = tree
        old = original
        new = map
        self.trace = trace
        ledger = BPMNLedger(original, trace)
        let bodies = map.allBodies
        flows = FlowChanges(from: original.allBodies, to: bodies)
        listsFlows =
            original.processes.isEmpty && original.pools.isEmpty
            || tree.names.contains { $0.local == "incoming" || $0.local == "outgoing" }
        written = Set(
            tree.nodes.indices.compactMap { tree.isElement($0) ? tree.attribute("id", of: $0)?.trimmedXML : nil }
        )
        used = written
        used.insert(map.id.rawValue)
        for id in map.outerIdentities { used.insert(id.rawValue) }
        for body in bodies { for id in body.identities { used.insert(id.rawValue) } }
    }

    private mutating func patch() {
        patchSubjects()
        let pools = patchPools()
        var waiting = patchProcesses(in: pools)
        var next = 0
        while next < waiting.count {
            let (body, container) = waiting[next]
            waiting += patch(body, in: container)
            next += 1
        }
        patchBetweenPools()
        for node in ledger.unclaimed { tree.remove(node) }
        patchDiagrams()
        patchNames()
    }

    /// The identity, name and documentation of the whole.
    private mutating func patchNames() {
        let definitions = trace.definitions
        let whole = trace.collaborations.first ?? definitions
        let id = ownIdentity(new.id, of: "map")
        if tree.attribute("id", of: whole)?.trimmedXML != id { tree.setAttribute("id", of: whole, to: id) }
        if whole != definitions, tree.attribute("id", of: definitions)?.trimmedXML == id {
            tree.setAttribute("id", of: definitions, to: nil)
        }
        if tree.attribute("name", of: whole) ?? tree.attribute("name", of: definitions) ?? "" != new.name {
            tree.setAttribute("name", of: whole, to: new.name.isEmpty ? nil : new.name)
            if new.name.isEmpty { tree.setAttribute("name", of: definitions, to: nil) }
        }
        if whole != definitions {
            let documentation = tree.child(of: whole, "documentation", in: BPMNVocabulary.model)
            setDocumentation(of: whole, documentation.map { tree.text(of: $0) } ?? "", new.documentation)
        } else {
            setOwn(
                BPMNVocabulary.ownDocumentation,
                of: definitions,
                to: new.documentation.isEmpty ? nil : new.documentation
            )
        }
    }

    /// How an element is named in the file: an identity that no file may hold is changed, everywhere in the same way.
    mutating func reference(_ id: MapElementID) -> String {
        let raw = id.rawValue
        if raw.isEmpty || written.contains(raw) || raw.isXMLIdentity { return raw }
        if let name = names[raw] { return name }
        let name = unusedIdentity(raw)
        names[raw] = name
        return name
    }

    /// The identity of an element in the file: one that nothing has where the map has none for it.
    private mutating func ownIdentity(_ id: MapElementID, of sort: String) -> String {
        id.rawValue.isEmpty ? unusedIdentity(sort) : reference(id)
    }

    /// An identity like a text that nothing in the file has.
    mutating func unusedIdentity(_ text: String) -> String {
        var base = String(String.UnicodeScalarView(text.unicodeScalars.map { String($0).isNamePart ? $0 : "_" }))
        if !base.isXMLIdentity { base = "_" + base }
        var name = base
        while !used.insert(name).inserted {
            numbers[base, default: 1] += 1
            name = "\(base)_\(numbers[base, default: 1])"
        }
        return name
    }

    /// Takes an identity that nothing in the file or the map has; the schema wants something that has it.
    mutating func use(_ identity: String) -> Bool {
        !identity.isEmpty && used.insert(identity).inserted
    }

    /// The node of an element, new or made to be what the element is now, and the element as it was there before.
    mutating func claim(_ element: MapElement, as local: String, in parent: Int) -> (node: Int, old: MapElement?) {
        guard let entry = ledger.claim(element) else {
            let node = make(local, in: parent)
            tree.setAttribute("id", of: node, to: ownIdentity(element.id, of: local))
            return (node, nil)
        }
        if (tree.attribute("id", of: entry.node)?.trimmedXML ?? "").isEmpty {
            tree.setAttribute("id", of: entry.node, to: reference(element.id))
        }
        let before = tree.name(of: entry.node).local
        guard before != local else { return (entry.node, entry.element) }
        tree.rename(entry.node, to: local)
        let staysActivity = BPMNVocabulary.isActivity(before) && BPMNVocabulary.isActivity(local)
        strip(entry.node, isActivity: staysActivity)
        return (entry.node, staysActivity ? entry.element : nil)
    }

    /// Takes from an element that has become another what the new one may not have.
    private mutating func strip(_ node: Int, isActivity: Bool) {
        let kept: Set<String> =
            isActivity
            ? ["id", "name", "default", "isForCompensation", "startQuantity", "completionQuantity", "calledElement"]
            : ["id"]
        for (name, _) in tree.attributes(of: node) where name.namespace.isEmpty && !kept.contains(name.local) {
            tree.setAttribute(name, of: node, to: nil)
        }
        let keptChildren: Set<String> =
            isActivity
            ? BPMNVocabulary.silentInBody.subtracting(["completionCondition"])
            : ["extensionElements", "incoming", "outgoing"]
        for child in elements(of: node) {
            guard let local = tree.local(child, in: BPMNVocabulary.model), !keptChildren.contains(local) else {
                continue
            }
            tree.remove(child)
        }
    }

    func elements(of node: Int) -> [Int] {
        tree.children(of: node).filter { tree.isElement($0) }
    }

    /// An element of the standard that stands in no other yet.
    mutating func make(_ local: String, in parent: Int, of namespace: String = BPMNVocabulary.model) -> Int {
        let preferred =
            switch namespace {
            case BPMNVocabulary.diagram: "bpmndi"
            case BPMNVocabulary.common: "dc"
            case BPMNVocabulary.interchange: "di"
            case BPMNVocabulary.own: "qm"
            default: "bpmn"
            }
        let place = tree.parent(of: parent) == nil ? trace.definitions : parent
        return tree.makeElement(tree.qualify(local, in: namespace, preferring: preferred, at: place))
    }

    /// A new element of the standard in its place in another.
    @discardableResult
    mutating func add(_ local: String, to parent: Int, of namespace: String = BPMNVocabulary.model) -> Int {
        let node = make(local, in: parent, of: namespace)
        insert(node, into: parent)
        return node
    }

    /// Puts an element where the standard has it: behind the last that does not come after it.
    mutating func insert(_ node: Int, into parent: Int) {
        let parentName = tree.name(of: parent).local
        let rank = BPMNVocabulary.rank(of: tree.name(of: node).local, in: parentName)
        guard let rank else {
            let last = Int(tree.nodes[parent].last)
            tree.insert(node, into: parent, before: last >= 0 && tree.isBlank(last) ? last : nil)
            return
        }
        var place = tree.nodes[parent].last
        while place >= 0 {
            if tree.isElement(Int(place)),
                let other = BPMNVocabulary.rank(of: tree.name(of: Int(place)).local, in: parentName), other <= rank
            {
                break
            }
            place = tree.nodes[Int(place)].previous
        }
        let next = place >= 0 ? tree.nodes[Int(place)].next : tree.nodes[parent].first
        tree.insert(node, into: parent, before: next >= 0 ? Int(next) : nil)
    }

    /// Puts elements into the first of some others, unless they are in one of them, and all of them into an order.
    mutating func arrange(_ wanted: [Int], in parents: [Int]) {
        guard let first = parents.first else { return }
        let allowed = Set(parents)
        for node in wanted {
            if let parent = tree.parent(of: node) {
                if allowed.contains(parent) { continue }
                tree.remove(node)
            }
            insert(node, into: first)
        }
        let set = Set(wanted)
        let current = parents.flatMap { parent in tree.children(of: parent).filter { set.contains($0) } }
        if current != wanted { tree.replace(current, by: wanted) }
    }

    mutating func set(_ attribute: String, of node: Int, _ old: String?, _ new: String?) {
        if old != new { tree.setAttribute(attribute, of: node, to: new) }
    }

    mutating func setName(of node: Int, _ old: String, _ new: String) {
        set("name", of: node, old.isEmpty ? nil : old, new.isEmpty ? nil : new)
    }

    mutating func setFlag(_ attribute: String, of node: Int, _ old: Bool, _ new: Bool, unlessIs normal: Bool) {
        if old != new { tree.setAttribute(attribute, of: node, to: new == normal ? nil : String(new)) }
    }

    mutating func setReference(_ attribute: String, of node: Int, _ old: MapElementID?, _ new: MapElementID?) {
        if old != new { tree.setAttribute(attribute, of: node, to: new.map { reference($0) }) }
    }

    mutating func setDocumentation(of node: Int, _ old: String, _ new: String) {
        if old != new { setChild("documentation", of: node, to: new.isEmpty ? nil : new) }
    }

    /// Gives an element a child with a text, or takes it away.
    mutating func setChild(_ local: String, of node: Int, to text: String?) {
        let child = tree.child(of: node, local, in: BPMNVocabulary.model)
        if let text {
            tree.setText(text, of: child ?? add(local, to: node))
        } else if let child {
            tree.remove(child)
        }
    }

    /// Gives an element a child with what a system reads, or takes it away.
    mutating func setExpression(_ local: String, of node: Int, to text: String?) {
        let isThere = tree.child(of: node, local, in: BPMNVocabulary.model) != nil
        setChild(local, of: node, to: text)
        guard !isThere, text != nil, let child = tree.child(of: node, local, in: BPMNVocabulary.model) else { return }
        let type = tree.qualify("type", in: XMLName.instance, preferring: "xsi", at: trace.definitions)
        let prefix = tree.name(of: child).prefix
        tree.setAttribute(type, of: child, to: (prefix.isEmpty ? "" : prefix + ":") + "tFormalExpression")
    }

    /// Replaces the children of a name by one for each text.
    mutating func setChildren(_ local: String, of node: Int, to texts: [String]) {
        for child in elements(of: node) where tree.local(child, in: BPMNVocabulary.model) == local {
            tree.remove(child)
        }
        for text in texts { tree.setText(text, of: add(local, to: node)) }
    }

    /// Gives an element an attribute of this package, or takes it away.
    mutating func setOwn(_ name: XMLName, of node: Int, to value: String?) {
        guard tree.attribute(name, of: node) != value else { return }
        let full = tree.qualify(name.local, in: name.namespace, preferring: "qm", at: trace.definitions)
        tree.setAttribute(full, of: node, to: value)
    }
}

extension String {
    fileprivate var isNamePart: Bool { ("a" + self).isXMLIdentity }
}
