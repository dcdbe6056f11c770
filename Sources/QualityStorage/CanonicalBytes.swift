public import QualityCore

/// Values as bytes that stand for them alone, whatever a store makes of them: what digests cover.
///
/// Numbers are eight bytes, highest first; texts and bytes have their length before them; what may be missing has a
/// byte that says whether it is there.
public struct CanonicalBytes: Hashable, Sendable {
    /// The bytes so far.
    public private(set) var bytes: [UInt8] = []

    /// No bytes, or those of a text that says what follows and in which version.
    public init(_ label: StaticString) {
        append(label.withUTF8Buffer { Array($0) })
    }

    /// Takes a whole number.
    public mutating func append(_ number: Int64) {
        let bits = UInt64(bitPattern: number)
        for shift in stride(from: 56, through: 0, by: -8) {
            bytes.append(UInt8(truncatingIfNeeded: bits >> UInt64(shift)))
        }
    }

    /// Takes bytes with their length.
    public mutating func append(_ content: [UInt8]) {
        append(Int64(content.count))
        bytes.append(contentsOf: content)
    }

    /// Takes a text by its bytes in UTF-8, with their length.
    public mutating func append(_ text: String) {
        append(Int64(text.utf8.count))
        bytes.append(contentsOf: text.utf8)
    }

    /// Takes a digest.
    public mutating func append(_ digest: ContentDigest) {
        bytes.append(contentsOf: digest.bytes)
    }

    /// Takes a value that may be missing.
    public mutating func append<Value>(_ value: Value?, _ body: (inout CanonicalBytes, Value) -> Void) {
        bytes.append(value == nil ? 0 : 1)
        if let value { body(&self, value) }
    }
}

extension CanonicalBytes {
    /// Takes the facts of a record; dimensions stand in byte order, codes and observations in their own.
    public mutating func append(_ facts: RecordFacts) {
        append(facts.unit.rawValue)
        for field in [DayField.occurred, .discovered, .reported, .due] {
            append(facts[day: field]) { $0.append(Int64($1.daysSince1970)) }
        }
        append(facts.status)
        append(Int64(facts.observations.count))
        for observation in facts.observations {
            append(Int64(observation.codes.count))
            for (dimension, codes) in observation.codes.sorted(by: {
                ByteOrdered($0.key.rawValue) < ByteOrdered($1.key.rawValue)
            }) {
                append(dimension.rawValue)
                append(Int64(codes.count))
                for code in codes { append(code.rawValue) }
            }
        }
    }
}
