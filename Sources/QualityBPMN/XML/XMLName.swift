/// The name of an element or an attribute, with the namespace that its prefix stands for.
struct XMLName: Hashable, Sendable {
    /// The prefix as written; empty for none.
    let prefix: String
    /// The name without prefix, or all of it where nothing says what the prefix stands for.
    let local: String
    /// The address of the namespace; empty for none.
    let namespace: String

    init(prefix: String = "", _ local: String, in namespace: String = "") {
        self.prefix = prefix
        self.local = local
        self.namespace = namespace
    }

    /// The name as written.
    var qualified: String { prefix.isEmpty ? local : prefix + ":" + local }

    /// Whether an attribute of the name says what a prefix stands for.
    var isDeclaration: Bool { namespace == XMLName.declarations }

    /// The namespace of declarations of namespaces.
    static let declarations = "http://www.w3.org/2000/xmlns/"
    /// The namespace that is always bound to the prefix `xml`.
    static let xml = "http://www.w3.org/XML/1998/namespace"
    /// The namespace of `type` and its like.
    static let instance = "http://www.w3.org/2001/XMLSchema-instance"
}

extension String {
    /// The text without the white space of XML at its ends.
    var trimmedXML: String {
        let isSpace = { (byte: UInt8) in byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D }
        let bytes = utf8
        guard let first = bytes.first, let last = bytes.last, isSpace(first) || isSpace(last) else { return self }
        guard let start = bytes.firstIndex(where: { !isSpace($0) }), let end = bytes.lastIndex(where: { !isSpace($0) })
        else { return "" }
        return String(self[start...end])
    }

    /// Whether it can be an identity in a document: a letter or `_`, then letters, digits, `-`, `_` and `.`.
    var isXMLIdentity: Bool {
        var isFirst = true
        for byte in utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"): break
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."):
                if isFirst { return false }
            case 0x80...: break
            default: return false
            }
            isFirst = false
        }
        return !isFirst && unicodeScalars.allSatisfy { $0.isASCII || $0.properties.isAlphabetic }
    }
}
