import QualityStorage
import QualityStorageConformance
import TestSupport
import Testing

@Suite("Faults of an adapter")
struct FaultTests {
    @Test("Each fault is found by the checks named beside it, and each check finds a fault", .long)
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
        for fault in Fault.allCases {
            let failures = found[fault]?.failures ?? []
            let caught = failures.map(\.id)
            used.formUnion(caught)
            print("\(fault): \(caught.count) checks\n    \(caught.joined(separator: " "))")
            for id in fault.caughtBy { #expect(caught.contains(id), "\(id) does not find \(fault)") }
            for failure in failures {
                guard case .failed(let why) = failure.verdict else { continue }
                #expect(why.reason != .timeLimit, "\(failure.id) ran out of time on \(fault)")
            }
        }
        for check in StorageCheck.all { #expect(used.contains(check.id), "\(check.id) finds no fault") }
        print("\(Fault.allCases.count) faults, \(StorageCheck.all.count) checks")
    }

    /// The quick checks, and of the slow ones those that the fault is for.
    private static func report(_ fault: Fault) async -> StorageConformance.Report {
        let checks = StorageCheck.all.filter { $0.timeLimit <= .seconds(30) || fault.caughtBy.contains($0.id) }
        let subject = StorageCheck.Subject(
            reopen: { store in fault == .reopeningForgets ? FaultyStorage(fault) : store },
            makeStore: { FaultyStorage(fault) }
        )
        return await StorageConformance.run(checks, on: subject)
    }
}
