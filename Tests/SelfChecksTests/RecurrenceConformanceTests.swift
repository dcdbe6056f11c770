import Foundation
import SelfChecks
import TestSupport
import Testing

/// Recurrence cases made by others, in the folder that `QUALITY_CONFORMANCE` names.
@Suite("Recurrence cases made by others", .requirement("D-SLF-6"))
struct RecurrenceConformance {
    struct Case: Decodable {
        let number: Int
        let rule: String
        let start: String
        let instances: [String]

        enum CodingKeys: String, CodingKey {
            case number = "case"
            case rule = "rrule"
            case start = "dtstart"
            case instances
        }
    }

    @Test("Every case of every file gives its instances and no others")
    func files() throws {
        let environment = ProcessInfo.processInfo.environment
        guard let folder = environment["QUALITY_CONFORMANCE"], !folder.isEmpty else {
            print("Recurrence conformance: not run, QUALITY_CONFORMANCE names no folder")
            #expect(environment["CI"] == nil, "CI must run the conformance data: set QUALITY_CONFORMANCE")
            return
        }
        let root = URL(filePath: folder, directoryHint: .isDirectory).appending(path: "rrule")
        let files = try Self.files(below: root)
        #expect(!files.isEmpty, "the folder holds no recurrence cases")
        var run = 0
        for file in files {
            let name = file.lastPathComponent
            let cases = try JSONDecoder().decode([Case].self, from: try Data(contentsOf: file))
            #expect(!cases.isEmpty, "\(name) holds no case")
            for one in cases {
                #expect(throws: Never.self, "\(name), case \(one.number)") { try Self.check(one, of: name) }
                run += 1
            }
        }
        print("Recurrence conformance: \(run) cases of \(files.count) files run")
        #expect(run > 0, "no case was run")
    }

    static func files(below root: URL) throws -> [URL] {
        guard let found = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil) else { return [] }
        return found.compactMap { $0 as? URL }.filter { $0.pathExtension == "json" }.sorted { $0.path < $1.path }
    }

    static func check(_ one: Case, of file: String) throws {
        let start = try #require(RecurrenceMoment(one.start), "\(file), case \(one.number): the start cannot be read")
        let rule = try RecurrenceRule(one.rule)
        // The moments of a rule lie on one clock; the data repeat the letter of the start's.
        let suffix = one.start.hasSuffix("Z") ? "Z" : ""
        // One more than there should be, so that a rule that does not end in time is found out; a rule without an end
        // is compared as far as the data go, and gives nothing where they are empty.
        let isEndless = rule.end == .never && !one.instances.isEmpty
        let length = isEndless ? one.instances.count : one.instances.count + 1
        let found = rule.occurrences(from: start).prefix(length).map { "\($0)\(suffix)" }
        #expect(found == one.instances, "\(file), case \(one.number): \(one.rule)")
    }
}
