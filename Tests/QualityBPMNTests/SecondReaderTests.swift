import Foundation
import ProcessMaps
import QualityBPMN
import TestSupport
import Testing

@Suite("Map files, read by another")
struct SecondReaderTests {
    @Test("bpmn-io finds nothing wrong in a written file that is not wrong in the one that was read", .long)
    func warnings() throws {
        let environment = ProcessInfo.processInfo.environment
        var files = BPMNConformance.files(below: BPMNFixture.folder)
        if let folder = environment["QUALITY_CONFORMANCE"], !folder.isEmpty {
            files += BPMNConformance.files(below: URL(filePath: folder).appending(path: "bpmn"))
        } else {
            print("Second reader: only the project's own files, QUALITY_CONFORMANCE names no folder")
            #expect(environment["CI"] == nil, "CI must run the conformance data: set QUALITY_CONFORMANCE")
        }
        let folder = FileManager.default.temporaryDirectory.appending(path: "second-reader-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        var paths: [String] = []
        for (number, file) in files.enumerated() {
            let document = try BPMNDocument(xml: try Data(contentsOf: file))
            paths.append(file.path)
            for (name, bytes) in Self.exports(document) {
                let path = folder.appending(path: "\(number)-\(name).bpmn")
                try Data(bytes).write(to: path)
                paths.append(path.path)
            }
        }
        let answers: [[String]] = try Python.answers(to: paths, by: "second-reader", importing: "bpmn_io")
        var original: (path: String, counts: [String: Int]) = ("", [:])
        var refused = 0
        for (path, faults) in zip(paths, answers) {
            let counts = Dictionary(faults.map { ($0, 1) }, uniquingKeysWith: +)
            guard path.hasPrefix(folder.path) else {
                original = (path, counts)
                if Self.isRefused(counts) { refused += 1 }
                continue
            }
            // There is nothing to compare with where the file as it was is not read at all.
            guard !Self.isRefused(original.counts) else { continue }
            for (fault, count) in counts.sorted(by: { $0.key < $1.key }) where count > original.counts[fault] ?? 0 {
                Issue.record("\(original.path), \(path.split(separator: "-").last ?? ""): \(fault)")
            }
        }
        print(
            "Second reader: \(paths.count - files.count) written files compared with the \(files.count) that were read,",
            "of which it refuses \(refused)"
        )
    }

    private static func isRefused(_ counts: [String: Int]) -> Bool {
        counts.keys.contains { $0.hasPrefix("error: ") }
    }

    /// A file as it is written back, with its map changed, anew, and laid out.
    private static func exports(_ document: BPMNDocument) -> [(name: String, bytes: [UInt8])] {
        var changed = document
        changed.map.name += "!"
        var exports = [
            ("copy", document.xml()), ("changed", changed.xml()), ("new", BPMNDocument(document.map).xml()),
        ]
        if let laidOut = try? document.map.laidOut() {
            changed.map = laidOut
            exports.append(("laid out", changed.xml()))
        }
        return exports
    }
}
