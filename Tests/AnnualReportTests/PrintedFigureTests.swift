import AnnualReport
import Foundation
import QualityManagement
import TestSupport
import Testing

/// What the municipality printed, read from the reference file and looked up in `report.json`.
@Suite(.long)
struct PrintedFigureTests {
    private struct Printed {
        let id: String
        let value: Double
    }

    @Test("every printed figure is the computed one, save the two known disagreements")
    func everyPrintedFigure() async throws {
        let run = try await ReportRun(facts: ReportRun.bundledFacts())
        let printed = try Self.printed()
        #expect(printed.count > 100)
        var disagreeing: [String: (printed: Double, computed: Double?)] = [:]
        for figure in printed {
            let value = try #require(run.figures[figure.id], "\(figure.id) is not in report.json").value
            let computed: Double? =
                switch value {
                case .integer(let number): Double(number)
                case .decimal(let number): number
                default: nil
                }
            if computed != figure.value { disagreeing[figure.id] = (figure.value, computed) }
        }
        #expect(Set(disagreeing.keys) == ["lexSarah.operation.ADM.2020"])
        #expect(disagreeing["lexSarah.operation.ADM.2020"]?.computed == 6)
        #expect(disagreeing["lexSarah.operation.ADM.2020"]?.printed == 8)
    }

    @Test("the reconciliation holds exactly the known disagreements and states the sums of shares")
    func reconciliation() async throws {
        let run = try await ReportRun(facts: ReportRun.bundledFacts())
        let rows = run.table("reconciliation")
        #expect(rows[0] == ["Uppgift", "Tryckt", "Beräknad", "Skillnad"])
        let disagreeing = rows.dropFirst().filter { !["0", ""].contains($0[3]) }
        #expect(disagreeing.map { Array($0[1...]) } == [["8", "6", "2"], ["46", "44", "2"]])
        for row in rows.dropFirst() where !row[3].isEmpty {
            #expect(try #require(Int(row[1])) - #require(Int(row[2])) == #require(Int(row[3])), "\(row[0])")
        }
        #expect(run.number("reconciliation.sum.viewpoints-column-shares-2020.printed") == 101)
        #expect(run.number("reconciliation.sum.viewpoints-column-shares-2020.computed") == 101)
        #expect(run.number("reconciliation.sum.lex-sarah-shares-2020.printed") == 120)
        #expect(run.number("reconciliation.sum.lex-sarah-shares-2020.computed") == 120)
    }

    @Test("outcomes of goals stand as the municipality printed them")
    func outcomes() async throws {
        let run = try await ReportRun(facts: ReportRun.bundledFacts())
        for (index, goal) in try Self.reference().goals.enumerated() {
            #expect(run.figures["goals.g\(index + 1).outcome.2020"]?.value == .text(goal.outcome), "\(goal.goal)")
        }
    }

    @Test("without facts.json the records give the same figures, and what is missing says so")
    func withoutFacts() async throws {
        let whole = try await ReportRun(facts: ReportRun.bundledFacts())
        let bare = try await ReportRun(facts: nil)
        let computed = whole.figures.filter { $0.value.source != nil && !$0.key.hasPrefix("reconciliation") }
        for (id, figure) in computed where !id.hasPrefix("exposure") {
            #expect(bare.figures[id]?.value == figure.value, "\(id)")
        }
        let html = HTMLRenderer().render(bare.publication.report)
        for sentence in [
            "Uppgifter om nämndens mål saknas", "Uppgifter om brukarundersökningar saknas",
            "Uppgifter om kartlagda processer saknas", "Uppgifter om årets egenkontroller saknas",
            "Inga tryckta uppgifter att stämma av mot",
        ] {
            #expect(html.contains(sentence))
        }
    }

    // MARK: - The reference file

    private struct Reference: Decodable {
        struct Deviations: Decodable {
            let years: [Int]
            let categories: [String: [Int?]]
            let printedTotals: [Int]
        }
        struct Goal: Decodable {
            let goal: String
            let outcome: String
            let target: Double?
            let value: Double?
            let previous: Double?
            let national: Double?
        }
        struct Survey: Decodable {
            struct Question: Decodable {
                let value: Double
                let national: Double
            }
            let satisfiedPercent: Double?
            let national: Double?
            let distributed: Double?
            let possible: Double?
            let answered: Double?
            let previousResponseRatePercent: Double?
            let belowNational: [Question]?
        }
        struct ProcessMaps: Decodable {
            let mainProcessesIdentified: Double
            let mainProcessesMapped: Double
        }
        let deviations: Deviations
        let goals: [Goal]
        let surveys: [Survey]
        let processMaps: ProcessMaps
    }

    private static func data() throws -> Data {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        return try Data(contentsOf: folder.appendingPathComponent("Fixtures/Reference/vanersborg-2020.json"))
    }

    private static func reference() throws -> Reference {
        try JSONDecoder().decode(Reference.self, from: data())
    }

    private static func printed() throws -> [Printed] {
        let reference = try reference()
        let tree = try #require(JSONSerialization.jsonObject(with: data()) as? [String: Any])
        func at(_ path: String...) throws -> Any {
            try path.reduce(tree as Any) { node, key in
                try #require((node as? [String: Any])?[key], "\(path)")
            }
        }
        func numbers(_ any: Any) throws -> [Double] {
            try #require(any as? [NSNumber]).map(\.doubleValue)
        }
        let board = try Board.bundled()
        func codes(_ version: ClassificationVersion) -> [String: String] {
            Dictionary(uniqueKeysWithValues: version.topCategories.map { ($0.label.swedish, $0.id.rawValue) })
        }
        var printed: [Printed] = []
        func add(_ id: String, _ value: Double?) {
            if let value { printed.append(Printed(id: id, value: value)) }
        }

        let deviationCodes = codes(board.classifications.deviations.versions[0])
        for (index, year) in reference.deviations.years.enumerated() {
            for (category, counts) in reference.deviations.categories {
                let code = try #require(deviationCodes[category])
                add("deviations.category.\(code).\(year)", counts[index].map(Double.init))
            }
            add("deviations.total.\(year)", Double(reference.deviations.printedTotals[index]))
        }

        let complaintCodes = codes(board.classifications.complaints.versions[0])
        let columns = try #require(at("complaints", "2020", "viewpoints", "columns") as? [String])
            .map { try #require(complaintCodes[$0]) }
        let columnTotals = try numbers(at("complaints", "2020", "printedColumnTotals"))
        let columnShares = try numbers(at("complaints", "2020", "printedColumnShares"))
        for kind in [ViewpointKind.praise, .suggestion, .dissatisfaction] {
            let row = try numbers(at("complaints", "2020", "viewpoints", kind.label.swedish))
            for (column, value) in zip(columns, row) { add("viewpoints.\(kind.rawValue).\(column).2020", value) }
            add(
                "viewpoints.kind.\(kind.rawValue).2020",
                try at("complaints", "2020", "printedRowTotals", kind.label.swedish) as? Double
            )
            add(
                "viewpoints.kind.\(kind.rawValue).share.2020",
                try at("complaints", "2020", "printedRowShares", kind.label.swedish) as? Double
            )
        }
        for (index, column) in columns.enumerated() {
            add("viewpoints.category.\(column).2020", columnTotals[index])
            add("viewpoints.category.\(column).share.2020", columnShares[index])
        }
        add("viewpoints.total.2020", try at("complaints", "2020", "printedTotal") as? Double)
        add("submissions.total.2020", try at("complaints", "2020", "submissions") as? Double)
        add("submissions.deviationSystem.2020", try at("complaints", "2020", "ofWhichViaDeviationSystem") as? Double)

        for (year, key) in [("2019", "byOperation"), ("2020", "byOperationAsPrinted")] {
            for (operation, value) in try #require(at("lexSarah", year, key) as? [String: Double]) {
                add("lexSarah.operation.\(operation).\(year)", value)
            }
            add("lexSarah.total.\(year)", try at("lexSarah", year, "total") as? Double)
        }
        let lexSarahCodes = codes(board.classifications.lexSarah.versions[0])
        let shares = try #require(at("lexSarah", "2020", "categorySharesPercentOfCases") as? [String: Double])
        for (category, value) in shares {
            add("lexSarah.category.\(try #require(lexSarahCodes[category])).share.2020", value)
        }
        let serious = try at("lexSarah", "2020", "assessedSeriousAndReportedToIVO") as? Double
        add("lexSarah.degree.serious.2020", serious)
        add("lexSarah.notified.2020", serious)

        add("processes.identified.2020", reference.processMaps.mainProcessesIdentified)
        add("processes.mapped.2020", reference.processMaps.mainProcessesMapped)
        for (index, goal) in reference.goals.enumerated() {
            add("goals.g\(index + 1).target.2020", goal.target)
            add("goals.g\(index + 1).value.2020", goal.value)
            add("goals.g\(index + 1).previous.2020", goal.previous)
            add("goals.g\(index + 1).national.2020", goal.national)
        }
        for (survey, id) in zip(reference.surveys, ["hemtjanst", "sabo", "ifo", "daglig"]) {
            add("surveys.\(id).satisfied.2020", survey.satisfiedPercent)
            add("surveys.\(id).national.2020", survey.national)
            add("surveys.\(id).distributed.2020", survey.distributed ?? survey.possible)
            add("surveys.\(id).answered.2020", survey.answered)
            add("surveys.\(id).previousResponse.2020", survey.previousResponseRatePercent)
            for (index, question) in (survey.belowNational ?? []).enumerated() {
                add("surveys.\(id).q\(index + 1).value.2020", question.value)
                add("surveys.\(id).q\(index + 1).national.2020", question.national)
            }
        }
        return printed
    }
}
