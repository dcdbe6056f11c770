public import QualityCore

/// A record's kind and identity told apart and ordered by their bytes, as every store does.
public struct RecordKey: Hashable, Sendable, Comparable {
    /// The record.
    public let reference: RecordReference

    /// The key of a record.
    public init(_ reference: RecordReference) {
        self.reference = reference
    }

    /// Whether two keys have the same bytes.
    public static func == (left: RecordKey, right: RecordKey) -> Bool {
        ByteOrdered(left.reference.id) == ByteOrdered(right.reference.id)
            && ByteOrdered(left.reference.kind.rawValue) == ByteOrdered(right.reference.kind.rawValue)
    }

    /// Byte order of the kind, then of the identity.
    public static func < (left: RecordKey, right: RecordKey) -> Bool {
        let (kind, other) = (ByteOrdered(left.reference.kind.rawValue), ByteOrdered(right.reference.kind.rawValue))
        return kind == other ? ByteOrdered(left.reference.id) < ByteOrdered(right.reference.id) : kind < other
    }

    /// Takes the bytes of both.
    public func hash(into hasher: inout Hasher) {
        ByteOrdered(reference.kind.rawValue).hash(into: &hasher)
        ByteOrdered(reference.id).hash(into: &hasher)
    }
}
