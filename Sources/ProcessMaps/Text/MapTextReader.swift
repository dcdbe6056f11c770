import QualityCore

/// Reads the words of one line in their order, and at the end refuses those that nobody asked for.
struct MapTextReader {
    let line: MapTextLine
    private var tokens: ArraySlice<MapTextLine.Token>

    init(_ line: MapTextLine) {
        self.line = line
        tokens = line.tokens.dropFirst()
    }

    /// The word that begins the line.
    var keyword: String {
        guard let first = line.tokens.first, first.key == nil, !first.isQuoted else { return "" }
        return first.text
    }

    var isAtEnd: Bool { tokens.isEmpty }

    func fault(_ problem: MapTextError.Problem) -> MapTextError {
        let first = problem == .keyword ? line.tokens.first : tokens.first
        return MapTextError(line: line.number, column: first?.column ?? line.endColumn, problem)
    }

    /// The next word or quoted text.
    mutating func value() throws(MapTextError) -> String {
        guard let token = tokens.first else { throw fault(.incomplete) }
        guard token.key == nil else { throw fault(.unexpected) }
        tokens.removeFirst()
        return token.text
    }

    mutating func id() throws(MapTextError) -> MapElementID {
        MapElementID(try value())
    }

    /// A quoted text, where one is next.
    mutating func text() -> String {
        guard let token = tokens.first, token.isQuoted, token.key == nil else { return "" }
        tokens.removeFirst()
        return token.text
    }

    /// One of several words, where it is next.
    mutating func word(among words: Set<String>) -> String? {
        guard let token = tokens.first, !token.isQuoted, token.key == nil, words.contains(token.text) else {
            return nil
        }
        tokens.removeFirst()
        return token.text
    }

    /// A whole or decimal number.
    mutating func number() throws(MapTextError) -> Double {
        let before = self
        guard let number = Self.number(try value()) else { throw before.fault(.number) }
        return number
    }

    /// Numbers with commas between them, as many as asked for.
    mutating func numbers(_ count: Int) throws(MapTextError) -> [Double] {
        let before = self
        guard let numbers = Self.numbers(try value(), count) else { throw before.fault(.number) }
        return numbers
    }

    /// Takes `word`, wherever in the rest of the line it stands.
    mutating func flag(_ word: String) -> Bool {
        guard let index = tokens.firstIndex(where: { $0.key == nil && !$0.isQuoted && $0.text == word }) else {
            return false
        }
        tokens.remove(at: index)
        return true
    }

    /// Takes `key=value`, wherever in the rest of the line it stands.
    mutating func attribute(_ key: String) -> String? {
        guard let index = tokens.firstIndex(where: { $0.key == key }) else { return nil }
        return tokens.remove(at: index).text
    }

    mutating func idAttribute(_ key: String) -> MapElementID? {
        attribute(key).map(MapElementID.init(_:))
    }

    /// Takes `key=word` where the word is the stored form of a value.
    mutating func attribute<Value: RawRepresentable<String>>(
        _ key: String,
        as type: Value.Type
    ) throws(MapTextError) -> Value? {
        guard let token = tokens.first(where: { $0.key == key }), let text = attribute(key) else { return nil }
        guard let value = Value(rawValue: text) else {
            throw MapTextError(line: line.number, column: token.column, .unexpected)
        }
        return value
    }

    /// Takes a word that is the stored form of a value, wherever in the rest of the line it stands.
    mutating func flag<Value: RawRepresentable<String> & CaseIterable>(_ type: Value.Type) -> Value? {
        for value in Value.allCases where flag(value.rawValue) { return value }
        return nil
    }

    /// Takes `label=x,y,width,height`.
    mutating func label() throws(MapTextError) -> MapBounds? {
        guard let token = tokens.first(where: { $0.key == "label" }), let text = attribute("label") else { return nil }
        guard let numbers = Self.numbers(text, 4) else {
            throw MapTextError(line: line.number, column: token.column, .number)
        }
        return MapBounds(x: numbers[0], y: numbers[1], width: numbers[2], height: numbers[3])
    }

    /// Takes the first word that says by whom or what a step is done.
    mutating func taskKind() -> MapActivity.TaskKind? {
        for (index, token) in zip(tokens.indices, tokens) {
            guard let kind = MapActivity.TaskKind(token) else { continue }
            tokens.remove(at: index)
            return kind
        }
        return nil
    }

    /// Takes all words that say what an event is, in their order.
    mutating func definitions() -> [MapEventDefinition] {
        var found: [MapEventDefinition] = []
        var rest: [MapTextLine.Token] = []
        for token in tokens {
            if let definition = MapEventDefinition(token) { found.append(definition) } else { rest.append(token) }
        }
        tokens = rest[...]
        return found
    }

    /// Refuses a line with more than has been taken.
    func finish() throws(MapTextError) {
        guard tokens.isEmpty else { throw fault(.unexpected) }
    }

    private static func number(_ text: String) -> Double? {
        let allowed = text.utf8.allSatisfy { "0123456789+-.e".utf8.contains($0) }
        guard allowed, let number = Double(text), number.isFinite else { return nil }
        return number
    }

    private static func numbers(_ text: String, _ count: Int) -> [Double]? {
        let parts = text.split(separator: ",", omittingEmptySubsequences: false)
        let numbers = parts.compactMap { number(String($0)) }
        return parts.count == count && numbers.count == count ? numbers : nil
    }
}

extension MapTextLine.Token {
    /// The word, and the text that it is said to be; `nil` for a quoted text, which says nothing by itself.
    fileprivate var meaning: (word: String, text: String?)? {
        guard let key else { return isQuoted ? nil : (text, nil) }
        return (key, text)
    }
}

extension MapActivity.TaskKind {
    /// What a word of a step says; `nil` for a word that says something else.
    fileprivate init?(_ token: MapTextLine.Token) {
        guard let (word, text) = token.meaning else { return nil }
        switch (word, text) {
        case ("user", nil): self = .user
        case ("manual", nil): self = .manual
        case ("service", nil): self = .service
        case ("send", _): self = .send(message: text.map(MapElementID.init(_:)))
        case ("receive", _): self = .receive(message: text.map(MapElementID.init(_:)))
        case ("script", nil): self = .script
        case ("businessRule", nil): self = .businessRule
        default: return nil
        }
    }
}

extension MapEventDefinition {
    /// What a word of an event says; `nil` for a word that says something else.
    fileprivate init?(_ token: MapTextLine.Token) {
        guard let (word, text) = token.meaning else { return nil }
        let id = text.map(MapElementID.init(_:))
        switch (word, text) {
        case ("message", _): self = .message(id)
        case ("error", _): self = .error(id)
        case ("escalation", _): self = .escalation(id)
        case ("signal", _): self = .signal(id)
        case ("compensation", _): self = .compensation(of: id)
        case ("timer", nil): self = .timer(.unspecified)
        case ("date", let text?): self = .timer(.date(text))
        case ("duration", let text?): self = .timer(.duration(text))
        case ("cycle", let text?): self = .timer(.cycle(text))
        case ("condition", let text): self = .conditional(text ?? "")
        case ("link", let text): self = .link(text ?? "")
        case ("cancel", nil): self = .cancel
        case ("terminate", nil): self = .terminate
        default: return nil
        }
    }
}
