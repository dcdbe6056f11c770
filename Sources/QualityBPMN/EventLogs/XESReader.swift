import ProcessMaps
import QualityCore

/// Reads the event log that a tree holds.
struct XESReader {
    private static let maximumFindings = 1000
    private static let types: Set<String> = ["string", "date", "int", "float", "boolean", "id", "list", "container"]

    private let tree: XMLTree
    private let root: Int
    private let namespace: String
    private var keys = XESKeys([])
    private var faults: [(node: Int, problem: XESFinding.Problem)] = []

    static func document(_ tree: XMLTree) throws(XMLReadingError) -> XESDocument {
        let root = tree.root
        let name = tree.isElement(root) ? tree.name(of: root) : XMLName("")
        guard name.local == "log", name.namespace.isEmpty || name.namespace.contains("xes") else {
            throw XMLReadingError(line: tree.line(of: root), .otherFormat)
        }
        var reader = XESReader(tree, root, name.namespace)
        try reader.checkDepth()
        return reader.read()
    }

    private init(_ tree: XMLTree, _ root: Int, _ namespace: String) {
        self.tree = tree
        self.root = root
        self.namespace = namespace
    }

    /// Refuses nesting that is too deep when each list has what it holds in an element of its own, as it is written.
    private func checkDepth() throws(XMLReadingError) {
        var depths = Array(repeating: Int16(0), count: tree.nodes.count)
        func isList(_ node: Int) -> Bool { ["list", "container"].contains(tree.local(node, in: namespace)) }
        for node in tree.nodes.indices where tree.isElement(node) {
            guard let parent = tree.parent(of: node) else { continue }
            let isBare = isList(parent) && tree.local(node, in: namespace) != "values"
            depths[node] = depths[parent] + (isBare ? 2 : 1)
            guard depths[node] + (isList(node) ? 1 : 0) <= XMLReader.maximumDepth else {
                throw XMLReadingError(line: tree.line(of: node), .tooDeep)
            }
        }
    }

    private mutating func read() -> XESDocument {
        let extensions = tree.children(of: root).filter { tree.local($0, in: namespace) == "extension" }.map { node in
            XESDocument.Extension(name: text("name", node), prefix: text("prefix", node), address: text("uri", node))
        }
        keys = XESKeys(extensions)
        var globals: [XESDocument.Global] = []
        var classifiers: [XESDocument.Classifier] = []
        var log = EventLog()
        for node in tree.children(of: root) where tree.isElement(node) {
            switch tree.local(node, in: namespace) {
            case "extension": continue
            case "global":
                globals.append(XESDocument.Global(scope: text("scope", node), attributes: attributes(of: node)))
            case "classifier":
                classifiers.append(
                    XESDocument.Classifier(
                        name: text("name", node),
                        scope: tree.attribute("scope", of: node),
                        keys: text("keys", node)
                    )
                )
            case "trace": log.cases.append(loggedCase(node))
            case "event": report(.notInLog, node)
            case let local?:
                if let attribute = attribute(node, local) {
                    log.attributes.append(attribute)
                } else {
                    report(.unknownElement, node)
                }
            case nil: report(.unknownElement, node)
            }
        }
        log.name = takeWord(keys.name, from: &log.attributes) ?? ""
        return XESDocument(
            log,
            extensions: extensions,
            globals: globals,
            classifiers: classifiers,
            findings: findings()
        )
    }

    private func text(_ name: String, _ node: Int) -> String { tree.attribute(name, of: node) ?? "" }

    private mutating func loggedCase(_ node: Int) -> LoggedCase {
        var result = LoggedCase(id: "")
        for child in tree.children(of: node) where tree.isElement(child) {
            let local = tree.local(child, in: namespace)
            if local == "event" {
                result.events.append(event(child))
            } else if let local, let attribute = attribute(child, local) {
                result.attributes.append(attribute)
            } else {
                report(.unknownElement, child)
            }
        }
        let name = takeWord(keys.name, from: &result.attributes)
        if name == nil { report(.missingName, node) }
        result.id = name ?? ""
        return result
    }

    private mutating func event(_ node: Int) -> LoggedEvent {
        var attributes = attributes(of: node)
        let activity = takeWord(keys.name, from: &attributes)
        if activity == nil { report(.missingName, node) }
        var event = LoggedEvent(activity ?? "")
        event.time = take(keys.time, from: &attributes) { if case .time(let time) = $0 { time } else { nil } }
        event.moment = takeWord(keys.moment, from: &attributes).map { LoggedEvent.Moment(rawValue: $0) }
        event.resource = takeWord(keys.resource, from: &attributes) ?? ""
        event.role = takeWord(keys.role, from: &attributes) ?? ""
        event.attributes = attributes
        return event
    }

    /// The value of the first attribute with a key, which is then told by it; what is told about it in turn is kept.
    private func take<Value>(
        _ key: String,
        from attributes: inout [LogAttribute],
        _ read: (LogAttribute.Value) -> Value?
    ) -> Value? {
        for place in attributes.indices where attributes[place].key == key {
            guard let value = read(attributes[place].value) else { continue }
            if attributes[place].attributes.isEmpty { attributes.remove(at: place) }
            return value
        }
        return nil
    }

    /// The words with a key: those of the first text or, without one, of the first other value, whose type is kept.
    private func takeWord(_ key: String, from attributes: inout [LogAttribute]) -> String? {
        if let text = take(key, from: &attributes, \.text) { return text }
        return attributes.lazy.filter { $0.key == key }.compactMap(\.value.word).first
    }

    private mutating func attributes(of node: Int) -> [LogAttribute] {
        var attributes: [LogAttribute] = []
        for child in tree.children(of: node) where tree.isElement(child) {
            if let local = tree.local(child, in: namespace), let attribute = attribute(child, local) {
                attributes.append(attribute)
            } else {
                report(.unknownElement, child)
            }
        }
        return attributes
    }

    /// The attribute that an element is; `nil` for another element.
    private mutating func attribute(_ node: Int, _ local: String) -> LogAttribute? {
        guard Self.types.contains(local) else { return nil }
        let key = tree.attribute("key", of: node)
        if key == nil { report(.missingKey, node) }
        if local == "list" || local == "container" { return collection(node, local, key ?? "") }
        return LogAttribute(key ?? "", value(node, local), attributes: attributes(of: node))
    }

    /// What a list holds stands in an element of its own; without one, as in older files, it is all that is inside.
    private mutating func collection(_ node: Int, _ local: String, _ key: String) -> LogAttribute {
        if local == "container" { report(.container, node) }
        var values: [LogAttribute] = []
        var attributes: [LogAttribute] = []
        var hasValues = false
        for child in tree.children(of: node) where tree.isElement(child) {
            if tree.local(child, in: namespace) == "values" {
                hasValues = true
                values += self.attributes(of: child)
            } else if let local = tree.local(child, in: namespace), let attribute = attribute(child, local) {
                attributes.append(attribute)
            } else {
                report(.unknownElement, child)
            }
        }
        return hasValues
            ? LogAttribute(key, .list(values), attributes: attributes) : LogAttribute(key, .list(attributes))
    }

    private mutating func value(_ node: Int, _ local: String) -> LogAttribute.Value {
        guard let text = tree.attribute("value", of: node) else {
            report(.value, node)
            return .text("")
        }
        let word = text.trimmedXML
        let value: LogAttribute.Value? =
            switch local {
            case "string": .text(text)
            case "id": .identity(text)
            case "date": time(word, at: node).map { .time($0) }
            case "int": Int64(word).map { .integer($0) }
            case "float": number(word).map { .number($0) }
            default: truth(word).map { .truth($0) }
            }
        if value == nil { report(.value, node) }
        return value ?? .text(text)
    }

    private mutating func time(_ word: String, at node: Int) -> Timestamp? {
        guard let read = XESTime(word) else { return nil }
        if !read.hasZone { report(.zone, node) }
        if !read.isExact { report(.precision, node) }
        return read.time
    }

    /// A number as XML writes it; what is not a number is none.
    private func number(_ word: String) -> Double? {
        switch word {
        case "INF", "+INF": return .infinity
        case "-INF": return -.infinity
        default: break
        }
        let isPlain = word.utf8.allSatisfy { (0x30...0x39).contains($0) || "+-.eE".utf8.contains($0) }
        return isPlain ? Double(word) : nil
    }

    private func truth(_ word: String) -> Bool? {
        switch word {
        case "true", "1": true
        case "false", "0": false
        default: nil
        }
    }

    private mutating func report(_ problem: XESFinding.Problem, _ node: Int) {
        faults.append((node, problem))
        // A name is missed only after all else that is inside: the first faults found may not be the first in the file.
        if faults.count >= 4 * Self.maximumFindings { keepFirst() }
    }

    private mutating func keepFirst() {
        let inOrder = faults.enumerated().sorted { ($0.element.node, $0.offset) < ($1.element.node, $1.offset) }
        faults = inOrder.prefix(Self.maximumFindings + 1).map(\.element)
    }

    /// The faults in the order of the file.
    private mutating func findings() -> [XESFinding] {
        keepFirst()
        return faults.enumerated().map { place, fault in
            XESFinding(place < Self.maximumFindings ? fault.problem : .more, line: tree.line(of: fault.node))
        }
    }
}
