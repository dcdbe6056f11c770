#if SQLite
import QualityCore
import QualityStorage

/// The texts in which a row holds what has no column of its own: codes, words and attachments.
///
/// Each value has one text and each text one value, so that no change of a text goes unseen.
enum StoredText {
    /// Writes observations as `[{"category":["a"]},…]`, dimensions in byte order.
    static func write(_ observations: [RecordFacts.Observation], to text: inout JSONText) {
        text.removeAll()
        text.append("[" as Unicode.Scalar)
        for (index, observation) in observations.enumerated() {
            text.append(index == 0 ? "{" : ",{")
            var isFirst = true
            if observation.codes.count < 2 {
                for (dimension, codes) in observation.codes { append(dimension, codes, &isFirst, to: &text) }
            } else {
                let sorted = observation.codes.sorted {
                    $0.key.rawValue.utf8.lexicographicallyPrecedes($1.key.rawValue.utf8)
                }
                for (dimension, codes) in sorted { append(dimension, codes, &isFirst, to: &text) }
            }
            text.append("}" as Unicode.Scalar)
        }
        text.append("]" as Unicode.Scalar)
    }

    private static func append(
        _ dimension: CodeDimension,
        _ codes: [CategoryCode],
        _ isFirst: inout Bool,
        to text: inout JSONText
    ) {
        if !isFirst { text.append("," as Unicode.Scalar) }
        isFirst = false
        text.append(string: dimension.rawValue)
        text.append(":[")
        for (index, code) in codes.enumerated() {
            if index > 0 { text.append("," as Unicode.Scalar) }
            text.append(string: code.rawValue)
        }
        text.append("]" as Unicode.Scalar)
    }

    /// Reads observations.
    static func observations(
        _ bytes: UnsafeBufferPointer<UInt8>
    ) throws(JSONTextReader.Refusal) -> [RecordFacts.Observation] {
        var reader = JSONTextReader(bytes)
        var observations: [RecordFacts.Observation] = []
        try reader.array { reader throws(JSONTextReader.Refusal) in
            observations.append(try observation(&reader))
        }
        try reader.expectEnd()
        return observations
    }

    private static func observation(
        _ reader: inout JSONTextReader
    ) throws(JSONTextReader.Refusal) -> RecordFacts.Observation {
        try reader.expect("{" as Unicode.Scalar)
        var observation = RecordFacts.Observation(codes: [:])
        if reader.take("}") { return observation }
        var last: String?
        repeat {
            let dimension = try reader.string()
            if let last, !last.utf8.lexicographicallyPrecedes(dimension.utf8) { throw JSONTextReader.Refusal() }
            try reader.expect(":" as Unicode.Scalar)
            var codes: [CategoryCode] = []
            try reader.array { reader throws(JSONTextReader.Refusal) in
                codes.append(CategoryCode(rawValue: try reader.string()))
            }
            guard observation.codes.updateValue(codes, forKey: CodeDimension(rawValue: dimension)) == nil else {
                throw JSONTextReader.Refusal()
            }
            last = dimension
        } while reader.take(",")
        try reader.expect("}" as Unicode.Scalar)
        return observation
    }

    /// Writes words as ` a b c `; nothing for none.
    static func write(_ words: SearchWords, to text: inout [UInt8]) {
        text.removeAll(keepingCapacity: true)
        for word in words.words {
            text.append(blank)
            text.append(contentsOf: word.utf8)
        }
        if !text.isEmpty { text.append(blank) }
    }

    /// A word as it stands among others.
    static func bounded(_ word: String) -> [UInt8] {
        [blank] + word.utf8 + [blank]
    }

    /// Reads words.
    static func words(_ bytes: UnsafeBufferPointer<UInt8>) throws(JSONTextReader.Refusal) -> SearchWords {
        guard let first = bytes.first else { return SearchWords(stored: []) }
        guard bytes.count >= 2, first == blank, bytes.last == blank else { throw JSONTextReader.Refusal() }
        let words = bytes[1..<bytes.count - 1].split(separator: blank, omittingEmptySubsequences: false)
        return SearchWords(
            stored: words.map { String(decoding: $0, as: UTF8.self) }
        )
    }

    private static let blank = UInt8(ascii: " ")

    /// Writes what is attached to a record.
    static func write(_ attachments: [AttachmentFacts], to text: inout JSONText) {
        text.removeAll()
        text.append("[" as Unicode.Scalar)
        for (index, attachment) in attachments.enumerated() {
            text.append(index == 0 ? "{\"id\":" : ",{\"id\":")
            text.append(string: attachment.id.rawValue)
            text.append(",\"name\":")
            text.append(string: attachment.name)
            text.append(",\"mediaType\":")
            text.append(string: attachment.mediaType)
            text.append(",\"size\":\"")
            text.append(attachment.size)
            text.append("\",\"digest\":")
            text.append(string: attachment.digest.description)
            text.append("}" as Unicode.Scalar)
        }
        text.append("]" as Unicode.Scalar)
    }

    /// Reads what is attached to a record.
    static func attachments(
        _ bytes: UnsafeBufferPointer<UInt8>
    ) throws(JSONTextReader.Refusal) -> [AttachmentFacts] {
        var reader = JSONTextReader(bytes)
        var attachments: [AttachmentFacts] = []
        try reader.array { reader throws(JSONTextReader.Refusal) in
            try reader.expect("{\"id\":")
            let id = AttachmentID(rawValue: try reader.string())
            try reader.expect(",\"name\":")
            let name = try reader.string()
            try reader.expect(",\"mediaType\":")
            let mediaType = try reader.string()
            try reader.expect(",\"size\":")
            let text = try reader.string()
            try reader.expect(",\"digest\":")
            guard let size = Int64(text), "\(size)" == text, let digest = ContentDigest(try reader.string()) else {
                throw JSONTextReader.Refusal()
            }
            try reader.expect("}" as Unicode.Scalar)
            attachments.append(
                AttachmentFacts(id: id, name: name, mediaType: mediaType, size: size, digest: digest)
            )
        }
        try reader.expectEnd()
        return attachments
    }
}
#endif
