#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// A file of cases that other programs computed.
struct GoldenFile: Sendable {
    /// Its name without `.json`.
    let name: String

    /// Its cases, and one more for each table beside them.
    let cases: [GoldenCase]

    private static let metadata: Set = ["method", "program", "versions", "notes", "cross_check"]

    init(name: String, tree: GoldenTree) throws {
        self.name = name
        var cases = try tree.value("cases").list().map { try GoldenCase($0) }
        for (key, value) in try tree.object() where key != "cases" && !Self.metadata.contains(key) {
            cases.append(GoldenCase(table: key, value))
        }
        self.cases = cases
        let names = cases.map(\.name)
        guard Set(names).count == names.count else { throw GoldenError("two cases of one name") }
    }

    /// The folder that `QUALITY_GOLDENS` names; `nil` where it is not set.
    static let folder = ProcessInfo.processInfo.environment["QUALITY_GOLDENS"].map { URL(filePath: $0) }

    /// The folder of the files of this package.
    static let fixtures = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Fixtures/Goldens")

    /// Every file of a folder other than its README, sorted.
    static func all(in folder: URL) throws -> [GoldenFile] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().filter { $0 != "README.md" }
            .map { name in
                guard name.hasSuffix(".json") else { throw GoldenError("\(name) is not known") }
                let bytes = [UInt8](try Data(contentsOf: folder.appending(path: name)))
                do {
                    return try GoldenFile(name: String(name.dropLast(5)), tree: GoldenParser.tree(of: bytes))
                } catch {
                    throw GoldenError("\(name): \(error)")
                }
            }
    }
}

/// A case of a golden file: what goes in, and what came out.
struct GoldenCase: Sendable {
    /// Its name; the key, for a table beside the cases.
    let name: String

    /// The kind of case, where a file has several; `table` for a table beside the cases.
    let group: String?

    /// The data; an empty object where the case has none.
    let input: GoldenTree

    /// The parameters; an empty object where the case has none.
    let params: GoldenTree

    /// What the other program gave; for a case without `output`, all its named parts.
    let output: GoldenTree

    private static let keys: Set = ["name", "group", "input", "params", "note", "output"]

    init(_ tree: GoldenTree) throws {
        var parts = try tree.object()
        name = try parts["name"]?.text() ?? ""
        group = try parts["group"]?.text()
        input = parts["input"] ?? [:]
        params = parts["params"] ?? [:]
        if let output = parts["output"] {
            self.output = output
            guard Self.keys.isSuperset(of: parts.keys) else { throw GoldenError("a case has another key") }
        } else {
            for key in Self.keys { parts[key] = nil }
            output = .object(parts)
        }
    }

    init(table: String, _ value: GoldenTree) {
        name = table
        group = "table"
        input = [:]
        params = [:]
        output = value
    }

    /// The same case with another output.
    func with(output: GoldenTree) -> Self {
        Self(self, output: output)
    }

    private init(_ other: Self, output: GoldenTree) {
        name = other.name
        group = other.group
        input = other.input
        params = other.params
        self.output = output
    }
}
