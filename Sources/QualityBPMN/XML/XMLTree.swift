/// An XML document as a value that keeps everything: order, prefixes, attributes, comments, white space.
///
/// The nodes lie in one list and are named by their place in it, so that no nesting is too deep to copy, compare or
/// free, and a large document takes little more than its text.
struct XMLTree: Sendable {
    enum Kind: UInt8, Sendable {
        case document, element, text, literal, comment, instruction
    }

    struct Node: Sendable {
        var kind: Kind
        /// Whether it came after the document was read, so that the writer gives it a line of its own.
        var isNew = false
        var name: Int32 = -1
        var parent: Int32 = -1
        var previous: Int32 = -1
        var next: Int32 = -1
        var first: Int32 = -1
        var last: Int32 = -1
        var line: Int32
        /// Where in `bytes` its text begins, or in `attributes` its first attribute.
        var start: Int32 = 0
        var count: Int32 = 0
    }

    struct Attribute: Sendable {
        var name: Int32
        var start: Int32
        var count: Int32
    }

    /// The whole document; its children are the outermost element and what stands beside it.
    static let document = 0

    var nodes: [Node]
    var attributes: [Attribute] = []
    var names: [XMLName] = []
    var indices: [XMLName: Int32] = [:]
    /// The text of the document, in UTF-8, and after it all text that does not stand there as it is read.
    var bytes: [UInt8]
    /// The first elements with a prefix that stands for nothing, once for each such prefix.
    var unboundPrefixes: [Int] = []

    init(bytes: [UInt8]) {
        self.bytes = bytes
        nodes = [Node(kind: .document, line: 1)]
    }

    /// The outermost element.
    var root: Int {
        children(of: XMLTree.document).first { isElement($0) } ?? XMLTree.document
    }

    func kind(of node: Int) -> Kind { nodes[node].kind }
    func isElement(_ node: Int) -> Bool { nodes[node].kind == .element }
    func line(of node: Int) -> Int { Int(nodes[node].line) }
    func parent(of node: Int) -> Int? { nodes[node].parent < 0 ? nil : Int(nodes[node].parent) }

    /// The name of an element or the target of an instruction.
    func name(of node: Int) -> XMLName { names[Int(nodes[node].name)] }

    /// The local name of an element in a namespace; `nil` for other nodes and namespaces.
    func local(_ node: Int, in namespace: String) -> String? {
        guard nodes[node].kind == .element else { return nil }
        let name = names[Int(nodes[node].name)]
        return name.namespace == namespace ? name.local : nil
    }

    /// What stands in a node, from the first to the last.
    func children(of node: Int) -> Children {
        Children(tree: self, following: nodes[node].first)
    }

    struct Children: Sequence, IteratorProtocol {
        let tree: XMLTree
        var following: Int32

        mutating func next() -> Int? {
            guard following >= 0 else { return nil }
            let node = Int(following)
            following = tree.nodes[node].next
            return node
        }
    }

    /// The first child with a name.
    func child(of node: Int, _ local: String, in namespace: String) -> Int? {
        children(of: node).first { self.local($0, in: namespace) == local }
    }

    /// The value of an attribute without namespace.
    func attribute(_ local: String, of node: Int) -> String? {
        attribute(XMLName(local), of: node)
    }

    /// The value of an attribute; the prefix of the name plays no part.
    func attribute(_ name: XMLName, of node: Int) -> String? {
        place(of: name, in: node).map { text(attributes[$0].start, attributes[$0].count) }
    }

    func place(of name: XMLName, in node: Int) -> Int? {
        let start = Int(nodes[node].start)
        return (start..<start + Int(nodes[node].count)).first { place in
            let other = names[Int(attributes[place].name)]
            return other.local == name.local && other.namespace == name.namespace
        }
    }

    /// The attributes of an element, in order.
    func attributes(of node: Int) -> [(name: XMLName, value: String)] {
        let start = Int(nodes[node].start)
        return attributes[start..<start + Int(nodes[node].count)].map { attribute in
            (names[Int(attribute.name)], text(attribute.start, attribute.count))
        }
    }

    /// The text of a text, comment or instruction, and all text inside an element or the document.
    func text(of node: Int) -> String {
        switch nodes[node].kind {
        case .text, .literal, .comment, .instruction: return text(nodes[node].start, nodes[node].count)
        case .element, .document:
            var text = ""
            var next = nodes[node].first
            while next >= 0 {
                let current = Int(next)
                if nodes[current].kind == .text || nodes[current].kind == .literal { text += self.text(of: current) }
                next = nodes[current].first
                var climbing = current
                while next < 0, climbing != node {
                    next = nodes[climbing].next
                    if next < 0 { climbing = Int(nodes[climbing].parent) }
                }
            }
            return text
        }
    }

    /// Whether a node is text of nothing but white space.
    func isBlank(_ node: Int) -> Bool {
        guard nodes[node].kind == .text else { return false }
        let start = Int(nodes[node].start)
        return bytes[start..<start + Int(nodes[node].count)].allSatisfy {
            $0 == 0x20 || $0 == 0x0A || $0 == 0x09 || $0 == 0x0D
        }
    }

    private func text(_ start: Int32, _ count: Int32) -> String {
        String(decoding: bytes[Int(start)..<Int(start) + Int(count)], as: UTF8.self)
    }
}
