public import QualityCore

/// That one expected occasion is not to be done, by whom and why (*inställt tillfälle*).
public struct OccasionCancellation: Hashable, Sendable, Codable {
    /// The check of the plan.
    public let check: PlannedCheckCode
    /// The day on which it was expected; any day from it until the next expected one means the same occasion.
    public let expected: CalendarDate
    /// Who cancelled it and when.
    public let signature: Signature
    /// Why.
    public let reason: String

    init(check: PlannedCheckCode, expected: CalendarDate, signature: Signature, reason: String) {
        self.check = check
        self.expected = expected
        self.signature = signature
        self.reason = reason
    }
}
