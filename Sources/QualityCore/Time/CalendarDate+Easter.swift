extension CalendarDate {
    /// Easter Sunday of the Gregorian calendar (*påskdagen*); `nil` outside the years 1 to 9999.
    ///
    /// By the position of a year among the 19 of the Metonic cycle, corrected for the centuries without a leap day
    /// (the anonymous Gregorian computus, *Nature* 1876).
    public static func easterSunday(in year: Int) -> CalendarDate? {
        guard (1...9999).contains(year) else { return nil }
        let golden = year % 19
        let (century, yearOfCentury) = year.quotientAndRemainder(dividingBy: 100)
        let lunarCorrection = (century - (century + 8) / 25 + 1) / 3
        let epact = (19 * golden + century - century / 4 - lunarCorrection + 15) % 30
        let toSunday = (32 + 2 * (century % 4) + 2 * (yearOfCentury / 4) - epact - yearOfCentury % 4) % 7
        let lateMoon = (golden + 11 * epact + 22 * toSunday) / 451
        let sum = epact + toSunday - 7 * lateMoon + 114
        return CalendarDate(year: year, month: sum / 31, day: sum % 31 + 1)
    }
}
