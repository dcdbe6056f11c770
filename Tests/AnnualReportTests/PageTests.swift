import AnnualReport
import Foundation
import QualityManagement
import TestSupport
import Testing

/// What a reader of the page sees.
@Suite(.long)
struct PageTests {
    @Test("every table says which day it counts by", arguments: Language.allCases)
    func countedBy(language: Language) async throws {
        let report = try await ReportRun(facts: ReportRun.bundledFacts(), language: language).publication.report
        #expect(report.grids.count >= 10)
        #expect(report.grids.allSatisfy { !$0.countedBy.isEmpty })
        #expect(report.ambiguousFigureIDs.isEmpty)
    }

    @Test("a category that did not exist is shown as absent, in the table, the figures and the file")
    func absentIsAbsent() async throws {
        let run = try await ReportRun(facts: nil)
        #expect(run.table("deviations-by-category").contains(["Smitta", "", "", "", "5"]))
        for year in 2017...2019 {
            let value = try #require(run.figures["deviations.category.smitta.\(year)"]).value
            #expect(value == .absent(reason: "kategorin fanns inte det året, vilket inte är detsamma som noll"))
        }
    }

    @Test("the heads of the table files are those that other programs read, whatever the language of the page")
    func heads() async throws {
        let run = try await ReportRun(facts: ReportRun.bundledFacts(), language: .english)
        #expect(run.table("deviations-by-category").first == ["Kategori", "2017", "2018", "2019", "2020"])
        #expect(
            run.table("complaints-matrix").first == [
                "Typ", "Tillgänglighet", "Yrkeskunnande", "Bemötande", "Information", "Politiskt ärende", "Övrigt",
                "Färdtjänst", "Summa",
            ]
        )
        #expect(run.table("lex-sarah-by-operation").first == ["Verksamhet", "2019", "2020"])
        #expect(run.table("lex-sarah-by-category").first == ["Kategori", "Ärenden", "Andel"])
        #expect(run.table("reconciliation").first == ["Uppgift", "Tryckt", "Beräknad", "Skillnad"])
    }

    @Test("every table file is written for a year without records and a municipality without printed figures")
    func everyTable() async throws {
        let run = try await ReportRun(facts: nil, year: 2016)
        for id in [
            "deviations-by-category", "complaints-matrix", "lex-sarah-by-operation", "lex-sarah-by-category",
            "reconciliation",
        ] {
            #expect(!run.table(id).isEmpty, "\(id)")
        }
    }

    @Test("an area stands with the sum of its operations, and both levels stand")
    func bothLevels() async throws {
        let rows = try await ReportRun(facts: nil).table("lex-sarah-by-operation")
        #expect(rows.contains(["VoO", "37", "19"]))
        #expect(rows.contains(["VoO-SABO", "28", "17"]))
        #expect(rows.contains(["VoO-HTJ", "9", "2"]))
    }

    @Test("under the other version of the classification what moves leaves one category and reaches the other")
    func reclassified() async throws {
        let filed = try await ReportRun(facts: nil)
        let recoded = try await ReportRun(facts: nil, classification: "2021")
        for (index, year) in (2017...2020).enumerated() {
            func cell(_ run: ReportRun, _ category: String) throws -> Int {
                let row = try #require(run.table("deviations-by-category").first { $0[0] == category })
                return try #require(Int(row[index + 1]))
            }
            let moved = try #require(filed.number("deviations.moved.brukarfragor.ej-signerat.\(year)"))
            #expect(moved > 0)
            #expect(try cell(recoded, "Läkemedel") == cell(filed, "Läkemedel") + moved)
            #expect(
                try cell(recoded, "Vårdtagare-/brukarfrågor") == cell(filed, "Vårdtagare-/brukarfrågor") - moved
            )
            #expect(try cell(recoded, "Summa") == cell(filed, "Summa"))
        }
    }

    @Test("printed figures agree as well in a report under the later version, and in one of a later year")
    func reconciliationUnderEitherVersion() async throws {
        let facts = try ReportRun.bundledFacts()
        for (year, classification) in [(2020, "2021"), (2021, "2021"), (2021, "2017")] {
            let run = try await ReportRun(facts: facts, year: year, classification: classification)
            let disagreeing = run.table("reconciliation").dropFirst().filter { !["0", ""].contains($0[3]) }
            #expect(Set(disagreeing.map { $0[0] }).count <= 2, "\(year) under \(classification)")
            #expect(disagreeing.allSatisfy { $0[0].contains("Lex Sarah") })
        }
    }

    @Test(
        "every number on the page stands in report.json, or is a year, a citation or a name",
        arguments: Language.allCases
    )
    func everyNumberIsAFigure(language: Language) async throws {
        let run = try await ReportRun(facts: ReportRun.bundledFacts(), language: language)
        let html = HTMLRenderer().render(run.publication.report)
        let body = try #require(html.range(of: "<main")).lowerBound
        var text = String(html[body...])
        for pattern in [
            "<svg[^>]*>.*?</svg>", "<time[^>]*>.*?</time>", "<cite[^>]*>.*?</cite>", "<caption[^>]*>.*?</caption>",
            "<th[^>]*>.*?</th>", "<h[1-6][^>]*>.*?</h[1-6]>", "<nav[^>]*>.*?</nav>", "<footer[^>]*>.*?</footer>",
        ] {
            text = text.replacing(try Regex(pattern).dotMatchesNewlines(), with: " ")
        }
        let shown = text.matches(of: /<data [^>]*data-figure="([^"]*)"[^>]*>/).map { String($0.output.1) }
        #expect(shown.count > 300)
        for id in shown {
            #expect(run.figures[id.replacing("&#39;", with: "'")] != nil, "\(id)")
        }
        let outside = text.replacing(try Regex("<data [^>]*>.*?</data>").dotMatchesNewlines(), with: " ")
            .replacing(try Regex("<[^>]*>|&#[0-9]+;"), with: " ")
        let numbers = outside.split { !$0.isLetter && !$0.isNumber && $0 != "-" }.filter {
            $0.contains(where: \.isNumber)
        }
        // Words of the facts file hold numbers of their own: years, and how often a check is done.
        let words: Set<Substring> = ["12", "2", "4", "2020", "2021"]
        #expect(Set(numbers).isSubset(of: words))
    }

    @Test("no free text of a record, and no identity number, reaches the page or its figures")
    func privacy() async throws {
        let run = try await ReportRun(facts: ReportRun.bundledFacts())
        let everything =
            HTMLRenderer().render(run.publication.report) + MarkdownRenderer().render(run.publication.report)
            + String(decoding: try run.publication.report.figureList().json(), as: UTF8.self)
            + run.publication.tables.flatMap { $0.exportedRows().flatMap { $0 } }.joined(separator: "\n")
        #expect(everything.firstMatch(of: /[0-9]{6}(?:[0-9]{2})?[-+][0-9]{4}/) == nil)
        let accounts = try #require(ReportRun.bundled["deviations-2017-2020.csv"]).dropFirst()
            .map { $0.split(separator: ";", omittingEmptySubsequences: false)[11] }
        #expect(Set(accounts).allSatisfy { !everything.contains($0) })
    }

    @Test("two runs give the same bytes")
    func deterministic() async throws {
        let first = try await ReportRun(facts: ReportRun.bundledFacts()).publication.report
        let second = try await ReportRun(facts: ReportRun.bundledFacts()).publication.report
        #expect(HTMLRenderer().render(first) == HTMLRenderer().render(second))
        #expect(try first.figureList().json() == second.figureList().json())
    }

    @Test(
        "the law that is cited is that of the year, both acts where it changed within the year",
        arguments: [
            (2020, ["14 kap. 7 § socialtjänstlagen (2001:453)"], ["2025:400"]),
            (2025, ["(2001:453)", "27 kap. 6 § socialtjänstlagen (2025:400)"], []),
            (2026, ["27 kap. 6 § socialtjänstlagen (2025:400)"], ["2001:453"]),
            (2009, [], ["2001:453", "()"]),
        ] as [(Int, [String], [String])]
    )
    func citations(year: Int, cited: [String], notCited: [String]) async throws {
        var files = ReportRun.bundled
        files["lex-sarah-2019-2020.csv"] = [
            "Diarienummer;Rapporterad;Verksamhet;Kategorier", "LS-1;\(year)-03-01;IFO;Övrigt",
        ]
        let page = MarkdownRenderer().render(try await ReportRun(files, facts: nil, year: year).publication.report)
        for words in cited { #expect(page.contains(words), "\(words)") }
        for words in notCited { #expect(!page.contains(words), "\(words)") }
    }
}
