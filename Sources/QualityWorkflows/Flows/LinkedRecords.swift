public import QualityCore
public import QualityStorage

/// A record that led to another, and the new one: two states that are written together or not at all (*kopplade poster*).
public struct LinkedRecords<Origin: QualityRecord, New: QualityRecord>: Hashable, Sendable {
    /// The record that it began with, in its state after the link.
    public let origin: Origin
    /// The record that it led to.
    public let new: New

    /// Two records of which the first led to the second.
    public init(_ origin: Origin, leadingTo new: New) {
        self.origin = origin
        self.new = new
    }

    /// What one commit writes: the new record, and the origin as it was read at a version.
    public func changes(from version: CommitNumber) -> [RecordChange] {
        [.update(origin, from: version), .create(new)]
    }

    init(
        _ record: Origin,
        leadingTo new: New,
        under law: Law,
        link: (inout Origin) throws(RuleViolation) -> Void
    ) throws(RuleViolation) {
        // A record that is made by an act has no breach to bring along.
        if let broken = new.violations(under: law).first { throw broken }
        var origin = record
        try link(&origin)
        self.init(origin, leadingTo: new)
    }
}
