import QualityAnalysis
import QualityCore
import QualityStatistics
import Testing

/// All that the analysis says of 2020 by the reference records.
struct ReferenceSentences {
    let comparison: PeriodComparison
    let fromFirst: PeriodComparison
    let series: [AnalysisSubject: ReportedSeries]
    let culture: ReportingCulture
    let names: AnalysisNames
    let categories: [CategoryCode]

    init(_ records: ReferenceRecords) throws {
        let table = try records.table()
        let reading = try ClassificationReading(records.classification, under: "2017")
        func compare(_ earlier: Int, _ later: Int) throws -> PeriodComparison {
            var question = PeriodComparison.Question(
                earlier: try ReferenceRecords.year(earlier),
                later: try ReferenceRecords.year(later),
                reading: reading
            )
            question.units = records.operations
            return try #require(try table.compare(question).result)
        }
        comparison = try compare(2019, 2020)
        fromFirst = try compare(2017, 2020)
        let years = (first: try ReferenceRecords.year(2017), last: try ReferenceRecords.year(2020))
        let days = try #require(CalendarPeriod(first: years.first.first, last: years.last.last))
        let counts = try table.count(.records, under: reading, by: PeriodScale(.year, covering: days))
        var series: [AnalysisSubject: ReportedSeries] = [:]
        for category in reading.version.topCategories {
            series[.category(category.id)] = counts.series(
                of: category.id,
                coverage: ReportingCoverage(days: days, silence: .missing)
            )
        }
        self.series = series
        var question = ReportingCulture.Question(try ReferenceRecords.year(2020))
        question.units = records.operations
        question.reading = reading
        culture = try #require(try table.reportingCulture(question).result)
        names = records.names
        categories = reading.version.topCategories.map(\.id)
    }

    var all: [FindingSentence] {
        comparison.sentences(names)
            + fromFirst.sentences(names).filter { $0.subject == .category("vardkedja") && $0.claim != .caution }
            + categories.compactMap { series[.category($0)]?.sentence(of: .category($0), names) }
            + culture.sentences(names)
    }
}
