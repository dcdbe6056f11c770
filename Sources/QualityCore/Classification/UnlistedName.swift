/// A name that no list of the board knows, kept in a code of its own: `parent?name`.
struct UnlistedName {
    let parent: String?
    let name: String

    init?(_ code: String) {
        guard let mark = code.firstIndex(of: "?") else { return nil }
        parent = mark == code.startIndex ? nil : String(code[..<mark])
        name = String(code[code.index(after: mark)...])
    }

    static func code(_ name: String, under parent: String?) -> String {
        (parent ?? "") + "?" + masked(name)
    }

    private static func masked(_ name: String) -> String {
        let isDigit = { (scalar: Unicode.Scalar) in scalar.properties.numericType == .decimal }
        guard name.unicodeScalars.count(where: isDigit) >= 6 else { return name }
        return String(String.UnicodeScalarView(name.unicodeScalars.map { isDigit($0) ? "•" : $0 }))
    }
}
