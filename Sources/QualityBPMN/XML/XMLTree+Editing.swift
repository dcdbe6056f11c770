extension XMLTree {
    mutating func index(of name: XMLName) -> Int32 {
        if let index = indices[name] { return index }
        names.append(name)
        indices[name] = Int32(names.count - 1)
        return Int32(names.count - 1)
    }

    mutating func append(_ node: Node, to parent: Int) -> Int {
        let place = nodes.count
        nodes.append(node)
        link(place, into: parent, before: -1)
        return place
    }

    /// Adds text to what the nodes point into.
    mutating func store(_ text: some Collection<UInt8>) -> (start: Int32, count: Int32) {
        let start = Int32(bytes.count)
        bytes.append(contentsOf: text)
        return (start, Int32(bytes.count) - start)
    }

    /// An element that is in no other yet.
    mutating func makeElement(_ name: XMLName) -> Int {
        nodes.append(Node(kind: .element, isNew: true, name: index(of: name), line: 0))
        return nodes.count - 1
    }

    private mutating func link(_ node: Int, into parent: Int, before next: Int32) {
        let previous = next < 0 ? nodes[parent].last : nodes[Int(next)].previous
        nodes[node].parent = Int32(parent)
        nodes[node].previous = previous
        nodes[node].next = next
        if previous < 0 { nodes[parent].first = Int32(node) } else { nodes[Int(previous)].next = Int32(node) }
        if next < 0 { nodes[parent].last = Int32(node) } else { nodes[Int(next)].previous = Int32(node) }
    }

    /// Puts a node that is in no other in front of a child of an element, or last.
    mutating func insert(_ node: Int, into parent: Int, before next: Int?) {
        link(node, into: parent, before: next.map(Int32.init) ?? -1)
    }

    /// Takes a node out of where it stands, with the white space before it.
    mutating func remove(_ node: Int) {
        let previous = nodes[node].previous
        unlink(node)
        if previous >= 0, isBlank(Int(previous)) { unlink(Int(previous)) }
        nodes[node].isNew = true
    }

    private mutating func unlink(_ node: Int) {
        let (parent, previous, next) = (nodes[node].parent, nodes[node].previous, nodes[node].next)
        guard parent >= 0 else { return }
        if previous < 0 { nodes[Int(parent)].first = next } else { nodes[Int(previous)].next = next }
        if next < 0 { nodes[Int(parent)].last = previous } else { nodes[Int(next)].previous = previous }
        nodes[node].parent = -1
        nodes[node].previous = -1
        nodes[node].next = -1
    }

    /// Puts nodes, by place, where other nodes of the same number stand.
    mutating func replace(_ old: [Int], by new: [Int]) {
        let marks = old.map { node in
            nodes.append(Node(kind: .comment, line: 0))
            let mark = nodes.count - 1
            link(mark, into: Int(nodes[node].parent), before: Int32(node))
            return mark
        }
        for node in old { unlink(node) }
        for (mark, node) in zip(marks, new) {
            link(node, into: Int(nodes[mark].parent), before: Int32(mark))
            unlink(mark)
        }
    }

    mutating func setAttribute(_ local: String, of node: Int, to value: String?) {
        setAttribute(XMLName(local), of: node, to: value)
    }

    /// Gives an attribute another value, adds it last, or takes it away.
    mutating func setAttribute(_ name: XMLName, of node: Int, to value: String?) {
        let place = self.place(of: name, in: node)
        guard let value else {
            if let place { removeAttribute(at: place, of: node) }
            return
        }
        let stored = store(value.utf8)
        if let place {
            attributes[place].start = stored.start
            attributes[place].count = stored.count
            return
        }
        let start = Int(nodes[node].start)
        let count = Int(nodes[node].count)
        if start + count != attributes.count {
            nodes[node].start = Int32(attributes.count)
            attributes.append(contentsOf: Array(attributes[start..<start + count]))
        }
        attributes.append(Attribute(name: index(of: name), start: stored.start, count: stored.count))
        nodes[node].count += 1
    }

    private mutating func removeAttribute(at place: Int, of node: Int) {
        let end = Int(nodes[node].start) + Int(nodes[node].count)
        for index in place..<end - 1 { attributes[index] = attributes[index + 1] }
        nodes[node].count -= 1
    }

    /// Gives an element a text in place of all that stands in it.
    mutating func setText(_ text: String, of node: Int) {
        nodes[node].first = -1
        nodes[node].last = -1
        guard !text.isEmpty else { return }
        let stored = store(text.utf8)
        _ = append(Node(kind: .text, line: 0, start: stored.start, count: stored.count), to: node)
    }

    /// Gives an element another name in the same namespace, with the same prefix.
    mutating func rename(_ node: Int, to local: String) {
        let old = name(of: node)
        nodes[node].name = index(of: XMLName(prefix: old.prefix, local, in: old.namespace))
    }

    /// The prefix that stands for a namespace in an element; `nil` where none does.
    func prefix(for namespace: String, at node: Int) -> String? {
        if nodes[node].kind == .element, name(of: node).namespace == namespace { return name(of: node).prefix }
        var seen: Set<String> = []
        var next: Int? = node
        while let current = next, nodes[current].kind == .element {
            for (name, value) in attributes(of: current) where name.isDeclaration {
                let prefix = name.prefix.isEmpty ? "" : name.local
                if seen.insert(prefix).inserted, value == namespace { return prefix }
            }
            // What stands nowhere yet will stand below the root.
            next = parent(of: current) ?? root
        }
        return nil
    }

    /// The namespace that a prefix stands for in an element; `nil` where it stands for none.
    func namespace(of prefix: String, at node: Int) -> String? {
        var next: Int? = node
        while let current = next, nodes[current].kind == .element {
            for (name, value) in attributes(of: current)
            where name.isDeclaration && name.local == prefix && !name.prefix.isEmpty {
                return value
            }
            next = parent(of: current)
        }
        return nil
    }

    /// A name in a namespace as it is written in an element; where no prefix stands for it, the root gets one.
    mutating func qualify(_ local: String, in namespace: String, preferring preferred: String, at node: Int) -> XMLName
    {
        if let prefix = prefix(for: namespace, at: node) { return XMLName(prefix: prefix, local, in: namespace) }
        var used: Set<String> = []
        for name in names {
            used.insert(name.prefix)
            if name.isDeclaration { used.insert(name.local) }
        }
        var prefix = preferred
        var number = 1
        while used.contains(prefix) {
            number += 1
            prefix = preferred + String(number)
        }
        let declaration = XMLName(prefix: "xmlns", prefix, in: XMLName.declarations)
        setAttribute(declaration, of: root, to: namespace)
        return XMLName(prefix: prefix, local, in: namespace)
    }
}
