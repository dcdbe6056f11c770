public import QualityCore

/// Why a deviation is not counted though it stays readable (*makulering*, D-DEV-10).
public struct DeviationCancellation: Hashable, Sendable, Codable {
    /// What kind of mistake it was. Closed.
    public enum Ground: Hashable, Sendable, Codable {
        /// Registered by mistake.
        case mistake
        /// Registered to try the system.
        case test
        /// The same event stands in another record.
        case duplicate(of: RecordReference)
    }

    /// What kind of mistake it was.
    public let ground: Ground
    /// The reason in words.
    public let reason: String
    /// Who cancelled it.
    public let by: Signature

    /// A cancellation with ground, reason and signature.
    public init(_ ground: Ground, reason: String, by: Signature) {
        self.ground = ground
        self.reason = reason
        self.by = by
    }
}
