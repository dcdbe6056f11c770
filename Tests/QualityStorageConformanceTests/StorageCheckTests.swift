import QualityStorage
import QualityStorageConformance
import TestSupport
import Testing

@Suite("Checks of an adapter")
struct StorageCheckTests {
    @Test("The store in memory meets every requirement", arguments: [1, 20_260_301] as [UInt64])
    func memory(seed: UInt64) async {
        let subject = StorageCheck.Subject(
            seed: seed,
            reopen: { store in Reopened(store: (store as? Reopened)?.store) }
        ) {
            Reopened(store: InMemoryStorage())
        }
        let report = await StorageConformance.run(on: subject)
        print("seed \(seed)\n\(report)")
        #expect(report.isConforming)
        #expect(report.outcomes.count >= 60)
        #expect(!report.outcomes.contains { $0.verdict == .skipped })
    }

    @Test("The default requests of the protocol meet the requirements, too")
    func defaults() async {
        let subject = StorageCheck.Subject { Paging(base: InMemoryStorage()) }
        let checks = StorageCheck.all.filter { $0.timeLimit <= .seconds(120) || $0.id.hasPrefix("random") }
        let report = await StorageConformance.run(checks, on: subject)
        #expect(report.isConforming, "\(report)")
    }

    @Test("Every check has a name and a sentence of its own")
    func names() {
        #expect(Set(StorageCheck.all.map(\.id)).count == StorageCheck.all.count)
        #expect(Set(StorageCheck.all.map(\.requirement)).count == StorageCheck.all.count)
        for check in StorageCheck.all {
            #expect(check.id.allSatisfy { $0 == "-" || $0.isASCII && ($0.isLowercase || $0.isNumber) }, "\(check.id)")
            #expect(check.requirement.hasSuffix("."), "\(check.id)")
            #expect(StorageCheck.named(check.id)?.requirement == check.requirement)
        }
    }

    @Test("A store that never answers fails in time and is named in the report")
    func silence() async throws {
        let check = try #require(StorageCheck.named("wait-past-deadline-ends"))
        var subject = StorageCheck.Subject { FaultyStorage(.waitIgnoresDeadline) }
        subject.patience = .seconds(1)
        let report = await StorageConformance.run([check], on: subject)
        #expect(!report.isConforming)
        #expect("\(report)".contains("wait-past-deadline-ends  FAILED"))
        #expect("\(report)".hasSuffix("1 checks, 1 failed"))
    }
}
