public import Improvements
public import LexSarah
public import QualityCore

extension LexSarahCase {
    /// Proposes the measure that a demand of the supervisory authority becomes, linked both ways (D-MSR-3, D-LXS-15).
    ///
    /// - Parameters:
    ///   - opening: the measure.
    ///   - index: the place of the demand in the authority's decision, from 0.
    ///   - law: the law.
    /// - Throws: `RuleViolation`, the measure's own, or `D-LXS-15` where there is no such demand.
    public func leadingToMeasure(
        _ opening: MeasureOpening,
        meetingDemandAt index: Int,
        under law: Law
    ) throws(RuleViolation) -> LinkedRecords<LexSarahCase, Measure> {
        let measure = try opening.proposed(because: reference, under: law)
        return try LinkedRecords(self, leadingTo: measure, under: law) { found throws(RuleViolation) in
            try found.meetDemand(at: index, by: measure.reference, under: law)
        }
    }
}
