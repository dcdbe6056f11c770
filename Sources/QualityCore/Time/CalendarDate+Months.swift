extension CalendarDate {
    /// The same date so many months later, or the last day of that month where it has no such date.
    ///
    /// 30 November and three months give 28 or 29 February, 31 December and two months likewise; `nil` outside the
    /// years 1 to 9999.
    public func adding(months: Int) -> CalendarDate? {
        let (year, month, day) = components
        let (total, isTooFar) = (year * 12 + month - 1).addingReportingOverflow(months)
        guard !isTooFar, total >= 12 else { return nil }
        let target = (year: total / 12, month: total % 12 + 1)
        return CalendarDate(
            year: target.year,
            month: target.month,
            day: min(day, Self.daysIn(month: target.month, year: target.year))
        )
    }

    /// The day of the week, 1 Monday to 7 Sunday (ISO 8601).
    public var weekday: Int {
        let days = (Int(daysSince1970) + 3) % 7
        return (days < 0 ? days + 7 : days) + 1
    }
}
