/// Finds years (1900–2099) and ISO dates in text.
enum DateScanner {
    enum Piece: Hashable {
        case words(String)
        /// `2020`, `2020-03` or `2020-03-14`.
        case date(String)
    }

    static func pieces(of text: String) -> [Piece] {
        let characters = Array(text)
        var pieces: [Piece] = []
        var words = ""
        var index = 0
        while index < characters.count {
            if let end = endOfDate(in: characters, at: index) {
                if !words.isEmpty { pieces.append(.words(words)) }
                words = ""
                pieces.append(.date(String(characters[index..<end])))
                index = end
            } else {
                words.append(characters[index])
                index += 1
            }
        }
        if !words.isEmpty { pieces.append(.words(words)) }
        return pieces
    }

    private static func endOfDate(in characters: [Character], at start: Int) -> Int? {
        if start > 0, isPartOfWord(characters[start - 1]) { return nil }
        guard let year = number(in: characters, at: start, digits: 4), (1900...2099).contains(year) else { return nil }
        var end = start + 4
        if let month = part(in: characters, at: end), (1...12).contains(month) {
            end += 3
            if let day = part(in: characters, at: end), (1...31).contains(day) { end += 3 }
        }
        guard end < characters.count else { return end }
        let isOpen =
            isPartOfWord(characters[end]) || isDecimalSign(characters, at: end)
        return isOpen ? nil : end
    }

    private static func part(in characters: [Character], at index: Int) -> Int? {
        guard index < characters.count, characters[index] == "-" else { return nil }
        guard let value = number(in: characters, at: index + 1, digits: 2) else { return nil }
        let next = index + 3
        return next < characters.count && isPartOfWord(characters[next]) ? nil : value
    }

    private static func number(in characters: [Character], at start: Int, digits: Int) -> Int? {
        guard start + digits <= characters.count else { return nil }
        let run = characters[start..<(start + digits)]
        return run.allSatisfy { ("0"..."9").contains($0) } ? Int(String(run)) : nil
    }

    private static func isPartOfWord(_ character: Character) -> Bool {
        character.isLetter || character.isNumber
    }

    private static func isDecimalSign(_ characters: [Character], at index: Int) -> Bool {
        ",.:".contains(characters[index]) && index + 1 < characters.count && characters[index + 1].isNumber
    }
}
