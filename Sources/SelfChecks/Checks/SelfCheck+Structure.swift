import QualityCore

extension SelfCheck {
    /// What holds of every check, however it came to be.
    func check() throws(RuleViolation) {
        if case .all(let population) = extent, !(1...SampleDraw.largestPopulation).contains(population) {
            throw violation(
                "D-SLF-12",
                field: "extent",
                sv: "populationen ska vara minst en",
                en: "the population must be at least one"
            )
        }
        let codes = Set(version.questions.map(\.code))
        if let entries = answers.value?.entries, !entries.isEmpty {
            let items = Set(extent.items)
            guard entries.allSatisfy({ codes.contains($0.question) && items.contains($0.item) }) else {
                throw violation(
                    "D-SLF-3",
                    field: "answers",
                    sv: "svaret gäller en fråga eller post som egenkontrollen inte har",
                    en: "the answer is to a question or item that the check does not have"
                )
            }
        }
        guard outcomes.keys.allSatisfy(codes.contains) else {
            throw violation(
                "D-SLF-9",
                field: "outcomes",
                sv: "utfallet gäller en fråga som egenkontrollen inte har",
                en: "the outcome is of a question that the check does not have"
            )
        }
        guard closings.areInOrder(from: begun) else {
            throw violation(
                "D-SLF-2",
                field: "closings",
                sv: "dagarna ska följa på varandra och återöppning ha skäl",
                en: "the days must follow on each other and reopening have a reason"
            )
        }
        guard let cancellation else { return }
        guard cancellation.signature.day >= closings.lastDay ?? begun, !cancellation.reason.isBlank else {
            throw violation(
                "D-SLF-7",
                field: "cancellation",
                sv: "makulering ska ha skäl och dag efter det som hänt",
                en: "cancelling must have a reason and a day after what has happened"
            )
        }
    }

    func require(_ phase: SelfCheckPhase) throws(RuleViolation) {
        guard self.phase == phase else {
            throw violation(
                "D-SLF-2",
                field: "phase",
                sv: "handlingen passar inte en egenkontroll som är \(self.phase.label(.swedish).lowercased())",
                en: "the act does not suit a check that is \(self.phase.label(.english).lowercased())"
            )
        }
    }

    /// Asks for what an import left as a gap; what a rule asks for is left to the rule.
    func requireNoGaps(under law: Law) throws(RuleViolation) {
        let gaps: [(rule: String, field: String, isGap: Bool)] = [
            ("D-SLF-3", "answers", answers.value == nil),
            (
                "D-SLF-2", "outcomes",
                outcomes.contains { $0.value.value == nil && failedQuestions.contains($0.key) }
            ),
            ("D-SLF-2", "conclusion", conclusion.map { $0.value == nil } ?? false),
            ("D-SLF-10", "reviewedPeriod", sort == .accessLogReview && reviewedPeriod.map { $0.value == nil } ?? false),
        ]
        if let gap = gaps.first(where: { $0.isGap && !law.suspends($0.rule, field: $0.field) }) {
            throw violation(
                gap.rule,
                field: gap.field,
                sv: "uppgiften fanns inte i källan och behövs nu",
                en: "the source did not hold the fact, and it is needed now"
            )
        }
    }
}
