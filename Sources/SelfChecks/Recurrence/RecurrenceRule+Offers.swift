extension RecurrenceRule {
    /// The last day of the month, whatever its number (*sista dagen i månaden*); every third month gives quarters.
    ///
    /// - Throws: ``RecurrenceError`` when the number of months or of occasions is out of range.
    public static func lastDayOfMonth(
        every months: Int = 1,
        end: End = .never
    ) throws(RecurrenceError) -> RecurrenceRule {
        try RecurrenceRule(.monthly, every: months, end: end, monthDays: [-1])
    }

    /// A day of the month, or the last day of a month that has no such day, so that no month is passed over.
    ///
    /// - Throws: ``RecurrenceError`` when the day is not 1 to 31, or the number of months or occasions out of range.
    public static func monthly(
        every months: Int = 1,
        on day: Int,
        end: End = .never
    ) throws(RecurrenceError) -> RecurrenceRule {
        guard (1...31).contains(day) else { throw RecurrenceError(.outOfRange, in: .monthDays) }
        guard day > 28 else { return try RecurrenceRule(.monthly, every: months, end: end, monthDays: [day]) }
        return try RecurrenceRule(.monthly, every: months, end: end, monthDays: Array(28...day), positions: [-1])
    }
}
