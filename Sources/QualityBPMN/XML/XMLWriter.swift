/// Writes a tree as bytes, in UTF-8.
struct XMLWriter {
    private let tree: XMLTree
    private var bytes: [UInt8] = []
    private var depth = 0

    static func bytes(_ tree: XMLTree) -> [UInt8] {
        var writer = XMLWriter(tree)
        writer.write()
        return writer.bytes
    }

    private init(_ tree: XMLTree) {
        self.tree = tree
        bytes.reserveCapacity(tree.bytes.count)
    }

    private mutating func write() {
        bytes += "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8
        var next = tree.nodes[XMLTree.document].first
        while next >= 0 {
            let node = Int(next)
            open(node)
            next = tree.nodes[node].first
            if next >= 0 {
                depth += 1
                continue
            }
            close(node)
            next = tree.nodes[node].next
            var parent = tree.nodes[node].parent
            while next < 0, parent > 0 {
                depth -= 1
                close(Int(parent))
                next = tree.nodes[Int(parent)].next
                parent = tree.nodes[Int(parent)].parent
            }
        }
    }

    private mutating func open(_ node: Int) {
        switch tree.kind(of: node) {
        case .element:
            if tree.nodes[node].isNew { newLine(depth) }
            bytes.append(UInt8(ascii: "<"))
            bytes += tree.name(of: node).qualified.utf8
            for (name, value) in tree.attributes(of: node) {
                bytes.append(UInt8(ascii: " "))
                bytes += name.qualified.utf8
                bytes += "=\"".utf8
                Self.escape(value, inAttribute: true, to: &bytes)
                bytes.append(UInt8(ascii: "\""))
            }
            bytes += (tree.nodes[node].first < 0 ? "/>" : ">").utf8
        case .text: Self.escape(tree.text(of: node), inAttribute: false, to: &bytes)
        case .literal: bytes += "<![CDATA[\(tree.text(of: node))]]>".utf8
        case .comment: bytes += "<!--\(tree.text(of: node))-->".utf8
        case .instruction: bytes += "<?\(tree.name(of: node).local) \(tree.text(of: node))?>".utf8
        case .document: break
        }
    }

    private mutating func close(_ node: Int) {
        if tree.kind(of: node) == .element {
            if tree.nodes[node].first >= 0 {
                bytes += "</\(tree.name(of: node).qualified)>".utf8
            }
            let next = tree.nodes[node].next
            if tree.nodes[node].isNew, next < 0 {
                newLine(depth - 1)
            } else if tree.nodes[node].isNew, !tree.isBlank(Int(next)), !tree.nodes[Int(next)].isNew {
                newLine(depth)
            }
        }
        if tree.nodes[node].parent == 0 { bytes.append(UInt8(ascii: "\n")) }
    }

    private mutating func newLine(_ depth: Int) {
        bytes.append(UInt8(ascii: "\n"))
        bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * max(depth, 0)))
    }

    /// Writes text so that it is read as the same again; characters that XML does not know become U+FFFD.
    static func escape(_ text: String, inAttribute: Bool, to bytes: inout [UInt8]) {
        for scalar in text.unicodeScalars {
            guard scalar.isASCII else {
                XMLDecoding.append(scalar.value == 0xFFFE || scalar.value == 0xFFFF ? "\u{FFFD}" : scalar, to: &bytes)
                continue
            }
            let byte = UInt8(scalar.value)
            switch byte {
            case UInt8(ascii: "&"): bytes += "&amp;".utf8
            case UInt8(ascii: "<"): bytes += "&lt;".utf8
            case UInt8(ascii: ">") where !inAttribute: bytes += "&gt;".utf8
            case UInt8(ascii: "\"") where inAttribute: bytes += "&quot;".utf8
            case 0x0D: bytes += "&#13;".utf8
            case 0x0A where inAttribute: bytes += "&#10;".utf8
            case 0x09 where inAttribute: bytes += "&#9;".utf8
            case 0x09, 0x0A, 0x20...: bytes.append(byte)
            default: XMLDecoding.append("\u{FFFD}", to: &bytes)
            }
        }
    }
}
