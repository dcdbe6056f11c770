import Foundation
import ProcessMaps
import QualityBPMN
import TestSupport
import Testing

/// Event logs made by others, in the folder that `QUALITY_CONFORMANCE` names, and what pm4py finds in logs that we write.
@Suite("Event logs made by others, and read by others")
struct XESConformance {
    @Test("Every file is read, and is the same when written and read again")
    func files() throws {
        for file in try Self.files() {
            let document = try XESDocument(xml: try Data(contentsOf: file))
            let again = try XESDocument(xml: document.xml())
            #expect(again.findings.isEmpty, "\(file.lastPathComponent)")
            XESTests.expectSame(again, document, file.lastPathComponent)
            print(
                "XES conformance: \(file.lastPathComponent), \(document.log.cases.count) cases,",
                "\(document.findings.count) findings"
            )
        }
    }

    @Test("pm4py finds the same activities follow each other as often in what we write")
    func follows() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "xes-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        var logs: [EventLog] = []
        for file in try Self.files() { logs.append(try XESDocument(xml: try Data(contentsOf: file)).log) }
        for seed in Seeds.some(50) {
            var random = RandomLogs(seed: seed)
            logs.append(random.flow())
            logs.append(random.flow(hasStarts: true))
        }
        var paths: [URL] = []
        for (number, log) in logs.enumerated() {
            paths.append(folder.appending(path: "\(number).xes"))
            try Data(XESDocument(log).xml()).write(to: paths[number])
        }
        for (number, (log, found)) in zip(logs, try MinedCases.of(paths)).enumerated() {
            // pm4py takes every event for one of its own, whatever its moment.
            let edges = DirectlyFollowsGraph(log, counting: .everyEvent).edges.map {
                MinedCases.Edge($0.pair.first, $0.pair.second, $0.count)
            }
            #expect(Set(edges) == Set(found.edges), "log \(number)")
            #expect(log.cases.map { $0.events.map(\.activity) } == found.cases, "log \(number)")
        }
        print("XES conformance: \(logs.count) written logs have the same directly-follows counts in pm4py")
    }

    private static func files() throws -> [URL] {
        let environment = ProcessInfo.processInfo.environment
        guard let folder = environment["QUALITY_CONFORMANCE"], !folder.isEmpty else {
            print("XES conformance: only logs of our own, QUALITY_CONFORMANCE names no folder")
            #expect(environment["CI"] == nil, "CI must run the conformance data: set QUALITY_CONFORMANCE")
            return []
        }
        let root = URL(filePath: folder).appending(path: "xes")
        let found = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)?.compactMap { $0 as? URL }
        let files = (found ?? []).filter { $0.lastPathComponent.hasSuffix(".xes") }.sorted { $0.path < $1.path }
        #expect(!files.isEmpty || environment["CI"] == nil, "the folder holds no event logs")
        return files
    }
}
