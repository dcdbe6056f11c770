/// Turns the bytes of a document into UTF-8, by its byte order mark, its first characters and what it says of itself.
enum XMLDecoding {
    static func utf8(_ bytes: [UInt8]) throws(XMLReadingError) -> [UInt8] {
        switch Array(bytes.prefix(4)) {
        case let start where start.starts(with: [0xEF, 0xBB, 0xBF]): return try checked(Array(bytes.dropFirst(3)))
        case [0xFF, 0xFE, 0, 0], [0, 0, 0xFE, 0xFF], [0x3C, 0, 0, 0], [0, 0, 0, 0x3C]:
            throw XMLReadingError(line: 1, .encoding)
        case let start where start.starts(with: [0xFF, 0xFE]): return try utf16(bytes.dropFirst(2), isBig: false)
        case let start where start.starts(with: [0xFE, 0xFF]): return try utf16(bytes.dropFirst(2), isBig: true)
        case let start where start.starts(with: [0x3C, 0]): return try utf16(bytes[...], isBig: false)
        case let start where start.starts(with: [0, 0x3C]): return try utf16(bytes[...], isBig: true)
        default: break
        }
        switch declaredEncoding(bytes) {
        case nil, "utf-8", "utf8", "us-ascii", "ascii", "utf-16", "utf-16le", "utf-16be":
            // A document of single bytes that calls itself UTF-16 was written by a program that keeps its texts so.
            return try checked(bytes)
        case "iso-8859-1", "iso8859-1", "iso_8859-1", "latin1", "latin-1", "l1":
            return try singleBytes(bytes) { Unicode.Scalar($0) }
        case "iso-8859-15", "iso8859-15", "iso_8859-15", "latin9", "latin-9", "l9":
            return try singleBytes(bytes) { latin9[$0] ?? Unicode.Scalar($0) }
        case "windows-1252", "cp1252", "cp-1252", "x-cp1252":
            return try singleBytes(bytes) { byte in
                (0x80..<0xA0).contains(byte) ? Unicode.Scalar(windows1252[Int(byte) - 0x80]) : Unicode.Scalar(byte)
            }
        case let name?:
            guard beginningWithASCII.contains(where: name.hasPrefix), bytes.allSatisfy({ $0 < 0x80 }) else {
                throw XMLReadingError(line: 1, .encoding)
            }
            return bytes
        }
    }

    /// The encoding that the first line names, in lower case.
    private static func declaredEncoding(_ bytes: [UInt8]) -> String? {
        let head = bytes.prefix(400)
        guard head.starts(with: "<?xml".utf8), let end = head.firstIndex(of: UInt8(ascii: ">")) else { return nil }
        let text = String(decoding: head[..<end], as: UTF8.self)
        let word = Array("encoding".utf8)
        let line = Array(text.utf8)
        guard
            let start = line.indices.dropLast(min(word.count, line.count)).first(where: {
                line[$0..<$0 + word.count].elementsEqual(word)
            })
        else { return nil }
        var rest = line[(start + word.count)...].drop { $0 == 0x20 || $0 == 0x09 }
        guard rest.first == UInt8(ascii: "=") else { return nil }
        rest = rest.dropFirst().drop { $0 == 0x20 || $0 == 0x09 }
        guard let quote = rest.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return nil }
        return String(decoding: rest.dropFirst().prefix { $0 != quote }, as: UTF8.self).lowercased()
    }

    private static func utf16(_ bytes: ArraySlice<UInt8>, isBig: Bool) throws(XMLReadingError) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count / 2 + bytes.count / 16)
        var line = 1
        var high: UInt32?
        var index = bytes.startIndex
        while index + 1 < bytes.endIndex {
            let (first, second) = (UInt32(bytes[index]), UInt32(bytes[index + 1]))
            index += 2
            var value = isBig ? first << 8 | second : second << 8 | first
            if let lead = high {
                guard (0xDC00..<0xE000).contains(value) else { throw XMLReadingError(line: line, .encoding) }
                value = 0x10000 + (lead - 0xD800) << 10 + (value - 0xDC00)
                high = nil
            } else if (0xD800..<0xDC00).contains(value) {
                high = value
                continue
            }
            guard let scalar = Unicode.Scalar(value) else { throw XMLReadingError(line: line, .encoding) }
            if value == 0x0A { line += 1 }
            append(scalar, to: &result)
        }
        guard high == nil, index == bytes.endIndex else { throw XMLReadingError(line: line, .encoding) }
        return result
    }

    private static func singleBytes(
        _ bytes: [UInt8],
        scalar: (UInt8) -> Unicode.Scalar?
    ) throws(XMLReadingError) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count + bytes.count / 8)
        var line = 1
        for byte in bytes {
            if byte < 0x80 {
                if byte == 0x0A { line += 1 }
                result.append(byte)
            } else {
                guard let scalar = scalar(byte) else { throw XMLReadingError(line: line, .encoding) }
                append(scalar, to: &result)
            }
        }
        return result
    }

    static func append(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) {
        if let encoded = UTF8.encode(scalar) { bytes.append(contentsOf: encoded) }
    }

    /// The bytes, if they are UTF-8.
    private static func checked(_ bytes: [UInt8]) throws(XMLReadingError) -> [UInt8] {
        var index = 0
        var line = 1
        while index < bytes.count {
            let byte = bytes[index]
            if byte < 0x80 {
                if byte == 0x0A { line += 1 }
                index += 1
                continue
            }
            let (length, smallest): (Int, UInt32) =
                switch byte {
                case 0xC2...0xDF: (2, 0x80)
                case 0xE0...0xEF: (3, 0x800)
                case 0xF0...0xF4: (4, 0x10000)
                default: (0, 0)
                }
            guard length > 0, index + length <= bytes.count else { throw XMLReadingError(line: line, .encoding) }
            var value = UInt32(byte) & (0xFF >> UInt32(length + 1))
            for place in index + 1..<index + length {
                guard bytes[place] & 0xC0 == 0x80 else { throw XMLReadingError(line: line, .encoding) }
                value = value << 6 | UInt32(bytes[place] & 0x3F)
            }
            guard value >= smallest, Unicode.Scalar(value) != nil else { throw XMLReadingError(line: line, .encoding) }
            index += length
        }
        return bytes
    }

    /// How the names begin of encodings that are read as long as there is nothing but ASCII in them.
    private static let beginningWithASCII = [
        "iso-8859-", "iso8859-", "windows-125", "cp125", "gb2312", "gbk", "gb18030", "big5", "shift_jis", "euc-",
        "koi8-",
    ]

    /// What ISO-8859-15 has in other places than ISO-8859-1.
    private static let latin9: [UInt8: Unicode.Scalar] = [
        0xA4: "\u{20AC}", 0xA6: "\u{160}", 0xA8: "\u{161}", 0xB4: "\u{17D}", 0xB8: "\u{17E}", 0xBC: "\u{152}",
        0xBD: "\u{153}", 0xBE: "\u{178}",
    ]

    /// What the bytes 80 to 9F mean in Windows-1252; those that mean nothing there are read as control characters.
    private static let windows1252: [UInt16] = [
        0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D,
        0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
        0x0153, 0x009D, 0x017E, 0x0178,
    ]
}
