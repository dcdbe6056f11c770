import Foundation
import QualityInterchange
import Testing
import QualitySamples

@Suite("CSV written and read again")
struct CSVRoundTripTests {
    /// `QUALITY_SEED` replaces these, to repeat a failure.
    static let seeds: [UInt64] =
        ProcessInfo.processInfo.environment["QUALITY_SEED"].flatMap(UInt64.init).map { [$0] } ?? Array(1...40)

    static let delimiters: [UInt8] = [";", ",", "\t", "|"].compactMap(\.utf8.first)

    @Test("Reading gives back what was written", arguments: seeds)
    func writtenIsRead(seed: UInt64) throws {
        print("CSV round trip, seed \(seed)")
        for delimiter in CSVRoundTripTests.delimiters {
            var random = SeededGenerator(seed: seed)
            let (heads, rows) = CSVRoundTripTests.table(lineEnds: ["\n", "\r", "\r\n"], with: &random)
            var writer = CSVWriter(
                delimiter: delimiter,
                byteOrderMark: Bool.random(using: &random),
                escapesFormulas: false
            )
            writer.append(heads)
            for row in rows { writer.append(row) }
            for dialect in [CSVDialect.detected, CSVDialect(delimiter: delimiter)] {
                let table = try CSVTable(writer.bytes, name: "random.csv", dialect: dialect)
                #expect(table.delimiter == delimiter || heads.count == 1, "seed \(seed)")
                #expect(table.malformedRows.isEmpty, "seed \(seed)")
                #expect(table.header.map { Array($0.utf8) } == heads.map { Array($0.utf8) }, "seed \(seed)")
                #expect(CSVRoundTripTests.bytes(table.content) == CSVRoundTripTests.bytes(rows), "seed \(seed)")
            }
        }
    }

    @Test("Reading does not depend on how lines end", arguments: seeds)
    func lineEndsDoNotMatter(seed: UInt64) throws {
        print("CSV line ends, seed \(seed)")
        var random = SeededGenerator(seed: seed)
        let (heads, rows) = CSVRoundTripTests.table(lineEnds: ["\n"], with: &random)
        var writer = CSVWriter(escapesFormulas: false)
        writer.append(heads)
        for row in rows { writer.append(row) }
        // Broken on purpose, so that faults are compared too.
        var broken = writer.bytes
        broken += Array("\"ett\";två\"\r\n\"tre\"fyra\r\n\"fem\r\nsex\r\n".utf8)
        let original = try CSVTable(broken, name: "random.csv", dialect: .swedish)
        for end in ["\n", "\r", "\r\n"] {
            let changed = CSVRoundTripTests.replacingLineEnds(in: broken, by: Array(end.utf8))
            let table = try CSVTable(changed, name: "random.csv", dialect: .swedish)
            #expect(table.rows.map(\.line) == original.rows.map(\.line), "seed \(seed)")
            // A head may hold a line end, which is why faults are compared by their descriptions.
            #expect(table.malformedRows.map(\.description) == original.malformedRows.map(\.description), "seed \(seed)")
            let content = table.rows.flatMap(\.fields).map {
                CSVRoundTripTests.replacingLineEnds(in: Array($0.utf8), by: [0x0A])
            }
            let expected = original.rows.flatMap(\.fields).map {
                CSVRoundTripTests.replacingLineEnds(in: Array($0.utf8), by: [0x0A])
            }
            #expect(content == expected, "seed \(seed)")
        }
    }

    @Test("Any bytes are either refused or read, with every line accounted for in order", arguments: seeds)
    func anyBytes(seed: UInt64) throws {
        print("CSV any bytes, seed \(seed)")
        var random = SeededGenerator(seed: seed)
        let alphabet = Array("ab;;,\"\"\n\n\r ".utf8) + [0xC3, 0xA5, 0xE5]
        for _ in 0..<200 {
            let length = Int.random(in: 0...60, using: &random)
            let noise = (0..<length).map { _ in alphabet.randomElement(using: &random) ?? 0 }
            let table = try CSVTable(Array("x;y\n".utf8) + noise, name: "noise.csv", dialect: .swedish)
            let lines = table.rows.map(\.line)
            #expect(lines == lines.sorted(), "seed \(seed)")
            #expect(Set(lines).count == lines.count, "seed \(seed)")
            #expect(table.content.allSatisfy { $0.count == 2 }, "seed \(seed)")
            let faults = table.malformedRows.compactMap(\.line)
            #expect(faults == faults.sorted() && faults.count == table.malformedRows.count, "seed \(seed)")
            // No byte that is not a delimiter, quote, space or line end may vanish while no fault is reported.
            if faults.isEmpty {
                let letters = { (bytes: [UInt8]) in bytes.filter { ![0x3B, 0x22, 0x20, 0x0A, 0x0D].contains($0) } }
                let read = table.rows.flatMap { letters(Array($0.bytes)) }
                #expect(read == letters(noise), "seed \(seed)")
            }
        }
    }

    static let pieces = [
        "a", "Åsa", "ö", "e\u{301}", "👩‍👩‍👧", "\u{FEFF}", "\u{A0}", "'", "\"", "\"\"", ";", ",", "\t", "|", " ", "=", "-",
        "sep=;", "\u{85}", "\u{2028}", "\\", "0", "\u{7F}", "\u{1}",
    ]

    /// Heads that are unique and have no spaces around them, and rows that are not empty.
    static func table(lineEnds: [String], with random: inout SeededGenerator) -> (heads: [String], rows: [[String]]) {
        let width = Int.random(in: 1...6, using: &random)
        let alphabet = pieces + lineEnds
        func text(_ random: inout SeededGenerator) -> String {
            (0..<Int.random(in: 0...5, using: &random)).map { _ in
                alphabet.randomElement(using: &random) ?? ""
            }.joined()
        }
        let heads = (0..<width).map { column in
            let start = ["", "\u{FEFF}", "\"", "sep=", ";", "-"].randomElement(using: &random) ?? ""
            return "\(start)\(column)\(text(&random))x"
        }
        let rows = (0..<Int.random(in: 0...20, using: &random)).map { _ in
            var row = (0..<width).map { _ in text(&random) }
            row[Int.random(in: 0..<width, using: &random)] += "x"
            return row
        }
        return (heads, rows)
    }

    static func bytes(_ rows: [[String]]) -> [[[UInt8]]] {
        rows.map { row in row.map { Array($0.utf8) } }
    }

    static func replacingLineEnds(in bytes: [UInt8], by end: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        var isAfterReturn = false
        for byte in bytes {
            if byte == 0x0D || (byte == 0x0A && !isAfterReturn) {
                result += end
            } else if byte != 0x0A {
                result.append(byte)
            }
            isAfterReturn = byte == 0x0D
        }
        return result
    }
}
