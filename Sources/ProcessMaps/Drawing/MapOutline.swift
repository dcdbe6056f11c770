public import QualityCore

/// A map in words, in the order of work: for those who listen to it, and for those who want to read it (*disposition*).
///
/// Party by party and role by role, each step with its number in the flow and what follows on it. Steps of a sub-process
/// stand under it. All elements of the map with a count are named, wherever they are.
public struct MapOutline: Hashable, Sendable {
    /// A party, a role, a step, or another element that something is told about.
    public struct Item: Hashable, Sendable {
        /// The element; `nil` for a heading that is none.
        public var element: MapElementID?
        /// Which step it is in the order of the flow, from 1 in each process and sub-process; `nil` for what is no step.
        public var number: Int?
        /// Its name, or what sort of element it is.
        public var name: String
        /// What sort of element it is, where the name does not say.
        public var kind: String
        /// What is told about it, in sentences: counts, information, what follows.
        public var sentences: [String]
        /// What is inside.
        public var items: [Item]

        /// An item of an outline.
        public init(
            _ name: String,
            kind: String = "",
            element: MapElementID? = nil,
            number: Int? = nil,
            sentences: [String] = [],
            items: [Item] = []
        ) {
            self.element = element
            self.number = number
            self.name = name
            self.kind = kind
            self.sentences = sentences
            self.items = items
        }
    }

    /// The name of the map.
    public var title: String
    /// The language of the outline.
    public var language: Language
    /// The parties, roles and steps.
    public var items: [Item]

    /// The outline of a map, with counts where there are any.
    public init(of map: ProcessMap, overlay: MapOverlay = MapOverlay(), language: Language) {
        let builder = MapOutlineBuilder(map: map, overlay: overlay, language: language)
        self.title = builder.title
        self.language = language
        self.items = builder.items
    }

    /// The outline as ordered lists in each other, for a page.
    public var html: String {
        var lines: [String] = []
        walk(opens: "<ol>", closes: "</ol>") { item, level in
            lines.append(Self.indent(level) + Self.element(of: item))
        } between: { tag, level in
            lines.append(Self.indent(level) + tag)
        } after: { level in
            lines.append(Self.indent(level) + "</li>")
        }
        return lines.joined(separator: "\n")
    }

    /// The outline as lines of text, each level indented by three spaces.
    public var text: String {
        var lines = [title]
        walk(opens: "", closes: "") { item, level in
            let mark = item.number.map { "\($0). " } ?? "– "
            let indent = String(repeating: "   ", count: min(level / 2, 40))
            let sentences = item.sentences.map(Self.ended)
            let head = sentences.isEmpty ? Self.head(of: item) : Self.ended(Self.head(of: item))
            lines.append(indent + mark + ([head] + sentences).joined(separator: " "))
        } between: { _, _ in
        } after: { _ in
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// Visits every item in order, without recursion.
    private func walk(
        opens: String,
        closes: String,
        item visit: (Item, Int) -> Void,
        between: (String, Int) -> Void,
        after: (Int) -> Void
    ) {
        guard !items.isEmpty else { return }
        between(opens, 0)
        var path = [(items: items, next: 0)]
        while let (items, next) = path.last {
            let level = path.count * 2 - 1
            guard next < items.count else {
                path.removeLast()
                between(closes, level - 1)
                if !path.isEmpty { after(level - 2) }
                continue
            }
            path[path.count - 1].next += 1
            visit(items[next], level)
            if items[next].items.isEmpty {
                after(level)
            } else {
                between(opens, level + 1)
                path.append((items[next].items, 0))
            }
        }
    }

    private static func head(of item: Item) -> String {
        item.kind.isEmpty ? item.name : "\(item.name) (\(item.kind))"
    }

    /// A sentence with a full stop, unless it ends in another mark.
    private static func ended(_ sentence: String) -> String {
        sentence.last.map { ".!?…".contains($0) } ?? true ? sentence : sentence + "."
    }

    private static func element(of item: Item) -> String {
        let value = item.number.map { " value=\"\($0)\"" } ?? " style=\"list-style:none\""
        let kind = item.kind.isEmpty ? "" : " (\(MarkupText.escaped(item.kind)))"
        let head = "<strong>\(MarkupText.escaped(item.name))</strong>\(kind)"
        guard !item.sentences.isEmpty else { return "<li\(value)>\(head)" }
        let end = ended(Self.head(of: item)) == Self.head(of: item) ? "" : "."
        let told = item.sentences.map { " " + MarkupText.escaped(ended($0)) }.joined()
        return "<li\(value)>\(head)\(end)\(told)"
    }

    private static func indent(_ level: Int) -> String { String(repeating: " ", count: min(level, 40)) }
}
