public import QualityCore

/// One time that someone was given the investigation of a case (*utredare*).
public struct InvestigatorAssignment: Hashable, Sendable, Codable {
    /// Who investigates, and what was found about a conflict of interest.
    public let clearance: ConflictClearance
    /// Who gave the task, and when.
    public let assigned: Signature
    /// Who ended it, and when; `nil` while it lasts.
    public internal(set) var relieved: Signature?
}
