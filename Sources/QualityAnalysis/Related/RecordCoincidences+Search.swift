public import QualityStatistics

extension RecordCoincidences {
    /// Looks for records that may tell of the same event.
    ///
    /// The time grows with the number of records, not with that of their pairs.
    ///
    /// - Parameters:
    ///   - records: the facts of records of one or several kinds, each record once.
    ///   - question: what makes a pair.
    /// - Returns: the pairs, or too little data with fewer than two records that have a day.
    /// - Throws: ``AnalysisError`` for a level outside 0..<1.
    public static func search(
        _ records: some Sequence<ReferencedFacts>,
        _ question: Question = Question()
    ) throws(AnalysisError) -> Finding<RecordCoincidences> {
        guard question.level > 0, question.level < 1 else {
            throw .statistics(StatisticsError(.outOfRange, of: "level"))
        }
        let search = CoincidenceSearch(records, question)
        guard search.records.count > 1 else {
            return .tooLittleData(
                TooLittleData(
                    method: CoincidenceSearch.method,
                    needed: 2,
                    available: search.records.count,
                    of: .events
                )
            )
        }
        return try analysing { () throws(StatisticsError) in .found(try search.coincidences()) }
    }
}
