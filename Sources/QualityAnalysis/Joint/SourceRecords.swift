public import Improvements
public import QualityCore

/// The records of one source that is analysed together with others (*underlag*).
public struct SourceRecords: Sendable {
    /// The source.
    public let source: JointAnalysis.Source
    /// Its records: leave out what is no shortcoming, such as praise, and name the day that places them in the period.
    public let table: ObservationTable
    /// The dimension whose codes have a theme.
    public var dimension: CodeDimension = .category
    /// The version under which codes are read; `nil` takes each code as it is.
    public var reading: ClassificationReading?

    /// The records of a source.
    public init(_ source: JointAnalysis.Source, _ table: ObservationTable, reading: ClassificationReading? = nil) {
        self.source = source
        self.table = table
        self.reading = reading
    }
}

extension CodeDimension {
    /// The theme of a row of several sources together.
    static let theme = CodeDimension(rawValue: "theme")
    /// The source of a row of several sources together.
    static let source = CodeDimension(rawValue: "source")
}

extension JointAnalysis.Source {
    /// The source as a code along `CodeDimension.source`.
    var code: CategoryCode { CategoryCode(rawValue: rawValue) }
}

extension ObservationTable {
    /// The observations of several sources in one table, with their theme and source.
    init(joining sources: [SourceRecords], _ crosswalk: ThemeCrosswalk) throws(AnalysisError) {
        var days = CodeColumn<CalendarDate>()
        var records: [Int32] = []
        var units = CodeColumn<OrganisationUnitID>()
        var (themes, origins) = (CodeColumn<CategoryCode>(), CodeColumn<CategoryCode>())
        var delays: [Int32] = []
        var offset: Int32 = 0
        for source in sources {
            let table = source.table
            let column = table.columns[source.dimension] ?? CodeColumn(emptyRows: table.count)
            let places = column.dictionary.map { crosswalk.theme(of: $0, in: source.source, reading: source.reading) }
            for row in table.records.indices {
                try days.append(table.days.firstCode(of: row).map { [table.days.dictionary[$0]] } ?? [])
                try units.append(table.units.firstCode(of: row).map { [table.units.dictionary[$0]] } ?? [])
                let codes = column.codes[Int(column.starts[row])..<Int(column.starts[row + 1])]
                try themes.append(codes.compactMap { places[Int($0)] })
                try origins.append(CollectionOfOne(source.source.code))
                records.append(table.records[row] + offset)
            }
            delays += table.delays
            offset = (records.last ?? -1) + 1
        }
        self.init(
            countedDay: sources.first?.table.countedDay ?? .occurred,
            days: days,
            records: records,
            units: units,
            columns: [.theme: themes, .source: origins],
            delays: delays,
            daysWithoutObservation: [],
            recordCount: records.indices.count { $0 == 0 || records[$0] != records[$0 - 1] },
            undatedRecordCount: 0
        )
    }
}
