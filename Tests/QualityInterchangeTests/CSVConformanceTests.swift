import Foundation
import QualityInterchange
import Testing

/// CSV files made by others, with the JSON they should give, in the folder that `QUALITY_CONFORMANCE` names.
@Suite("CSV files made by others")
struct CSVConformance {
    /// Rows as the test data write them: objects by head, or arrays of which the first is the heads.
    enum Expected: Decodable {
        case objects([[String: String]])
        case arrays([[String]])

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let objects = try? container.decode([[String: String]].self) {
                self = .objects(objects)
            } else {
                self = .arrays(try container.decode([[String]].self))
            }
        }
    }

    @Test("Every file is read as its JSON says, and every bad file is diagnosed")
    func files() throws {
        let environment = ProcessInfo.processInfo.environment
        guard let folder = environment["QUALITY_CONFORMANCE"], !folder.isEmpty else {
            print("CSV conformance: not run, QUALITY_CONFORMANCE names no folder")
            #expect(environment["CI"] == nil, "CI must run the conformance data: set QUALITY_CONFORMANCE")
            return
        }
        let root = URL(filePath: folder, directoryHint: .isDirectory).appending(path: "csv")
        let files = try CSVConformance.files(below: root)
        let tables = files.filter { $0.pathExtension == "csv" }
        var read = 0
        for file in tables {
            if file.lastPathComponent.hasPrefix("bad-") {
                try CSVConformance.checkDiagnosed(file)
            } else {
                try CSVConformance.checkRead(file)
            }
            read += 1
        }
        print("CSV conformance: \(read) of \(tables.count) files read")
        #expect(!tables.isEmpty || environment["CI"] == nil, "the folder holds no CSV files")
        #expect(read == tables.count)
        let answers = Set(files.filter { $0.pathExtension == "json" }.map { $0.deletingPathExtension() })
        #expect(answers.subtracting(tables.map { $0.deletingPathExtension() }).isEmpty, "JSON without a CSV file")
    }

    static func files(below root: URL) throws -> [URL] {
        guard let found = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil) else { return [] }
        return found.compactMap { $0 as? URL }.sorted { $0.path < $1.path }
    }

    static func checkDiagnosed(_ file: URL) throws {
        let name = file.lastPathComponent
        let bytes = try Data(contentsOf: file)
        do throws(CSVError) {
            let table = try CSVTable(bytes, name: name)
            #expect(!table.malformedRows.isEmpty, "\(name) has a fault that was not found")
        } catch {
            #expect(error.file == name)
        }
    }

    static func checkRead(_ file: URL) throws {
        let name = file.lastPathComponent
        let answer = file.deletingPathExtension().appendingPathExtension("json")
        let expected = try JSONDecoder().decode(Expected.self, from: try Data(contentsOf: answer))
        let table = try CSVTable(try Data(contentsOf: file), name: name)
        #expect(table.malformedRows.isEmpty, "\(name)")
        switch expected {
        case .objects(let objects):
            let read = table.rows.map { row in
                Dictionary(uniqueKeysWithValues: zip(table.header, row.fields))
            }
            #expect(read == objects, "\(name)")
        case .arrays(let arrays):
            // The reader skips rows of nothing but empty fields; the data has one, a blank line in a single column.
            let rows = arrays.dropFirst().filter { row in row.contains { !$0.isEmpty } }
            #expect([table.header] + table.content == arrays.prefix(1) + rows, "\(name)")
        }
    }
}
