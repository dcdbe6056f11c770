import Foundation
import QualityManagement

extension Publication {
    /// The names of the tables that are written as files.
    static let fileTables = [
        "deviations-by-category", "deviations-by-operation", "deviations-by-month", "reclassification",
        "complaints-matrix", "lex-sarah-by-operation", "lex-sarah-by-category", "lex-sarah-by-degree", "reconciliation",
    ]

    /// Writes the page, its Markdown, the figures and the tables into a folder, which is made when missing.
    ///
    /// - Returns: the files, the page first.
    func write(to folder: URL) throws -> [URL] {
        let tableFolder = try Self.prepare(folder)
        var files: [(URL, Data)] = [
            (
                folder.appendingPathComponent("kvalitetsberattelse-\(year).html"),
                Data(HTMLRenderer().render(report).utf8)
            ),
            (
                folder.appendingPathComponent("kvalitetsberattelse-\(year).md"),
                Data(MarkdownRenderer().render(report).utf8)
            ),
            (folder.appendingPathComponent("report.json"), Data(try report.figureList().json())),
        ]
        for table in tables where Self.fileTables.contains(table.id) {
            files.append((tableFolder.appendingPathComponent("\(table.id).csv"), csv(table.exportedRows())))
        }
        files.append((tableFolder.appendingPathComponent("refused-rows.csv"), csv(refusedRows)))
        for (url, data) in files { try data.write(to: url, options: .atomic) }
        let written = Set(tables.map(\.id))
        for stale in Self.fileTables where !written.contains(stale) {
            try? FileManager.default.removeItem(at: tableFolder.appendingPathComponent("\(stale).csv"))
        }
        return files.map(\.0)
    }

    /// Makes the folders to write to, before anything is imported.
    static func prepare(_ folder: URL) throws -> URL {
        let tables = folder.appendingPathComponent("tables", isDirectory: true)
        do {
            try FileManager.default.createDirectory(at: tables, withIntermediateDirectories: true)
        } catch {
            throw Fault.cannotWrite(folder.path)
        }
        guard FileManager.default.isWritableFile(atPath: tables.path) else { throw Fault.cannotWrite(folder.path) }
        return tables
    }

    private var refusedRows: [[String]] {
        [["Fil", "Rad", "Post", "Kolumn", "Regel", "Skäl"]]
            + imports.flatMap(\.refused).map { row in
                [
                    row.file, row.line.map(String.init) ?? "", row.record?.id ?? "", row.column ?? "", row.rule,
                    row.message.swedish,
                ]
            }
    }

    private func csv(_ rows: [[String]]) -> Data {
        var writer = CSVWriter()
        for row in rows { writer.append(row) }
        return Data(writer.bytes)
    }
}
