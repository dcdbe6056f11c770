package import Foundation
package import QualityManagement

/// What the board decides once for all its records: its organisation and its classifications, from `board.json`.
package struct Board: Decodable, Sendable {
    package struct Classifications: Decodable, Sendable {
        package let deviations: Classification
        package let complaints: Classification
        package let lexSarah: Classification
    }

    package let municipality: String
    package let organisation: Organisation
    package let classifications: Classifications

    /// The board of the example.
    package static func bundled() throws -> Board {
        try JSONDecoder().decode(Board.self, from: Data(contentsOf: bundledFolder.appendingPathComponent("board.json")))
    }

    /// The folder with the example's own input.
    package static var bundledFolder: URL {
        Bundle.module.bundleURL.appendingPathComponent("Resources", isDirectory: true)
    }
}
