import TestSupport
import Testing

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Values that other programs computed, held against the public functions, leaf by leaf.
@Suite("Goldens")
struct Goldens {
    private struct Run: Sendable {
        let files: [GoldenFile]
        let reports: [GoldenReport]
        let fault: String?

        init(_ folder: URL) {
            do {
                files = try GoldenFile.all(in: folder)
                reports = files.compactMap { file in
                    goldenAdapters.first { $0.file == file.name }.map { GoldenReport(file, by: $0) }
                }
                fault = nil
            } catch {
                (files, reports, fault) = ([], [], String(describing: error))
            }
        }
    }

    /// The files of this package.
    private static let own = Run(GoldenFile.fixtures)

    /// The files under test, which `QUALITY_GOLDENS` names; else those of this package.
    private static let run = GoldenFile.folder.map(Run.init) ?? own

    @Test("Every file of the folder is known, and there are some")
    func files() {
        #expect(Self.run.fault == nil)
        #expect(!Self.run.files.isEmpty)
        let known = Set(goldenAdapters.map { $0.file })
        #expect(known.count == goldenAdapters.count)
        #expect(Set(Self.run.files.map(\.name)).subtracting(known) == [])
        #expect(Set(Self.own.files.map(\.name)) == known)
    }

    @Test(
        "Every leaf of a file is compared and met, or listed with a reason",
        arguments: Self.run.files.map(\.name)
    )
    func leaves(file: String) throws {
        let report = try #require(Self.run.reports.first { $0.file == file })
        #expect(report.leaves == report.compared.count + report.listed)
        #expect(report.faults.count == 0, "\(report.faults.prefix(40).joined(separator: "\n"))")
    }

    @Test("At least nine tenths of all leaves are compared")
    func coverage() {
        var total = 0
        var compared = 0
        for report in Self.run.reports {
            total += report.leaves
            compared += report.compared.count
            print(
                "golden \(report.file): \(report.cases) cases, \(report.leaves) leaves, "
                    + "\(report.compared.count) compared, \(report.listed) listed"
            )
        }
        print("goldens: \(total) leaves, \(compared) compared")
        #expect(compared * 10 >= total * 9)
    }

    @Test("Every entry of the list stands for a leaf and gives a reason")
    func list() {
        let used = Self.own.reports.reduce(into: Set<Int>()) { $0.formUnion($1.entries) }
        for (index, entry) in ListedLeaves.all.enumerated() {
            #expect(!entry.reason.isEmpty && !entry.pattern.isEmpty)
            #expect(used.contains(index), "\(entry.file): \(entry.pattern) lists nothing")
        }
    }

    @Test("A leaf nudged by a thousandth fails", arguments: Seeds.some(1))
    func nudges(seed: UInt64) throws {
        let reports = Self.run.reports.filter { !$0.compared.isEmpty }
        try #require(!reports.isEmpty)
        var generator = Draws(seed: seed)
        var vanishing = 0
        for _ in 0..<200 {
            let report = try #require(reports.randomElement(using: &generator))
            let leaf = try #require(report.compared.randomElement(using: &generator))
            let adapter = try #require(goldenAdapters.first { $0.file == report.file })
            let nudged = leaf.golden.with(output: leaf.golden.output.replacing(leaf.path, by: leaf.nudged))
            let second = GoldenReport(nudged, ours: leaf.ours, file: report.file, rules: adapter.rules)
            #expect(second.faults.count > 0, "\(report.file), \(leaf.golden.name): \(leaf.path) \(leaf.value)")
            if leaf.isVanishing { vanishing += 1 }
        }
        print("goldens: 200 leaves nudged with seed \(seed), \(vanishing) of them by their scale")
    }
}
