public import Improvements
public import QualityCore

/// A measure that someone proposes because of a record, before it is linked to it (*åtgärdsförslag*).
public struct MeasureOpening: Hashable, Sendable {
    /// The identity of the measure.
    public var id: RecordID<Measure>
    /// The unit that is to do it.
    public var unit: OrganisationUnitID
    /// What is to be done; further records that caused it may stand in its sources.
    public var proposal: Measure.Proposal
    /// Who proposes it.
    public var proposedBy: Signature

    /// A measure to be proposed.
    public init(id: RecordID<Measure>, unit: OrganisationUnitID, proposal: Measure.Proposal, proposedBy: Signature) {
        self.id = id
        self.unit = unit
        self.proposal = proposal
        self.proposedBy = proposedBy
    }

    /// The measure, pointing at the record that caused it, whatever its kind (D-MSR-3).
    ///
    /// - Throws: `RuleViolation`, the first rule that the measure breaks: `D-MSR-3` when it would be caused by itself.
    public func proposed(because record: RecordReference, under law: Law) throws(RuleViolation) -> Measure {
        var proposal = proposal
        let named = proposal.sources.value ?? []
        proposal.sources = .value(named.contains(record) ? named : [record] + named)
        let measure = Measure(id: id, unit: unit, proposal: proposal, proposedBy: proposedBy)
        if let broken = measure.violations(under: law).first { throw broken }
        return measure
    }
}
