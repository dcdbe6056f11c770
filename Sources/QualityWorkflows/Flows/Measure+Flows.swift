public import Improvements
public import QualityCore

extension Measure {
    /// Judges that the measure had no effect, and proposes the new one that it opens, linked both ways (D-MSR-2).
    ///
    /// - Parameters:
    ///   - figures: the figures that stood beside the verdict.
    ///   - signature: whose verdict it is.
    ///   - opening: the new measure.
    ///   - law: the law.
    /// - Throws: `RuleViolation`, the new measure's own, or `D-MSR-2` where the verdict cannot fall.
    public func openingAnother(
        _ opening: MeasureOpening,
        asNotEffectiveBy figures: [EffectFigure],
        signed signature: Signature,
        under law: Law
    ) throws(RuleViolation) -> LinkedRecords<Measure, Measure> {
        let another = try opening.proposed(because: reference, under: law)
        return try LinkedRecords(self, leadingTo: another, under: law) { measure throws(RuleViolation) in
            let verdict = EffectVerdict(.notEffective, figures: figures, newMeasure: another.id, by: signature)
            try measure.judgeEffect(verdict, under: law)
        }
    }
}
