public import QualityCore

/// One time that a plan was approved, and taken up for change if it was; each is kept (*godkännande av plan*).
public struct PlanApproval: Hashable, Sendable, Codable {
    /// Who approved it and when.
    public let approved: Signature
    /// Who took it up for change, when and why; `nil` while it holds.
    public internal(set) var amendment: CheckClosing.Reopening?

    init(approved: Signature) {
        self.approved = approved
    }
}
