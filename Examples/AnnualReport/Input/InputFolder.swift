package import Foundation
package import QualityManagement

/// The files that a report is made from: CSV files, each recognised by its heads, and perhaps `facts.json`.
package struct InputFolder: Sendable {
    package var deviations: [CSVTable] = []
    package var complaints: [CSVTable] = []
    package var lexSarah: [CSVTable] = []
    package var facts: Facts?
    /// Files whose heads belong to no kind of record, by name.
    package var unrecognised: [String] = []

    package enum Fault: Error {
        case noFolder(String)
        case noFiles(String)
        case unreadable(file: String)
        case facts(file: String, reason: String)
    }

    /// Files that are in memory already.
    package init(files: [(name: String, bytes: [UInt8])], facts: Facts? = nil) throws(CSVError) {
        self.facts = facts
        for file in files { try add(CSVTable(file.bytes, name: file.name)) }
    }

    /// Every CSV file of a folder, in order of name, and its `facts.json` if there is one.
    package init(_ folder: URL) throws {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: folder.path, isDirectory: &isFolder), isFolder.boolValue,
            let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
        else { throw Fault.noFolder(folder.path) }
        for name in names.sorted() where name.lowercased().hasSuffix(".csv") {
            try add(CSVTable(Self.bytes(of: name, in: folder), name: name))
        }
        guard !(deviations + complaints + lexSarah).isEmpty else { throw Fault.noFiles(folder.path) }
        if names.contains("facts.json") {
            do {
                facts = try JSONDecoder().decode(Facts.self, from: Data(Self.bytes(of: "facts.json", in: folder)))
            } catch let error as DecodingError {
                throw Fault.facts(file: "facts.json", reason: error.place)
            }
            if let reason = facts?.fault { throw Fault.facts(file: "facts.json", reason: reason) }
        }
    }

    private static func bytes(of name: String, in folder: URL) throws -> [UInt8] {
        guard let data = try? Data(contentsOf: folder.appendingPathComponent(name)) else {
            throw Fault.unreadable(file: name)
        }
        return Array(data)
    }

    /// Files a table under the kind of record whose required heads it has; a near miss is an error, not a guess.
    private mutating func add(_ table: CSVTable) throws(CSVError) {
        let kinds: [(heads: [String], path: WritableKeyPath<Self, [CSVTable]>)] = [
            (DeviationReader.Columns.swedish.required, \.deviations),
            (ComplaintReader.Columns.swedish.required, \.complaints),
            (LexSarahReader.Columns.swedish.required, \.lexSarah),
        ]
        let ranked = kinds.map { kind in (kind, kind.heads.count { table.column(of: $0) != nil }) }
        if let (kind, _) = ranked.first(where: { $0.1 == $0.0.heads.count }) {
            self[keyPath: kind.path].append(table)
        } else if let (kind, found) = ranked.max(by: { $0.1 < $1.1 }), found * 2 > kind.heads.count {
            for head in kind.heads { _ = try table.requiredColumn(head) }
        } else {
            unrecognised.append(table.name)
        }
    }
}

extension InputFolder.Fault: CustomStringConvertible {
    package var description: String {
        switch self {
        case .noFolder(let path): "no folder at \(path)"
        case .noFiles(let path): "no CSV file in \(path) has the heads of deviations, complaints or Lex Sarah cases"
        case .unreadable(let file): "\(file) cannot be read"
        case .facts(let file, let reason): "\(file): \(reason)"
        }
    }
}

extension DecodingError {
    /// Where in a JSON file the fault lies and of what sort it is, without anything of the content.
    fileprivate var place: String {
        func path(_ context: Context) -> String {
            context.codingPath.map { $0.intValue.map { "[\($0)]" } ?? ".\($0.stringValue)" }.joined()
        }
        return switch self {
        case .keyNotFound(let key, let context): "\(path(context)).\(key.stringValue) is missing"
        case .typeMismatch(_, let context): "\(path(context)) is of another type than expected"
        case .valueNotFound(_, let context): "\(path(context)) is null"
        case .dataCorrupted(let context):
            context.codingPath.isEmpty
                ? "not valid JSON, or a number that is not whole where it must be"
                : "\(path(context)) has a value that is not allowed"
        @unknown default: "not of the documented form"
        }
    }
}
