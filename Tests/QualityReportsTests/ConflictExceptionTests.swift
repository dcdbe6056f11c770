import QualityCore
import QualityReports
import Testing

@Suite("The section on exceptions from conflict of interest")
struct ConflictExceptionTests {
    private static func page(allowedOn date: String, language: Language = .english) throws -> String {
        let override = ConflictOverride(
            reason: "Nobody else was on duty.",
            by: Signature("head", title: "head of unit", on: try #require(CalendarDate(date)))
        )
        let people = Involvement(involved: ["chief"], superiors: ["nurse": "chief"])
        let exceptions = ConflictException.all(
            in: RecordReference(kind: RecordKind(rawValue: "lexSarahCase"), id: "ls:1"),
            [
                ConflictClearance(of: "nurse", in: people, override: override),
                ConflictClearance(of: "nurse", in: people, override: override),
                ConflictClearance(of: "per", in: people),
            ]
        )
        #expect(exceptions.map(\.conflict) == [.subordinate])
        let section = QualityReport.Section.conflictExceptions(
            exceptions,
            during: try #require(CalendarPeriod(year: 2024)),
            language: language
        )
        let report = QualityReport(title: "R", subtitle: "B", language: language, sections: [section])
        return MarkdownRenderer().render(report)
    }

    @Test("lists record, conflict, reason and who allowed it, and names no person")
    func listed() throws {
        let page = try Self.page(allowedOn: "2024-12-31")
        for words in ["ls:1", "subordinate to someone involved", "Nobody else was on duty", "head of unit"] {
            #expect(page.contains(words), "\(words)")
        }
        #expect(!page.contains("nurse") && !page.contains("chief") && !page.contains("No exceptions"))
    }

    @Test("says that none were made where none were, a day outside the period", arguments: Language.allCases)
    func nothing(language: Language) throws {
        let page = try Self.page(allowedOn: "2025-01-01", language: language)
        #expect(page.contains(language == .swedish ? "Inga undantag" : "No exceptions"))
        #expect(!page.contains("ls:1"))
    }
}
