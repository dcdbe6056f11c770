/// Damages files, in ways that a seed repeats.
struct MapMutator {
    private let files: [[UInt8]]
    private let seed: UInt64

    /// How an input is damaged.
    private enum Damage: CaseIterable {
        case flip, letter, truncate, spliceBytes, spliceElement, remove, copy, nest, double, swap, number, markup,
            encode
    }

    init(files: [[UInt8]], seed: UInt64) {
        self.files = files
        self.seed = seed
    }

    /// One input: a file with one to three damages.
    func input(_ number: Int) -> [UInt8] {
        var random = SplitMix(state: seed ^ UInt64(truncatingIfNeeded: number) &* 0x9E37_79B9_7F4A_7C15)
        var bytes = file(&random)
        for _ in 0..<Int.random(in: 1...3, using: &random) {
            guard bytes.count > 8 else { break }
            damage(&bytes, &random)
        }
        return bytes
    }

    /// A file; of the largest ones, fewer, so that there is time for many inputs.
    private func file(_ random: inout SplitMix) -> [UInt8] {
        let file = files[Int.random(in: 0..<files.count, using: &random)]
        return file.count < 48 << 10 ? file : files[Int.random(in: 0..<files.count, using: &random)]
    }

    private func damage(_ bytes: inout [UInt8], _ random: inout SplitMix) {
        switch Damage.allCases.randomElement(using: &random) ?? .flip {
        case .flip:
            for _ in 0..<Int.random(in: 1...8, using: &random) {
                bytes[place(in: bytes, &random)] ^= 1 << UInt8.random(in: 0..<8, using: &random)
            }
        case .letter:
            for _ in 0..<Int.random(in: 1...20, using: &random) {
                let place = place(in: bytes, &random)
                if isLetter(bytes[place]) { bytes[place] = UInt8.random(in: 0x61...0x7A, using: &random) }
            }
        case .truncate: bytes.removeLast(Int.random(in: 1..<bytes.count, using: &random))
        case .spliceBytes:
            let other = file(&random)
            let start = place(in: other, &random)
            let end = min(other.count, start + Int.random(in: 1...2_000, using: &random))
            bytes.insert(contentsOf: other[start..<end], at: place(in: bytes, &random))
        case .spliceElement:
            let other = file(&random)
            guard let element = element(in: other, &random), let gap = gap(in: bytes, &random) else { return }
            bytes.insert(contentsOf: other[element], at: gap)
        case .remove: if let element = element(in: bytes, &random) { bytes.removeSubrange(element) }
        case .copy:
            guard let element = element(in: bytes, &random), let gap = gap(in: bytes, &random) else { return }
            let copy = Array(bytes[element])
            bytes.insert(contentsOf: copy, at: Bool.random(using: &random) ? element.upperBound : gap)
        case .nest: nest(&bytes, &random)
        case .double:
            guard let one = value(of: "id", in: bytes, &random), let other = value(of: "id", in: bytes, &random) else {
                return
            }
            bytes.replaceSubrange(one, with: Array(bytes[other]))
        case .swap:
            let names = [
                "sourceRef", "targetRef", "bpmnElement", "processRef", "attachedToRef", "name", "key", "value",
            ]
            guard let name = names.randomElement(using: &random), let one = value(of: name, in: bytes, &random),
                let other = value(of: Bool.random(using: &random) ? name : "id", in: bytes, &random)
            else { return }
            bytes.replaceSubrange(one, with: Array(bytes[other]))
        case .number:
            let names = ["x", "y", "width", "height"]
            let numbers = ["", "-0", "1e308", "NaN", "1e999", "-1e18", "0.1", "99999999999999999999", "x"]
            guard let name = names.randomElement(using: &random), let one = value(of: name, in: bytes, &random),
                let number = numbers.randomElement(using: &random)
            else { return }
            bytes.replaceSubrange(one, with: Array(number.utf8))
        case .markup:
            let texts = [
                "<![CDATA[<x>]]>", "<!-- x -- >", "<!-- x -->", "<?x y?>", "<!DOCTYPE x>", "&amp;&#x10FFFF;&#13;",
                "&x;",
                "<x xmlns=\"\"/>", "<y:x/>", "]]>", "\r\n", "\u{0}", "\u{FFFE}", "\u{1F469}\u{200D}\u{1F467}",
            ]
            if let gap = gap(in: bytes, &random), let text = texts.randomElement(using: &random) {
                bytes.insert(contentsOf: text.utf8, at: gap)
            }
            let declarations = [
                " xmlns=\"urn:x\"", " xmlns:bpmn=\"\"", " id=\"\"", " x:y=\"\"", " name=\" \t&#10;&lt;\"",
            ]
            if let value = value(of: "id", in: bytes, &random), let text = declarations.randomElement(using: &random) {
                bytes.insert(contentsOf: text.utf8, at: value.upperBound + 1)
            }
        case .encode: encode(&bytes, &random)
        }
    }

    private func place(in bytes: [UInt8], _ random: inout SplitMix) -> Int {
        Int.random(in: 0..<bytes.count, using: &random)
    }

    private func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) }

    /// The next place at or after another where some bytes begin.
    private func find(_ text: String, in bytes: [UInt8], from start: Int) -> Int? {
        let text = Array(text.utf8)
        guard let first = text.first, start >= 0, bytes.count >= text.count else { return nil }
        var place = start
        while place <= bytes.count - text.count {
            if bytes[place] == first, bytes[place..<place + text.count].elementsEqual(text) { return place }
            place += 1
        }
        return nil
    }

    /// The value of some attribute with a name.
    private func value(of name: String, in bytes: [UInt8], _ random: inout SplitMix) -> Range<Int>? {
        let word = " \(name)=\""
        let start = place(in: bytes, &random)
        guard let found = find(word, in: bytes, from: start) ?? find(word, in: bytes, from: 0) else { return nil }
        let first = found + word.utf8.count
        guard let end = find("\"", in: bytes, from: first) else { return nil }
        return first..<end
    }

    /// A place behind some tag.
    private func gap(in bytes: [UInt8], _ random: inout SplitMix) -> Int? {
        find(">", in: bytes, from: place(in: bytes, &random)).map { $0 + 1 }
    }

    /// Some element from its start to its end, by the depth of its tags.
    private func element(in bytes: [UInt8], _ random: inout SplitMix) -> Range<Int>? {
        var start = find("<", in: bytes, from: place(in: bytes, &random))
        while let place = start, place + 1 < bytes.count, !isLetter(bytes[place + 1]) {
            start = find("<", in: bytes, from: place + 1)
        }
        guard let start else { return nil }
        var depth = 0
        var next = start
        while let tag = find("<", in: bytes, from: next), let end = find(">", in: bytes, from: tag) {
            next = end + 1
            if bytes[tag + 1] == UInt8(ascii: "/") {
                depth -= 1
            } else if isLetter(bytes[tag + 1]), bytes[end - 1] != UInt8(ascii: "/") {
                depth += 1
            }
            if depth <= 0 { return start..<next }
        }
        return nil
    }

    /// Puts many elements inside each other around some other, or around nothing.
    private func nest(_ bytes: inout [UInt8], _ random: inout SplitMix) {
        guard let place = gap(in: bytes, &random) else { return }
        let element = Bool.random(using: &random) ? self.element(in: bytes, &random) : nil
        let depth = [3, 20, 70, 300, 5_000].randomElement(using: &random) ?? 3
        let isMap = find("definitions", in: bytes, from: 0) != nil
        let names =
            isMap
            ? ["subProcess", "laneSet", "childLaneSet", "lane", "extensionElements", "transaction"]
            : ["string", "list", "values", "container", "trace"]
        let name = prefix(of: bytes) + (names.randomElement(using: &random) ?? "subProcess")
        let openings = (0..<depth).map { "<\(name) id=\"nested\($0)\">" }.joined()
        let endings = String(repeating: "</\(name)>", count: depth)
        let range = element ?? place..<place
        bytes.insert(contentsOf: endings.utf8, at: range.upperBound)
        bytes.insert(contentsOf: openings.utf8, at: range.lowerBound)
    }

    /// The prefix of the outermost element.
    private func prefix(of bytes: [UInt8]) -> String {
        guard let end = find("definitions", in: bytes, from: 0) else { return "" }
        let name = bytes[..<end].reversed().prefix { $0 != UInt8(ascii: "<") }.reversed()
        return name.count < 20 && name.last == UInt8(ascii: ":") ? String(decoding: Array(name), as: UTF8.self) : ""
    }

    private func encode(_ bytes: inout [UInt8], _ random: inout SplitMix) {
        let text = String(decoding: bytes, as: UTF8.self)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: bytes = [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        case 1: bytes = [0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        case 2: bytes = [0xEF, 0xBB, 0xBF] + bytes
        default:
            guard let start = find("encoding=\"", in: bytes, from: 0),
                let end = find("\"", in: bytes, from: start + 10)
            else { return }
            let name = ["iso-8859-1", "windows-1252", "utf-16", "ebcdic"].randomElement(using: &random) ?? ""
            bytes.replaceSubrange(start + 10..<end, with: Array(name.utf8))
        }
    }
}

/// Random numbers that a seed repeats (SplitMix64, Steele, Lea and Flood 2014).
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
