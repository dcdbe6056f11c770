package import Foundation

/// The cases of an XES file, and how often one activity follows directly on another, as pm4py finds them.
package struct MinedCases: Decodable {
    package struct Edge: Decodable, Hashable {
        package let first: String
        package let second: String
        package let count: Int

        package init(_ first: String, _ second: String, _ count: Int) {
            self.first = first
            self.second = second
            self.count = count
        }

        package init(from decoder: any Decoder) throws {
            var container = try decoder.unkeyedContainer()
            first = try container.decode(String.self)
            second = try container.decode(String.self)
            count = try container.decode(Int.self)
        }
    }

    private struct Question: Encodable {
        var question = "cases"
        let file: String
    }

    package let cases: [[String]]
    package let edges: [Edge]

    package static func of(_ files: [URL]) throws -> [MinedCases] {
        let questions = files.map { Question(file: $0.path) }
        return try Python.answers(to: questions, by: "process-mining", importing: "pm4py")
    }
}
