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

    /// A name with six digits or more may be that of a person, with or without more words around it.
    private static func masked(_ name: String) -> String {
        name.unicodeScalars.count { $0.properties.numericType == .decimal } < 6 ? name : "•••"
    }
}
