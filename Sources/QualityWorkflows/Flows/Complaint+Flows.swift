public import Complaints
public import Deviations
public import Improvements
public import LexSarah
public import QualityCore

extension Complaint {
    /// Reports the deviation that the submission leads to; the submission keeps its own answer to give (D-CMP-5).
    ///
    /// - Parameters:
    ///   - report: the report of the deviation, in words of its own.
    ///   - risk: severity and probability, where they are known.
    ///   - law: the law.
    /// - Throws: `RuleViolation`, the deviation's own, or `D-CMP-7` where the submission is cancelled.
    public func leadingToDeviation(
        _ report: DeviationReport,
        risk: RiskEstimate? = nil,
        under law: Law
    ) throws(RuleViolation) -> LinkedRecords<Complaint, Deviation> {
        let deviation = try Deviation(report, risk: risk)
        return try LinkedRecords(self, leadingTo: deviation, under: law) { complaint throws(RuleViolation) in
            try complaint.link(to: deviation.reference, under: law)
        }
    }

    /// Proposes a measure because of the submission, linked both ways (D-MSR-3, D-CMP-5).
    ///
    /// - Throws: `RuleViolation`, the measure's own, or `D-CMP-7` where the submission is cancelled.
    public func leadingToMeasure(
        _ opening: MeasureOpening,
        under law: Law
    ) throws(RuleViolation) -> LinkedRecords<Complaint, Measure> {
        let measure = try opening.proposed(because: reference, under: law)
        return try LinkedRecords(self, leadingTo: measure, under: law) { complaint throws(RuleViolation) in
            try complaint.link(to: measure.reference, under: law)
        }
    }

    /// Receives the misconduct that the submission tells of into a Lex Sarah case, linked both ways (D-CMP-1).
    ///
    /// The case holds the day when the submission made the event known, for the clock runs from there (D-LAW-3).
    ///
    /// - Throws: `RuleViolation`, the case's own where the receipt lacks something, `D-CMP-1` where the submission is
    ///   known to tell of a misconduct already.
    public func reportingMisconduct(
        _ opening: MisconductOpening,
        under law: Law
    ) throws(RuleViolation) -> LinkedRecords<Complaint, LexSarahCase> {
        var found = try opening.opened(in: unit, legalBases: receipt.legalBases, under: law)
        try found.learn(MadeKnown(by: .complaint, on: received, record: reference), under: law)
        let answer = Consideration.yes(try opening.receipt(of: found))
        let link = found.reference
        return try LinkedRecords(self, leadingTo: found, under: law) { complaint throws(RuleViolation) in
            try complaint.considerMisconduct(answer, report: link, under: law)
        }
    }
}
