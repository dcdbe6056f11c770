import Foundation
import Synchronization
import TestSupport
import Testing

@Suite("Damaged map files")
struct MapAttackTests {
    private static let count = TestSize.isFull ? 200_000 : 10_000

    @Test("No damaged file crashes, hangs, takes too much memory or loses anything", .long, arguments: Seeds.some(1))
    func attack(seed: UInt64) throws {
        var folders = [BPMNFixture.folder.path]
        let environment = ProcessInfo.processInfo.environment
        if let folder = environment["QUALITY_CONFORMANCE"], !folder.isEmpty {
            folders += [folder + "/bpmn", folder + "/xes"]
        } else {
            print("Damaged map files: only the project's own, QUALITY_CONFORMANCE names no folder")
            #expect(environment["CI"] == nil, "CI must run the conformance data: set QUALITY_CONFORMANCE")
        }
        let begun = ContinuousClock.now
        let workers = max(1, min(ProcessInfo.processInfo.activeProcessorCount, 8))
        let outcomes = Mutex<[AttackRun]>([])
        let (places, count) = (folders, Self.count)
        DispatchQueue.concurrentPerform(iterations: workers) { worker in
            let numbers = count * worker / workers..<count * (worker + 1) / workers
            let run = AttackRun(seed: seed, numbers: numbers, folders: places)
            outcomes.withLock { $0.append(run) }
        }
        let runs = outcomes.withLock { $0 }
        let imported = runs.reduce(0) { $0 + $1.imported }
        let faults = runs.flatMap(\.faults)
        for fault in faults.prefix(20) {
            Issue.record("seed \(seed), \(fault.text); kept as \(fault.file?.path ?? "no file")")
        }
        #expect(faults.isEmpty, "seed \(seed): \(faults.count) faults")
        #expect(runs.reduce(0) { $0 + $1.attacked } == count, "seed \(seed): not all inputs were tried")
        #expect(imported * 10 >= count, "seed \(seed): the damages are too great, only \(imported) files are read")
        #if canImport(Glibc)
        #expect(folders.count == 1 || runs.allSatisfy { $0.memory > 0 }, "memory is not measured")
        #endif
        print(
            "Damaged map files: seed \(seed), \(count) inputs, \(imported) read, \(faults.count) faults,",
            "at most \(runs.map(\.memory).max() ?? 0) times the input in memory and",
            "\(runs.map(\.time).max() ?? 0) ms for each,",
            "\((ContinuousClock.now - begun).components.seconds) s"
        )
    }
}
