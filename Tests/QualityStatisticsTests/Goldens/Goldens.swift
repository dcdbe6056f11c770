import TestSupport
import Testing

/// Values that other programs computed, held against the public functions, leaf by leaf.
@Suite("Goldens")
struct Goldens {
    private struct Run: Sendable {
        let files: [GoldenFile]
        let reports: [GoldenReport]
        let fault: String?
    }

    private static let run: Run = {
        do {
            let files = try GoldenFile.all()
            let reports = files.compactMap { file in
                goldenAdapters.first { $0.file == file.name }.map { GoldenReport(file, by: $0) }
            }
            return Run(files: files, reports: reports, fault: nil)
        } catch {
            return Run(files: [], reports: [], fault: String(describing: error))
        }
    }()

    @Test("Every file of the folder is known, and there are some")
    func files() {
        let run = Self.run
        #expect(run.fault == nil)
        #expect(!run.files.isEmpty)
        let known = Set(goldenAdapters.map { $0.file })
        #expect(known.count == goldenAdapters.count)
        let found = Set(run.files.map(\.name))
        #expect(found.subtracting(known) == [])
        if GoldenFile.isOwnFolder { #expect(known.subtracting(found) == []) }
    }

    @Test(
        "Every leaf of a file is compared and met, or listed with a reason",
        arguments: goldenAdapters.map { $0.file }
    )
    func leaves(file: String) {
        guard let report = Self.run.reports.first(where: { $0.file == file }) else { return }
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

    @Test("Every entry of the list stands for a leaf and gives a reason", .enabled(if: GoldenFile.isOwnFolder))
    func list() {
        let used = Self.run.reports.reduce(into: Set<Int>()) { $0.formUnion($1.entries) }
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
            guard let report = reports.randomElement(using: &generator),
                let leaf = report.compared.randomElement(using: &generator),
                let adapter = goldenAdapters.first(where: { $0.file == report.file })
            else { continue }
            let nudged = leaf.golden.with(output: leaf.golden.output.replacing(leaf.path, by: leaf.nudged))
            let second = GoldenReport(nudged, ours: leaf.ours, file: report.file, rules: adapter.rules)
            #expect(second.faults.count > 0, "\(report.file), \(leaf.golden.name): \(leaf.path) \(leaf.value)")
            if leaf.isVanishing { vanishing += 1 }
        }
        print("goldens: 200 leaves nudged with seed \(seed), \(vanishing) of them by their scale")
    }
}
