import QualityManagement

guard let date = CalendarDate(year: 2020, month: 1, day: 1) else {
    fatalError("1 January 2020 is a date")
}
print(date)
