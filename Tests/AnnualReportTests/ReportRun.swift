import AnnualReport
import Foundation
import QualityManagement

/// The bundled input as text, so that a test can change rows, and a report made of it in memory.
struct ReportRun {
    /// The lines of each file of the bundled input, heads first.
    static let bundled: [String: [String]] = {
        var files: [String: [String]] = [:]
        for name in ["deviations-2017-2020.csv", "complaints-2020.csv", "lex-sarah-2019-2020.csv"] {
            let url = Board.bundledFolder.appendingPathComponent(name)
            let text = (try? String(contentsOf: url, encoding: .utf8)) ?? ""
            files[name] = text.split(whereSeparator: \.isNewline).map(String.init)
        }
        return files
    }()

    static func bundledFacts() throws -> Facts {
        let url = Board.bundledFolder.appendingPathComponent("facts.json")
        return try JSONDecoder().decode(Facts.self, from: Data(contentsOf: url))
    }

    let publication: Publication
    /// The figures as a reader of `report.json` sees them, by id.
    let figures: [String: QualityReport.FigureList.Entry]

    init(
        _ files: [String: [String]] = bundled,
        facts: Facts?,
        year: Int? = 2020,
        language: Language = .swedish,
        classification: String? = nil
    ) async throws {
        let input = try InputFolder(
            files: files.sorted { $0.key < $1.key }.map { ($0.key, Array($0.value.joined(separator: "\r\n").utf8)) },
            facts: facts
        )
        let board = try Board.bundled()
        let store = QualityStore(InMemoryStorage(), tenant: "SN", access: Register.access) {
            Timestamp(microsecondsSince1970: 0)
        }
        publication = try await Publication(
            of: input,
            board: board,
            register: Register(store, board: board),
            year: year,
            language: language,
            classification: classification
        )
        let list = try JSONDecoder().decode(
            QualityReport.FigureList.self,
            from: Data(publication.report.figureList().json())
        )
        figures = Dictionary(uniqueKeysWithValues: list.figures.map { ($0.id, $0) })
    }

    /// The value of a figure as a whole number; `nil` when it is absent, a text or not on the page.
    func number(_ id: String) -> Int? {
        switch figures[id]?.value {
        case .integer(let number): number
        case .decimal(let number): Int(exactly: number)
        default: nil
        }
    }

    /// The rows of a table as they are written to a file.
    func table(_ id: String) -> [[String]] {
        publication.tables.first { $0.id == id }?.exportedRows() ?? []
    }
}
