public import QualityCore

extension ObservationTable {
    /// The observations whose counted day lies in a period; undated ones are left out.
    public func limited(to period: CalendarPeriod) -> ObservationTable {
        let days = period.first.daysSince1970...period.last.daysSince1970
        return ObservationTable(
            self,
            rows: self.days.indices.filter { days.contains(self.days[$0]) },
            daysWithoutObservation: daysWithoutObservation.filter(days.contains)
        )
    }

    private init(_ table: ObservationTable, rows: [Int], daysWithoutObservation: [Int32]) {
        let days = rows.map { table.days[$0] }
        let records = rows.map { table.records[$0] }
        self.init(
            countedDay: table.countedDay,
            days: days,
            records: records,
            units: table.units.selecting(rows),
            columns: table.columns.mapValues { $0.selecting(rows) },
            daysWithoutObservation: daysWithoutObservation,
            recordCount: daysWithoutObservation.count
                + records.indices.count { $0 == 0 || records[$0] != records[$0 - 1] },
            undatedRecordCount: 0
        )
    }
}
