import QualityStorage
import QualityStorageConformance
import TestSupport
import Testing

@Suite("Faults of an adapter")
struct FaultTests {
    @Test("Each fault is found by the checks named beside it, and each check finds a fault")
    func matrix() async {
        let found = await withTaskGroup(of: (Fault, StorageConformance.Report).self) { group in
            var waiting = Fault.allCases[...]
            for _ in 0..<4 { if let fault = waiting.popFirst() { group.addTask { await (fault, Self.report(fault)) } } }
            var found: [Fault: StorageConformance.Report] = [:]
            for await (fault, report) in group {
                found[fault] = report
                if let fault = waiting.popFirst() { group.addTask { await (fault, Self.report(fault)) } }
            }
            return found
        }
        var used: Set<String> = []
        var caught: [[String]] = []
        for fault in Fault.allCases {
            let failures = found[fault]?.failures ?? []
            caught.append(failures.map(\.id))
            used.formUnion(failures.map(\.id))
            for id in fault.caughtBy { #expect(caught.last?.contains(id) == true, "\(id) does not find \(fault)") }
            for failure in failures {
                guard case .failed(let why) = failure.verdict else { continue }
                #expect(why.reason != .timeLimit, "\(failure.id) ran out of time on \(fault)")
            }
        }
        for check in StorageCheck.all { #expect(used.contains(check.id), "\(check.id) finds no fault") }
        print(Self.table(caught))
    }

    /// A line for each fault and a column for each check: `#` where the check has to find the fault and does, `+` where
    /// it finds it besides.
    private static func table(_ caught: [[String]]) -> String {
        let checks = StorageCheck.all.map(\.id)
        let width = Fault.allCases.map(\.rawValue.count).max() ?? 0
        func padded(_ text: String) -> String { text + String(repeating: " ", count: width + 2 - text.count) }
        var lines = checks.enumerated().map { "\($0.offset + 1) \($0.element)" }
        for digit in [100, 10, 1] {
            lines.append(padded("") + checks.indices.map { "\(($0 + 1) / digit % 10)" }.joined())
        }
        for (fault, found) in zip(Fault.allCases, caught) {
            let marks = checks.map { found.contains($0) ? fault.caughtBy.contains($0) ? "#" : "+" : "." }
            lines.append(padded(fault.rawValue) + marks.joined())
        }
        lines.append("\(Fault.allCases.count) faults, \(checks.count) checks")
        return lines.joined(separator: "\n")
    }

    /// The quick checks, and of the slow ones those that the fault is for.
    private static func report(_ fault: Fault) async -> StorageConformance.Report {
        let checks = StorageCheck.all.filter { $0.timeLimit <= .seconds(120) || fault.caughtBy.contains($0.id) }
        var subject = StorageCheck.Subject(
            reopen: { store in fault == .reopeningForgets ? FaultyStorage(fault) : store },
            makeStore: { FaultyStorage(fault) }
        )
        // Every fault of waiting takes that long, and no store here is to be found without fault.
        subject.patience = .seconds(2)
        return await StorageConformance.run(checks, on: subject)
    }
}
