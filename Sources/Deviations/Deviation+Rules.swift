public import QualityCore

extension Deviation {
    /// What is required of every deviation.
    public static var rules: [RecordRule<Deviation>] {
        reportRules + stepRules + measureRules + causeRules + healthCareRules + otherRules + conflictRules
    }

    static func rule(
        _ id: String,
        _ field: String,
        sv swedish: String,
        en english: String,
        duty: Provision.Duty? = nil,
        isBroken: @escaping @Sendable (Deviation) -> Bool
    ) -> RecordRule<Deviation> {
        RecordRule(
            id,
            field: field,
            duty: duty,
            message: LocalizedText(sv: swedish, en: english),
            selectedBy: { $0.reported },
            isBroken: { deviation, _ in isBroken(deviation) }
        )
    }

    private static var conflictRules: [RecordRule<Deviation>] {
        [
            .conflictOfInterest(field: "assignments") { $0.assignments.map(\.clearance) },
            .conflictOfInterest(field: "steps") { $0.steps.compactMap(\.clearance) },
            .conflictOfInterest(field: "lexMaria.decisions") { ($0.lexMaria?.decisions ?? []).map(\.clearance) },
        ]
    }
}

extension String {
    var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
