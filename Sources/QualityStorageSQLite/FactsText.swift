#if SQLite
#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif
import QualityCore
import QualityStorage

/// Facts of many records as one JSON array, so that a page costs one call of the decoder.
struct FactsText {
    private var bytes = [UInt8(ascii: "[")]
    private var ends: [Int] = []

    /// Takes the JSON text of one record's facts.
    mutating func append(_ text: UnsafeRawBufferPointer) {
        if !ends.isEmpty { bytes.append(UInt8(ascii: ",")) }
        bytes.append(contentsOf: text)
        ends.append(bytes.count)
    }

    /// The facts in the order in which they were taken.
    ///
    /// `record`: the record at a position, to be named when its facts cannot be read.
    func decode(_ record: (Int) -> RecordReference) throws(StorageError) -> [RecordFacts] {
        let decoder = JSONDecoder()
        if let facts = try? decoder.decode([RecordFacts].self, from: Data(bytes + [UInt8(ascii: "]")])),
            facts.count == ends.count
        {
            return facts
        }
        for (position, end) in ends.enumerated() {
            let start = position == 0 ? 1 : ends[position - 1] + 1
            guard (try? decoder.decode(RecordFacts.self, from: Data(bytes[start..<end]))) != nil else {
                throw StorageError(.coding, record: record(position), detail: "the facts could not be decoded")
            }
        }
        throw StorageError(.coding, detail: "the facts of a page could not be decoded")
    }

    /// The JSON texts of the facts of a commit, compact and with sorted keys.
    static func encode(_ writes: [CommitRequest.Write]) throws(StorageError) -> [String] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        var texts: [String] = []
        texts.reserveCapacity(writes.count)
        for write in writes {
            guard let data = try? encoder.encode(write.facts) else {
                throw StorageError(.coding, record: write.reference, detail: "the facts could not be encoded")
            }
            texts.append(String(decoding: data, as: UTF8.self))
        }
        return texts
    }
}
#endif
