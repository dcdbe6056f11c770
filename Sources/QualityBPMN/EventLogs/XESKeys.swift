import ProcessMaps

/// The keys that the words of an event log have in a file, by the prefixes that the file gives the standard extensions.
struct XESKeys {
    static let standard = [
        ("Concept", "concept"), ("Time", "time"), ("Lifecycle", "lifecycle"), ("Organizational", "org"),
    ].map { name, prefix in
        XESDocument.Extension(
            name: name,
            prefix: prefix,
            address: "http://www.xes-standard.org/\(prefix).xesext"
        )
    }

    let name: String
    let time: String
    let moment: String
    let resource: String
    let role: String

    init(_ extensions: [XESDocument.Extension]) {
        func prefix(_ standard: String) -> String {
            extensions.first { $0.address.hasSuffix("/\(standard).xesext") && !$0.prefix.isEmpty }?.prefix ?? standard
        }
        name = prefix("concept") + ":name"
        time = prefix("time") + ":timestamp"
        moment = prefix("lifecycle") + ":transition"
        resource = prefix("org") + ":resource"
        role = prefix("org") + ":role"
    }
}

extension LogAttribute.Value {
    var text: String? { if case .text(let text) = self { text } else { nil } }

    /// The value as it stands in a file, where it can name something.
    var word: String? {
        switch self {
        case .text(let text), .identity(let text): text
        case .integer(let number): String(number)
        case .number(let number) where number.isNaN: "NaN"
        case .number(let number) where number.isInfinite: number < 0 ? "-INF" : "INF"
        case .number(let number): "\(number)"
        case .truth(let isTrue): isTrue ? "true" : "false"
        case .time, .list: nil
        }
    }
}
