public import QualityCore

/// What records say, as columns of small numbers: one row an observation, made for counting in one pass.
///
/// The table names the day that it counts by. A record with several observations, such as a submission with several
/// viewpoints, has several rows.
public struct ObservationTable: Sendable {
    /// The day that places an observation in a period (*räknedag*). Closed.
    public enum CountedDay: String, Hashable, Sendable, CaseIterable {
        /// The first day of the event.
        case occurred
        /// The day when it was reported or received.
        case reported
    }

    /// The day that the table counts by.
    public let countedDay: CountedDay
    /// The first and the last day on which an observation falls; `nil` when none has a day.
    public let period: CalendarPeriod?
    /// The number of observations.
    public var count: Int { records.count }
    /// The number of records.
    public let recordCount: Int
    /// The number of records whose day is unknown, which are in no period.
    public let undatedRecordCount: Int

    /// The counted day of each row; none where it is unknown.
    let days: CodeColumn<CalendarDate>
    let records: [Int32]
    let units: CodeColumn<OrganisationUnitID>
    let columns: [CodeDimension: CodeColumn<CategoryCode>]
    /// The days from the first day of the event to the report of each row's record; ``unknownDelay`` where a day is not known.
    let delays: [Int32]
    /// The delay of a record that lacks one of the days.
    static let unknownDelay = Int32.min
    /// The day of each dated record that has no observation, and so no row.
    let daysWithoutObservation: [Int32]

    /// A table of the observations of some records.
    ///
    /// - Parameters:
    ///   - facts: the facts of the records, each once.
    ///   - countedDay: the day to count by.
    ///   - dimensions: the dimensions to keep.
    /// - Throws: ``AnalysisError`` when a dimension has more than 65,536 distinct codes.
    public init(
        _ facts: some Collection<RecordFacts>,
        countedBy countedDay: CountedDay,
        dimensions: [CodeDimension]
    ) throws(AnalysisError) {
        var days = CodeColumn<CalendarDate>()
        var records: [Int32] = []
        var units = CodeColumn<OrganisationUnitID>()
        var columns = dimensions.map { _ in CodeColumn<CategoryCode>() }
        var delays: [Int32] = []
        var undatedRecords = 0
        var daysWithoutObservation: [Int32] = []
        for (index, record) in facts.enumerated() {
            let day =
                switch countedDay {
                case .occurred: record.occurred
                case .reported: record.reported
                }
            if let day {
                if record.observations.isEmpty { daysWithoutObservation.append(day.daysSince1970) }
            } else {
                undatedRecords += 1
            }
            var delay = Self.unknownDelay
            if let occurred = record.occurred, let reported = record.reported {
                delay = Int32(occurred.days(to: reported))
            }
            for observation in record.observations {
                delays.append(delay)
                try days.append(day.map { [$0] } ?? [])
                records.append(Int32(index))
                try units.append(CollectionOfOne(record.unit))
                for (position, dimension) in dimensions.enumerated() {
                    try columns[position].append(observation.codes[dimension] ?? [])
                }
            }
        }
        self.init(
            countedDay: countedDay,
            days: days,
            records: records,
            units: units,
            columns: Dictionary(zip(dimensions, columns)) { first, _ in first },
            delays: delays,
            daysWithoutObservation: daysWithoutObservation,
            recordCount: facts.count,
            undatedRecordCount: undatedRecords
        )
    }

    init(
        countedDay: CountedDay,
        days: CodeColumn<CalendarDate>,
        records: [Int32],
        units: CodeColumn<OrganisationUnitID>,
        columns: [CodeDimension: CodeColumn<CategoryCode>],
        delays: [Int32],
        daysWithoutObservation: [Int32],
        recordCount: Int,
        undatedRecordCount: Int
    ) {
        self.countedDay = countedDay
        self.days = days
        self.records = records
        self.units = units
        self.columns = columns
        self.delays = delays
        self.daysWithoutObservation = daysWithoutObservation
        self.recordCount = recordCount
        self.undatedRecordCount = undatedRecordCount
        let used = Set(days.codes).map { days.dictionary[Int($0)] }
        if let first = used.min(), let last = used.max() {
            period = CalendarPeriod(first: first, last: last)
        } else {
            period = nil
        }
    }
}
