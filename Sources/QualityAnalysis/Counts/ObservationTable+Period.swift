public import QualityCore

extension ObservationTable {
    /// The observations whose counted day lies in a period; undated ones are left out.
    public func limited(to period: CalendarPeriod) -> ObservationTable {
        let numbers = period.first.daysSince1970...period.last.daysSince1970
        let isInside = days.dictionary.map(period.contains)
        return ObservationTable(
            self,
            rows: (0..<count).filter { days.firstCode(of: $0).map { isInside[$0] } ?? false },
            daysWithoutObservation: daysWithoutObservation.filter(numbers.contains)
        )
    }

    /// The observations that a question about their row holds for.
    func limited(toRows isIncluded: (Int) -> Bool) -> ObservationTable {
        ObservationTable(self, rows: records.indices.filter(isIncluded), daysWithoutObservation: [])
    }

    private init(_ table: ObservationTable, rows: [Int], daysWithoutObservation: [Int32]) {
        let records = rows.map { table.records[$0] }
        self.init(
            countedDay: table.countedDay,
            days: table.days.selecting(rows),
            records: records,
            units: table.units.selecting(rows),
            columns: table.columns.mapValues { $0.selecting(rows) },
            delays: rows.map { table.delays[$0] },
            daysWithoutObservation: daysWithoutObservation,
            recordCount: daysWithoutObservation.count
                + records.indices.count { $0 == 0 || records[$0] != records[$0 - 1] },
            undatedRecordCount: 0
        )
    }
}
