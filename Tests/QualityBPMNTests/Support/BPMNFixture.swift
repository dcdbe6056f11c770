import Foundation
import QualityBPMN

/// Files of `Tests/Fixtures/BPMN`, written for these tests.
enum BPMNFixture {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Fixtures/BPMN")

    static func bytes(_ name: String) throws -> [UInt8] {
        Array(try Data(contentsOf: folder.appending(path: "\(name).bpmn")))
    }

    static func document(_ name: String) throws -> BPMNDocument {
        try BPMNDocument(xml: try bytes(name))
    }

    /// A file with elements inside the outermost one, in the default namespace.
    static func file(_ content: String, head: String = "") -> [UInt8] {
        let text =
            head + #"<definitions xmlns="\#(SecondReader.model)" targetNamespace="urn:test">"# + content
            + "</definitions>"
        return Array(text.utf8)
    }
}
