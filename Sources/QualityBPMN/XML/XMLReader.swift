/// Reads a document, byte by byte, into a tree.
///
/// Every document that is well-formed without a document type is read. Nothing outside the bytes is ever looked at, and
/// nothing in them can make the tree larger than a fixed multiple of their number.
struct XMLReader {
    static let maximumDepth = 256
    static let maximumSize = 64 << 20

    private var tree: XMLTree
    private let end: Int
    private var position = 0
    private var line = 1
    private var counted = 0
    private var open: [Int] = []
    private var prefixes: [String: [String]] = [:]
    private var declared: [[String]] = []
    private var hasRoot = false

    static func tree(_ bytes: [UInt8]) throws(XMLReadingError) -> XMLTree {
        guard bytes.count <= maximumSize else { throw XMLReadingError(line: 1, .tooLarge) }
        var reader = XMLReader(try XMLDecoding.utf8(bytes))
        try reader.read()
        return reader.tree
    }

    private init(_ bytes: [UInt8]) {
        tree = XMLTree(bytes: bytes)
        end = bytes.count
        var nodes = 1
        var values = 0
        var last = UInt8(ascii: "<")
        for byte in bytes {
            // An element, a comment or the like begins with the one, a text with the other.
            if last == UInt8(ascii: "<") ? byte != UInt8(ascii: "/") : last == UInt8(ascii: ">") && byte != 0x3C {
                nodes += 1
            }
            if byte == UInt8(ascii: "=") { values += 1 }
            last = byte
        }
        // No element takes less than four bytes, no attribute less than five.
        tree.nodes.reserveCapacity(min(nodes, bytes.count / 2 + 1))
        tree.attributes.reserveCapacity(min(values, bytes.count / 5))
        prefixes["xml"] = [XMLName.xml]
        prefixes["xmlns"] = [XMLName.declarations]
    }

    private func error(_ problem: XMLReadingError.Problem, at place: Int? = nil) -> XMLReadingError {
        let place = min(place ?? position, end)
        let lines = tree.bytes[min(counted, place)..<place].count { $0 == 0x0A }
        return XMLReadingError(line: line + lines, problem)
    }

    private mutating func currentLine() -> Int32 {
        while counted < position {
            if tree.bytes[counted] == 0x0A { line += 1 }
            counted += 1
        }
        return Int32(line)
    }

    private mutating func read() throws(XMLReadingError) {
        if starts(with: "<?xml"), position + 5 < end, isSpace(tree.bytes[position + 5]) { try skipPast("?>") }
        while position < end {
            if tree.bytes[position] != UInt8(ascii: "<") {
                try readText()
            } else if starts(with: "</") {
                try readEndTag()
            } else if starts(with: "<!--") {
                try readComment()
            } else if starts(with: "<![CDATA[") {
                try readLiteral()
            } else if starts(with: "<!DOCTYPE") {
                throw error(.documentType)
            } else if starts(with: "<?") {
                try readInstruction()
            } else {
                try readStartTag()
            }
        }
        guard open.isEmpty else { throw error(.unfinished) }
        guard hasRoot else { throw error(.empty) }
    }

    private func starts(with text: StaticString) -> Bool {
        let count = text.utf8CodeUnitCount
        guard position + count <= end else { return false }
        return text.withUTF8Buffer { buffer in
            for offset in 0..<count where tree.bytes[position + offset] != buffer[offset] { return false }
            return true
        }
    }

    private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D }

    private mutating func skipSpaces() -> Bool {
        let start = position
        while position < end, isSpace(tree.bytes[position]) { position += 1 }
        return position > start
    }

    @discardableResult
    private mutating func skipPast(_ mark: StaticString) throws(XMLReadingError) -> Range<Int> {
        let start = position
        while !starts(with: mark) {
            guard position < end else { throw error(.unfinished) }
            position += 1
        }
        let content = start..<position
        position += mark.utf8CodeUnitCount
        return content
    }

    private mutating func readName() throws(XMLReadingError) -> String {
        let start = position
        while position < end, isName(tree.bytes[position]) { position += 1 }
        guard position > start else { throw error(position < end ? .name : .unfinished) }
        switch tree.bytes[start] {
        case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "0")...UInt8(ascii: "9"): throw error(.name)
        default: return String(decoding: tree.bytes[start..<position], as: UTF8.self)
        }
    }

    private func isName(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), 0x80...,
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "."),
            UInt8(ascii: ":"):
            true
        default: false
        }
    }

    private mutating func readStartTag() throws(XMLReadingError) {
        guard !open.isEmpty || !hasRoot else { throw error(.markup) }
        guard open.count < XMLReader.maximumDepth else { throw error(.tooDeep) }
        let tagLine = currentLine()
        position += 1
        let written = try readName()
        var found: [(name: String, start: Int32, count: Int32)] = []
        while true {
            let hasSpace = skipSpaces()
            guard position < end else { throw error(.unfinished) }
            if tree.bytes[position] == UInt8(ascii: ">") || starts(with: "/>") { break }
            guard hasSpace else { throw error(.markup) }
            found.append(try readAttribute())
        }
        let isEmpty = tree.bytes[position] == UInt8(ascii: "/")
        position += isEmpty ? 2 : 1
        declare(found)
        var node = XMLTree.Node(kind: .element, line: tagLine)
        node.name = try index(of: written, isAttribute: false)
        node.start = Int32(tree.attributes.count)
        node.count = Int32(found.count)
        try addAttributes(found)
        let place = tree.append(node, to: open.last ?? XMLTree.document)
        hasRoot = true
        if isEmpty { forget() } else { open.append(place) }
    }

    private mutating func readAttribute() throws(XMLReadingError) -> (name: String, start: Int32, count: Int32) {
        let name = try readName()
        _ = skipSpaces()
        guard position < end, tree.bytes[position] == UInt8(ascii: "=") else {
            throw error(position < end ? .markup : .unfinished)
        }
        position += 1
        _ = skipSpaces()
        guard position < end else { throw error(.unfinished) }
        let quote = tree.bytes[position]
        guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { throw error(.markup) }
        let start = position + 1
        position = start
        while position < end, tree.bytes[position] != quote {
            if tree.bytes[position] == UInt8(ascii: "<") { throw error(.markup) }
            position += 1
        }
        guard position < end else { throw error(.unfinished) }
        let value = try decoded(start..<position, inAttribute: true)
        position += 1
        return (name, value.start, value.count)
    }

    private mutating func addAttributes(
        _ found: [(name: String, start: Int32, count: Int32)]
    ) throws(XMLReadingError) {
        var seen: Set<XMLName> = []
        for attribute in found {
            let name = try index(of: attribute.name, isAttribute: true)
            if found.count > 1 {
                let full = tree.names[Int(name)]
                guard seen.insert(XMLName(full.local, in: full.namespace)).inserted else {
                    throw error(.attributeTwice)
                }
            }
            tree.attributes.append(XMLTree.Attribute(name: name, start: attribute.start, count: attribute.count))
        }
    }

    private mutating func readEndTag() throws(XMLReadingError) {
        position += 2
        let written = try readName()
        _ = skipSpaces()
        guard position < end else { throw error(.unfinished) }
        guard tree.bytes[position] == UInt8(ascii: ">") else { throw error(.markup) }
        guard let node = open.popLast(), tree.name(of: node).qualified == written else { throw error(.endTag) }
        position += 1
        forget()
    }

    private mutating func declare(_ found: [(name: String, start: Int32, count: Int32)]) {
        var names: [String] = []
        for attribute in found where attribute.name == "xmlns" || attribute.name.hasPrefix("xmlns:") {
            let prefix = String(attribute.name.dropFirst(6))
            let start = Int(attribute.start)
            let address = String(decoding: tree.bytes[start..<start + Int(attribute.count)], as: UTF8.self)
            prefixes[prefix, default: []].append(address)
            names.append(prefix)
        }
        declared.append(names)
    }

    private mutating func forget() {
        for prefix in declared.popLast() ?? [] { prefixes[prefix]?.removeLast() }
    }

    private mutating func index(of written: String, isAttribute: Bool) throws(XMLReadingError) -> Int32 {
        guard let colon = written.utf8.firstIndex(of: UInt8(ascii: ":")) else {
            if isAttribute {
                return tree.index(of: XMLName(written, in: written == "xmlns" ? XMLName.declarations : ""))
            }
            return tree.index(of: XMLName(written, in: prefixes[""]?.last ?? ""))
        }
        let prefix = String(written[..<colon])
        let local = String(written[written.utf8.index(after: colon)...])
        guard !prefix.isEmpty, !local.isEmpty, !local.utf8.contains(UInt8(ascii: ":")) else { throw error(.name) }
        guard let namespace = prefixes[prefix]?.last, !namespace.isEmpty else {
            // The name is that of the element that will be the next, or of an attribute of it.
            if tree.unboundPrefixes.count < 100 { tree.unboundPrefixes.append(tree.nodes.count) }
            return tree.index(of: XMLName(written))
        }
        return tree.index(of: XMLName(prefix: prefix, local, in: namespace))
    }

    private mutating func readText() throws(XMLReadingError) {
        let textLine = currentLine()
        let start = position
        while position < end, tree.bytes[position] != UInt8(ascii: "<") {
            if tree.bytes[position] == UInt8(ascii: "]"), starts(with: "]]>") { throw error(.markup) }
            position += 1
        }
        guard let parent = open.last else {
            guard tree.bytes[start..<position].allSatisfy(isSpace) else { throw error(.markup) }
            return
        }
        let text = try decoded(start..<position, inAttribute: false)
        _ = tree.append(XMLTree.Node(kind: .text, line: textLine, start: text.start, count: text.count), to: parent)
    }

    private mutating func readLiteral() throws(XMLReadingError) {
        guard let parent = open.last else { throw error(.markup) }
        let textLine = currentLine()
        position += 9
        let text = try plain(try skipPast("]]>"))
        _ = tree.append(XMLTree.Node(kind: .literal, line: textLine, start: text.start, count: text.count), to: parent)
    }

    private mutating func readComment() throws(XMLReadingError) {
        let textLine = currentLine()
        position += 4
        let text = try plain(try skipPast("-->"))
        let parent = open.last ?? XMLTree.document
        _ = tree.append(XMLTree.Node(kind: .comment, line: textLine, start: text.start, count: text.count), to: parent)
    }

    private mutating func readInstruction() throws(XMLReadingError) {
        let textLine = currentLine()
        position += 2
        let target = try readName()
        guard target.lowercased() != "xml" else { throw error(.markup) }
        let hasSpace = skipSpaces()
        guard hasSpace || starts(with: "?>") else { throw error(position < end ? .markup : .unfinished) }
        let text = try plain(try skipPast("?>"))
        var node = XMLTree.Node(kind: .instruction, line: textLine, start: text.start, count: text.count)
        node.name = tree.index(of: XMLName(target))
        _ = tree.append(node, to: open.last ?? XMLTree.document)
    }

    /// Text in which nothing stands for another character, save the ends of lines.
    private mutating func plain(_ range: Range<Int>) throws(XMLReadingError) -> (start: Int32, count: Int32) {
        var hasReturn = false
        for place in range {
            if tree.bytes[place] == 0x0D { hasReturn = true }
            try checkCharacter(at: place)
        }
        guard hasReturn else { return (Int32(range.lowerBound), Int32(range.count)) }
        var text: [UInt8] = []
        text.reserveCapacity(range.count)
        for place in range {
            if tree.bytes[place] != 0x0D {
                text.append(tree.bytes[place])
            } else if place + 1 >= range.upperBound || tree.bytes[place + 1] != 0x0A {
                text.append(0x0A)
            }
        }
        return tree.store(text)
    }

    private func checkCharacter(at place: Int) throws(XMLReadingError) {
        let byte = tree.bytes[place]
        if byte < 0x20 {
            guard isSpace(byte) else { throw error(.character, at: place) }
        } else if byte == 0xEF, place + 2 < end, tree.bytes[place + 1] == 0xBF, tree.bytes[place + 2] >= 0xBE {
            throw error(.character, at: place)
        }
    }

    /// Text with what its references stand for; where it has none, the place where it stands in the document.
    private mutating func decoded(
        _ range: Range<Int>,
        inAttribute: Bool
    ) throws(XMLReadingError) -> (start: Int32, count: Int32) {
        var isPlain = true
        for place in range {
            switch tree.bytes[place] {
            case UInt8(ascii: "&"), 0x0D: isPlain = false
            case 0x0A, 0x09: if inAttribute { isPlain = false }
            default: try checkCharacter(at: place)
            }
        }
        guard !isPlain else { return (Int32(range.lowerBound), Int32(range.count)) }
        var text: [UInt8] = []
        text.reserveCapacity(range.count)
        var place = range.lowerBound
        while place < range.upperBound {
            let byte = tree.bytes[place]
            place += 1
            switch byte {
            case UInt8(ascii: "&"):
                guard let semicolon = tree.bytes[place..<min(range.upperBound, place + 12)].firstIndex(of: 0x3B),
                    let scalar = self.scalar(tree.bytes[place..<semicolon])
                else { throw error(.entity, at: place) }
                XMLDecoding.append(scalar, to: &text)
                place = semicolon + 1
            case 0x0D:
                if place < range.upperBound, tree.bytes[place] == 0x0A { place += 1 }
                text.append(inAttribute ? 0x20 : 0x0A)
            case 0x0A, 0x09: text.append(inAttribute ? 0x20 : byte)
            default: text.append(byte)
            }
        }
        return tree.store(text)
    }

    /// What a reference stands for, by what is written between `&` and `;`.
    private func scalar(_ reference: ArraySlice<UInt8>) -> Unicode.Scalar? {
        let text = String(decoding: reference, as: UTF8.self)
        switch text {
        case "amp": return "&"
        case "lt": return "<"
        case "gt": return ">"
        case "quot": return "\""
        case "apos": return "'"
        default: break
        }
        let digits = text.hasPrefix("#x") ? text.dropFirst(2) : text.hasPrefix("#") ? text.dropFirst(1) : ""
        guard digits.utf8.first.map({ $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "-") }) == true,
            let value = UInt32(digits, radix: text.hasPrefix("#x") ? 16 : 10), let scalar = Unicode.Scalar(value)
        else { return nil }
        let isAllowed = value >= 0x20 ? value != 0xFFFE && value != 0xFFFF : [0x09, 0x0A, 0x0D].contains(value)
        return isAllowed ? scalar : nil
    }
}
