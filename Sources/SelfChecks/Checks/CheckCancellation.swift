public import QualityCore

/// That something does not count, by whom and why; it stays readable (*makulering*).
public struct CheckCancellation: Hashable, Sendable, Codable {
    /// Who cancelled it and when.
    public let signature: Signature
    /// Why.
    public let reason: String

    init(signature: Signature, reason: String) {
        self.signature = signature
        self.reason = reason
    }
}
