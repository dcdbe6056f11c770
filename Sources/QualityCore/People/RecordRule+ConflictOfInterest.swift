extension RecordRule {
    /// The rule that nobody investigates or decides a matter of their own or of a superior of theirs (D-SEC-4, *jäv*).
    ///
    /// - Parameters:
    ///   - field: the field that holds the task.
    ///   - clearances: what was found about each person who had the task.
    ///   - day: the day that selects the provision; without one, the day of the report.
    public static func conflictOfInterest(
        field: String,
        in clearances: @escaping @Sendable (Record) -> [ConflictClearance],
        selectedBy day: @escaping @Sendable (Record) -> CalendarDate? = { $0.facts.reported }
    ) -> RecordRule {
        RecordRule(
            "D-SEC-4",
            field: field,
            duty: .impartiality,
            message: LocalizedText(
                sv: "den som är inblandad, eller underställd någon inblandad, utreder och beslutar inte utan skäl",
                en:
                    "someone involved, or subordinate to someone involved, cannot investigate or decide without a reason"
            ),
            selectedBy: day
        ) { record, _ in clearances(record).contains { !$0.isSound } }
    }
}
