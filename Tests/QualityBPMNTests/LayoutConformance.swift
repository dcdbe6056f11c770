import Foundation
import ProcessMaps
import QualityBPMN
import Testing

/// BPMN files made by others, in the folder that `QUALITY_CONFORMANCE` names, laid out anew.
@Suite("BPMN files made by others, laid out anew")
struct LayoutConformance {
    @Test("Every file is laid out soundly, twice the same, or refused with the element at fault")
    func files() throws {
        let environment = ProcessInfo.processInfo.environment
        guard let folder = environment["QUALITY_CONFORMANCE"], !folder.isEmpty else {
            print("Layout conformance: not run, QUALITY_CONFORMANCE names no folder")
            #expect(environment["CI"] == nil, "CI must run the conformance data: set QUALITY_CONFORMANCE")
            return
        }
        let root = URL(filePath: folder, directoryHint: .isDirectory).appending(path: "bpmn")
        let files = BPMNConformance.files(below: root)
        #expect(!files.isEmpty || environment["CI"] == nil, "the folder holds no BPMN files")
        var laidOut = 0
        var refused = 0
        for file in files {
            let name = file.lastPathComponent
            guard let document = try? BPMNDocument(xml: Array(try Data(contentsOf: file))) else { continue }
            if file.deletingLastPathComponent().lastPathComponent == "failures" {
                try Self.checkRefused(name, document)
                refused += 1
                continue
            }
            var stripped = document
            stripped.map.diagrams = []
            for (version, document) in [("as it was", document), ("stripped", stripped)] {
                let bytes = try Self.laidOut(name, version, document)
                #expect(try Self.laidOut(name, version, document) == bytes, "\(name) \(version): other bytes")
            }
            laidOut += 1
        }
        print("Layout conformance: \(laidOut) files are laid out, \(refused) are refused")
    }

    static func checkRefused(_ name: String, _ document: BPMNDocument) throws {
        var document = document
        document.map.diagrams = []
        do throws(MapLayoutError) {
            _ = try document.map.laidOut()
            #expect(!document.findings.isEmpty, "\(name) is laid out without a word")
        } catch {
            #expect(!error.findings.isEmpty, "\(name) is refused without a finding")
        }
    }

    /// The file with the map laid out, which holds the same diagrams when it is read again.
    static func laidOut(_ name: String, _ version: String, _ document: BPMNDocument) throws -> [UInt8] {
        var document = document
        do throws(MapLayoutError) {
            document.map = try document.map.laidOut()
        } catch {
            Issue.record("\(name) \(version): \(error)")
            return []
        }
        let faults = LayoutProperties.faults(in: document.map)
        #expect(faults.isEmpty, "\(name) \(version)")
        let bytes = document.xml()
        let again = try BPMNDocument(xml: bytes)
        #expect(again.map.diagrams == document.map.diagrams, "\(name) \(version): other diagrams")
        return bytes
    }
}
