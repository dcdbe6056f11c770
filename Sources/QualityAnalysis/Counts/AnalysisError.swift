public import QualityCore
public import QualityStatistics

/// Why records could not be turned into a table to count, or a question could not be answered.
public enum AnalysisError: Error, Hashable, Sendable {
    /// A dimension has more distinct codes than a column can hold.
    case tooManyCodes(limit: Int)
    /// Axes have more positions together than a table can hold.
    case tooManyCells(limit: Int)
    /// An exposure is negative or not a finite number.
    case exposureOutOfRange(unit: OrganisationUnitID, period: CalendarPeriod)
    /// Two exposures of one unit are of overlapping periods.
    case exposuresOverlap(unit: OrganisationUnitID, period: CalendarPeriod)
    /// A classification has no version of that name.
    case unknownVersion(ClassificationVersion.ID)
    /// A crosswalk names a theme that it does not have.
    case unknownTheme(CategoryCode)
    /// Two periods that are compared have days in common.
    case periodsOverlap(CalendarPeriod, CalendarPeriod)
    /// A method was given numbers that it is not defined for.
    case statistics(StatisticsError)
}

/// Runs a method of statistics and names its fault as one of the analysis.
func analysing<Value>(_ body: () throws(StatisticsError) -> Value) throws(AnalysisError) -> Value {
    do {
        return try body()
    } catch {
        throw .statistics(error)
    }
}
