import Foundation
import ProcessMaps
import QualityBPMN
import Testing

/// BPMN files made by others, in the folder that `QUALITY_CONFORMANCE` names.
@Suite("BPMN files made by others")
struct BPMNConformance {
    @Test("Every file is read, counted, written back, written anew and told as text without loss")
    func files() throws {
        let environment = ProcessInfo.processInfo.environment
        guard let folder = environment["QUALITY_CONFORMANCE"], !folder.isEmpty else {
            print("BPMN conformance: not run, QUALITY_CONFORMANCE names no folder")
            #expect(environment["CI"] == nil, "CI must run the conformance data: set QUALITY_CONFORMANCE")
            return
        }
        let root = URL(filePath: folder, directoryHint: .isDirectory).appending(path: "bpmn")
        let files = Self.files(below: root)
        #expect(!files.isEmpty || environment["CI"] == nil, "the folder holds no BPMN files")
        let written = FileManager.default.temporaryDirectory.appending(path: "bpmn-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: written, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: written) }
        var pairs: [(original: URL, copy: URL, fresh: URL)] = []
        var elements = 0
        var findings = 0
        for (number, file) in files.enumerated() {
            let name = file.lastPathComponent
            let bytes = Array(try Data(contentsOf: file))
            let document: BPMNDocument
            do {
                document = try BPMNDocument(xml: bytes)
            } catch {
                Issue.record("\(name): \(error)")
                continue
            }
            findings += document.findings.count
            let copy = document.xml()
            let fresh = BPMNDocument(document.map).xml()
            try Self.checkNothingIsLost(name, bytes, document, copy)
            try Self.checkText(name, document.map)
            try Self.checkNew(name, document, fresh)
            try Self.checkEdited(name, document, seed: UInt64(number))
            if SchemaCheck.isThere { elements += try Self.checkCounts(name, file, document.map) }
            let pair = (
                file, written.appending(path: "\(number)-copy.bpmn"), written.appending(path: "\(number)-new.bpmn")
            )
            try Data(copy).write(to: pair.1)
            try Data(fresh).write(to: pair.2)
            pairs.append(pair)
        }
        print("BPMN conformance: \(pairs.count) of \(files.count) files read, \(findings) findings")
        if SchemaCheck.isThere {
            print("BPMN conformance: \(elements) elements counted as xmllint counts them")
            try Self.checkSchema(pairs, root.appending(path: "xsd/BPMN20.xsd"))
        } else {
            print("BPMN conformance: not counted and not checked against the schema, xmllint is not installed")
            #expect(environment["CI"] == nil, "CI must have xmllint")
        }
    }

    static func files(below root: URL) -> [URL] {
        guard let found = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil) else { return [] }
        return found.compactMap { $0 as? URL }.filter { file in
            [".bpmn", ".bpmn2", ".bpmn20.xml"].contains { file.lastPathComponent.hasSuffix($0) }
        }
        .sorted { $0.path < $1.path }
    }

    /// The file that is written holds every element of the one that was read, with the same attributes and texts.
    static func checkNothingIsLost(_ name: String, _ bytes: [UInt8], _ document: BPMNDocument, _ copy: [UInt8]) throws {
        let again = try BPMNDocument(xml: copy)
        #expect(MapDifference.first(again.map, document.map) == nil, "\(name): another map")
        #expect(again.findings.map(\.problem) == document.findings.map(\.problem), "\(name): other findings")
        let before = try SecondReader.elements(bytes)
        let after = try SecondReader.elements(copy)
        #expect(before.count == after.count, "\(name): elements are lost")
        if let place = zip(before, after).enumerated().first(where: { $1.0 != $1.1 })?.offset {
            Issue.record("\(name): \(before[place]) has become \(after[place])")
        }
    }

    /// The map as text is the same map, and has the same text again.
    static func checkText(_ name: String, _ map: ProcessMap) throws {
        let text = map.text
        let again = try ProcessMap(text: text)
        #expect(MapDifference.first(again, map) == nil, "\(name) as text")
        #expect(again.text == text, "\(name) as text")
    }

    /// A new file for the map holds the same map, where it can: what is wrong in a file it need not repeat.
    static func checkNew(_ name: String, _ document: BPMNDocument, _ fresh: [UInt8]) throws {
        let again = try BPMNDocument(xml: fresh)
        if isSound(document) {
            #expect(MapDifference.first(again.map, document.map) == nil, "\(name) anew")
        } else {
            #expect(MapIndex(again.map).elements.count == MapIndex(document.map).elements.count, "\(name) anew")
        }
    }

    /// A file whose map has been changed holds the changed map.
    static func checkEdited(_ name: String, _ document: BPMNDocument, seed: UInt64) throws {
        guard isSound(document) else { return }
        var edited = document
        edited.map = MapEdits.edited(document.map, seed: seed)
        let again = try BPMNDocument(xml: edited.xml())
        #expect(MapDifference.first(again.map, edited.map) == nil, "\(name), seed \(seed)")
    }

    /// Whether identities and references are what they should be.
    static func isSound(_ document: BPMNDocument) -> Bool {
        let index = MapIndex(document.map)
        let letters = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_")
        let others = letters.union("0123456789-.")
        return index.duplicates.isEmpty
            && document.findings.allSatisfy { $0.problem == .notInMap || $0.problem == .unknownElement }
            && index.elements.allSatisfy { element in
                let id = element.id.rawValue
                return id.first.map { letters.contains($0) } == true && id.allSatisfy { others.contains($0) }
            }
    }

    static func checkCounts(_ name: String, _ file: URL, _ map: ProcessMap) throws -> Int {
        let counted = MapCounts.counts(map)
        let types = MapCounts.expressions.map { $0.type }
        let expression = "concat(" + MapCounts.expressions.map { "count(\($0.path)),' '," }.joined() + "'')"
        let answers = try SchemaCheck.evaluate(expression, in: file).split(separator: " ").map(String.init)
        #expect(answers.count == types.count, "\(name): xmllint does not count")
        for (type, answer) in zip(types, answers) {
            #expect(String(counted[type] ?? 0) == answer, "\(name): \(type)")
        }
        return counted.values.reduce(0, +)
    }

    static func checkSchema(_ pairs: [(original: URL, copy: URL, fresh: URL)], _ schema: URL) throws {
        guard FileManager.default.fileExists(atPath: schema.path) else {
            print("BPMN conformance: not checked against the schema, the folder has none")
            return
        }
        let faults = try SchemaCheck.faults(of: pairs.flatMap { [$0.original, $0.copy, $0.fresh] }, schema: schema)
        var invalid = 0
        for pair in pairs {
            guard faults[pair.original] == nil else {
                invalid += 1
                continue
            }
            for file in [pair.copy, pair.fresh] {
                if let fault = faults[file] { Issue.record("\(pair.original.lastPathComponent): \(fault)") }
            }
        }
        print(
            "BPMN conformance: \(pairs.count - invalid) files are valid as read, as written back and as written anew;",
            "\(invalid) were not valid before"
        )
    }
}
