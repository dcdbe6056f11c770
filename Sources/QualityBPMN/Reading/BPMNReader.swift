import ProcessMaps

/// Reads the map that a tree holds, and where each of its elements stands.
struct BPMNReader {
    private static let maximumFindings = 1000

    let tree: XMLTree
    private let targetNamespace: String
    /// The namespaces of other files that this one names.
    private let imported: Set<String>
    private var ids: Set<String> = []
    /// The elements that have been reported to have no identity.
    private var unnamed: Set<Int> = []
    /// The elements in processes and collaborations that the standard has elsewhere, and that are read all the same.
    private(set) var misplaced: [Int] = []
    /// The faults, with where in the file they are: lines alone do not tell, for several elements can share one.
    private var findings: [(node: Int, finding: BPMNFinding)] = []
    var trace: BPMNTrace

    static func read(_ tree: XMLTree, from root: Int) -> BPMNReading {
        var reader = BPMNReader(tree, root)
        return reader.read()
    }

    private init(_ tree: XMLTree, _ root: Int) {
        self.tree = tree
        targetNamespace = tree.attribute("targetNamespace", of: root) ?? ""
        let imports = tree.children(of: root).filter { tree.local($0, in: BPMNVocabulary.model) == "import" }
        imported = Set(imports.compactMap { tree.attribute("namespace", of: $0) })
        trace = BPMNTrace(definitions: root)
    }

    private mutating func read() -> BPMNReading {
        gatherIdentities()
        gatherMisplaced()
        var map = ProcessMap(id: "")
        var processes: [Int] = []
        var diagrams: [Int] = []
        for node in tree.children(of: trace.definitions) {
            if tree.local(node, in: BPMNVocabulary.diagram) == "BPMNDiagram" { diagrams.append(node) }
            guard let local = tree.local(node, in: BPMNVocabulary.model) else { continue }
            if local == "process" {
                processes.append(node)
            } else if BPMNVocabulary.collaborations.contains(local) {
                if BPMNVocabulary.choreographies.contains(local) { report(.notInMap, node) }
                trace.collaborations.append(node)
            } else if BPMNVocabulary.definitions.contains(local) {
                if let id = tree.attribute("id", of: node) { trace.rootDefinitions[id.trimmedXML] = node }
            } else if BPMNVocabulary.subjects[local] != nil {
                trace.subjects.append(node)
            } else if local == "categoryValue" {
                report(.misplaced, node)
                trace.subjects.append(node)
            } else if local == "category" {
                trace.subjects += tree.children(of: node).filter {
                    tree.local($0, in: BPMNVocabulary.model) == "categoryValue"
                }
            } else if !BPMNVocabulary.silentAtRoot.contains(local) {
                report(.unknownElement, node)
            }
        }
        for node in misplaced {
            if tree.local(node, in: BPMNVocabulary.diagram) != nil { diagrams.append(node) }
            if BPMNVocabulary.subjects[tree.name(of: node).local] != nil { trace.subjects.append(node) }
        }
        map.subjects = trace.subjects.map { subject($0) }
        readNames(&map)
        readProcesses(processes, into: &map)
        readCollaborations(&map)
        map.diagrams = diagrams.map { diagram($0) }
        for node in tree.unboundPrefixes {
            append(BPMNFinding(.unboundPrefix, element: nil, kind: "", line: tree.line(of: node)), node)
        }
        let inOrder = findings.enumerated().sorted { ($0.element.node, $0.offset) < ($1.element.node, $1.offset) }
        return BPMNReading(map: map, trace: trace, findings: inOrder.map { $0.element.finding })
    }

    /// The identity, name and documentation of the whole: those of the first collaboration, or else of the file.
    private mutating func readNames(_ map: inout ProcessMap) {
        let definitions = trace.definitions
        let first = trace.collaborations.first
        map.id = identity(first ?? definitions)
        map.name = first.flatMap { tree.attribute("name", of: $0) } ?? tree.attribute("name", of: definitions) ?? ""
        let own = tree.attribute(BPMNVocabulary.ownDocumentation, of: definitions) ?? ""
        map.documentation = first.map { documentation($0) } ?? own
    }

    private mutating func gatherIdentities() {
        for node in tree.nodes.indices where tree.local(node, in: BPMNVocabulary.model) != nil {
            guard let id = tree.attribute("id", of: node)?.trimmedXML, !id.isEmpty else { continue }
            if !ids.insert(id).inserted { report(.repeatedIdentity, node) }
        }
    }

    private mutating func gatherMisplaced() {
        for node in tree.nodes.indices {
            let isMisplaced =
                switch tree.local(node, in: BPMNVocabulary.model) {
                case nil: tree.local(node, in: BPMNVocabulary.diagram) == "BPMNDiagram"
                case "messageFlow": !isIn(node, BPMNVocabulary.collaborations)
                case let local?: BPMNVocabulary.subjects[local] != nil
                }
            guard isMisplaced, isIn(node, BPMNVocabulary.bodies) || isIn(node, BPMNVocabulary.collaborations),
                !isInExtension(node)
            else { continue }
            report(.misplaced, node)
            misplaced.append(node)
        }
    }

    /// Whether an element is part of what only a vendor's program knows.
    private func isInExtension(_ node: Int) -> Bool {
        var next = tree.parent(of: node)
        while let current = next {
            if tree.local(current, in: BPMNVocabulary.model) == "extensionElements" { return true }
            next = tree.parent(of: current)
        }
        return false
    }

    /// Whether an element stands directly in one of some elements of the standard.
    private func isIn(_ node: Int, _ locals: Set<String>) -> Bool {
        tree.parent(of: node).flatMap { tree.local($0, in: BPMNVocabulary.model) }.map(locals.contains) ?? false
    }

    /// The identity of an element, or one made of its place in the file.
    mutating func identity(_ node: Int) -> MapElementID {
        if let id = tree.attribute("id", of: node)?.trimmedXML, !id.isEmpty { return MapElementID(id) }
        var id = "\(tree.name(of: node).local)-\(node)"
        while ids.contains(id) { id += "-" }
        // Few programs give these one, and nothing refers to them.
        let needsNone = tree.name(of: node).local.lowercased().hasSuffix("association") || node == trace.definitions
        if !needsNone, findings.count <= BPMNReader.maximumFindings, unnamed.insert(node).inserted {
            report(.missingIdentity, node)
        }
        return MapElementID(id)
    }

    /// The element that a text names, by its identity alone or with a prefix.
    ///
    /// The prefix should be that of this file's own namespace. Programs write others too, which count as that unless they
    /// stand for another file.
    func target(_ text: String, at node: Int) -> MapElementID {
        let text = text.trimmedXML
        guard let (namespace, local) = parts(of: text, at: node) else { return MapElementID(text) }
        let isHere = namespace.map { $0 == targetNamespace || !imported.contains($0) } ?? ids.contains(local)
        return MapElementID(isHere ? local : text)
    }

    /// The process that a text names: in another file, with a prefix of that, even where this one does not say so.
    func called(_ text: String, at node: Int) -> String {
        let text = text.trimmedXML
        guard let (namespace, local) = parts(of: text, at: node) else { return text }
        let isElsewhere = namespace.map(imported.contains) ?? false
        return namespace == targetNamespace || !isElsewhere && ids.contains(local) ? local : text
    }

    /// What the prefix of a name stands for, `nil` for nothing, and the name behind it; `nil` for a name without prefix.
    private func parts(of text: String, at node: Int) -> (namespace: String?, local: String)? {
        guard !ids.contains(text), let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
        let local = String(text[text.utf8.index(after: colon)...])
        return (tree.namespace(of: String(text[..<colon]), at: node), local)
    }

    /// The element that an attribute names; `nil` where there is no such attribute.
    mutating func reference(_ name: String, of node: Int) -> MapElementID? {
        guard let text = tree.attribute(name, of: node) else { return nil }
        return known(target(text, at: node), at: node)
    }

    /// The element that an attribute must name; empty where it does not.
    mutating func demanded(_ name: String, of node: Int) -> MapElementID {
        guard let target = reference(name, of: node), !target.rawValue.isEmpty else {
            report(.missingReference, node)
            return ""
        }
        return target
    }

    /// The elements that the texts of children name.
    mutating func references(_ local: String, in node: Int) -> [MapElementID] {
        var found: [MapElementID] = []
        for child in tree.children(of: node) where tree.local(child, in: BPMNVocabulary.model) == local {
            found.append(known(target(tree.text(of: child), at: child), at: node))
        }
        return found
    }

    private mutating func known(_ id: MapElementID, at node: Int) -> MapElementID {
        if !id.rawValue.isEmpty, !ids.contains(id.rawValue) { report(.unknownReference, node) }
        return id
    }

    func name(_ node: Int) -> String { tree.attribute("name", of: node) ?? "" }

    func documentation(_ node: Int) -> String { childText("documentation", of: node) ?? "" }

    func childText(_ local: String, of node: Int) -> String? {
        tree.child(of: node, local, in: BPMNVocabulary.model).map { tree.text(of: $0) }
    }

    mutating func flag(_ name: String, of node: Int) -> Bool? {
        switch tree.attribute(name, of: node)?.trimmedXML {
        case nil: return nil
        case "true", "1": return true
        case "false", "0": return false
        default:
            report(.word, node)
            return nil
        }
    }

    mutating func number(_ name: String, of node: Int, for owner: Int) -> Double {
        if let text = tree.attribute(name, of: node)?.trimmedXML,
            text.utf8.allSatisfy({ (0x30...0x39).contains($0) || "+-.eE".utf8.contains($0) }),
            let number = Double(text), number.isFinite
        {
            return number
        }
        report(.number, owner)
        return 0
    }

    mutating func report(_ problem: BPMNFinding.Problem, _ node: Int) {
        let id = tree.attribute("id", of: node)?.trimmedXML
        append(
            BPMNFinding(
                problem,
                element: id.map { MapElementID($0) },
                kind: tree.name(of: node).local,
                line: tree.line(of: node)
            ),
            node
        )
    }

    private mutating func append(_ finding: BPMNFinding, _ node: Int) {
        if findings.count < BPMNReader.maximumFindings {
            findings.append((node, finding))
        } else if findings.count == BPMNReader.maximumFindings {
            findings.append((node, BPMNFinding(.more, element: nil, kind: "", line: finding.line)))
        }
    }
}
