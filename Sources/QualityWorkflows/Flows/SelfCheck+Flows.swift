public import Deviations
public import Improvements
public import QualityCore
public import SelfChecks

extension SelfCheck {
    /// Reports the deviation that a failed question leads to, linked to that question (D-SLF-9).
    ///
    /// - Parameters:
    ///   - report: the report of the deviation.
    ///   - question: a question answered no or partly.
    ///   - risk: severity and probability, where they are known.
    ///   - law: the law.
    /// - Throws: `RuleViolation`, the deviation's own, `D-SLF-9` where the question is met, or has led to something
    ///   already.
    public func leadingToDeviation(
        _ report: DeviationReport,
        from question: QuestionCode,
        risk: RiskEstimate? = nil,
        under law: Law
    ) throws(RuleViolation) -> LinkedRecords<SelfCheck, Deviation> {
        try requireUnsettled(question)
        let deviation = try Deviation(report, risk: risk)
        return try LinkedRecords(self, leadingTo: deviation, under: law) { check throws(RuleViolation) in
            try check.settle(question, as: .deviation(deviation.reference), under: law)
        }
    }

    /// Proposes a measure because of a failed question, linked both ways (D-MSR-3, D-SLF-9).
    ///
    /// - Throws: `RuleViolation`, the measure's own, `D-SLF-9` where the question is met, or has led to something
    ///   already.
    public func leadingToMeasure(
        _ opening: MeasureOpening,
        from question: QuestionCode,
        under law: Law
    ) throws(RuleViolation) -> LinkedRecords<SelfCheck, Measure> {
        try requireUnsettled(question)
        let measure = try opening.proposed(because: reference, under: law)
        return try LinkedRecords(self, leadingTo: measure, under: law) { check throws(RuleViolation) in
            try check.settle(question, as: .measure(measure.reference), under: law)
        }
    }

    /// A second record would leave the first without its question.
    private func requireUnsettled(_ question: QuestionCode) throws(RuleViolation) {
        guard outcomes[question]?.value != nil else { return }
        throw RuleViolation(
            rule: "D-SLF-9",
            record: reference,
            field: "outcomes",
            message: LocalizedText(
                sv: "frågan har redan lett till något",
                en: "the question has led to something already"
            )
        )
    }
}
