public import Deviations
public import Improvements
public import LexSarah
public import QualityCore

extension Deviation {
    /// Receives a suspicion of misconduct about the event into a Lex Sarah case of its own (D-DEV-6).
    ///
    /// The case has its own receipt; the deviation points at it and goes on otherwise as it was.
    ///
    /// - Throws: `RuleViolation`, the case's own where the receipt lacks something, `D-DEV-6` where it is received
    ///   before the event.
    public func reportingMisconduct(
        _ opening: MisconductOpening,
        under law: Law
    ) throws(RuleViolation) -> LinkedRecords<Deviation, LexSarahCase> {
        let found = try opening.opened(in: unit, legalBases: legalBases, under: law)
        let receipt = try opening.receipt(of: found)
        return try LinkedRecords(self, leadingTo: found, under: law) { deviation throws(RuleViolation) in
            try deviation.receiveSuspicion(in: found.reference, by: receipt, under: law)
        }
    }

    /// Proposes a measure that meets recorded causes of the event, linked both ways (D-MSR-3, D-DEV-8).
    ///
    /// - Throws: `RuleViolation` with rule `D-DEV-8` where it meets no recorded cause, `D-DEV-7` where it is linked.
    public func leadingToMeasure(
        _ opening: MeasureOpening,
        meeting causes: [DeviationCause.ID],
        under law: Law
    ) throws(RuleViolation) -> LinkedRecords<Deviation, Measure> {
        let measure = try opening.proposed(because: reference, under: law)
        return try LinkedRecords(self, leadingTo: measure, under: law) { deviation throws(RuleViolation) in
            try deviation.linkMeasure(measure.reference, meeting: causes, under: law)
        }
    }
}

extension Sequence where Element == Deviation {
    /// The events whose answer about care injury calls for Lex Maria and whose track nobody has opened (D-LXS-12).
    public func lexMariaToOpen() -> [Deviation] {
        filter { $0.phase != .cancelled && $0.lexMaria == nil && $0.careInjury?.callsForLexMaria == true }
    }
}
