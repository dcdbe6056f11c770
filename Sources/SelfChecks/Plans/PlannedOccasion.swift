public import QualityCore

/// One expected occasion of a planned check: which plan, which check and for which day (*planerat tillfälle*).
public struct PlannedOccasion: Hashable, Sendable, Codable {
    /// The plan.
    public let plan: RecordID<SelfCheckPlan>
    /// The check in the plan.
    public let check: PlannedCheckCode
    /// The day on which it is expected.
    public let expected: CalendarDate

    /// An occasion of a planned check.
    public init(plan: RecordID<SelfCheckPlan>, check: PlannedCheckCode, expected: CalendarDate) {
        self.plan = plan
        self.check = check
        self.expected = expected
    }
}

extension PlannedOccasion: Comparable {
    /// Orders by plan, check and day.
    public static func < (left: PlannedOccasion, right: PlannedOccasion) -> Bool {
        (left.plan.rawValue, left.check, left.expected) < (right.plan.rawValue, right.check, right.expected)
    }
}
