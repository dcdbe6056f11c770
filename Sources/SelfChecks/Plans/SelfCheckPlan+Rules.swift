public import QualityCore

extension SelfCheckPlan {
    /// What is required of every plan; most of it once the plan is approved.
    public static var rules: [RecordRule<SelfCheckPlan>] {
        [
            RecordRule(
                "D-SLF-1",
                field: "checks.sortDetail",
                duty: .selfCheck,
                message: LocalizedText(
                    sv: "ett eget slag av egenkontroll ska beskrivas",
                    en: "a kind of one's own must be told in words"
                ),
                selectedBy: \.firstDay
            ) { plan, _ in plan.checks.contains { $0.sort.isUnexplained(by: $0.sortDetail) } },
            RecordRule(
                "D-SLF-2",
                field: "checks",
                duty: .selfCheck,
                message: LocalizedText(sv: "planen är tom", en: "the plan is empty"),
                selectedBy: \.firstDay
            ) { plan, _ in plan.phase == .approved && plan.checks.isEmpty },
            requirement("what", sv: "vad som kontrolleras ska anges", en: "what is checked must be stated") {
                check,
                _ in
                check.what.isBlank
            },
            requirement("how", sv: "hur kontrollen görs ska anges", en: "how it is done must be stated") { check, _ in
                check.how.isBlank
            },
            requirement("responsible", sv: "en ansvarig krävs", en: "someone must be responsible") { check, _ in
                check.responsible == nil
            },
            requirement("sample", sv: "urvalet ska anges", en: "how much is looked at must be stated") { check, _ in
                check.sample.map(\.isImpossible) ?? true
            },
            requirement(
                "subjects",
                sv: "kravet eller rutinen som kontrolleras ska anges",
                en: "the requirement or routine that is checked must be stated"
            ) { check, _ in check.subjects.value?.isEmpty == true },
            requirement(
                "ifNotMet",
                sv: "vad som görs vid brist ska anges",
                en: "what happens if it is not met must be stated"
            ) { check, _ in check.ifNotMet.isBlank },
            RecordRule(
                "D-SLF-6",
                field: "checks.schedule",
                message: LocalizedText(
                    sv: "egenkontrollen infaller aldrig under planens år",
                    en: "the check never comes in the year of the plan"
                )
            ) { plan, _ in
                guard plan.phase == .approved, let period = plan.period else { return false }
                return plan.checks.contains { check in
                    if case .afterLast = check.schedule { return false }
                    return check.schedule.expectedDays(in: period).isEmpty
                }
            },
            RecordRule(
                "D-SLF-10",
                field: "checks.schedule",
                duty: .reviewAccessLogs,
                message: LocalizedText(sv: "loggkontroll ska vara återkommande", en: "log reviews must recur"),
                selectedBy: \.firstDay
            ) { plan, _ in
                plan.phase == .approved
                    && plan.checks.contains { $0.sort == .accessLogReview && !$0.schedule.isRecurring }
            },
        ]
    }

    private var firstDay: CalendarDate? { period?.first }

    private static func requirement(
        _ field: String,
        sv swedish: String,
        en english: String,
        isBroken: @escaping @Sendable (PlannedCheck, Law) -> Bool
    ) -> RecordRule<SelfCheckPlan> {
        RecordRule(
            "D-SLF-2",
            field: "checks.\(field)",
            duty: .selfCheck,
            message: LocalizedText(sv: swedish, en: english),
            selectedBy: \.firstDay
        ) { plan, law in plan.phase == .approved && plan.checks.contains { isBroken($0, law) } }
    }
}
